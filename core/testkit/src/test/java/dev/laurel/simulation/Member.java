package dev.laurel.simulation;

import static dev.laurel.simulation.SimulationFailure.unless;
import static dev.laurel.simulation.SimulationFailure.unlessEqual;

import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.account.VersionInForce;
import dev.laurel.account.Wallet;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.engine.RewardOption;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.money.Ratio;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One customer in the real engine, without a service, and what must hold at every step. Account and receipts are written down after
 * each event and read again for the next, so that the history goes on from every snapshot that there could be of it.
 */
final class Member {
    private static final Set<EntryKind> SPENDING = Set.of(EntryKind.REDEEM, EntryKind.HOLD, EntryKind.SEND);

    private LoyaltyEngine engine;
    private final long seed;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final NotedLots lots = new NotedLots();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private Account account;

    Member(LoyaltyEngine engine, String customer, long seed) {
        this.engine = engine;
        this.seed = seed;
        account = engine.newAccount(customer);
    }

    /** From now on another engine is asked, which may know other versions. */
    Member under(LoyaltyEngine other) {
        engine = other;
        account = account.isOpen() ? account : other.newAccount(account.customer());
        return this;
    }

    Account account() {
        return account;
    }

    /** The version of the program that is in force. */
    private LoyaltyProgram program() {
        List<VersionInForce> written = account.versions();
        return written.isEmpty()
                ? engine.program()
                : engine.program(written.get(written.size() - 1).version()).orElseThrow();
    }

    /** What an event would bring about. */
    Decision ask(LoyaltyEvent event) {
        return engine.evaluate(account, event, receipts.values());
    }

    /** Evaluates an event in every way that there is, and goes on with what it brings about. */
    Decision next(LoyaltyEvent submitted) {
        LoyaltyEvent event = storedAndRead(Codec.EVENTS, submitted);
        Account before = account;
        String digest = Codec.ACCOUNTS.digest(before);
        Decision decision = engine.evaluate(before, event, receipts.values());
        unlessEqual("the account that was asked about", Codec.ACCOUNTS.digest(before), digest);
        if (decision.isAccepted()) {
            boolean nothing = broughtAboutNothing(decision, before);
            // A passage of time that brought about nothing is not stored.
            account =
                    event instanceof TimePassed && nothing ? before : storedAndRead(Codec.ACCOUNTS, decision.account());
        } else {
            unlessEqual("the account after a refusal", Codec.ACCOUNTS.digest(decision.account()), digest);
            unless(decision.entries().isEmpty() && decision.receipts().isEmpty(), "a refusal left something");
        }
        if (isOfUnknownVersion(decision.refusal())) {
            return decision;
        }
        checkQuestions(before, event, decision);
        checkSweeps(before, event, decision);
        if (decision.isAccepted()) {
            note(decision);
            if (event instanceof Erasure) {
                receipts.clear();
            }
            checkReceipts(decision);
            checkSpending(decision);
            checkPresent();
        }
        return decision;
    }

    static boolean isOfUnknownVersion(Optional<Refusal> refused) {
        return refused.map(refusal -> refusal.code().equals("UNKNOWN_VERSION")).orElse(false);
    }

    private static <T> T storedAndRead(Codec<T> codec, T value) {
        T read = codec.decode(codec.encode(value));
        unlessEqual("what was written down and read again", read, value);
        return read;
    }

    /** Goes on with what an event brings about that was evaluated in every way before. */
    Decision goOn(LoyaltyEvent event) {
        Decision decision = ask(event);
        account = decision.account();
        decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
        return decision;
    }

    /** That points became available shows in a balance and in no entry. */
    static boolean broughtAboutNothing(Decision decision, Account before) {
        return decision.entries().isEmpty()
                && decision.tierChanges().isEmpty()
                && decision.account().versions().equals(before.versions())
                && (!before.isOpen()
                        || before.wallets().stream()
                                .allMatch(wallet -> wallet.balance()
                                        .equals(decision.account().balance(wallet.currency()))));
    }

    private void note(Decision decision) {
        for (LedgerEntry entry : decision.entries()) {
            entries.add(entry);
            unlessEqual("the number of an entry", entry.sequence(), (long) entries.size());
            lots.note(entry);
        }
    }

    // --- what can be asked ---

    private void checkQuestions(Account before, LoyaltyEvent event, Decision decision) {
        Instant at = event.occurredAt();
        if (event instanceof Purchase purchase) {
            Decision preview = engine.preview(before, purchase.basket(), at, receipts.values());
            unlessEqual("the refusal of a preview", preview.refusal(), decision.refusal());
            // A hold that is to pay it remembers it by its id.
            if (decision.account().holds().stream()
                    .noneMatch(hold -> hold.orders().contains(purchase.id()))) {
                unlessEqual("the account after a preview", preview.account(), decision.account());
            }
            unlessEqual(
                    "what a preview earns",
                    preview.entries().stream().map(PlainEntry::of).toList(),
                    decision.entries().stream().map(PlainEntry::of).toList());
            unlessEqual(
                    "what a quote earns",
                    engine.quote(before, purchase.basket(), List.of(), at, receipts.values())
                            .refusal(),
                    decision.refusal());
        }
        if (event instanceof Redemption redemption && redemption.basket() != null) {
            checkOption(before, redemption, decision);
        }
    }

    /** What is said of a reward is said of the fewest points that it can be had for, by the version that judges the redemption. */
    private void checkOption(Account before, Redemption redemption, Decision decision) {
        Instant at = redemption.occurredAt();
        Optional<RewardOption> option = engine.rewardsFor(before, redemption.basket(), at).stream()
                .filter(each -> each.reward().id().equals(redemption.reward()))
                .findFirst();
        Optional<Price> price = option.map(RewardOption::reward)
                .or(() -> engine.programAt(at).reward(redemption.reward()))
                .map(Reward::price);
        if (price.filter(each -> isAt(each, redemption)).isPresent()) {
            Optional<Refusal> told = option.isPresent()
                    ? option.get().refusal()
                    : Optional.of(new Refusal.UnknownReward(redemption.reward()));
            unlessEqual("what is said of a reward", told, decision.refusal());
        }
    }

    private static boolean isAt(Price price, Redemption redemption) {
        return Long.valueOf(price.least()).equals(redemption.points())
                || (redemption.points() == null && price instanceof FixedPrice);
    }

    // --- time ---

    /** Writing down what time brings about before an event makes no difference to it. */
    private void checkSweeps(Account before, LoyaltyEvent event, Decision decision) {
        Instant at = event.occurredAt();
        if (!before.isOpen() || at.isBefore(before.asOf())) {
            return;
        }
        SplittableRandom random = new SplittableRandom(seed ^ event.id().hashCode());
        Instant early = between(before.asOf(), at, random.nextInt(5));
        Instant late = between(early, at, random.nextInt(5));
        Decision first = engine.advance(before, early);
        Decision second = engine.advance(first.account(), late);
        unlessEqual(
                "the account after two sweeps",
                second.account(),
                engine.advance(before, late).account());
        Decision swept = engine.evaluate(second.account(), event, receipts.values());
        unlessEqual("the refusal after sweeps", swept.refusal(), decision.refusal());
        if (decision.isAccepted()) {
            List<LedgerEntry> all = new ArrayList<>(first.entries());
            all.addAll(second.entries());
            all.addAll(swept.entries());
            unlessEqual("the entries with sweeps", all, decision.entries());
            unlessEqual("the account after sweeps", swept.account(), decision.account());
            unlessEqual("the receipts after sweeps", swept.receipts(), decision.receipts());
            unlessEqual("what arrives after sweeps", swept.deliveries(), decision.deliveries());
        }
    }

    private static Instant between(Instant from, Instant to, int fifth) {
        long micros = ChronoUnit.MICROS.between(from, to);
        return from.plus(Math.multiplyExact(micros / 4, (long) fifth), ChronoUnit.MICROS);
    }

    /** When something next happens by itself: not before that, and then. */
    private void checkNextChange() {
        Instant next = engine.nextChangeAt(account).orElse(null);
        if (next == null) {
            return;
        }
        Decision before = engine.advance(account, next.minus(1, ChronoUnit.MICROS));
        unless(
                broughtAboutNothing(before, account),
                () -> "something happened before the next change at " + next + ": " + before.entries());
        Decision at = engine.advance(account, next);
        unless(!broughtAboutNothing(at, account), () -> "nothing happened at the next change, at " + next);
    }

    // --- the ledger ---

    private void checkPresent() {
        List<String> wrong = account.verify(entries);
        unless(wrong.isEmpty(), () -> "the account is not the fold of its entries: " + wrong);
        for (Wallet wallet : account.wallets()) {
            unless(wallet.balance().isConserved(), () -> "points were lost or made up: " + wallet.balance());
            long left = 0;
            for (Lot lot : wallet.lots()) {
                unless(lot.left() > 0 && !lot.isExpiredAt(account.asOf()), () -> "a lot that must be gone: " + lot);
                left += lot.left();
            }
            Balance balance = wallet.balance();
            unlessEqual("the points of all lots", left, balance.available() + balance.pending());
        }
        if (account.isOpen()) {
            checkNextChange();
        }
    }

    /** Points are spent in their order, and only while they are there. */
    private void checkSpending(Decision decision) {
        // A hold that comes so late that it lapses at once gives back what it took.
        if (decision.entries().stream().anyMatch(entry -> entry.kind() == EntryKind.RELEASE)) {
            return;
        }
        for (LedgerEntry entry : decision.entries()) {
            if (SPENDING.contains(entry.kind())) {
                entry.lots().forEach(use -> checkSpent(entry, lots.of(use)));
            }
        }
    }

    private void checkSpent(LedgerEntry entry, Lot spent) {
        unless(!spent.isExpiredAt(entry.effective()), () -> "an expired lot was spent: " + spent + " by " + entry);
        unless(
                !spent.available().isAfter(entry.effective()),
                () -> "a pending lot was spent: " + spent + " by " + entry);
        Wallet wallet = account.wallet(entry.currency()).orElseThrow();
        for (Lot open : Iterables.concat(wallet.dated(), wallet.undated())) {
            boolean sooner = end(open, wallet).isBefore(end(spent, wallet))
                    || (end(open, wallet).equals(end(spent, wallet))
                            && (open.earned().isBefore(spent.earned())
                                    || (open.earned().equals(spent.earned()) && open.number() < spent.number())));
            unless(
                    !sooner || (entry.kind() == EntryKind.SEND && staysBehind(entry, open)),
                    () -> "a lot was spent before one that comes sooner: " + spent + " before " + open);
        }
    }

    /** Points that are too young to be given away, or that would be gone where they arrive. */
    private boolean staysBehind(LedgerEntry entry, Lot lot) {
        Period age = program().policyOf(entry.currency()).orElseThrow().transferAge();
        boolean young =
                lot.earned().atZone(program().zone()).plus(age).toInstant().isAfter(entry.effective());
        return young || (lot.expires() != null && !lot.expires().isAfter(entry.effective()));
    }

    private static Instant end(Lot lot, Wallet wallet) {
        Instant timer = wallet.isSuspended() ? null : wallet.runsOut();
        Instant end = lot.end() == null ? Instant.MAX : lot.end();
        boolean isTimed = lot.expires() == null || lot.dating() == LotDating.BY_TERMS;
        return isTimed && timer != null && timer.isBefore(end) ? timer : end;
    }

    // --- receipts ---

    private void checkReceipts(Decision decision) {
        for (Receipt receipt : decision.receipts()) {
            Receipt before = receipts.put(receipt.event(), storedAndRead(Codec.RECEIPTS, receipt));
            if (receipt instanceof RedemptionReceipt redemption) {
                unless(
                        redemption.pointsLeft() >= 0 && redemption.pointsLeft() <= redemption.points(),
                        () -> "more was given back than was redeemed: " + redemption.taken());
            } else if (receipt instanceof PurchaseReceipt purchase) {
                checkReturned(purchase, (PurchaseReceipt) before);
            }
        }
    }

    /** What is left of a line only ever gets less, and no more is taken back than was given. */
    private static void checkReturned(PurchaseReceipt now, PurchaseReceipt before) {
        for (int i = 0; i < now.lines().size(); i++) {
            Ratio most = before == null ? Ratio.ONE : before.lines().get(i).left();
            Ratio left = now.lines().get(i).left();
            unless(
                    left.signum() >= 0 && left.compareTo(most) <= 0,
                    () -> "more was returned than was bought: " + now.lines());
        }
        for (ReceiptAward award : now.awards()) {
            long given = now.awards().stream()
                    .filter(other -> other.currency().equals(award.currency()))
                    .mapToLong(ReceiptAward::points)
                    .sum();
            long taken = now.taken(award.currency());
            unless(taken >= 0 && taken <= given, () -> "more was taken back than was given: " + taken + " of " + given);
        }
    }
}
