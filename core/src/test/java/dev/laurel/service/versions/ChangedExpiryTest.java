package dev.laurel.service.versions;

import static dev.laurel.service.versions.Editions.ADA;
import static dev.laurel.service.versions.Editions.BASE;
import static dev.laurel.service.versions.Editions.POINTS;
import static dev.laurel.service.versions.Editions.noon;
import static dev.laurel.service.versions.Editions.start;
import static dev.laurel.service.versions.Editions.version;
import static dev.laurel.service.versions.Terms.after;
import static dev.laurel.service.versions.Terms.inactiveFor;
import static dev.laurel.service.versions.Terms.never;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Streams;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Closure;
import dev.laurel.event.Hold;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.TierGrant;
import dev.laurel.ledger.LedgerFold;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Points that expire otherwise from one version of a program to the next: their dates change at the border, once, by an entry. */
@Tag("P2")
@Tag("L6")
class ChangedExpiryTest {
    private static final Period A_YEAR = Period.ofMonths(12);
    private static final Period TWO_YEARS = Period.ofMonths(24);

    private static LoyaltyProgram with(String version, String date, PointTerms points) {
        return version(version, date)
                .points(POINTS, points)
                .ladders(Terms.yearly(1_000_000))
                .earn(BASE)
                .redeem(Reward.costing("mug", 40))
                .returnsWithin(Period.ofYears(5))
                .build();
    }

    private static Editions shop(PointTerms first, PointTerms second) {
        return Editions.of(with("1", "", first), with("2", "2027-01-01", second));
    }

    /** The dates of the lots, by number; null where a lot has none. */
    private static List<Instant> dates(Editions shop, String date) {
        return Streams.stream(shop.at(date).wallet("points").orElseThrow().lots())
                .sorted(Comparator.comparingLong(Lot::number))
                .map(Lot::expires)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Instant runsOut(Editions shop, String date) {
        return Objects.requireNonNull(
                shop.at(date).wallet("points").orElseThrow().runsOut());
    }

    @Nested
    @Tag("TV-226")
    class OfDates {
        @Test
        void lotsThatNeverExpiredHaveAFullPeriodFromTheBorderOn() {
            Editions shop = shop(never(), after(A_YEAR));
            shop.buy("p1", "2024-06-01", 100);
            shop.buy("p2", "2026-12-31", 50);
            shop.buy("p3", "2027-02-01", 10);
            assertThat(shop.entries())
                    .containsExactly(
                            "2024-06-01 v1 EARN 100",
                            "2026-12-31 v1 EARN 50",
                            "2027-01-01 v2 REDATE [#1, #2] to 2028-01-01",
                            "2027-02-01 v2 EARN 10");
            assertThat(dates(shop, "2027-02-01"))
                    .containsExactly(start("2028-01-01"), start("2028-01-01"), noon("2028-02-01"));
            assertThat(shop.at("2028-01-01").balance("points").expired()).isEqualTo(150);
        }

        @Test
        void aLongerPeriodCountsFromTheDateOfTheLot() {
            Editions shop = shop(after(A_YEAR), after(TWO_YEARS));
            shop.buy("p1", "2026-06-01", 100);
            shop.buy("p2", "2027-01-02", 1);
            assertThat(dates(shop, "2027-01-02")).containsExactly(noon("2028-06-01"), noon("2029-01-02"));
        }

        @Test
        void aShorterPeriodLeavesALotNoLessThanACreditOfTheBorder() {
            Editions shop = shop(after(TWO_YEARS), after(A_YEAR));
            shop.buy("p1", "2026-06-01", 100);
            assertThat(dates(shop, "2027-01-02")).containsExactly(start("2028-01-01"));
        }

        @Test
        void whatWasGoneByThenStaysGone() {
            Editions shop = shop(after(A_YEAR), never());
            shop.buy("p1", "2025-12-31", 100);
            shop.buy("p2", "2026-02-01", 10);
            assertThat(shop.at("2027-01-01").balance("points").expired()).isEqualTo(100);
            assertThat(shop.at("2030-01-01").balance("points").available()).isEqualTo(10);
            shop.buy("p3", "2030-01-01", 5);
            assertThat(shop.entries())
                    .containsExactly(
                            "2025-12-31 v1 EARN 100",
                            "2026-02-01 v1 EARN 10",
                            "2026-12-31 v1 EXPIRE -100",
                            "2027-01-01 v2 REDATE [#2] to never",
                            "2030-01-01 v2 EARN 5");
        }

        @Test
        void pointsThatComeBackAfterTheBorderHaveTheDateThatTheyWouldHaveHad() {
            Editions shop = shop(after(A_YEAR), after(TWO_YEARS));
            shop.buy("p1", "2026-06-01", 40);
            shop.submit(Redemption.of("x1", ADA, noon("2026-07-01"), "mug"));
            shop.buy("p2", "2026-08-01", 40);
            shop.submit(Hold.of("h1", ADA, noon("2026-12-20"), "mug", noon("2027-01-10")));
            shop.submit(new Release("l1", ADA, noon("2027-01-05"), "h1"));
            shop.submit(Cancellation.ofAll("y1", ADA, noon("2027-01-06"), "x1"));
            assertThat(dates(shop, "2027-01-06")).containsExactly(noon("2028-06-01"), noon("2028-08-01"));
            assertThat(shop.entries().subList(4, 8))
                    .containsExactly(
                            "2027-01-05 v2 REDATE [#2] to 2028-08-01",
                            "2027-01-05 v2 RELEASE 40",
                            "2027-01-06 v2 REDATE [#1] to 2028-06-01",
                            "2027-01-06 v2 RESTORE 40");
            shop.giveBack("r1", "2027-02-01", "p1");
            assertThat(shop.at("2027-02-01").balance("points").available()).isEqualTo(40);
        }

        @Test
        void anAccountThatIsReopenedAfterTheBorderHasItsPointsByTheNewTerms() {
            Editions shop = shop(after(A_YEAR), after(TWO_YEARS));
            shop.buy("p1", "2026-06-01", 100);
            shop.submit(new Closure("c1", ADA, noon("2026-12-20")));
            shop.submit(new Reopening("o1", ADA, noon("2027-01-10")));
            assertThat(dates(shop, "2027-01-10")).containsExactly(noon("2028-06-01"));
            assertThat(shop.account().balance("points").available()).isEqualTo(100);
        }
    }

    @Nested
    class OfInactivity {
        @Test
        void aTimerBecomesNeverAndThenDatesAndATimerAgain() {
            LoyaltyProgram first = with("1", "", inactiveFor(A_YEAR));
            LoyaltyProgram second = with("2", "2027-01-01", never());
            LoyaltyProgram third = with("3", "2028-01-01", after(TWO_YEARS));
            LoyaltyProgram fourth = with("4", "2029-01-01", inactiveFor(A_YEAR));
            Editions shop = Editions.of(first, second, third, fourth);
            shop.buy("p1", "2026-03-01", 100);
            shop.buy("p2", "2026-09-01", 50);
            assertThat(runsOut(shop, "2026-09-01")).isEqualTo(noon("2027-09-01"));
            shop.buy("p3", "2027-12-01", 10);
            assertThat(shop.account().balance("points").available()).isEqualTo(160);
            assertThat(shop.account().wallet("points").orElseThrow().runsOut()).isNull();
            shop.buy("p4", "2028-02-01", 1);
            assertThat(dates(shop, "2028-02-01"))
                    .containsExactly(start("2030-01-01"), start("2030-01-01"), start("2030-01-01"), noon("2030-02-01"));
            // A year from the border is earlier than what any lot had, and no lot has an earlier end than its own.
            assertThat(runsOut(shop, "2029-01-01")).isEqualTo(start("2030-01-01"));
            assertThat(dates(shop, "2029-01-01")).isEmpty();
            shop.buy("p5", "2029-06-01", 1);
            assertThat(runsOut(shop, "2029-06-01")).isEqualTo(noon("2030-06-01"));
            assertThat(shop.entries())
                    .containsExactly(
                            "2026-03-01 v1 EARN 100",
                            "2026-09-01 v1 EARN 50",
                            "2027-12-01 v2 EARN 10",
                            "2028-01-01 v3 REDATE [#1, #2, #3] to 2030-01-01",
                            "2028-02-01 v3 EARN 1",
                            "2029-01-01 v4 REDATE [#1, #2, #3, #4] to never",
                            "2029-06-01 v4 EARN 1");
        }

        @Test
        void aTimerThatRanOutBeforeTheBorderKeepsWhatItEnded() {
            Editions shop = shop(inactiveFor(A_YEAR), never());
            shop.buy("p1", "2025-06-01", 40);
            shop.submit(Redemption.of("x1", ADA, noon("2025-07-01"), "mug"));
            shop.buy("p2", "2025-07-01", 40);
            assertThat(shop.at("2026-12-31").balance("points").expired()).isEqualTo(40);
            shop.submit(Cancellation.ofAll("y1", ADA, noon("2027-01-05"), "x1"));
            assertThat(shop.account().balance("points").available()).isZero();
        }

        @Test
        void whatATimerEndedBeforeTheBorderGetsNoDateThere() {
            Editions shop = shop(inactiveFor(A_YEAR), after(TWO_YEARS));
            shop.buy("p1", "2025-06-01", 40);
            shop.submit(Redemption.of("x1", ADA, noon("2025-07-01"), "mug"));
            shop.buy("p2", "2025-07-01", 40);
            shop.submit(Cancellation.ofAll("y1", ADA, noon("2027-01-05"), "x1"));
            assertThat(shop.entries())
                    .endsWith("2026-07-01 v1 EXPIRE -40", "2027-01-05 v2 RESTORE 40", "2027-01-05 v2 EXPIRE -40");
            assertThat(shop.account().balance("points").available()).isZero();
        }

        @Test
        void aLongerTimerCountsFromTheLatestLot() {
            Editions shop = shop(inactiveFor(A_YEAR), inactiveFor(TWO_YEARS));
            shop.buy("p1", "2026-03-01", 100);
            shop.buy("p2", "2026-09-01", 50);
            assertThat(runsOut(shop, "2027-01-01")).isEqualTo(noon("2028-09-01"));
            Editions shorter = shop(inactiveFor(TWO_YEARS), inactiveFor(A_YEAR));
            shorter.buy("p1", "2026-03-01", 100);
            assertThat(runsOut(shorter, "2027-01-01")).isEqualTo(start("2028-01-01"));
        }

        @Test
        void whatIsOnHoldKeepsTheTimerRunning() {
            Editions shop = shop(never(), inactiveFor(A_YEAR));
            shop.buy("p1", "2026-03-01", 40);
            shop.submit(Hold.of("h1", ADA, noon("2026-12-20"), "mug", noon("2027-01-10")));
            assertThat(runsOut(shop, "2027-01-11")).isEqualTo(start("2028-01-01"));
            assertThat(shop.at("2028-01-01").balance("points").expired()).isEqualTo(40);
        }
    }

    @Nested
    class OfSuspension {
        private void makeGold(Editions shop, String until) {
            shop.submit(new TierGrant("g1", ADA, noon("2026-03-02"), "gold", noon(until)));
        }

        @Test
        void whatATierSuspendedHasAFullPeriodOnceNoTierDoes() {
            Editions shop = shop(after(A_YEAR).suspendedFor(Terms.GOLD), after(A_YEAR));
            shop.buy("p1", "2026-03-01", 100);
            makeGold(shop, "2030-01-01");
            shop.buy("p3", "2026-12-31", 10);
            assertThat(shop.at("2027-12-31").balance("points").available()).isEqualTo(110);
            assertThat(dates(shop, "2027-01-02")).containsExactly(start("2028-01-01"), start("2028-01-01"));
            shop.buy("p4", "2027-01-02", 1);
            assertThat(shop.entries().subList(3, 6))
                    .containsExactly(
                            "2027-01-01 v2 REDATE [] to 2027-01-01",
                            "2027-01-01 v2 REDATE [#1, #2] to 2028-01-01",
                            "2027-01-02 v2 EARN 1");
        }

        @Test
        void whatATierSuspendedPastItsDateHasAFullPeriodOfATimerToo() {
            Editions shop = shop(after(A_YEAR).suspendedFor(Terms.GOLD), inactiveFor(A_YEAR));
            shop.buy("p1", "2025-06-01", 100);
            makeGold(shop, "2030-01-01");
            assertThat(shop.at("2027-12-31").balance("points").available()).isEqualTo(100);
            assertThat(runsOut(shop, "2027-01-01")).isEqualTo(start("2028-01-01"));
            assertThat(shop.at("2028-01-01").balance("points").expired()).isEqualTo(100);
        }

        @Test
        void aVersionThatSuspendsForATierSuspendsAtItsBorder() {
            Editions shop = shop(after(A_YEAR), after(A_YEAR).suspendedFor(Terms.GOLD));
            shop.buy("p1", "2026-03-01", 100);
            makeGold(shop, "2028-06-01");
            shop.buy("p2", "2027-01-02", 1);
            assertThat(shop.entries().subList(1, 3))
                    .containsExactly("2027-01-01 v2 REDATE [] to never", "2027-01-02 v2 EARN 1");
            assertThat(shop.at("2028-05-31").balance("points").available()).isEqualTo(101);
            assertThat(dates(shop, "2028-06-01")).containsExactly(noon("2029-06-01"), noon("2029-06-01"));
        }

        @Test
        void aSuspendedTimerBecomesDatesThatAreSuspendedAndBack() {
            Editions shop = Editions.of(
                    with("1", "", inactiveFor(A_YEAR).suspendedFor(Terms.GOLD)),
                    with("2", "2027-01-01", after(A_YEAR).suspendedFor(Terms.GOLD)),
                    with("3", "2028-01-01", inactiveFor(A_YEAR).suspendedFor(Terms.GOLD)));
            shop.buy("p1", "2026-03-01", 100);
            makeGold(shop, "2028-06-01");
            shop.buy("p2", "2027-06-01", 10);
            assertThat(shop.at("2027-12-31").balance("points").available()).isEqualTo(110);
            shop.buy("p3", "2028-02-01", 1);
            assertThat(shop.at("2028-05-31").balance("points").available()).isEqualTo(111);
            assertThat(runsOut(shop, "2028-06-01")).isEqualTo(noon("2029-06-01"));
            assertThat(shop.at("2029-06-01").balance("points").expired()).isEqualTo(111);
        }
    }

    @Test
    @Tag("L6")
    void lotsWhoseDatesAVersionChangesUnderATierThatSuspendsThemAreSuspendedForTheEntriesToo() {
        LoyaltyProgram first = version("1", "")
                .points(POINTS, Terms.after(Period.ofYears(1)).suspendedFor(Terms.GOLD))
                .ladders(Terms.yearly(350))
                .earn(BASE)
                .build();
        LoyaltyProgram second = version("2", "2026-07-01")
                .points(POINTS, Terms.after(Period.ofMonths(6)).suspendedFor(Terms.GOLD))
                .ladders(Terms.yearly(350))
                .earn(BASE)
                .build();
        Editions shop = Editions.of(first, second);
        shop.buy("p1", "2026-03-01", 400);
        shop.buy("p2", "2026-07-02", 1);
        LedgerFold fold = LedgerFold.of(shop.service().entries(ADA));
        assertThat(fold.violation()).isEmpty();
        assertThat(fold.openLots("points"))
                .allSatisfy(lot -> assertThat(lot.dating()).isEqualTo(LotDating.SUSPENDED));
    }

    @Test
    @Tag("L6")
    @Tag("L7")
    void whatATimerEndedStaysGoneThoughATierSuspendsTheDatesByTheTimeItComesBack() {
        Editions shop = Editions.of(version("1", "")
                .points(POINTS, Terms.either(Period.ofMonths(2), A_YEAR).suspendedFor(Terms.GOLD))
                .ladders(Terms.yearly(350))
                .holdsAtMost(Period.ofDays(120))
                .earn(BASE)
                .redeem(Reward.costing("gift", 40))
                .build());
        shop.buy("p1", "2026-03-01", 100);
        shop.submit(Hold.of("h1", ADA, noon("2026-03-02"), "gift", noon("2026-06-15")));
        shop.submit(new TierGrant("g1", ADA, noon("2026-05-10"), "gold", noon("2027-06-01")));
        shop.submit(new Release("l1", ADA, noon("2026-05-20"), "h1"));
        assertThat(shop.entries())
                .containsExactly(
                        "2026-03-01 v1 EARN 100",
                        "2026-03-02 v1 HOLD 40",
                        "2026-05-01 v1 EXPIRE -60",
                        "2026-05-10 v1 REDATE [] to never",
                        "2026-05-20 v1 RELEASE 40",
                        "2026-05-20 v1 EXPIRE -40");
        assertThat(LedgerFold.of(shop.service().entries(ADA)).violation()).isEmpty();
    }

    @Test
    @Tag("L6")
    void whatATimerEndedWhileNothingWasThereStaysGoneThoughATierSuspendsTheDatesByThen() {
        Editions shop = Editions.of(version("1", "")
                .points(POINTS, Terms.either(Period.ofMonths(2), A_YEAR).suspendedFor(Terms.GOLD))
                .ladders(Terms.yearly(350))
                .earn(BASE)
                .redeem(Reward.costing("gift", 40))
                .build());
        shop.buy("p1", "2026-03-01", 40);
        shop.submit(Redemption.of("r1", ADA, noon("2026-03-02"), "gift"));
        shop.submit(new TierGrant("g1", ADA, noon("2026-05-10"), "gold", noon("2027-06-01")));
        shop.submit(Cancellation.ofAll("c1", ADA, noon("2026-05-20"), "r1"));
        assertThat(shop.entries())
                .endsWith("2026-05-10 v1 REDATE [] to never", "2026-05-20 v1 RESTORE 40", "2026-05-20 v1 EXPIRE -40");
        assertThat(LedgerFold.of(shop.service().entries(ADA)).violation()).isEmpty();
    }

    @Test
    @Tag("L6")
    void lotsThatCameUnderATierThatSuspendsThemStaySuspendedForTheEntriesWhenAVersionDatesThem() {
        Editions shop = Editions.of(
                version("1", "")
                        .points(POINTS, Terms.after(A_YEAR).suspendedFor(Terms.GOLD))
                        .ladders(Terms.yearly(350))
                        .earn(BASE)
                        .build(),
                version("2", "2026-07-01")
                        .points(POINTS, Terms.after(Period.ofMonths(6)).suspendedFor(Terms.GOLD))
                        .ladders(Terms.yearly(350))
                        .earn(BASE)
                        .build());
        // There is nothing yet whose dates an entry could tell to be suspended.
        shop.submit(new TierGrant("g1", ADA, noon("2026-03-01"), "gold", noon("2027-06-01")));
        shop.buy("p1", "2026-03-02", 10);
        shop.buy("p2", "2026-07-02", 1);
        assertThat(shop.entries())
                .containsExactly(
                        "2026-03-02 v1 EARN 10", "2026-07-01 v2 REDATE [#1] to 2027-01-01", "2026-07-02 v2 EARN 1");
        assertThat(LedgerFold.of(shop.service().entries(ADA)).openLots("points"))
                .allSatisfy(lot -> assertThat(lot.dating()).isEqualTo(LotDating.SUSPENDED));
    }

    @Test
    @Tag("L6")
    void whatWasPastItsDateWhenATierBeganToSuspendDatesGetsNoneByAVersion() {
        Reward gift = Reward.costing("gift", 40);
        Editions shop = Editions.of(
                version("1", "")
                        .points(POINTS, Terms.after(Period.ofMonths(3)).suspendedFor(Terms.GOLD))
                        .ladders(Terms.yearly(350))
                        .earn(BASE)
                        .redeem(gift)
                        .build(),
                version("2", "2026-09-01")
                        .points(POINTS, Terms.after(A_YEAR).suspendedFor(Terms.GOLD))
                        .ladders(Terms.yearly(350))
                        .earn(BASE)
                        .redeem(gift)
                        .build());
        shop.buy("p1", "2026-01-01", 40);
        shop.submit(Redemption.of("r1", ADA, noon("2026-02-01"), "gift"));
        shop.submit(new TierGrant("g1", ADA, noon("2026-05-01"), "gold", noon("2027-06-01")));
        shop.submit(Cancellation.ofAll("c1", ADA, noon("2026-09-05"), "r1"));
        assertThat(shop.account().balance("points").available()).isZero();
        assertThat(shop.account().balance("points").expired()).isEqualTo(40);
    }
}
