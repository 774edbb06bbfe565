package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static dev.laurel.engine.Shop.uses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.customer.Birthday;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Claim;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L8")
class AdjustmentsTest {
    private static final Expiry AFTER_30_DAYS = Moment.after(Period.ofDays(30));

    private Shop shop = shop(ShortfallPolicy.OWE, AFTER_30_DAYS);
    private int adjustments;

    private static Shop shop(ShortfallPolicy shortfall, Expiry expiry) {
        return new Shop(LoyaltyProgram.builder("shop", "1")
                .zone(Shop.NEW_YORK)
                .money(Shop.USD)
                .points(POINTS, new PointTerms(expiry, Set.of(), null, shortfall, null, Period.ZERO))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(Reward.costing("ten", 10), Reward.costing("hundred", 100))
                .offers(Offer.of(
                        "birthday",
                        BirthdayOccasion.onTheDay().open(Opening.inItsMonth()),
                        new Bonus(POINTS.points(30))))
                .build());
    }

    @AfterEach
    void theAccountIsTheFoldOfItsEntries() {
        shop.verify();
    }

    private Adjustment adjustment(String date, long points) {
        return new Adjustment(
                "a" + ++adjustments, CUSTOMER, noon(date), "points", points, "the parcel got lost", "agent-7");
    }

    @CanIgnoreReturnValue
    private Decision adjust(String date, long points) {
        return shop.submit(adjustment(date, points));
    }

    private Balance balance() {
        return shop.account().balance("points");
    }

    private static Redemption redemption(String date, String reward) {
        return Redemption.of("x-" + reward, CUSTOMER, noon(date), reward);
    }

    @Nested
    @Tag("L4")
    class Up {
        @Test
        @Tag("L1")
        void anAdjustmentUpOpensALotWithTheDatesOfItsCurrency() {
            LedgerEntry entry = adjust("2026-01-05", 70).entries().get(0);
            assertThat(entry.kind()).isEqualTo(EntryKind.ADJUST);
            assertThat(entry.points()).isEqualTo(70);
            assertThat(entry.source()).isNull();
            assertThat(entry.cause()).isEqualTo("a1");
            assertThat(entry.earned()).isEqualTo(noon("2026-01-05"));
            assertThat(entry.expires()).isEqualTo(noon("2026-02-04"));
            assertThat(balance().adjustedUp()).isEqualTo(70);
            shop.advance(noon("2026-02-04"));
            assertThat(shop.available()).isZero();
            assertThat(balance().expired()).isEqualTo(70);
        }

        @Test
        @Tag("T3")
        void anAdjustmentUpThatComesLateCountsAsEarnedAtItsDate() {
            shop.spend("2026-01-25", "10");
            assertThat(adjust("2026-01-05", 70).entries().get(0).expires()).isEqualTo(noon("2026-02-04"));
            shop.spend("2026-02-03", "1");
            assertThat(brief(adjust("2026-01-04", 5).entries())).containsExactly("ADJUST 5", "EXPIRE -5");
        }

        @Test
        @Tag("L6")
        void anAdjustmentUpStartsATimerOfInactivityThatIsNotRunningButIsNoActivity() {
            shop = shop(ShortfallPolicy.OWE, Expiry.inactiveFor(Period.ofDays(30)));
            adjust("2026-01-05", 10);
            adjust("2026-01-20", 10);
            assertThat(shop.account().wallets().get(0).runsOut()).isEqualTo(noon("2026-02-04"));
            shop.advance(noon("2026-02-04"));
            assertThat(shop.available()).isZero();
        }

        @Test
        @Tag("E4")
        void anAdjustmentUpCanBeTheFirstThatHappensToACustomer() {
            adjust("2026-01-05", 10);
            assertThat(shop.account().milestones().opened()).isEqualTo(noon("2026-01-05"));
        }
    }

    @Nested
    class Down {
        @Test
        @Tag("L5")
        void anAdjustmentDownTakesInTheOrderOfSpending() {
            shop.spend("2026-01-05", "10");
            shop.spend("2026-01-06", "10");
            Decision decision = adjust("2026-01-07", -15);
            assertThat(brief(decision.entries())).containsExactly("ADJUST -15");
            assertThat(uses(decision.entries(), EntryKind.ADJUST)).containsExactly("1:10", "2:5");
            assertThat(balance().adjustedDown()).isEqualTo(15);
            assertThat(shop.available()).isEqualTo(5);
        }

        @Test
        @Tag("TV-69")
        void anAdjustmentDownTakesFromWhatWasAdded() {
            adjust("2026-01-05", 100);
            adjust("2026-01-06", -30);
            assertThat(shop.available()).isEqualTo(70);
        }

        @Test
        void anAdjustmentDownNeverTakesWhatHasExpired() {
            shop.spend("2026-01-05", "10");
            Decision decision = adjust("2026-02-04", -4);
            assertThat(brief(decision.entries())).containsExactly("EXPIRE -10", "ADJUST -4");
            assertThat(balance().debt()).isEqualTo(4);
        }

        @Test
        @Tag("TV-77")
        void anAdjustmentDownOfAllThatWasEarnedOwesWhatIsMissing() {
            shop.spend("2026-01-05", "150");
            shop.submit(redemption("2026-01-06", "hundred"));
            Decision decision = adjust("2026-01-07", -150);
            assertThat(brief(decision.entries())).containsExactly("ADJUST -150");
            assertThat(decision.entries().get(0).touched()).isEqualTo(50);
            assertThat(decision.entries().get(0).shortfall()).isZero();
            assertThat(shop.available()).isZero();
            assertThat(balance().debt()).isEqualTo(100);
        }

        @Test
        @Tag("TV-77")
        void anAdjustmentDownOfAllThatWasEarnedForgetsWhatIsMissingIfTheProgramClamps() {
            shop = shop(ShortfallPolicy.CLAMP, AFTER_30_DAYS);
            shop.spend("2026-01-05", "150");
            shop.submit(redemption("2026-01-06", "hundred"));
            Decision decision = adjust("2026-01-07", -150);
            assertThat(brief(decision.entries())).containsExactly("ADJUST -50");
            assertThat(decision.entries().get(0).shortfall()).isEqualTo(100);
            assertThat(shop.available()).isZero();
            assertThat(balance().debt()).isZero();
            assertThat(balance().adjustedDown()).isEqualTo(50);
        }

        @Test
        void anAdjustmentDownOfACustomerWithoutPointsIsToldToo() {
            adjust("2026-01-05", -5);
            assertThat(balance().debt()).isEqualTo(5);
            shop = shop(ShortfallPolicy.CLAMP, AFTER_30_DAYS);
            LedgerEntry entry = adjust("2026-01-05", -5).entries().get(0);
            assertThat(entry.points()).isZero();
            assertThat(entry.lots()).isEmpty();
            assertThat(entry.shortfall()).isEqualTo(5);
        }
    }

    @Nested
    class ADebt {
        @Test
        void aDebtIsPaidByTheNextPurchaseBeforeAnythingElse() {
            adjust("2026-01-05", -30);
            Decision decision = shop.spend("2026-01-06", "20");
            assertThat(brief(decision.entries())).containsExactly("EARN 20 base", "DEBT_PAID 20");
            assertThat(decision.entries().get(1).cause()).isEqualTo("e1");
            assertThat(uses(decision.entries(), EntryKind.DEBT_PAID)).containsExactly("1:20");
            assertThat(balance().debt()).isEqualTo(10);
            assertThat(brief(shop.spend("2026-01-07", "25").entries())).containsExactly("EARN 25 base", "DEBT_PAID 10");
            assertThat(shop.available()).isEqualTo(15);
            assertThat(balance().debt()).isZero();
        }

        @Test
        void aDebtIsPaidByABonus() {
            adjust("2026-01-05", -20);
            shop.submit(ProfileChange.ofBirthday("b", CUSTOMER, noon("2026-01-05"), Birthday.parse("--01-20")));
            assertThat(brief(shop.submit(new Claim("c", CUSTOMER, noon("2026-01-06"), "birthday", null))
                            .entries()))
                    .containsExactly("EARN 30 birthday", "DEBT_PAID 20");
        }

        @Test
        void aDebtIsPaidByAnAdjustmentUp() {
            adjust("2026-01-05", -20);
            assertThat(brief(adjust("2026-01-06", 50).entries())).containsExactly("ADJUST 50", "DEBT_PAID 20");
            assertThat(shop.available()).isEqualTo(30);
        }

        @Test
        void aDebtGrowsWithAnAdjustmentDown() {
            adjust("2026-01-05", -20);
            adjust("2026-01-06", -5);
            assertThat(balance().debt()).isEqualTo(25);
        }

        @Test
        @Tag("T3")
        void aDebtIsNotPaidByPointsThatCameTooLateToBeSpent() {
            shop.spend("2026-03-05", "1");
            adjust("2026-03-05", -21);
            Decision late = shop.spend("2026-02-03", "50");
            assertThat(brief(late.entries())).containsExactly("EARN 50 base", "EXPIRE -50");
            assertThat(balance().debt()).isEqualTo(20);
        }

        @Test
        @Tag("E3")
        void aDebtLastsWhateverTimePassesAndAllowsNoRedemption() {
            adjust("2026-01-05", -20);
            shop.advance(noon("2030-01-05"));
            Refusal refusal = shop.refused(redemption("2030-01-06", "ten"));
            assertThat(refusal).isEqualTo(new Refusal.InDebt("points", 20));
            assertThat(refusal.code()).isEqualTo("IN_DEBT");
            assertThat(refusal.message())
                    .isEqualTo("20 points are owed; what comes next pays them before anything can be redeemed");
            shop.spend("2030-01-06", "30");
            shop.submit(redemption("2030-01-06", "ten"));
        }

        @Test
        @Tag("R2")
        void aDebtIsMissingToEachReward() {
            adjust("2026-01-05", -20);
            assertThat(shop.engine().rewardsFor(shop.account(), noon("2026-01-06")))
                    .extracting(RewardOption::missingPoints)
                    .containsExactly(120L, 30L);
        }
    }

    @Test
    void aDebtInOneCurrencyLeavesPointsOfAnotherAsTheyAre() {
        PointCurrency stamps = PointCurrency.of("stamps");
        shop = new Shop(program()
                .points(stamps, PointTerms.expiring(Moment.never()))
                .earn(EarnRule.earning("stamp", Amounts.fixed(1)).awarding(stamps))
                .redeem(Reward.costing("coffee", stamps.points(1)))
                .build());
        adjust("2026-01-05", -20);
        shop.spend("2026-01-06", "100");
        assertThat(balance().debt()).isEqualTo(20);
        shop.submit(redemption("2026-01-06", "coffee"));
    }

    @Nested
    @Tag("N2")
    @Tag("K21")
    class Extremes {
        private static final long MAX = Points.MAX_IN_ONE_EVENT;

        @Test
        void theLargestDebtIsOwedAndPaid() {
            adjust("2026-01-05", -MAX);
            assertThat(balance().debt()).isEqualTo(MAX);
            shop.verify();
            adjust("2026-01-06", 5);
            assertThat(balance().debt()).isEqualTo(MAX - 5);
            shop.verify();
            adjust("2026-01-07", MAX - 5);
            assertThat(balance().debt()).isZero();
            assertThat(shop.available()).isZero();
            assertThat(balance().isConserved()).isTrue();
        }

        @Test
        void theLargestSumOfExpiredPointsAndTheLargestDebtStandSideBySide() {
            adjust("2026-01-05", MAX);
            shop.advance(noon("2026-03-05"));
            adjust("2026-03-06", -MAX);
            assertThat(balance().expired()).isEqualTo(MAX);
            assertThat(balance().debt()).isEqualTo(MAX);
            assertThat(shop.engine()
                            .rewardsFor(shop.account(), noon("2026-03-06"))
                            .get(0)
                            .missingPoints())
                    .isEqualTo(100 + MAX);
        }

        @Test
        void theLargestShortfallsAreForgottenWhereTheProgramClamps() {
            shop = shop(ShortfallPolicy.CLAMP, AFTER_30_DAYS);
            adjust("2026-01-05", 7);
            assertThat(adjust("2026-01-06", -MAX).entries().get(0).shortfall()).isEqualTo(MAX - 7);
            assertThat(adjust("2026-01-06", -MAX).entries().get(0).shortfall()).isEqualTo(MAX);
        }
    }

    @Test
    @Tag("E3")
    void anAdjustmentOfAnUnknownCurrencyIsRefused() {
        Refusal refusal =
                shop.refused(new Adjustment("a", CUSTOMER, noon("2026-01-05"), "miles", -5, "typing error", "agent-7"));
        assertThat(refusal).isEqualTo(new Refusal.WrongCurrency("points", "miles"));
        assertThat(refusal.message()).isEqualTo("currency must be points, but was miles; give amounts in points");
    }

    @Test
    @Tag("E3")
    void anAdjustmentThatComesTooLateIsRefusedAsSuchWhateverElseIsWrong() {
        shop.spend("2026-03-05", "1");
        assertThat(shop.refused(
                        new Adjustment("a", CUSTOMER, noon("2026-02-02"), "miles", 5, "typing error", "agent-7")))
                .isInstanceOf(Refusal.EventTooLate.class);
    }

    @Test
    @Tag("F2")
    void anAdjustmentTellsItsReasonToNobody() {
        Decision decision = adjust("2026-01-05", 70);
        assertThat(decision.event()).hasToString("Adjustment[a1 of c1 at 2026-01-05T17:00:00Z, 70 points]");
        assertThat(decision + " " + decision.entries() + " " + List.of(decision.account()))
                .doesNotContain("parcel");
    }

    /** Credits by hand with dates of their own. */
    @Nested
    @Tag("E1")
    class Dates {
        private Shop shopOf(Expiry expiry) {
            return new Shop(program(expiry)
                    .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                    .build());
        }

        private Adjustment goodwill(String id, String date) {
            return new Adjustment(id, CUSTOMER, noon(date), "points", 50, "parcel was late", "agent-7");
        }

        @Test
        void aCreditExpiresAtItsOwnDate() {
            Shop timed = shopOf(Moment.after(Period.ofDays(100)));
            timed.submit(goodwill("j", "2026-01-05").expiring(startOf("2026-02-01")));
            timed.submit(goodwill("k", "2026-01-05"));
            assertThat(Shop.brief(timed.advance(startOf("2026-02-01")).entries()))
                    .containsExactly("EXPIRE -50");
            assertThat(timed.available()).isEqualTo(50);
            timed.verify();
        }

        @Test
        @Tag("L6")
        void aCreditWithADateOfItsOwnStartsNoTimerAndIsMovedByNone() {
            Shop timed = shopOf(Expiry.inactiveFor(Period.ofMonths(1)));
            timed.submit(goodwill("j", "2026-01-05").expiring(startOf("2026-06-01")));
            assertThat(timed.account().wallet("points").orElseThrow().runsOut()).isNull();
            timed.spend("2026-03-01", "10");
            assertThat(Shop.brief(timed.advance(startOf("2026-05-01")).entries()))
                    .containsExactly("EXPIRE -10");
            assertThat(timed.available()).isEqualTo(50);
            assertThat(Shop.brief(timed.advance(startOf("2026-06-01")).entries()))
                    .containsExactly("EXPIRE -50");
        }

        @Test
        @Tag("L4")
        void aCreditIsPendingUntilItsDate() {
            Shop shop = shopOf(Moment.after(Period.ofDays(100)));
            shop.submit(goodwill("j", "2026-01-05").availableFrom(startOf("2026-02-01")));
            assertThat(shop.account().balance("points").pending()).isEqualTo(50);
            shop.advance(startOf("2026-02-01"));
            assertThat(shop.available()).isEqualTo(50);
            assertThat(Shop.brief(shop.advance(noon("2026-04-15")).entries())).containsExactly("EXPIRE -50");
        }

        @Test
        @Tag("T3")
        void aCreditThatComesLateIsGoneIfItsDateIsPast() {
            Shop shop = shopOf(Moment.never());
            shop.spend("2026-02-01", "10");
            shop.submit(goodwill("j", "2026-01-05").expiring(startOf("2026-01-20")));
            assertThat(shop.available()).isEqualTo(10);
            assertThat(shop.account().balance("points").expired()).isEqualTo(50);
            shop.verify();
        }

        @Test
        void theOrderThatItIsAboutChangesNothing() {
            Shop one = shopOf(Moment.never());
            Shop other = shopOf(Moment.never());
            one.submit(goodwill("j", "2026-01-05"));
            other.submit(goodwill("j", "2026-01-05").about("an order that came too late"));
            assertThat(other.account()).isEqualTo(one.account());
        }

        @Test
        void datesThatNoPointsCanHaveAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> goodwill("j", "2026-01-05").expiring(noon("2026-01-05")))
                    .withMessage("points must expire after they can be spent, from 2026-01-05T17:00:00Z on, but were to"
                            + " at 2026-01-05T17:00:00Z");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> goodwill("j", "2026-01-05").availableFrom(noon("2026-01-05")))
                    .withMessage(
                            "points must become available after the adjustment, at 2026-01-05T17:00:00Z, or at once,"
                                    + " but were to at 2026-01-05T17:00:00Z");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> goodwill("j", "2026-01-05")
                            .availableFrom(noon("2026-02-05"))
                            .expiring(noon("2026-02-01")));
            Adjustment taking = new Adjustment("j", CUSTOMER, noon("2026-01-05"), "points", -5, "error", "agent");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> taking.expiring(noon("2026-02-01")))
                    .withMessage("points that are taken have no dates of their own, but 5 were to be taken with some");
            assertThatIllegalArgumentException().isThrownBy(() -> taking.about(""));
        }
    }
}
