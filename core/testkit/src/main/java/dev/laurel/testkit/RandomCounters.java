package dev.laurel.testkit;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selector;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.LineProperties;
import dev.laurel.occasion.Measure;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.Sum;
import dev.laurel.time.Window;
import java.util.ArrayList;
import java.util.List;

/** Counters of every kind, in windows of every kind, and conditions on their sums. */
final class RandomCounters {
    private final Draw draw;
    private final RandomTimes times;
    private final List<Sum> sums = new ArrayList<>();
    private final List<ActivityKind> activities = new ArrayList<>();

    /** No sums yet. */
    RandomCounters(Draw draw) {
        this.draw = draw;
        times = new RandomTimes(draw);
    }

    /** The sums of a program, which some of its conditions ask for. */
    RandomCounters(Draw draw, RandomConditions conditions) {
        this(draw);
        for (int i = draw.below(4); i > 0; i--) {
            Window window = draw.chance(15) ? Window.EVER : times.any();
            int kind = draw.below(100);
            sums.add(
                    kind < 20
                            ? earned(conditions, draw.chance(30)).per(window)
                            : kind < 35
                                    ? activities(conditions).per(window)
                                    : ofPurchases(conditions, window, draw.chance(40), draw.chance(40)));
        }
    }

    /** The kinds of activities that they count. */
    List<ActivityKind> activities() {
        return activities;
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    /** That one of the sums is so much, or less. */
    Condition condition() {
        Sum sum = draw.pick(sums);
        boolean isAtLeast = draw.chance(60);
        if (sum instanceof MoneySum money) {
            return isAtLeast
                    ? money.isAtLeast(draw.money(1 + draw.below(40_000)))
                    : money.isLessThan(draw.money(1 + draw.below(40_000)));
        }
        boolean isOfPoints =
                sum.counter() instanceof MemberCounter<?> counter && counter.measure() instanceof MemberMeasure.Earned;
        long number = 1L + draw.below(isOfPoints ? 400 : 8);
        CountSum count = (CountSum) sum;
        return isAtLeast ? count.isAtLeast(number) : count.isLessThan(number);
    }

    /** A sum for the goal of a tier: seldom of some lines, or conditional, or little would count. */
    Sum ofLadder(RandomConditions conditions, Window window) {
        return draw.chance(15)
                ? earned(conditions, draw.chance(10)).per(window)
                : ofPurchases(conditions, window, draw.chance(15), draw.chance(15));
    }

    private Sum ofPurchases(RandomConditions conditions, Window window, boolean isOfSome, boolean isConditional) {
        int measure = draw.below(8);
        Selector lines = conditions.selector(1);
        PurchaseCondition condition = draw.chance(50)
                ? Conditions.orderOfAtLeast(draw.money(draw.below(9_000)), conditions.selector(0))
                : conditions.condition(1);
        String of = isOfSome ? " of " + lines.describe() : "";
        String where = isConditional ? " where " + condition.describe() : "";
        // What is counted decides the id, so that versions which are drawn apart never mean two things by one.
        String id = "c-" + Integer.toHexString((measure + of + where).hashCode());
        if (measure <= 1) {
            return with(PurchaseCounter.spend(id), isOfSome, lines, isConditional, condition)
                    .per(window);
        }
        PurchaseCounter<CountSum> counter = switch (measure) {
            case 2 -> PurchaseCounter.purchases(id);
            case 3 -> PurchaseCounter.quantity(id);
            case 4 -> PurchaseCounter.purchaseDays(id);
            case 5 -> PurchaseCounter.distinct(id, LineProperties.category());
            case 6 -> PurchaseCounter.distinct(id, LineProperties.sku());
            default -> PurchaseCounter.measuredBy(id, new Letters());
        };
        return with(counter, isOfSome, lines, isConditional, condition).per(window);
    }

    private static <S extends Sum> PurchaseCounter<S> with(
            PurchaseCounter<S> counter,
            boolean isOfSome,
            Selector lines,
            boolean isConditional,
            PurchaseCondition condition) {
        PurchaseCounter<S> of = isOfSome ? counter.of(lines) : counter;
        return isConditional ? of.where(condition) : of;
    }

    private MemberCounter<CountSum> earned(RandomConditions conditions, boolean isConditional) {
        String currency = draw.chance(80) ? "points" : "status";
        Condition condition = conditions.ofMember(1);
        String where = isConditional ? " where " + condition.describe() : "";
        MemberCounter<CountSum> counter = MemberCounter.earned(
                "e-" + Integer.toHexString((currency + where).hashCode()), PointCurrency.of(currency));
        return isConditional ? counter.where(condition) : counter;
    }

    private MemberCounter<CountSum> activities(RandomConditions conditions) {
        ActivityKind kind = new ActivityKind(draw.pick(RandomMemberEvent.ACTIVITIES));
        activities.add(kind);
        boolean isConditional = draw.chance(30);
        Condition condition = conditions.ofMember(1);
        String where = isConditional ? " where " + condition.describe() : "";
        MemberCounter<CountSum> counter =
                MemberCounter.activities("a-" + Integer.toHexString((kind.name() + where).hashCode()), kind);
        return isConditional ? counter.where(condition) : counter;
    }

    /** A measure of somebody's own: the letters of the lines' SKUs. */
    record Letters() implements Measure {
        @Override
        public long of(PurchaseFacts facts) {
            long letters = 0;
            for (PurchaseLine line : facts.basket().lines()) {
                letters += line.id().length();
            }
            return letters;
        }

        @Override
        public String describe() {
            return "letters";
        }
    }
}
