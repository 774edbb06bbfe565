package dev.laurel.testkit;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selectors and conditions of every kind. */
final class RandomConditions {
    static final List<String> CATEGORIES = List.of("fragrance", "skin", "hair", "gift-card");
    static final List<String> BRANDS = List.of("acme", "zenith");
    static final List<String> CHANNELS = List.of("web", "store", "web", RogueRules.CHANNEL);
    static final List<String> SEGMENTS = List.of("staff", "press");

    private final Draw draw;
    private final boolean tiered;
    private final @Nullable RandomCounters counters;

    /**
     * Conditions of a program.
     *
     * @param tiered whether it has tiers
     */
    RandomConditions(Draw draw, boolean tiered) {
        this(draw, tiered, null);
    }

    private RandomConditions(Draw draw, boolean tiered, @Nullable RandomCounters counters) {
        this.draw = draw;
        this.tiered = tiered;
        this.counters = counters;
    }

    /** The same, and on sums of counters. */
    RandomConditions asking(RandomCounters counters) {
        return counters.isEmpty() ? this : new RandomConditions(draw, tiered, counters);
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
        return switch (draw.below(tiered ? 9 : 7)) {
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
            case 7 -> Conditions.memberIs(draw.pick(RandomProgram.TIERS));
            default -> Conditions.memberIsAtLeast(draw.pick(RandomProgram.TIERS));
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
        return switch (draw.below(tiered ? 5 : 3)) {
            case 0 -> {
                LocalDate from = draw.date();
                yield Conditions.during(from, from.plusDays(draw.below(400)));
            }
            case 1 -> Conditions.memberIsIn(draw.pick(SEGMENTS));
            case 2 -> enrolledFor();
            case 3 -> Conditions.memberIs(draw.pick(RandomProgram.TIERS));
            default -> Conditions.memberIsAtLeast(draw.pick(RandomProgram.TIERS));
        };
    }
}
