package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.Maps;
import com.google.common.collect.Ordering;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.codec.Codec;
import dev.laurel.condition.LineKey;
import dev.laurel.condition.Scope;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.decision.TierChange;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Activity;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotUse;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.rule.Cap;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.assertj.core.groups.Tuple;

/** Laws that hold for every program and every history. A failure prints the seed from which it can be repeated. */
@Tag("slow")
class EngineProperties {
    private static final int TRIES = 1_000;

    /** A history run through an engine: the account and all entries, with a look at each step. */
    private static final class Run {
        private final LoyaltyEngine engine;
        private final List<LedgerEntry> entries = new ArrayList<>();
        private final List<TierChange> tierChanges = new ArrayList<>();
        private final KeptReceipts receipts = new KeptReceipts();
        private Account account;

        Run(LoyaltyEngine engine) {
            this.engine = engine;
            account = engine.newAccount(RandomHistory.CUSTOMER);
        }

        @CanIgnoreReturnValue
        Decision next(LoyaltyEvent event) {
            return apply(receipts.next(engine, account, event));
        }

        @CanIgnoreReturnValue
        Decision advance(Instant to) {
            return apply(engine.advance(account, to));
        }

        private Decision apply(Decision decision) {
            account = decision.account();
            entries.addAll(decision.entries());
            tierChanges.addAll(decision.tierChanges());
            return decision;
        }
    }

    private static Run run(RandomHistory history) {
        return new Run(LoyaltyEngine.of(history.program()));
    }

    @Property(tries = TRIES)
    @Tag("L2")
    @Tag("L8")
    @Tag("I1")
    @Tag("I5")
    void pointsAreConservedAfterEveryEvent(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run run = run(history);
        for (LoyaltyEvent event : history.events()) {
            run.next(event);
            for (Wallet wallet : run.account.wallets()) {
                Balance balance = wallet.balance();
                // Where sums go past what fits, they do so on both sides.
                assertThat(balance.opened() + balance.earned() + balance.adjustedUp() + balance.received())
                        .isEqualTo(balance.available()
                                + balance.pending()
                                + balance.held()
                                + balance.redeemed()
                                + balance.expired()
                                + balance.clawedBack()
                                + balance.adjustedDown()
                                + balance.sent()
                                - balance.debt());
                assertThat(Math.min(balance.available(), balance.debt())).isZero();
                assertThat(balance.isConserved()).isTrue();
            }
        }
    }

    @Property(tries = TRIES)
    @Tag("L3")
    @Tag("I4")
    @Tag("I2")
    void anAccountIsTheFoldOfItsEntries(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run run = run(history);
        for (LoyaltyEvent event : history.events()) {
            run.next(event);
            assertThat(run.account.verify(run.entries)).isEmpty();
        }
    }

    @Property(tries = TRIES)
    @Tag("L5")
    @Tag("I8")
    @Tag("I9")
    void aRedemptionTakesFromTheLotsInTheOrderOfTheirExpiryEarningAndNumber(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run run = run(history);
        for (LoyaltyEvent event : history.events()) {
            // The timer of inactivity as it stands when points are taken is prolonged by the redemption itself: to the
            // same end
            // for all lots without a date, so the order among the others is by what the account says afterwards.
            Account before = run.engine.advance(run.account, event.occurredAt()).account();
            Decision decision = run.next(event);
            for (LedgerEntry entry : decision.entries()) {
                if (entry.kind() == EntryKind.REDEEM) {
                    Wallet held = before.wallet(entry.currency()).orElseThrow();
                    Wallet after = run.account.wallet(entry.currency()).orElseThrow();
                    Instant runsOut = after.isSuspended() ? null : after.runsOut();
                    assertThat(entry.lots()).isEqualTo(expectedUses(held, runsOut, -entry.points()));
                }
            }
        }
    }

    private static List<LotUse> expectedUses(Wallet wallet, Instant runsOut, long points) {
        List<Lot> lots = new ArrayList<>();
        wallet.dated().forEach(lots::add);
        wallet.undated().forEach(lots::add);
        lots.sort(Comparator.comparing((Lot lot) -> end(lot, runsOut))
                .thenComparing(Lot::earned)
                .thenComparing(Lot::number));
        List<LotUse> uses = new ArrayList<>();
        long missing = points;
        for (Lot lot : lots) {
            if (missing > 0) {
                long taken = Math.min(missing, lot.left());
                uses.add(lot.use(taken));
                missing -= taken;
            }
        }
        return uses;
    }

    private static Instant end(Lot lot, Instant runsOut) {
        // Where a timer runs, it ends all but dates of their own.
        Instant end = lot.end() == null ? Instant.MAX : lot.end();
        boolean isTimed = lot.end() == null || lot.dating() == LotDating.BY_TERMS;
        return isTimed && runsOut != null && runsOut.isBefore(end) ? runsOut : end;
    }

    @Property(tries = TRIES)
    @Tag("D4")
    @Tag("I10")
    @Tag("K13")
    void sweepsChangeNothing(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run swept = run(history);
        Run lazy = run(history);
        for (int i = 0; i < history.events().size(); i++) {
            LoyaltyEvent event = history.events().get(i);
            // Only as far as no later event of the history becomes late by it: a late event is judged by the account's
            // present.
            Instant bound = history.events().stream()
                    .skip(i)
                    .map(LoyaltyEvent::occurredAt)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            while (history.chance(50) && swept.account.asOf().isBefore(bound)) {
                swept.advance(history.instantBetween(swept.account.asOf(), bound));
            }
            Decision decision = swept.next(event);
            assertThat(decision.refusal()).isEqualTo(lazy.next(event).refusal());
        }
        // A sweep stays where it came to, even if nothing was accepted after it.
        Instant end = Ordering.natural()
                .max(swept.account.asOf(), lazy.account.asOf())
                .plus(1000, ChronoUnit.DAYS);
        swept.advance(history.instantBetween(swept.account.asOf(), end));
        swept.advance(end);
        lazy.advance(end);
        assertThat(swept.entries).isEqualTo(lazy.entries);
        assertThat(swept.tierChanges).isEqualTo(lazy.tierChanges);
        assertThat(Codec.ACCOUNTS.digest(swept.account)).isEqualTo(Codec.ACCOUNTS.digest(lazy.account));
        assertThat(swept.account).isEqualTo(lazy.account);
    }

    @Property(tries = TRIES)
    @Tag("D4")
    void nothingHappensByItselfBeforeTheNextChangeAndSomethingAtIt(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run run = run(history);
        history.events().forEach(run::next);
        for (int i = 0; i < 20; i++) {
            Instant next = run.engine.nextChangeAt(run.account).orElse(null);
            if (next == null) {
                Decision end = run.advance(run.account.asOf().plus(10_000, ChronoUnit.DAYS));
                assertThat(end.entries()).isEmpty();
                assertThat(end.tierChanges()).isEmpty();
                return;
            }
            List<Balance> still = balances(run.account);
            Decision before = run.advance(next.minusNanos(1_000));
            assertThat(before.entries()).isEmpty();
            assertThat(before.tierChanges()).isEmpty();
            assertThat(balances(before.account())).isEqualTo(still);
            Decision at = run.advance(next);
            assertThat(at.entries().size() + at.tierChanges().size() > 0
                            || !balances(at.account()).equals(balances(before.account())))
                    .isTrue();
        }
    }

    private static List<Balance> balances(Account account) {
        return account.wallets().stream().map(Wallet::balance).toList();
    }

    @Property(tries = TRIES)
    @Tag("D3")
    void theOrderOfDeclarationIsIrrelevant(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run declared = run(history);
        Run shuffled = new Run(LoyaltyEngine.of(history.programDeclaredInAnotherOrder()));
        assertThat(shuffled.engine.program().fingerprint())
                .isEqualTo(declared.engine.program().fingerprint());
        for (LoyaltyEvent event : history.events()) {
            assertThat(shuffled.next(event).explanation())
                    .isEqualTo(declared.next(event).explanation());
        }
        assertThat(shuffled.entries).isEqualTo(declared.entries);
        assertThat(Codec.ACCOUNTS.digest(shuffled.account)).isEqualTo(Codec.ACCOUNTS.digest(declared.account));
    }

    @Property(tries = TRIES)
    @Tag("D2")
    @Tag("I14")
    void lookingOnlyAtRulesThatCanMatchLeavesNoneOut(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run planned = run(history);
        Run all = new Run(LoyaltyEngine.of(history.programWithoutScopes()));
        for (LoyaltyEvent event : history.events()) {
            planned.next(event);
            all.next(event);
        }
        assertThat(planned.entries).isEqualTo(all.entries);
        assertThat(Codec.ACCOUNTS.digest(planned.account)).isEqualTo(Codec.ACCOUNTS.digest(all.account));
    }

    @Property(tries = TRIES)
    @Tag("X2")
    void aPreviewSaysWhatThePurchaseThenGives(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run run = run(history);
        for (LoyaltyEvent event : history.events()) {
            if (event instanceof Purchase purchase) {
                Decision preview =
                        run.receipts.preview(run.engine, run.account, purchase.basket(), purchase.occurredAt());
                Decision decision = run.next(event);
                assertThat(preview.refusal()).isEqualTo(decision.refusal());
                assertThat(KeptReceipts.withoutUnpaidOrders(preview.account()))
                        .isEqualTo(KeptReceipts.withoutUnpaidOrders(decision.account()));
                assertThat(preview.explanation()).isEqualTo(decision.explanation());
                assertThat(preview.entries()).hasSameSizeAs(decision.entries());
                assertThat(kindsPointsAndSources(preview)).isEqualTo(kindsPointsAndSources(decision));
            } else {
                run.next(event);
            }
        }
    }

    @Property(tries = TRIES)
    @Tag("X1")
    @Tag("I24")
    void anExplanationAddsUpToThePointsPostedAndSpeaksOfEveryRule(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run run = run(history);
        for (LoyaltyEvent event : history.events()) {
            Decision decision = run.next(event);
            boolean isOfMember = event instanceof Activity || event instanceof Enrollment;
            if ((event instanceof Purchase || isOfMember) && decision.isAccepted()) {
                Explanation explanation = decision.explanation();
                assertThat(explanation.points("points")).isEqualTo(decision.earned("points"));
                assertThat(explanation.points("status")).isEqualTo(decision.earned("status"));
                assertThat(Stream.concat(
                                explanation.applied().stream()
                                        .filter(applied -> applied.points() != 0)
                                        .map(applied -> applied.rule() + " " + applied.points()),
                                explanation.followed().stream()
                                        .filter(followed -> followed.points() != 0)
                                        .map(followed -> followed.rule() + " " + followed.points())))
                        .containsExactlyInAnyOrderElementsOf(decision.entries().stream()
                                .filter(entry -> entry.kind() == EntryKind.EARN)
                                .map(entry -> entry.source() + " " + entry.points())
                                .toList());
                assertThat(explanation.text()).doesNotContainPattern("[0-9]/[0-9]");
                assertThat(Stream.of(
                                        explanation.applied().stream().map(RuleOutcome.Applied::rule),
                                        explanation.followed().stream().map(RuleOutcome.Followed::rule),
                                        explanation.notApplied().stream().map(RuleOutcome.NotApplied::rule))
                                .flatMap(rules -> rules))
                        .containsExactlyInAnyOrderElementsOf(rulesOn(event, run.engine.program()));
            }
        }
    }

    private static List<String> rulesOn(LoyaltyEvent event, LoyaltyProgram program) {
        if (event instanceof Purchase) {
            return program.purchaseRules().stream().map(Rule::id).toList();
        }
        Optional<String> activity = Optional.of(event)
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast)
                .map(Activity::name);
        return program.memberRules().stream()
                .filter(rule ->
                        rule.occasion().activity().map(ActivityKind::name).equals(activity))
                .map(Rule::id)
                .toList();
    }

    @Property(tries = TRIES)
    @Tag("X1")
    void rulesThatWereNotConsideredAreOutsideOfWhatTheyState(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run run = run(history);
        ZoneId zone = run.engine.program().zone();
        Map<String, PurchaseRule> rules = Maps.uniqueIndex(run.engine.program().purchaseRules(), PurchaseRule::id);
        for (LoyaltyEvent event : history.events()) {
            Decision decision = run.next(event);
            if (event instanceof Purchase purchase && decision.isAccepted()) {
                Explanation explanation = decision.explanation();
                for (RuleOutcome.NotConsidered group : explanation.notConsidered()) {
                    for (int i = 0; i < group.rules().size(); i++) {
                        String rule = group.rules().get(i);
                        assertThat(isOutside(purchase, zone, rules.get(rule).scope(), group.reason()))
                                .as("%s of %s", group, purchase)
                                .isTrue();
                        assertThat(explanation.outcomeOf(rule))
                                .contains(group.outcomes().get(i));
                    }
                }
            }
        }
    }

    private static boolean isOutside(
            Purchase purchase, ZoneId zone, Scope scope, RuleOutcome.NotConsidered.Reason reason) {
        LocalDate date = LocalDate.ofInstant(purchase.occurredAt(), zone);
        return switch (reason) {
            case DATES ->
                (scope.from() != null && date.isBefore(scope.from()))
                        || (scope.to() != null && date.isAfter(scope.to()));
            case TIER -> !scope.tiers().isEmpty();
            case LINES ->
                scope.keys() != null
                        && purchase.basket().lines().stream().noneMatch(line -> hasOneOf(line, scope.keys()));
        };
    }

    private static boolean hasOneOf(PurchaseLine line, Set<LineKey> keys) {
        return keys.stream().anyMatch(key -> switch (key.kind()) {
            case CATEGORY -> line.categories().contains(key.value());
            case SKU -> key.value().equals(line.sku());
            case BRAND -> key.value().equals(line.brand());
        });
    }

    @Property(tries = TRIES)
    @Tag("A5")
    @Tag("I23")
    void noRuleAndNoProgramAwardsMoreThanItsCapsAllow(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run run = run(history);
        CountedCaps counted = new CountedCaps(history.program().zone());
        Map<String, PurchaseReceipt> purchases = new HashMap<>();
        for (LoyaltyEvent event : history.events()) {
            Decision decision = run.next(event);
            for (PurchaseReceipt receipt : purchases(decision)) {
                PurchaseReceipt before = purchases.put(receipt.purchase(), receipt);
                for (int i = 0; i < receipt.awards().size(); i++) {
                    ReceiptAward award = receipt.awards().get(i);
                    Map<String, Long> more = keptByRule(run.engine.program(), award);
                    Map<String, Long> less = before == null
                            ? Map.of()
                            : keptByRule(run.engine.program(), before.awards().get(i));
                    more.forEach((id, kept) -> count(
                            counted, run.engine.program(), id, receipt, decision, less.getOrDefault(id, 0L), kept));
                }
                for (Cap cap : run.engine.program().caps()) {
                    long keptBefore = before == null ? 0 : kept(before, cap);
                    count(counted, "all rules", cap, receipt, decision, keptBefore, kept(receipt, cap));
                }
            }
        }
    }

    /** What caps count of an award: of the rule that earns all of it, of a multiplier what that adds. */
    private static Map<String, Long> keptByRule(LoyaltyProgram program, ReceiptAward award) {
        Map<String, Long> kept = new LinkedHashMap<>();
        award.parts().forEach(part -> kept.put(part.rule(), part.kept()));
        kept.put(baseOf(program, award.parts().get(0).rule()).id(), award.kept());
        return kept;
    }

    private static void count(
            CountedCaps counted,
            LoyaltyProgram program,
            String id,
            PurchaseReceipt receipt,
            Decision decision,
            long before,
            long kept) {
        Rule rule = program.rules().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        for (Cap cap : rule.caps()) {
            count(counted, id, cap, receipt, decision, before, kept);
        }
    }

    private static void count(
            CountedCaps counted,
            String id,
            Cap cap,
            PurchaseReceipt receipt,
            Decision decision,
            long before,
            long kept) {
        long more = cap instanceof PointCap ? kept - before : Math.min(1, kept) - Math.min(1, before);
        counted.count(id, cap, receipt.purchase(), receipt.occurredAt(), decision.account(), more);
    }

    /** What a cap of a program counts of a purchase: of points those of its currency, of uses that any are kept. */
    private static long kept(PurchaseReceipt receipt, Cap cap) {
        return receipt.awards().stream()
                .filter(award -> !(cap instanceof PointCap points)
                        || award.currency().equals(points.most().currency().id()))
                .mapToLong(ReceiptAward::kept)
                .sum();
    }

    /** The receipt that a purchase leaves, or that of the purchase that a return changes. */
    private static List<PurchaseReceipt> purchases(Decision decision) {
        return decision.receipts().stream()
                .filter(PurchaseReceipt.class::isInstance)
                .map(PurchaseReceipt.class::cast)
                .toList();
    }

    private static Rule baseOf(LoyaltyProgram program, String id) {
        Rule rule = program.rules().stream()
                .filter(other -> other.id().equals(id))
                .findFirst()
                .orElseThrow();
        return rule instanceof Multiplier multiplier
                ? baseOf(program, multiplier.effect().rule())
                : rule;
    }

    @Property(tries = TRIES)
    @Tag("E3")
    @Tag("K5")
    void aRefusedEventLeavesTheAccountAsItWas(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run run = run(history);
        for (LoyaltyEvent event : history.events()) {
            String before = Codec.ACCOUNTS.digest(run.account);
            Decision decision = run.next(event);
            if (!decision.isAccepted()) {
                assertThat(decision.entries()).isEmpty();
                assertThat(Codec.ACCOUNTS.digest(run.account)).isEqualTo(before);
            }
        }
    }

    @Property(tries = TRIES)
    @Tag("V2")
    void aReceiptHoldsEachAwardWithSharesOfItsLinesThatAreRoundedToIt(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Run run = run(history);
        for (LoyaltyEvent event : history.events()) {
            Decision decision = run.next(event);
            if (event instanceof Purchase && decision.isAccepted()) {
                List<PurchaseReceipt> left = purchases(decision);
                assertThat(left).hasSize(1);
                // The others are those of what paid.
                assertThat(decision.receipts().stream()
                                .filter(receipt -> !left.contains(receipt))
                                .map(Receipt::event))
                        .containsExactlyElementsOf(left.get(0).links());
                assertIsWhatWasPosted(left.get(0), decision);
            }
        }
    }

    private static List<Tuple> kindsPointsAndSources(Decision decision) {
        return decision.entries().stream()
                .map(entry -> tuple(entry.kind(), entry.points(), entry.source()))
                .toList();
    }

    private static void assertIsWhatWasPosted(PurchaseReceipt receipt, Decision decision) {
        List<String> posted = decision.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.EARN)
                .map(entry -> entry.source() + " " + entry.points() + " in "
                        + entry.lots().get(0).lot())
                .sorted()
                .toList();
        List<String> kept = receipt.awards().stream()
                .flatMap(award -> award.parts().stream()
                        // A cap may have left nothing of one.
                        .filter(part -> part.points() > 0)
                        .map(part -> part.rule() + " " + part.points() + " in "
                                + award.lot().number()))
                .sorted()
                .toList();
        assertThat(kept).isEqualTo(posted);
        for (ReceiptAward award : receipt.awards()) {
            assertThat(award.shares().lines()).isEqualTo(receipt.lines().size());
            long given = given(award);
            boolean capped = decision.explanation().applied().stream().anyMatch(RuleOutcome.Applied::isCut);
            assertThat(award.points()).isLessThanOrEqualTo(given);
            if (!capped) {
                assertThat(award.points()).isEqualTo(given);
            }
        }
    }

    /** What shares were rounded to; where each line was, what will be worked out anew has them exact. */
    private static long given(ReceiptAward award) {
        if (award.step() != RoundingStep.PER_LINE || !(award.terms() instanceof TermsOfReturn.WorkedOutAnew)) {
            return award.shares().sum().rounded(award.rounding());
        }
        long sum = 0;
        for (int line = 0; line < award.shares().lines(); line++) {
            sum += award.shares().of(line).rounded(award.rounding());
        }
        return sum;
    }
}
