package dev.laurel.engine.settle;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import dev.laurel.condition.OrderTotal;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.engine.draft.CountersDraft;
import dev.laurel.engine.draft.FactsOfPurchase;
import dev.laurel.engine.earn.Award;
import dev.laurel.engine.earn.Earning;
import dev.laurel.engine.earn.QualifyingCosts;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.Membership;
import dev.laurel.engine.plan.Series;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.PurchaseMeasure;
import dev.laurel.receipt.CountedSum;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Timestamps;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase counts for the sums that the program asks for. All of them are asked by what was so before it, so none is changed before
 * the last was asked. Where it was counted is written when somebody reads the receipt; most events are never asked, so nothing is made
 * for a sum but what it counts.
 */
final class PurchaseCounts {
    /** Of a program that asks for no sums, or of a purchase that does not count. */
    static final PurchaseCounts NONE = new PurchaseCounts(List.of());

    private static final int MAX_VALUE_LENGTH = 1_000;
    private static final int[] NO_LINES = {};

    private final List<Series> asked;

    /** For each sum the places of the lines that count for it, or null if the purchase does not. */
    private final int[] @Nullable [] places;

    /** For each sum what is counted, where that is an amount. */
    private final long[] amounts;

    /** For each sum more than that, if any has more: the values, or the totals that must be left. */
    private @Nullable Object @Nullable [] others;

    private long @Nullable [] costs;

    private PurchaseCounts(List<Series> asked) {
        this.asked = asked;
        places = new int[asked.size()][];
        amounts = new long[asked.size()];
    }

    /** Counts a purchase. */
    static PurchaseCounts count(Evaluation<Purchase> on, Earning earning) {
        List<Series> asked = on.account().versions().counted();
        if (asked.isEmpty() || !earning.counts()) {
            return NONE;
        }
        PurchaseCounts counts = new PurchaseCounts(asked);
        CountersDraft counters = on.account().counters();
        Instant at = on.event().occurredAt();
        for (int sum = 0; sum < asked.size(); sum++) {
            if (counters.counts(asked.get(sum), at)) {
                counts.ask(sum, on, earning);
            }
        }
        counts.write(counters, at);
        return counts;
    }

    private void write(CountersDraft counters, Instant at) {
        for (int sum = 0; sum < asked.size(); sum++) {
            if (places[sum] != null) {
                write(sum, counters, at);
            }
        }
    }

    @SuppressWarnings("unchecked") // the values of a sum of values
    private void write(int sum, CountersDraft counters, Instant at) {
        Series series = asked.get(sum);
        if (series.isOfDays()) {
            counters.countDay(series, at);
        } else if (series.isOfValues() && others != null && others[sum] != null) {
            counters.countValues(series, at, (SortedSet<String>) others[sum]);
        } else if (amounts[sum] > 0) {
            counters.count(series, at, amounts[sum]);
        }
    }

    private void ask(int sum, Evaluation<Purchase> on, Earning earning) {
        if (asked.get(sum).counter() instanceof MemberCounter<?> counter) {
            if (counter.measure() instanceof MemberMeasure.Earned earned) {
                amounts[sum] = earned(earning, earned.currency().id());
                boolean isCounted = amounts[sum] > 0 && Counts.isMet(counter, earning.facts());
                places[sum] = isCounted ? NO_LINES : null;
            }
            return;
        }
        PurchaseCounter<?> counter = (PurchaseCounter<?>) asked.get(sum).counter();
        List<PurchaseLine> lines = on.event().basket().lines();
        int[] chosen = chosen(counter.id(), counter.selector(), lines, earning.countingLines());
        if (chosen.length == 0 || !isMet(counter.id(), counter.conditions(), earning.facts())) {
            return;
        }
        places[sum] = chosen;
        if (counter.measure() instanceof PurchaseMeasure.Own own) {
            amounts[sum] = worth(on, earning, counter.id(), own, chosen);
        } else if (counter.measure() instanceof PurchaseMeasure.Distinct distinct) {
            note(sum, values(on, counter.id(), distinct, chosen));
        } else {
            amounts[sum] = counted(sum, on, earning, counter);
        }
    }

    private long counted(int sum, Evaluation<Purchase> on, Earning earning, PurchaseCounter<?> counter) {
        int[] chosen = lines(sum);
        return switch ((PurchaseMeasure.Usual) counter.measure()) {
            case DAYS -> 1;
            case SPEND -> spent(on, earning, chosen);
            case QUANTITY -> quantity(on.event().basket().lines(), chosen, earning.paidInMoney());
            case PURCHASES -> {
                if (!counter.conditions().isEmpty()) {
                    note(sum, totals(counter, on.event().basket(), earning.countingLines()));
                }
                yield 1;
            }
        };
    }

    private int[] lines(int sum) {
        int[] lines = places[sum];
        return lines == null ? NO_LINES : lines;
    }

    private void note(int sum, Object other) {
        Object[] noted = others == null ? new Object[asked.size()] : others;
        noted[sum] = other;
        others = noted;
    }

    private static long earned(Earning earning, String currency) {
        long points = 0;
        for (int i = 0; i < earning.awards().size(); i++) {
            Award award = earning.awards().get(i);
            points = award.currency().equals(currency) ? Math.addExact(points, award.points()) : points;
        }
        return points;
    }

    /** The values of the lines; one that no line could have, or too many, fail the purchase. */
    private static SortedSet<String> values(
            Evaluation<Purchase> on, String counter, PurchaseMeasure.Distinct distinct, int[] places) {
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

    /** The very same lines, if all of them are chosen. */
    private static int[] chosen(String counter, Selector selector, List<PurchaseLine> lines, int[] of) {
        if (Selectors.everything().equals(selector)) {
            return of;
        }
        int[] chosen = new int[of.length];
        int count = 0;
        for (int place : of) {
            if (selects(counter, selector, lines.get(place))) {
                chosen[count++] = place;
            }
        }
        return count == of.length ? of : Arrays.copyOf(chosen, count);
    }

    private static boolean selects(String counter, Selector selector, PurchaseLine line) {
        return RuleGuard.ask(counter, "selector", () -> selector.selects(line));
    }

    private static boolean isMet(String counter, List<PurchaseCondition> conditions, PurchaseFacts facts) {
        for (int i = 0; i < conditions.size(); i++) {
            PurchaseCondition condition = conditions.get(i);
            if (!RuleGuard.ask(counter, "condition", () -> condition.check(facts))
                    .met()) {
                return false;
            }
        }
        return true;
    }

    private long spent(Evaluation<Purchase> on, Earning earning, int[] places) {
        long[] of = costs;
        if (of == null) {
            of = QualifyingCosts.of(
                    on.judgingPlan().pricing(),
                    on.event().basket().lines(),
                    earning.countingLines(),
                    earning.paidInMoney());
            costs = of;
        }
        long spent = 0;
        for (int place : places) {
            spent = Math.addExact(spent, of[place]);
        }
        return spent;
    }

    private static long quantity(List<PurchaseLine> lines, int[] places, Ratio paidInMoney) {
        BigInteger quantity = BigInteger.ZERO;
        for (int place : places) {
            quantity =
                    quantity.add(BigInteger.valueOf(lines.get(place).quantity().millionths()));
        }
        return Ratio.of(quantity, BigInteger.ONE).times(paidInMoney).rounded(Rounding.DOWN);
    }

    private static long worth(
            Evaluation<Purchase> on, Earning earning, String counter, PurchaseMeasure.Own own, int[] places) {
        Basket basket = on.event().basket();
        List<PurchaseLine> lines =
                Arrays.stream(places).mapToObj(basket.lines()::get).toList();
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
    private static List<CountedSum.Total> totals(PurchaseCounter<?> counter, Basket basket, int[] counting) {
        Currency money = basket.currency();
        List<CountedSum.Total> totals = new ArrayList<>();
        for (PurchaseCondition condition : counter.conditions()) {
            for (OrderTotal total : RuleGuard.ask(counter.id(), "condition", () -> List.copyOf(condition.totals()))) {
                if (!total.least().currency().equals(money)) {
                    throw RuleGuard.failed(
                            counter.id(),
                            "asks for a total of %s in its condition, which is not the program's money",
                            total.least());
                }
                totals.add(new CountedSum.Total(
                        total.least(), Ints.asList(chosen(counter.id(), total.lines(), basket.lines(), counting))));
            }
        }
        return totals;
    }

    // --- the receipt ---

    /**
     * Where it was counted.
     *
     * @param of decides in which windows the member's events count
     */
    List<CountedSum> toList(Instant at, CivilZone zone, Membership of) {
        ImmutableList.Builder<CountedSum> sums = ImmutableList.builder();
        for (int sum = 0; sum < asked.size(); sum++) {
            CountedSum counted = places[sum] == null ? null : counted(sum, at, zone, of);
            if (counted != null) {
                sums.add(counted);
            }
        }
        return sums.build();
    }

    /** Days and values stay, so nobody asks where they were counted. */
    private @Nullable CountedSum counted(int sum, Instant at, CivilZone zone, Membership of) {
        Series series = asked.get(sum);
        long window = series.windowOf(zone.dayOf(at), Timestamps.micros(at), of);
        List<Integer> lines = Ints.asList(lines(sum));
        if (series.counter() instanceof MemberCounter<?> counter) {
            MemberMeasure.Earned earned = (MemberMeasure.Earned) counter.measure();
            return new CountedSum.Earned(series.key(), window, earned.currency().id());
        }
        PurchaseMeasure measure = ((PurchaseCounter<?>) series.counter()).measure();
        if (!(measure instanceof PurchaseMeasure.Usual usual)) {
            return measure instanceof PurchaseMeasure.Own && amounts[sum] > 0
                    ? new CountedSum.Own(series.key(), window, lines, amounts[sum])
                    : null;
        }
        return switch (usual) {
            case DAYS -> null;
            case SPEND -> new CountedSum.Spend(series.key(), window, lines);
            case QUANTITY -> new CountedSum.Quantity(series.key(), window, lines);
            case PURCHASES -> new CountedSum.One(series.key(), window, lines, totals(sum));
        };
    }

    @SuppressWarnings("unchecked") // the totals of a sum of purchases
    private List<CountedSum.Total> totals(int sum) {
        return others == null || others[sum] == null ? List.of() : (List<CountedSum.Total>) others[sum];
    }
}
