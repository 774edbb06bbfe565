package dev.laurel.service;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.RedemptionReceipt;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An account that is worked out again, event by event, with the receipts that its events leave: from the first event on, or from a snapshot.
 * Each event is judged by the versions that it was posted by: one that came later changes nothing of the past, although it may have been
 * dated before.
 */
final class Replay {
    private final LoyaltyEngine whole;
    private final Function<Set<String>, Map<String, Receipt>> earlier;
    private final Set<String> versions = new HashSet<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();

    /** The events of which it is known whether they left a receipt before it began. */
    private final Set<String> asked = new HashSet<>();

    private final Set<String> changed = new LinkedHashSet<>();
    private LoyaltyEngine engine;
    private Account account;

    private Replay(LoyaltyEngine whole, Account account, Function<Set<String>, Map<String, Receipt>> earlier) {
        this.whole = whole;
        this.account = account;
        this.earlier = earlier;
        engine = whole;
    }

    /** Of all events of a customer. */
    static Replay ofAll(LoyaltyEngine whole, String customer) {
        return new Replay(whole, whole.newAccount(customer), events -> ImmutableMap.of());
    }

    /** Of the events after a snapshot. What these need of the receipts of then is read when they do. */
    static Replay ofRest(LoyaltyEngine whole, AccountStore store, AccountKey key, StoredAccount snapshot) {
        Replay replay =
                new Replay(whole, snapshot.account(), events -> store.receiptsAt(key, events, snapshot.revision()));
        snapshot.account().versions().forEach(inForce -> replay.use(inForce.version()));
        return replay;
    }

    Account account() {
        return account;
    }

    /** The engine with the versions by which the events so far were posted, that which was asked for last included. */
    LoyaltyEngine engine() {
        return engine;
    }

    /** The receipts of the events so far, and those of before that they needed. */
    Collection<Receipt> receipts() {
        return receipts.values();
    }

    /** The receipt that an event left, as those after it have left it. */
    Optional<Receipt> receipt(String event) {
        if (!receipts.containsKey(event) && asked.add(event)) {
            Receipt before = earlier.apply(Set.of(event)).get(event);
            if (before != null) {
                receipts.put(event, before);
                if (before instanceof RedemptionReceipt redemption) {
                    useTermsOf(redemption);
                }
            }
        }
        return Optional.ofNullable(receipts.get(event));
    }

    /** Its reward is that of the terms by which it was taken. */
    private void useTermsOf(RedemptionReceipt redemption) {
        whole.programs().stream()
                .filter(program -> program.versionedId().equals(redemption.program()))
                .forEach(program -> use(program.version()));
    }

    /** Lets a version be among those by which is judged, if the engine has it. */
    private void use(String version) {
        if (whole.program(version).isPresent() && versions.add(version)) {
            engine = whole.withOnly(versions);
        }
    }

    /**
     * What the next event does; it is not done yet.
     *
     * @throws RefusedException with {@code UNKNOWN_VERSION} if it was posted by a version that the engine does not have
     */
    Decision next(PostedEvent posted) {
        for (String version : posted.versions()) {
            if (!versions.contains(version)) {
                use(known(version));
            }
        }
        LoyaltyEvent event = posted.event();
        // The receipts come first: they can name versions of their own.
        List<Receipt> needed = receiptsFor(event);
        return engine.evaluate(account, event, needed);
    }

    private String known(String version) {
        if (whole.program(version).isEmpty()) {
            throw new RefusedException(new Refusal.UnknownVersion(
                    version,
                    whole.programs().stream().map(LoyaltyProgram::version).toList()));
        }
        return version;
    }

    /** Reads what an event needs of the receipts from before it began. */
    void readReceiptsFor(PostedEvent posted) {
        receiptsFor(posted.event());
    }

    @CanIgnoreReturnValue
    private List<Receipt> receiptsFor(LoyaltyEvent event) {
        return whole.receiptsFor(event, this::receipt);
    }

    /** Goes on with a decision. */
    void goOn(Decision decision) {
        account = decision.account();
        for (Receipt receipt : decision.receipts()) {
            receipts.put(receipt.event(), receipt);
            changed.add(receipt.event());
        }
    }

    /** The events whose receipts have changed since this was last asked. */
    Set<String> takeChanged() {
        Set<String> taken = ImmutableSet.copyOf(changed);
        changed.clear();
        return taken;
    }
}
