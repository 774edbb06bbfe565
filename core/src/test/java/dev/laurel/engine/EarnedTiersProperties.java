package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.NEW_YORK;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;

/** Tiers that spend reaches, judged from the plain list of what was bought and given back. */
class EarnedTiersProperties {
    private static final List<Tier> TIERS = List.of(Tier.of("a"), Tier.of("b"), Tier.of("c"), Tier.of("d"));
    private static final int STEP = 100;

    /** Windows of a calendar, with their numbers and first days. */
    @SuppressWarnings("ImmutableEnumChecker") // a window is immutable, though nothing says so
    private enum Calendar {
        MONTHS(BoundedWindow.MONTH, 1),
        QUARTERS(BoundedWindow.QUARTER, 3),
        YEARS(BoundedWindow.YEAR, 12);

        private final BoundedWindow window;
        private final int months;

        Calendar(BoundedWindow window, int months) {
            this.window = window;
            this.months = months;
        }

        private int numberOf(LocalDate date) {
            return (date.getYear() * 12 + date.getMonthValue() - 1) / months;
        }

        private int numberAt(Instant at) {
            return numberOf(at.atZone(NEW_YORK).toLocalDate());
        }

        private LocalDate firstDay(int number) {
            return LocalDate.of(number * months / 12, number * months % 12 + 1, 1);
        }

        private Instant start(int number) {
            return firstDay(number).atStartOfDay(NEW_YORK).toInstant();
        }
    }

    /**
     * What a ladder says.
     *
     * @param windows how many windows more a tier is kept
     * @param grace how many days it is kept beyond them
     */
    private record Terms(Calendar calendar, int windows, int grace, TierFall fall, TierAfterReturn afterReturn) {
        Ladder ladder() {
            MoneySum spend = PurchaseCounter.spend("spend").per(calendar.window);
            Ladder ladder = Ladder.startingAt("status", TIERS.get(0));
            for (int rank = 1; rank < TIERS.size(); rank++) {
                ladder = ladder.then(TIERS.get(rank), spend.reaches(usd(String.valueOf(rank * STEP))));
            }
            Moment kept = Moment.endOf(calendar.window, Period.ofMonths(windows * calendar.months));
            ladder = ladder.kept(grace == 0 ? kept : kept.plus(Period.ofDays(grace)));
            ladder = switch (fall) {
                case TO_EARNED -> ladder;
                case BY_ONE -> ladder.fallingByOne();
                case TO_LOWEST -> ladder.fallingToTheLowest();
            };
            return isJudged() ? ladder : ladder.unmovedByReturns();
        }

        boolean isJudged() {
            return afterReturn == TierAfterReturn.JUDGED_ANEW;
        }

        Instant end(int number) {
            LocalDate last = calendar.firstDay(number + 1 + windows);
            return last.plusDays(grace).atStartOfDay(NEW_YORK).toInstant();
        }
    }

    /**
     * A purchase, or a return of one.
     *
     * @param days how many days later, or if negative how late
     * @param dollars how much is bought, or given back if so much is left
     * @param returned which of the purchases is returned, from the latest back, or null for a purchase
     */
    private record Step(int days, int dollars, @Nullable Integer returned) {}

    private static final class Bought {
        private final String id;
        private final LocalDate date;
        private int left;

        Bought(String id, LocalDate date, int left) {
            this.id = id;
            this.date = date;
            this.left = left;
        }
    }

    /** A tier by its place, with its end. */
    private record Stands(int rank, @Nullable Instant until) {
        private static final Stands LOWEST = new Stands(0, null);

        boolean isWorseThan(Stands other) {
            return rank < other.rank
                    || (rank == other.rank && until != null && (other.until == null || until.isBefore(other.until)));
        }

        Stands orBetter(Stands other) {
            return isWorseThan(other) ? other : this;
        }

        boolean isOverBy(Instant at) {
            return until != null && !until.isAfter(at);
        }

        TierStanding standing() {
            return new TierStanding(TIERS.get(rank), until);
        }
    }

    /** The clauses, read one by one. Every sum is taken of the whole list, and how every window began is kept for good. */
    private static final class Clauses {
        private final Terms terms;
        private final List<Bought> bought = new ArrayList<>();
        private final Map<Integer, Stands> began = new HashMap<>();
        private Instant now;
        private Stands stands = Stands.LOWEST;

        Clauses(Terms terms, Instant now) {
            this.terms = terms;
            this.now = now;
        }

        private int present() {
            return terms.calendar.numberAt(now);
        }

        private Stands beganWith(int number) {
            return began.getOrDefault(number, Stands.LOWEST);
        }

        /** Q1 and Q3: the tier that a window's sum reaches, with the end that the window gives. */
        private Stands reachedIn(int number) {
            int sum = bought.stream()
                    .filter(each -> terms.calendar.numberOf(each.date) == number)
                    .mapToInt(each -> each.left)
                    .sum();
            int rank = Math.min(sum / STEP, TIERS.size() - 1);
            return rank == 0 ? Stands.LOWEST : new Stands(rank, terms.end(number));
        }

        /** The best that windows give that have begun, and whose end is not over. */
        private Stands supportedAt(Instant at) {
            Stands best = Stands.LOWEST;
            for (Bought each : bought) {
                int number = terms.calendar.numberOf(each.date);
                Stands reached = reachedIn(number);
                if (number <= terms.calendar.numberAt(at) && !reached.isOverBy(at)) {
                    best = best.orBetter(reached);
                }
            }
            return best;
        }

        /** Q4: where a standing falls to at its end. */
        private Stands fallen(Stands standing) {
            Instant end = standing.until;
            int present = terms.calendar.numberAt(end);
            int beneath = standing.rank - 1;
            if (terms.fall == TierFall.TO_LOWEST) {
                return Stands.LOWEST;
            }
            if (terms.fall == TierFall.TO_EARNED || beneath == 0) {
                return supportedAt(end);
            }
            Stands byLastFull = new Stands(beneath, terms.end(present - 1));
            return supportedAt(end)
                    .orBetter(byLastFull.isOverBy(end) ? new Stands(beneath, terms.end(present)) : byLastFull);
        }

        private Stands reviewed(Stands standing, Instant by) {
            Stands reviewed = standing;
            while (reviewed.isOverBy(by)) {
                reviewed = fallen(reviewed);
            }
            return reviewed;
        }

        void advance(Instant at) {
            for (int next = present() + 1; !terms.calendar.start(next).isAfter(at); next++) {
                stands = reviewed(stands, terms.calendar.start(next));
                began.put(next, stands);
            }
            stands = reviewed(stands, at);
            now = at;
        }

        /** Q3: what counts lifts at once, by the window in which it counts. */
        void buys(Bought purchase) {
            bought.add(purchase);
            Stands reached = reachedIn(terms.calendar.numberOf(purchase.date));
            if (!reached.isOverBy(now)) {
                stands = stands.orBetter(reached);
            }
        }

        /** Q5. */
        void givesBack(Bought purchase, int dollars) {
            purchase.left -= dollars;
            int number = terms.calendar.numberOf(purchase.date);
            Instant next = terms.calendar.start(number + 2);
            Instant counts = next.isAfter(terms.end(number)) ? next : terms.end(number);
            if (terms.isJudged() && counts.isAfter(now)) {
                Stands judged = supportedAt(now).orBetter(takenOnFrom(number));
                stands = judged.isWorseThan(stands) ? judged : stands;
            }
        }

        private Stands takenOnFrom(int first) {
            Stands taken = beganWith(first);
            for (int number = first; number <= present(); number++) {
                Instant end = terms.calendar.start(number + 1);
                taken = reviewed(taken.orBetter(reachedIn(number)), end.isAfter(now) ? now : end);
                if (number < present() && taken.isWorseThan(beganWith(number + 1))) {
                    began.put(number + 1, taken);
                }
            }
            return taken;
        }
    }

    @Property(tries = 1_000)
    @Tag("Q3")
    @Tag("Q4")
    @Tag("Q5")
    @Tag("D4")
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void theStandingOfAMemberIsWhatTheClausesMakeOfWhatWasBoughtAndGivenBack(
            @ForAll("terms") Terms terms, @ForAll("histories") List<Step> steps) {
        Shop shop = shop(terms);
        Shop advancedBetween = shop(terms);
        Instant latest =
                LocalDate.of(2025, 11, 20).atTime(12, 0).atZone(NEW_YORK).toInstant();
        Clauses clauses = new Clauses(terms, latest);
        int fallen = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Bought returned = step.returned == null ? null : returnable(clauses.bought, step.returned, latest);
            int days = i > 0 && step.returned == null ? step.days : Math.abs(step.days);
            Instant at = latest.atZone(NEW_YORK).plusDays(days).toInstant();
            if (at.isAfter(latest)) {
                advancedBetween.advance(latest.plusSeconds((at.getEpochSecond() - latest.getEpochSecond()) / 3));
                latest = at;
            }
            clauses.advance(latest);
            Stands before = clauses.stands;
            LoyaltyEvent event;
            if (returned == null) {
                event = new Purchase("e" + i, CUSTOMER, at, Basket.of(line("1", String.valueOf(step.dollars))));
                clauses.buys(new Bought("e" + i, at.atZone(NEW_YORK).toLocalDate(), step.dollars));
            } else {
                int dollars = Math.min(step.dollars, returned.left);
                event = dollars == returned.left
                        ? Return.ofAll("e" + i, CUSTOMER, latest, returned.id)
                        : Return.ofAmount("e" + i, CUSTOMER, latest, returned.id, usd(String.valueOf(dollars)));
                clauses.givesBack(returned, dollars);
            }
            fallen += clauses.stands.isWorseThan(before) ? 1 : 0;
            shop.submit(event);
            advancedBetween.submit(event);
            assertThat(Iterables.getOnlyElement(shop.account().standings()).earned())
                    .as("after step %s", i)
                    .isEqualTo(clauses.stands.standing());
            assertThat(advancedBetween.account()).isEqualTo(shop.account());
        }
        Instant end = latest.atZone(NEW_YORK).plusYears(3).toInstant();
        clauses.advance(end);
        shop.advance(end);
        assertThat(Iterables.getOnlyElement(shop.account().standings()).earned())
                .isEqualTo(clauses.stands.standing());
        Statistics.label("falls by returns").collect(fallen > 0);
        Statistics.label("falls by returns")
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
    }

    /** A purchase of which something is left and that can still be returned. */
    private static @Nullable Bought returnable(List<Bought> bought, int back, Instant latest) {
        LocalDate earliest = latest.atZone(NEW_YORK).toLocalDate().minusDays(250);
        List<Bought> all = bought.stream()
                .filter(each -> each.left > 0 && each.date.isAfter(earliest))
                .toList();
        return all.isEmpty() ? null : all.get(all.size() - 1 - back % all.size());
    }

    private static Shop shop(Terms terms) {
        return new Shop(program()
                .ladders(terms.ladder())
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .build());
    }

    @Provide
    Arbitrary<Terms> terms() {
        return Combinators.combine(
                        Arbitraries.of(Calendar.class),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(1, 50))),
                        Arbitraries.of(TierFall.class),
                        Arbitraries.frequency(
                                Tuple.of(9, TierAfterReturn.JUDGED_ANEW),
                                Tuple.of(1, TierAfterReturn.KEPT_UNTIL_REVIEW)))
                .as(Terms::new);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(-20, 70),
                        Arbitraries.integers().between(1, 22).map(tens -> tens * 10),
                        Arbitraries.integers().between(0, 4).injectNull(0.6))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }
}
