package dev.laurel.engine.settle;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Facts;
import dev.laurel.condition.OrderTotal;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.engine.draft.CountersDraft;
import dev.laurel.engine.draft.FactsOfMember;
import dev.laurel.engine.draft.FactsOfPurchase;
import dev.laurel.engine.earn.Award;
import dev.laurel.engine.earn.Earning;
import dev.laurel.engine.earn.QualifyingCosts;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.PlannedLadder;
import dev.laurel.engine.plan.Series;
import dev.laurel.event.Activity;
import dev.laurel.event.Basket;
import dev.laurel.event.Claim;
import dev.laurel.event.Opening;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.PurchaseMeasure;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.CountedSum;
import dev.laurel.receipt.CountedUse;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an event counts for the sums that the program asks for. All of them are asked by what was so before it, so none is changed before
 * the last was asked.
 */
final class Counts {
    private static final int MAX_VALUE_LENGTH = 1_000;

    private final CountersDraft counters;
    private final Instant at;
    private final List<Counted> counted = new ArrayList<>(1);
    private final List<Series> days = new ArrayList<>(0);
    private final Map<Series, SortedSet<String>> values = new LinkedHashMap<>(0);

    private Counts(CountersDraft counters, Instant at) {
        this.counters = counters;
        this.at = at;
    }

    /** What is to be counted. */
    private record Counted(Series series, long amount) {}

    // --- of purchases ---

    /** Counts a purchase, and says where. */
    static List<CountedSum> count(Evaluation<Purchase> on, Earning earning) {
        List<Series> asked = on.account().versions().counted();
        if (asked.isEmpty() || !earning.counts()) {
            return List.of();
        }
        Counts counts = new Counts(on.account().counters(), on.event().occurredAt());
        List<CountedSum> sums = new ArrayList<>(asked.size());
        for (Series series : asked) {
            CountedSum sum = counts.counts(series) ? counts.ofPurchase(on, earning, series) : null;
            if (sum != null) {
                sums.add(sum);
            }
        }
        counts.write();
        return sums;
    }

    private boolean counts(Series series) {
        return counters.counts(series, at);
    }

    private void write() {
        counted.forEach(each -> counters.count(each.series(), at, each.amount()));
        days.forEach(series -> counters.countDay(series, at));
        values.forEach((series, each) -> counters.countValues(series, at, each));
    }

    private void add(Series series, long amount) {
        if (amount > 0) {
            counted.add(new Counted(series, amount));
        }
    }

    private @Nullable CountedSum ofPurchase(Evaluation<Purchase> on, Earning earning, Series series) {
        if (series.counter() instanceof MemberCounter<?> counter) {
            return counter.measure() instanceof MemberMeasure.Earned earned
                    ? ofEarned(earning, series, counter, earned.currency().id())
                    : null;
        }
        PurchaseCounter<?> counter = (PurchaseCounter<?>) series.counter();
        List<PurchaseLine> lines = on.event().basket().lines();
        List<Integer> places = chosen(counter.id(), counter.selector(), lines, earning.countingLines());
        if (places.isEmpty() || !isMet(counter.id(), counter.conditions(), earning.facts())) {
            return null;
        }
        long window = counters.windowOf(series, at);
        if (counter.measure() instanceof PurchaseMeasure.Own own) {
            long worth = worth(on, earning, counter.id(), own, places);
            add(series, worth);
            return worth == 0 ? null : new CountedSum.Own(series.key(), window, places, worth);
        }
        if (counter.measure() instanceof PurchaseMeasure.Distinct distinct) {
            values.put(series, values(on, counter.id(), distinct, places));
            return null;
        }
        return switch ((PurchaseMeasure.Usual) counter.measure()) {
            case DAYS -> {
                days.add(series);
                yield null;
            }
            case SPEND -> {
                add(series, spent(on, earning, places));
                yield new CountedSum.Spend(series.key(), window, places);
            }
            case QUANTITY -> {
                add(series, quantity(lines, places, earning.paidInMoney()));
                yield new CountedSum.Quantity(series.key(), window, places);
            }
            case PURCHASES -> {
                add(series, 1);
                List<CountedSum.Total> totals =
                        totals(counter, on.event().basket().currency(), lines, earning.countingLines());
                yield new CountedSum.One(series.key(), window, places, totals);
            }
        };
    }

    /** The values of the lines; one that no line could have, or too many, fail the purchase. */
    private static SortedSet<String> values(
            Evaluation<Purchase> on, String counter, PurchaseMeasure.Distinct distinct, List<Integer> places) {
        Basket basket = on.event().basket();
        SortedSet<String> values = new TreeSet<>();
        for (int place : places) {
            for (String value : RuleGuard.ask(
                    counter,
                    "property",
                    () -> List.copyOf(
                            distinct.property().valuesOf(basket.lines().get(place), basket)))) {
                RuleGuard.run(counter, "property", () -> Identifiers.text("value", value, MAX_VALUE_LENGTH));
                values.add(value);
            }
        }
        return values;
    }

    private static List<Integer> chosen(String counter, Selector selector, List<PurchaseLine> lines, int[] of) {
        List<Integer> chosen = new ArrayList<>(of.length);
        for (int place : of) {
            if (Selectors.everything().equals(selector) || selects(counter, selector, lines.get(place))) {
                chosen.add(place);
            }
        }
        return chosen;
    }

    private static boolean selects(String counter, Selector selector, PurchaseLine line) {
        return RuleGuard.ask(counter, "selector", () -> selector.selects(line));
    }

    private static boolean isMet(String counter, List<PurchaseCondition> conditions, PurchaseFacts facts) {
        for (PurchaseCondition condition : conditions) {
            if (!RuleGuard.ask(counter, "condition", () -> condition.check(facts))
                    .met()) {
                return false;
            }
        }
        return true;
    }

    private static long spent(Evaluation<Purchase> on, Earning earning, List<Integer> places) {
        long[] costs = QualifyingCosts.of(
                on.judgingPlan().pricing(),
                on.event().basket().lines(),
                earning.countingLines(),
                earning.paidInMoney());
        long spent = 0;
        for (int place : places) {
            spent = Math.addExact(spent, costs[place]);
        }
        return spent;
    }

    private static long quantity(List<PurchaseLine> lines, List<Integer> places, Ratio paidInMoney) {
        BigInteger quantity = BigInteger.ZERO;
        for (int place : places) {
            quantity =
                    quantity.add(BigInteger.valueOf(lines.get(place).quantity().millionths()));
        }
        return Ratio.of(quantity, BigInteger.ONE).times(paidInMoney).rounded(Rounding.DOWN);
    }

    private static long worth(
            Evaluation<Purchase> on, Earning earning, String counter, PurchaseMeasure.Own own, List<Integer> places) {
        Basket basket = on.event().basket();
        List<PurchaseLine> lines = places.stream().map(basket.lines()::get).toList();
        Basket counted =
                lines.equals(earning.facts().basket().lines()) ? earning.facts().basket() : basket.withLines(lines);
        PurchaseFacts facts = new FactsOfPurchase(on.account(), on.event().occurredAt(), counted);
        long worth = RuleGuard.ask(counter, "measure", () -> own.measure().of(facts));
        if (worth < 0) {
            throw RuleGuard.failed(counter, "returned %s from its measure, which must not be negative", worth);
        }
        return worth;
    }

    /** What must be left of a purchase for it to count, by what its conditions ask for. */
    private static List<CountedSum.Total> totals(
            PurchaseCounter<?> counter, Currency money, List<PurchaseLine> lines, int[] counting) {
        List<CountedSum.Total> totals = new ArrayList<>();
        for (PurchaseCondition condition : counter.conditions()) {
            for (OrderTotal total : RuleGuard.ask(counter.id(), "condition", () -> List.copyOf(condition.totals()))) {
                if (!total.least().currency().equals(money)) {
                    throw RuleGuard.failed(
                            counter.id(),
                            "asks for a total of %s in its condition, which is not the program's money",
                            total.least());
                }
                totals.add(new CountedSum.Total(total.least(), chosen(counter.id(), total.lines(), lines, counting)));
            }
        }
        return totals;
    }

    // --- of what is brought over ---

    /** Counts what was spent elsewhere for the sums of all spend that ladders ask for. */
    static void countSpend(Evaluation<Opening> on, Money spent) {
        Counts counts = new Counts(on.account().counters(), on.event().occurredAt());
        for (PlannedLadder ladder : on.plan().ladders()) {
            for (Series series : ladder.series()) {
                if (series.counter() instanceof PurchaseCounter<?> counter
                        && counter.measure() == PurchaseMeasure.Usual.SPEND
                        && Selectors.everything().equals(counter.selector())
                        && counter.conditions().isEmpty()
                        && counts.counts(series)) {
                    counts.add(series, spent.millionths());
                }
            }
        }
        counts.write();
    }

    // --- of points that are earned ---

    private @Nullable CountedSum ofEarned(
            Earning earning, Series series, MemberCounter<?> counter, String currency) {
        long points = 0;
        for (Award award : earning.awards()) {
            points = award.currency().equals(currency) ? Math.addExact(points, award.points()) : points;
        }
        if (points == 0 || !isMet(counter, earning.facts())) {
            return null;
        }
        add(series, points);
        return new CountedSum.Earned(series.key(), counters.windowOf(series, at), currency);
    }

    private static boolean isMet(MemberCounter<?> counter, Facts facts) {
        for (Condition condition : counter.conditions()) {
            if (!RuleGuard.ask(counter.id(), "condition", () -> condition.check(facts))
                    .met()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOf(MemberMeasure measure, String currency) {
        return measure instanceof MemberMeasure.Earned earned
                && earned.currency().id().equals(currency);
    }

    /** Counts the points that a claim gave, and says where. */
    static List<CountedUse> count(Evaluation<Claim> on, ClaimReceipt.GivenPoints given) {
        Counts counts = new Counts(on.account().counters(), on.event().occurredAt());
        Facts facts = new FactsOfMember(on.account(), on.event().occurredAt());
        List<CountedUse> uses = new ArrayList<>();
        for (Series series : on.account().versions().counted()) {
            if (series.counter() instanceof MemberCounter<?> counter
                    && isOf(counter.measure(), given.currency())
                    && counts.counts(series)
                    && isMet(counter, facts)) {
                counts.add(series, given.points());
                uses.add(new CountedUse(series.key(), counts.counters.windowOf(series, counts.at), false));
            }
        }
        counts.write();
        return uses;
    }

    // --- of activities ---

    /** Counts an activity. */
    static void count(Evaluation<Activity> on) {
        Counts counts = new Counts(on.account().counters(), on.event().occurredAt());
        Facts facts = new FactsOfMember(on.account(), on.event().occurredAt());
        for (Series series : on.account().versions().counted()) {
            if (series.counter() instanceof MemberCounter<?> counter
                    && counter.measure() instanceof MemberMeasure.Activities activities
                    && activities.kind().name().equals(on.event().name())
                    && counts.counts(series)
                    && isMet(counter, facts)) {
                counts.add(series, 1);
            }
        }
        counts.write();
    }
}
