package dev.laurel.service.versions;

import static dev.laurel.service.versions.Editions.ADA;
import static dev.laurel.service.versions.Editions.BASE;
import static dev.laurel.service.versions.Editions.POINTS;
import static dev.laurel.service.versions.Editions.noon;
import static dev.laurel.service.versions.Editions.start;
import static dev.laurel.service.versions.Editions.usd;
import static dev.laurel.service.versions.Editions.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.Customer;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Hold;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.TierGrant;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Borders of versions where more meets than one date: several of them at once, what is set aside, closed accounts, tiers with other names. */
@Tag("P2")
class BordersTest {
    private static final Period A_YEAR = Period.ofMonths(12);
    private static final Tier PLATINUM = Tier.of("platinum");

    private static LoyaltyProgram.Builder with(String version, String date, PointTerms points) {
        return version(version, date).points(POINTS, points).earn(BASE);
    }

    private static Instant runsOut(Editions shop) {
        return Objects.requireNonNull(
                shop.account().wallet("points").orElseThrow().runsOut());
    }

    private static TierStanding standing(Editions shop, String date) {
        return shop.at(date).standing("status").orElseThrow();
    }

    @Test
    void anEventThatCrossesTwoBordersIsPostedByBothVersionsThatComeIntoForce() {
        Editions shop = Editions.of(
                with("1", "", Terms.never()).build(),
                with("2", "2027-01-01", Terms.after(Period.ofMonths(1))).build(),
                with("3", "2028-01-01", Terms.never()).build());
        shop.buy("p1", "2026-06-01", 100);
        shop.buy("p2", "2028-02-01", 10);
        assertThat(shop.service().journal(ADA))
                .last()
                .satisfies(posted -> assertThat(posted.versions()).containsExactly("2", "3"));
    }

    @Test
    @Tag("Q3")
    void anEventThatCrossesABorderAlsoNamesTheVersionWhoseThresholdsAReviewBeforeItAsked() {
        Moment inTwoYears = Moment.endOf(BoundedWindow.YEAR, Period.ofYears(2));
        Editions shop = Editions.of(
                with("1", "", Terms.never()).ladders(Terms.yearly(350)).build(),
                with("2", "2027-01-01", Terms.never())
                        .ladders(Terms.yearly(500).kept(inTwoYears))
                        .build(),
                with("3", "2028-01-02", Terms.never())
                        .ladders(Terms.yearly(500).kept(inTwoYears))
                        .build());
        shop.buy("p1", "2026-03-02", 400);
        shop.buy("p2", "2027-03-02", 1);
        shop.buy("p3", "2028-03-02", 1);
        assertThat(shop.service().journal(ADA))
                .last()
                .satisfies(posted -> assertThat(posted.versions()).containsExactly("1", "2", "3"));
    }

    @Test
    void timeThatPassesForSomebodyUnknownBringsAboutNothingWhateverVersionsThereAre() {
        Editions shop = Editions.of(
                with("1", "", Terms.never()).build(),
                with("2", "2027-01-01", Terms.never())
                        .points(PointCurrency.of("stamps"), Terms.never())
                        .build());
        assertThat(shop.service().advance("nobody", noon("2026-06-01")).entries())
                .isEmpty();
        assertThat(shop.service().account("nobody")).isEmpty();
    }

    @Nested
    @Tag("L6")
    class OfExpiry {
        private final Reward mug = Reward.costing("mug", 40);

        private Editions heldOverABorder(PointTerms first, PointTerms second) {
            Editions shop = Editions.of(
                    with("1", "", first)
                            .redeem(mug)
                            .holdsAtMost(Period.ofDays(300))
                            .build(),
                    with("2", "2027-01-01", second)
                            .redeem(mug)
                            .holdsAtMost(Period.ofDays(300))
                            .build());
            shop.buy("p1", "2026-10-01", 100);
            shop.submit(Hold.of("h1", ADA, noon("2026-10-02"), "mug", noon("2027-01-10")));
            return shop;
        }

        @Test
        void whatATimerEndedOfPointsWithDatesStaysGoneUnderTermsWithDatesAlone() {
            Editions shop = heldOverABorder(
                    Terms.either(Period.ofMonths(2), Period.ofMonths(24)), Terms.after(Period.ofMonths(24)));
            shop.submit(new Release("l1", ADA, noon("2027-01-05"), "h1"));
            assertThat(shop.entries())
                    .endsWith("2026-12-01 v1 EXPIRE -60", "2027-01-05 v2 RELEASE 40", "2027-01-05 v2 EXPIRE -40");
            assertThat(shop.account().balance("points").available()).isZero();
        }

        @Test
        void whatATimerEndedOfPointsWithDatesStartsNoTimerOfTheNextVersion() {
            Editions shop =
                    heldOverABorder(Terms.either(Period.ofMonths(2), Period.ofMonths(24)), Terms.inactiveFor(A_YEAR));
            shop.submit(new Release("l1", ADA, noon("2027-01-05"), "h1"));
            assertThat(shop.account().balance("points").available()).isZero();
            assertThat(shop.account().wallet("points").orElseThrow().runsOut()).isNull();
            shop.buy("p2", "2027-02-01", 7);
            assertThat(shop.account().balance("points").available()).isEqualTo(7);
            assertThat(runsOut(shop)).isEqualTo(noon("2028-02-01"));
        }

        @Test
        void whatATimerEndedStaysGoneForARedemptionThatIsCancelledAfterTwoBorders() {
            Editions shop = Editions.of(
                    with("1", "", Terms.either(Period.ofMonths(6), Period.ofMonths(24)))
                            .redeem(mug)
                            .build(),
                    with("2", "2027-01-01", Terms.after(Period.ofMonths(24)))
                            .redeem(mug)
                            .build(),
                    with("3", "2027-01-03", Terms.never()).redeem(mug).build());
            shop.buy("p1", "2026-01-01", 40);
            shop.submit(Redemption.of("r1", ADA, noon("2026-02-01"), "mug"));
            shop.buy("p2", "2026-02-02", 40);
            shop.submit(Cancellation.ofAll("c1", ADA, noon("2027-01-05"), "r1"));
            assertThat(shop.account().balance("points").available()).isZero();
            assertThat(shop.account().balance("points").expired()).isEqualTo(80);
        }

        private Editions closedOverTwoBorders(PointTerms first, PointTerms second, String border, PointTerms third) {
            return Editions.of(
                    with("1", "", first).lateLimit(A_YEAR).build(),
                    with("2", "2027-01-01", second).lateLimit(A_YEAR).build(),
                    with("3", border, third).lateLimit(A_YEAR).build());
        }

        @Test
        void theTimersOfTwoVersionsRunOnAClosedAccountAsIfItHadNeverBeenClosed() {
            Editions shop = closedOverTwoBorders(
                    Terms.after(Period.ofMonths(6)),
                    Terms.inactiveFor(A_YEAR),
                    "2027-06-01",
                    Terms.inactiveFor(Period.ofMonths(11)));
            shop.buy("p1", "2026-10-15", 100);
            shop.submit(new Closure("x", ADA, noon("2026-12-20")));
            shop.service().advance(ADA, noon("2027-06-02"));
            shop.submit(new Reopening("y", ADA, noon("2027-06-03")));
            assertThat(runsOut(shop)).isEqualTo(noon("2027-10-15"));
            assertThat(shop.account().balance("points").available()).isEqualTo(100);
        }

        @Test
        void whatATimerWouldHaveEndedBetweenTwoBordersOfAClosedAccountIsGoneWhenItIsReopened() {
            Editions shop = closedOverTwoBorders(
                    Terms.after(Period.ofMonths(2)),
                    Terms.inactiveFor(Period.ofMonths(3)),
                    "2027-03-20",
                    Terms.never());
            shop.buy("p1", "2026-12-10", 100);
            shop.submit(new Closure("x", ADA, noon("2026-12-20")));
            shop.service().advance(ADA, noon("2027-03-25"));
            shop.submit(new Reopening("y", ADA, noon("2027-03-26")));
            assertThat(shop.account().balance("points").available()).isZero();
        }

        @Test
        void aTimerTakesWhatIsSetAsideByTheDateThatItHadUntilThen() {
            Editions shop = Editions.of(
                    with("1", "", Terms.after(Period.ofMonths(3))).redeem(mug).build(),
                    with("2", "2027-01-01", Terms.inactiveFor(A_YEAR))
                            .redeem(mug)
                            .build());
            shop.buy("p1", "2026-10-15", 40);
            shop.submit(Hold.of("h1", ADA, noon("2026-12-31"), "mug", noon("2027-01-10")));
            shop.service().advance(ADA, noon("2027-01-02"));
            assertThat(runsOut(shop)).isEqualTo(noon("2027-10-15"));
        }

        @Test
        void whatIsPastItsDateWhileItIsSetAsideStartsNoTimer() {
            Editions shop = Editions.of(
                    with("1", "", Terms.after(Period.ofMonths(2))).redeem(mug).build(),
                    with("2", "2027-01-01", Terms.inactiveFor(A_YEAR))
                            .redeem(mug)
                            .build());
            shop.buy("p1", "2026-10-15", 40);
            shop.submit(Hold.of("h1", ADA, noon("2026-12-10"), "mug", noon("2027-01-05")));
            shop.submit(new Adjustment("a1", ADA, noon("2027-02-01"), "points", 10, "goodwill", "clerk"));
            assertThat(runsOut(shop)).isEqualTo(noon("2028-02-01"));
            assertThat(shop.entries())
                    .endsWith("2027-01-05 v2 RELEASE 40", "2027-01-05 v2 EXPIRE -40", "2027-02-01 v2 ADJUST 10");
            assertThat(shop.at("2028-01-31").balance("points").available()).isEqualTo(10);
        }

        @Test
        void pointsThatComeBackHaveAnEntryOnlyWhereAVersionGaveThemAnotherDate() {
            PointTerms terms = Terms.after(A_YEAR).suspendedFor(Terms.GOLD);
            Editions shop = Editions.of(
                    with("1", "", terms)
                            .ladders(Terms.yearly(1_000_000))
                            .redeem(mug)
                            .build(),
                    with("2", "2026-09-01", Terms.after(A_YEAR))
                            .ladders(Terms.yearly(1_000_000))
                            .redeem(mug)
                            .build());
            shop.buy("p1", "2026-01-01", 40);
            shop.submit(new TierGrant("g1", ADA, noon("2026-02-01"), "gold", noon("2026-03-01")));
            shop.submit(Redemption.of("x1", ADA, noon("2026-02-02"), "mug"));
            shop.submit(Cancellation.ofAll("y1", ADA, noon("2026-09-02"), "x1"));
            assertThat(shop.entries())
                    .containsExactly(
                            "2026-01-01 v1 EARN 40",
                            "2026-02-01 v1 REDATE [] to never",
                            "2026-02-02 v1 REDEEM -40",
                            "2026-03-01 v1 REDATE [] to 2027-03-01",
                            "2026-09-02 v2 RESTORE 40");
        }

        @Test
        @Tag("V4")
        void aReturnFindsWhatCameBackAndLastsLongerByEarlierTerms() {
            Editions shop = Editions.of(
                    with("1", "", Terms.after(A_YEAR).extendingWhatComesBack(A_YEAR))
                            .redeem(mug)
                            .build(),
                    with("2", "2026-09-01", Terms.after(A_YEAR)).redeem(mug).build());
            shop.buy("p1", "2026-01-01", 40);
            shop.buy("p2", "2026-02-01", 40);
            shop.submit(Redemption.of("x1", ADA, noon("2026-03-01"), "mug"));
            shop.submit(Cancellation.ofAll("y1", ADA, noon("2026-03-02"), "x1"));
            shop.giveBack("r1", "2026-10-01", "p1");
            assertThat(shop.account().wallet("points").orElseThrow().lots())
                    .singleElement()
                    .satisfies(lot -> assertThat(lot.number()).isEqualTo(2));
        }

        @Test
        @Tag("R3")
        void aRedemptionAtAPriceThatCouldBeChosenIsCancelledInPartThoughItIsFixedByNow() {
            PointsAsPayment cents = PointsAsPayment.of(usd(1), 100);
            Reward chosen =
                    Reward.costing("voucher", new ChosenPrice(1, 1, null)).giving(cents);
            Editions shop = Editions.of(
                    with("1", "", Terms.never()).redeem(chosen).build(),
                    with("2", "2026-09-01", Terms.never())
                            .redeem(Reward.costing("voucher", 20).giving(cents))
                            .build());
            shop.buy("p1", "2026-01-01", 40);
            shop.submit(Redemption.of("x1", ADA, noon("2026-03-01"), "voucher", 30));
            shop.submit(new Cancellation("y1", ADA, noon("2026-09-02"), "x1", 7L));
            assertThat(shop.account().balance("points").available()).isEqualTo(17);
        }

        @Test
        void aTierThatIsRenamedSuspendsUnderItsNewNameAndNothingIsRedated() {
            Editions shop = Editions.of(
                    with("1", "", Terms.after(A_YEAR).suspendedFor(Terms.GOLD))
                            .ladders(Terms.yearly(1_000_000))
                            .build(),
                    with("2", "2027-01-01", Terms.after(A_YEAR).suspendedFor(PLATINUM))
                            .ladders(Terms.ladder(Terms.LOWEST, PLATINUM, 1_000_000))
                            .retiring(Terms.GOLD, PLATINUM)
                            .build());
            shop.buy("p1", "2026-03-01", 100);
            shop.submit(new TierGrant("g1", ADA, noon("2026-03-02"), "gold", noon("2027-06-01")));
            shop.buy("p2", "2027-05-01", 1);
            assertThat(shop.entries())
                    .containsExactly(
                            "2026-03-01 v1 EARN 100", "2026-03-02 v1 REDATE [] to never", "2027-05-01 v2 EARN 1");
            assertThat(shop.at("2028-05-31").balance("points").available()).isEqualTo(101);
        }

        @Test
        void datesThatWereOverBeforeTheBorderEndNothingBeforeIt() {
            Expiry over = Moment.endOf(new Dates(null, LocalDate.parse("2026-02-14")));
            Editions shop = Editions.of(
                    with("1", "", Terms.inactiveFor(A_YEAR).suspendedFor(Terms.GOLD))
                            .ladders(Terms.yearly(1_000_000))
                            .build(),
                    with("2", "2027-01-01", PointTerms.expiring(over).suspendedFor(Terms.GOLD))
                            .ladders(Terms.yearly(1_000_000))
                            .build());
            shop.buy("p1", "2026-03-01", 100);
            shop.submit(new TierGrant("g1", ADA, noon("2026-03-02"), "gold", noon("2027-06-01")));
            shop.service().advance(ADA, noon("2027-01-02"));
            assertThat(shop.service().verify(ADA)).isEmpty();
            assertThat(shop.account().balance("points").expired()).isEqualTo(100);
            assertThat(shop.entries()).endsWith("2027-01-01 v2 EXPIRE -100");
        }

        @Test
        void aRetiredCurrencyCanExpireByMembershipYears() {
            PointCurrency stamps = PointCurrency.of("stamps");
            EarnRule stamp = EarnRule.earning("stamp", Amounts.fixed(1)).awarding(stamps);
            Editions shop = Editions.of(
                    with("1", "", Terms.never())
                            .points(stamps, Terms.inactiveFor(Period.ofMonths(2)))
                            .earn(stamp)
                            .build(),
                    with("2", "2026-04-01", Terms.never())
                            .retiring(stamps, PointTerms.expiring(Moment.endOf(BoundedWindow.MEMBERSHIP_YEAR)))
                            .build());
            shop.submit(Enrollment.of("e1", Customer.of(ADA), noon("2026-03-01")));
            shop.buy("p1", "2026-03-10", 10);
            assertThat(shop.at("2027-02-28").balance("stamps").available()).isEqualTo(1);
            assertThat(shop.at("2027-03-01").balance("stamps").available()).isZero();
        }

        @Test
        @Tag("E1")
        void aTimerThatAVersionBringsToAClosedAccountRunsAsIfItHadNeverBeenClosed() {
            Editions shop = Editions.of(
                    with("1", "", Terms.after(Period.ofMonths(6))).build(),
                    with("2", "2027-01-01", Terms.inactiveFor(A_YEAR)).build());
            shop.buy("p1", "2026-10-15", 100);
            shop.submit(new Closure("c1", ADA, noon("2026-12-20")));
            shop.service().advance(ADA, noon("2027-01-05"));
            shop.submit(new Reopening("o1", ADA, noon("2027-01-10")));
            assertThat(runsOut(shop)).isEqualTo(noon("2027-10-15"));
            assertThat(shop.at("2027-10-15").balance("points").expired()).isEqualTo(100);
        }

        @Test
        @Tag("E1")
        void aTimerThatRanOutWhileTheAccountWasClosedHasEndedItsPointsForTheNextVersionToo() {
            Editions shop = Editions.of(
                    with("1", "", Terms.never()).build(),
                    with("2", "2027-01-01", Terms.inactiveFor(Period.ofDays(7))).build(),
                    with("3", "2027-01-10", Terms.never()).build());
            shop.buy("p1", "2026-10-15", 100);
            shop.submit(new Closure("c1", ADA, noon("2026-12-20")));
            shop.submit(new Reopening("o1", ADA, noon("2027-01-12")));
            assertThat(shop.account().balance("points").available()).isZero();
            shop.buy("p2", "2027-01-13", 10);
            assertThat(shop.entries())
                    .containsExactly("2026-10-15 v1 EARN 100", "2026-12-20 v1 EXPIRE -100", "2027-01-13 v3 EARN 10");
        }
    }

    @Nested
    @Tag("Q5")
    class OfTheLadder {
        private final Editions shop = Editions.of(
                with("1", "", Terms.never()).ladders(Terms.yearly(350)).build(),
                with("2", "2026-07-15", Terms.never())
                        .ladders(Terms.monthly(350))
                        .build());

        @Test
        void whatWasBoughtBeforeALadderWithOtherWindowsCountsInNoneOfThem() {
            shop.buy("p1", "2026-07-01", 100);
            shop.buy("p2", "2026-07-20", 340);
            shop.buy("late", "2026-07-14", 340);
            assertThat(standing(shop, "2026-07-20").tier()).isEqualTo(Terms.LOWEST);
            shop.giveBack("r1", "2026-07-21", "p1");
            shop.buy("p3", "2026-07-22", 10);
            assertThat(standing(shop, "2026-07-22").tier()).isEqualTo(Terms.GOLD);
        }

        @Test
        void aStandingOfOtherWindowsLastsToItsEndWhateverIsReturned() {
            shop.buy("p1", "2026-07-01", 400);
            shop.buy("p2", "2026-07-20", 10);
            shop.giveBack("r1", "2026-07-21", "p2");
            assertThat(standing(shop, "2026-07-21")).isEqualTo(new TierStanding(Terms.GOLD, start("2028-01-01")));
        }
    }
}
