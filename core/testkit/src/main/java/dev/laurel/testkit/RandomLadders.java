package dev.laurel.testkit;

import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.Goals;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.PurchaseMeasure;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumGoal;
import dev.laurel.program.Ladder;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierUpgrade;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ladders of every kind, none to three in a program, with goals that are often reached. */
final class RandomLadders {
    private static final List<String> IDS = List.of("status", "club", "care");
    private static final int MOST_TIERS = 4;
    private static final int LONG = 5;

    /** The tiers that the first versions of programs can have. */
    static final List<Tier> TIERS =
            IDS.stream().flatMap(id -> tiersOf(id, MOST_TIERS).stream()).toList();

    private final Draw draw;
    private final RandomTimes times;

    /** The tiers of each ladder in ascending order. */
    private final List<List<Tier>> tiers = new ArrayList<>();

    RandomLadders(Draw draw) {
        this.draw = draw;
        times = new RandomTimes(draw);
        int count = draw.chance(15) ? 0 : draw.chance(50) ? 1 : draw.chance(70) ? 2 : 3;
        for (String id : draw.shuffled(IDS).subList(0, count)) {
            tiers.add(tiersOf(id, 2 + draw.below(MOST_TIERS - 1)));
        }
    }

    private static List<Tier> tiersOf(String id, int count) {
        return Stream.of("low", "middle", "high", "top")
                .limit(count)
                .map(name -> Tier.of(id + "-" + name))
                .toList();
    }

    /** The tiers, by ladder. */
    List<List<Tier>> tiers() {
        return tiers;
    }

    /** The ladders; what counts for them is drawn too. */
    List<Ladder> declared(RandomConditions conditions) {
        return tiers.stream().map(each -> ladder(each, conditions).declared()).toList();
    }

    private LadderParts ladder(List<Tier> of, RandomConditions conditions) {
        String lowest = of.get(0).id();
        String id = lowest.substring(0, lowest.indexOf('-'));
        if (draw.chance(8)) {
            List<Ladder.Step> granted =
                    of.stream().map(tier -> new Ladder.Step(tier, null)).toList();
            return parts(id, granted, draw.chance(50) ? null : after(), TierFall.TO_EARNED, TierUpgrade.AT_ONCE);
        }
        Window window = window();
        List<Ladder.Step> steps = new Climb(window, conditions).steps(of);
        if (window instanceof BoundedWindow bounded) {
            TierUpgrade upgrade = draw.chance(35) ? TierUpgrade.NEXT_WINDOW : TierUpgrade.AT_ONCE;
            return parts(id, steps, kept(bounded, upgrade), draw.pick(List.of(TierFall.values())), upgrade);
        }
        Moment kept = window instanceof Window.Rolling ? keptAfterRolling() : null;
        return parts(id, steps, kept, TierFall.TO_EARNED, TierUpgrade.AT_ONCE);
    }

    private LadderParts parts(
            String id, List<Ladder.Step> steps, @Nullable Moment kept, TierFall fall, TierUpgrade upgrade) {
        TierAfterReturn afterReturn = draw.chance(75) ? TierAfterReturn.JUDGED_ANEW : TierAfterReturn.KEPT_UNTIL_REVIEW;
        return new LadderParts(id, steps, kept, fall, afterReturn, upgrade);
    }

    private Window window() {
        return switch (draw.below(10)) {
            case 0, 1 ->
                Window.overTheLast(
                        draw.chance(70) ? Period.ofDays(1 + draw.below(60)) : Period.ofMonths(1 + draw.below(4)));
            case 2, 3 -> draw.chance(35) ? Window.EVER : Window.SINCE_ENROLLMENT;
            default -> times.recurring();
        };
    }

    /** What is reached from the next window on must be kept into that. */
    private @Nullable Moment kept(BoundedWindow window, TierUpgrade upgrade) {
        if (draw.chance(25)) {
            return null;
        }
        if (upgrade == TierUpgrade.AT_ONCE) {
            return draw.chance(15) ? Moment.earlierOf(times.kept(window), times.kept(window)) : times.kept(window);
        }
        return switch (draw.below(4)) {
            case 0 -> Moment.endOf(window, window.length());
            case 1 -> Moment.endOf(window, window.length()).plus(Period.ofDays(draw.below(40)));
            case 2 -> Moment.earlierOf(Moment.endOf(window, window.length()), after());
            default -> draw.chance(15) ? Moment.never() : after();
        };
    }

    private @Nullable Moment keptAfterRolling() {
        return switch (draw.below(6)) {
            case 0, 1, 2 -> null;
            case 3, 4 -> Moment.after(Period.ofDays(1 + draw.below(30)));
            default -> draw.chance(80) ? Moment.endOf(BoundedWindow.MONTH) : Moment.never();
        };
    }

    private Moment after() {
        return Moment.after(Period.ofDays(1 + draw.below(300)));
    }

    /** The goals of one ladder: of one sum or two, joined now and then, and harder from tier to tier. */
    private final class Climb {
        private final int scale;
        private final List<Sum> sums = new ArrayList<>();
        private final List<Long> reached = new ArrayList<>();

        Climb(Window window, RandomConditions conditions) {
            scale = scaleOf(window);
            RandomCounters counters = new RandomCounters(draw);
            for (int i = draw.chance(50) ? 1 : 2; i > 0; i--) {
                Sum sum = counters.ofLadder(conditions, window);
                if (!sums.contains(sum)) {
                    sums.add(sum);
                    reached.add(0L);
                }
            }
        }

        List<Ladder.Step> steps(List<Tier> of) {
            List<Ladder.Step> steps = new ArrayList<>();
            // One can be reached at least.
            int granted = of.size() > 2 && draw.chance(40) ? 1 + draw.below(of.size() - 1) : 0;
            for (int rank = 0; rank < of.size(); rank++) {
                boolean isGranted = rank == 0 || rank == granted;
                steps.add(new Ladder.Step(of.get(rank), isGranted ? null : goal()));
            }
            return steps;
        }

        private Goal goal() {
            SumGoal first = next(0);
            if (sums.size() == 1) {
                return draw.chance(8) ? Goals.all(first) : first;
            }
            SumGoal second = next(1);
            return switch (draw.below(6)) {
                case 0, 1 -> Goals.all(first, second);
                case 2, 3 -> Goals.any(first, second);
                case 4 -> draw.chance(50) ? first : second;
                default -> Goals.any(Goals.all(first, second), next(0));
            };
        }

        private SumGoal next(int place) {
            Sum sum = sums.get(place);
            long least = reached.get(place) + 1 + draw.below(unitOf(sum) * scale);
            reached.set(place, least);
            return sum instanceof MoneySum money ? money.reaches(draw.money(least)) : ((CountSum) sum).reaches(least);
        }
    }

    private static long unitOf(Sum sum) {
        if (sum.counter() instanceof MemberCounter<?>) {
            return 150;
        }
        PurchaseMeasure measure = ((PurchaseCounter<?>) sum.counter()).measure();
        if (measure instanceof PurchaseMeasure.Distinct || measure instanceof PurchaseMeasure.Own) {
            return measure instanceof PurchaseMeasure.Own ? 6 : 1;
        }
        return switch ((PurchaseMeasure.Usual) measure) {
            case SPEND -> 18_000;
            case QUANTITY -> 6;
            case PURCHASES, DAYS -> 1;
        };
    }

    /** How much more happens in a window than in a short one. */
    private static int scaleOf(Window window) {
        long days = window instanceof Window.Rolling rolling
                ? rolling.period().toTotalMonths() * 30 + rolling.period().get(ChronoUnit.DAYS)
                : window instanceof BoundedWindow bounded ? bounded.mostDays() : Long.MAX_VALUE;
        return days < 20 ? 1 : days < 50 ? 2 : days < 130 ? 3 : LONG;
    }
}
