package dev.laurel.testkit;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Selectors and conditions of every kind. */
final class RandomConditions {
    static final List<String> CATEGORIES = List.of("fragrance", "skin", "hair", "gift-card");
    static final List<String> BRANDS = List.of("acme", "zenith");
    static final List<String> CHANNELS = List.of("web", "store", "web", RogueRules.CHANNEL);
    static final List<String> SEGMENTS = List.of("staff", "press");

    private final Draw draw;
    private final List<List<Tier>> tiers;
    private final @Nullable RandomCounters counters;

    /**
     * Conditions of a program.
     *
     * @param tiers those that it has, by ladder
     */
    RandomConditions(Draw draw, List<List<Tier>> tiers) {
        this(draw, tiers, null);
    }

    private RandomConditions(Draw draw, List<List<Tier>> tiers, @Nullable RandomCounters counters) {
        this.draw = draw;
        this.tiers = tiers;
        this.counters = counters;
    }

    /** The same, and on sums of counters. */
    RandomConditions asking(RandomCounters counters) {
        return counters.isEmpty() ? this : new RandomConditions(draw, tiers, counters);
    }

    boolean asksForSums() {
        return counters != null;
    }

    /** A condition on one of the sums that there are. */
    Condition onSum() {
        return Objects.requireNonNull(counters).condition();
    }

    Selector selector(int depth) {
        if (depth > 0 && draw.chance(30)) {
            Selector left = selector(depth - 1);
            return switch (draw.below(3)) {
                case 0 -> Selectors.all(left, selector(depth - 1));
                case 1 -> Selectors.any(left, selector(depth - 1));
                default -> Selectors.not(left);
            };
        }
        return switch (draw.below(5)) {
            case 0 -> Selectors.sku("sku-" + draw.below(6));
            case 1 -> Selectors.brand(draw.pick(BRANDS));
            case 2 -> Selectors.discounted();
            case 3 -> Selectors.attribute("cabin", "business");
            default -> Selectors.category(draw.pick(CATEGORIES));
        };
    }

    PurchaseCondition condition(int depth) {
        if (depth > 0 && draw.chance(30)) {
            PurchaseCondition first = condition(depth - 1);
            return switch (draw.below(3)) {
                case 0 -> Conditions.any(first, condition(depth - 1));
                case 1 -> Conditions.not(first);
                // Two conditions of one kind could exclude each other, which a program refuses.
                default -> Conditions.all(first, Conditions.orderOfAtLeast(draw.money(draw.below(9_000))));
            };
        }
        if (counters != null && draw.chance(35)) {
            return counters.condition();
        }
        return switch (draw.below(tiers.isEmpty() ? 7 : 9)) {
            case 0 -> {
                LocalDate from = draw.date();
                yield Conditions.during(from, from.plusDays(draw.below(200)));
            }
            case 1 -> orderOfAtLeast();
            case 2 -> Conditions.basketHas(selector(1));
            case 3 -> Conditions.memberIsIn(draw.pick(SEGMENTS));
            case 4 -> Conditions.orderedThrough(draw.pick(CHANNELS));
            case 5 -> Conditions.onDays(DayOfWeek.of(1 + draw.below(3)), DayOfWeek.of(4 + draw.below(4)));
            case 6 -> enrolledFor();
            default -> ofTiers();
        };
    }

    private Condition enrolledFor() {
        return Conditions.enrolledFor(draw.chance(20) ? Period.ZERO : Period.of(0, draw.below(3), draw.below(20)));
    }

    /** Now and then of nothing of some lines, which an order without such lines reaches too. */
    private PurchaseCondition orderOfAtLeast() {
        Money least = draw.money(draw.chance(90) ? draw.below(9_000) : 0);
        return draw.chance(40) ? Conditions.orderOfAtLeast(least, selector(1)) : Conditions.orderOfAtLeast(least);
    }

    /** A condition that can be asked without an order. */
    Condition ofMember(int depth) {
        if (depth > 0 && draw.chance(30)) {
            Condition first = ofMember(depth - 1);
            return draw.chance(50) ? Conditions.any(first, ofMember(depth - 1)) : Conditions.not(first);
        }
        if (counters != null && draw.chance(35)) {
            return counters.condition();
        }
        return switch (draw.below(tiers.isEmpty() ? 3 : 5)) {
            case 0 -> {
                LocalDate from = draw.date();
                yield Conditions.during(from, from.plusDays(draw.below(400)));
            }
            case 1 -> Conditions.memberIsIn(draw.pick(SEGMENTS));
            case 2 -> enrolledFor();
            default -> ofTiers();
        };
    }

    /** That a member holds a tier, or one of each of two ladders. */
    private Condition ofTiers() {
        List<List<Tier>> some = draw.shuffled(tiers);
        Condition first = ofTier(some.get(0));
        if (some.size() == 1 || draw.chance(60)) {
            return first;
        }
        Condition second = ofTier(some.get(1));
        return draw.chance(60) ? Conditions.all(first, second) : Conditions.any(first, second);
    }

    private Condition ofTier(List<Tier> ladder) {
        Tier tier = draw.pick(ladder);
        return draw.chance(50) ? Conditions.memberIs(tier) : Conditions.memberIsAtLeast(tier);
    }
}
