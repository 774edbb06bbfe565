package dev.laurel.service;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.Receipt;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account that is worked out again, event by event, with the receipts that its events leave. Each event is judged by the versions that it
 * was posted by: one that came later changes nothing of the past, although it may have been dated before.
 */
final class Replay {
    private final LoyaltyEngine whole;
    private final Set<String> versions = new HashSet<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private LoyaltyEngine engine;
    private Account account;

    Replay(LoyaltyEngine whole, String customer) {
        this.whole = whole;
        engine = whole;
        account = whole.newAccount(customer);
    }

    Account account() {
        return account;
    }

    /** The engine with the versions by which the events so far were posted, that which was asked for last included. */
    LoyaltyEngine engine() {
        return engine;
    }

    /** The receipts of the events so far. */
    Collection<Receipt> receipts() {
        return receipts.values();
    }

    /** The receipt that an event left, as those after it have left it. */
    @Nullable
    Receipt receipt(String event) {
        return receipts.get(event);
    }

    /**
     * What the next event does; it is not done yet.
     *
     * @throws RefusedException with {@code UNKNOWN_VERSION} if it was posted by a version that the engine does not have
     */
    Decision next(PostedEvent posted) {
        if (versions.addAll(posted.versions())) {
            for (String version : posted.versions()) {
                if (whole.program(version).isEmpty()) {
                    throw new RefusedException(new Refusal.UnknownVersion(
                            version,
                            whole.programs().stream()
                                    .map(LoyaltyProgram::version)
                                    .toList()));
                }
            }
            engine = whole.withOnly(versions);
        }
        LoyaltyEvent event = posted.event();
        return engine.evaluate(account, event, engine.receiptsFor(event, id -> Optional.ofNullable(receipts.get(id))));
    }

    /** Goes on with a decision. */
    void goOn(Decision decision) {
        account = decision.account();
        decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
    }
}
