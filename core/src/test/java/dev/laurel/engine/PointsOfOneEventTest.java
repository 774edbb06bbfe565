package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.customer.Birthday;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Offer;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many points one event may move. */
@Tag("N2")
class PointsOfOneEventTest {
    private static final long MOST = Points.MAX_IN_ONE_EVENT;
    private static final PointCurrency STATUS = PointCurrency.of("status");
    private static final Expiry AFTER_30_DAYS = Moment.after(Period.ofDays(30));

    private final Shop shop = new Shop(rich().earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .redeem(Reward.costing("pays", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("0.01"), 1)))
            .build());
    private int adjustments;

    private static LoyaltyProgram.Builder rich() {
        return LoyaltyProgram.builder("shop", "1")
                .zone(Shop.NEW_YORK)
                .money(Shop.USD)
                .points(POINTS, PointTerms.expiring(AFTER_30_DAYS).transferable())
                .points(STATUS, PointTerms.expiring(Moment.never()));
    }

    private Adjustment adjustment(String date, long points) {
        return new Adjustment("a" + ++adjustments, CUSTOMER, noon(date), "points", points, "a reason", "agent-7");
    }

    private static Redemption redemption(String id, long points) {
        return Redemption.of(id, CUSTOMER, noon("2026-01-06"), "pays", points);
    }

    private static Hold hold(String id, long points) {
        return new Hold(id, CUSTOMER, noon("2026-01-06"), "pays", noon("2026-01-10"), points, null);
    }

    private static Transfer transfer(String id, long points) {
        return new Transfer(id, CUSTOMER, noon("2026-01-06"), "c2", "points", points);
    }

    private static OpeningLot lot(String currency, long points) {
        return new OpeningLot(currency, points, noon("2026-01-01"), null);
    }

    /** Twice as many points as one event may move. */
    private void hasMany() {
        shop.submit(adjustment("2026-01-05", MOST));
        shop.submit(adjustment("2026-01-05", MOST));
    }

    private void tooMany(LoyaltyEvent event, long points) {
        assertThat(shop.refused(event)).isEqualTo(new Refusal.TooManyPoints("points", points, MOST));
    }

    @Test
    void theRefusalSaysHowManyPointsThereWereAndHowManyThereMayBe() {
        Refusal refusal = shop.refused(adjustment("2026-01-05", MOST + 1));
        assertThat(refusal.code()).isEqualTo("OVERFLOW");
        assertThat(refusal.message())
                .isEqualTo("1000000000001 points are more than one event may move, 1000000000000;"
                        + " give it the right number of points, or several events");
    }

    @Nested
    class Adjustments {
        @Test
        void adjustmentsMoveAMillionMillionPointsAndNoMore() {
            shop.submit(adjustment("2026-01-05", MOST));
            shop.submit(adjustment("2026-01-05", -MOST));
            shop.submit(adjustment("2026-01-05", -MOST));
            assertThat(shop.account().balance("points").debt()).isEqualTo(MOST);
            shop.verify();
        }

        @ParameterizedTest
        @ValueSource(longs = {MOST + 1, 2 * MOST, Long.MAX_VALUE})
        void adjustmentsOfMorePointsAreRefusedUpAndDown(long points) {
            hasMany();
            tooMany(adjustment("2026-01-05", points), points);
            tooMany(adjustment("2026-01-05", -points), points);
        }

        @Test
        void adjustmentsOfAnUnknownCurrencyAreToldAsThatFirst() {
            assertThat(shop.refused(new Adjustment("a", CUSTOMER, noon("2026-01-05"), "miles", MOST + 1, "x", "y"))
                            .code())
                    .isEqualTo("WRONG_CURRENCY");
        }
    }

    @Nested
    class Openings {
        @Test
        void openingsBringAMillionMillionPointsOfEachCurrency() {
            shop.submit(Opening.of(
                    "o", CUSTOMER, noon("2026-01-05"), lot("points", MOST - 5), lot("status", MOST), lot("points", 5)));
            assertThat(shop.available()).isEqualTo(MOST);
            assertThat(shop.account().balance("status").available()).isEqualTo(MOST);
        }

        @Test
        void openingsAreJudgedByTheSumOfTheirLots() {
            tooMany(
                    Opening.of(
                            "o", CUSTOMER, noon("2026-01-05"), lot("points", MOST), lot("status", 1), lot("points", 1)),
                    MOST + 1);
        }

        @Test
        @Tag("K21")
        void openingsWhoseSumFitsNowhereAreRefusedAlike() {
            tooMany(
                    Opening.of("o", CUSTOMER, noon("2026-01-05"), lot("points", Long.MAX_VALUE), lot("points", 1)),
                    Long.MAX_VALUE);
        }

        @Test
        void secondOpeningsAreToldAsThatFirst() {
            shop.submit(Opening.of("o", CUSTOMER, noon("2026-01-05")));
            assertThat(shop.refused(Opening.of("o2", CUSTOMER, noon("2026-01-05"), lot("points", MOST + 1)))
                            .code())
                    .isEqualTo("NOT_ALLOWED");
        }
    }

    @Nested
    class Awards {
        private Refusal refused(Rule... rules) {
            return new Shop(rich().earn(rules).build())
                    .refused(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1"))));
        }

        @Test
        void awardsOfOnePurchaseAreAMillionMillionPointsOfEachCurrencyAtMost() {
            Shop generous = new Shop(rich().earn(
                            EarnRule.earning("half", Amounts.fixed(MOST / 2)),
                            EarnRule.earning("other-half", Amounts.fixed(MOST / 2)),
                            EarnRule.earning("status", Amounts.fixed(MOST)).awarding(STATUS))
                    .build());
            generous.spend("2026-01-05", "1");
            assertThat(generous.available()).isEqualTo(MOST);
            assertThat(generous.account().balance("status").available()).isEqualTo(MOST);
        }

        @Test
        void awardsOfOnePurchaseAreJudgedInSum() {
            assertThat(refused(EarnRule.earning("one", Amounts.fixed(1)), EarnRule.earning("all", Amounts.fixed(MOST))))
                    .isEqualTo(new Refusal.TooManyPoints("points", MOST + 1, MOST));
        }

        @Test
        void awardsOfOnePurchaseAreJudgedWithTheirMultipliers() {
            EarnRule half = EarnRule.earning("half", Amounts.perItem(MOST / 2 + 1));
            assertThat(refused(half, Multiplier.of("twice", half, Ratio.of(2))))
                    .isEqualTo(new Refusal.TooManyPoints("points", MOST + 2, MOST));
        }

        @Test
        void awardsAreJudgedByWhatTheirCapsLeave() {
            Shop capped = new Shop(rich().earn(
                            EarnRule.earning("base", Amounts.perItem(MOST)).capped(PointCap.of(POINTS.points(MOST))))
                    .build());
            capped.buy("2026-01-05", Shop.line("1", "1").withQuantity(Quantity.of(5)));
            assertThat(capped.available()).isEqualTo(MOST);
        }

        @Test
        void aClaimGivesNoMore() {
            Shop generous = new Shop(program()
                    .earn(EarnRule.earning("base", Amounts.fixed(1)))
                    .offers(
                            Offer.of(
                                    "most",
                                    BirthdayOccasion.onTheDay().open(BirthdayOccasion.Opening.inItsMonth()),
                                    new Bonus(POINTS.points(MOST))),
                            Offer.of(
                                    "more",
                                    BirthdayOccasion.onTheDay().open(BirthdayOccasion.Opening.inItsMonth()),
                                    new Bonus(POINTS.points(MOST + 1))))
                    .build());
            generous.submit(ProfileChange.ofBirthday("f", CUSTOMER, noon("2026-01-05"), Birthday.parse("--01-06")));
            generous.submit(Claim.of("g", CUSTOMER, noon("2026-01-06"), "most"));
            assertThat(generous.refused(Claim.of("h", CUSTOMER, noon("2026-01-06"), "more")))
                    .isEqualTo(new Refusal.TooManyPoints("points", MOST + 1, MOST));
            assertThat(generous.available()).isEqualTo(MOST);
        }
    }

    @Nested
    class Spending {
        @Test
        void aRedemptionAHoldAndATransferTakeAMillionMillionPoints() {
            hasMany();
            shop.submit(adjustment("2026-01-05", MOST));
            shop.submit(redemption("x", MOST));
            shop.submit(hold("h", MOST));
            shop.submit(transfer("t", MOST));
            assertThat(shop.available()).isZero();
            shop.verify();
        }

        @Test
        void aRedemptionAHoldAndATransferTakeNoMore() {
            hasMany();
            tooMany(redemption("x", MOST + 1), MOST + 1);
            tooMany(hold("h", 2 * MOST), 2 * MOST);
            tooMany(transfer("t", MOST + 1), MOST + 1);
        }

        @Test
        void pointsThatAreNotThereAreToldAsThatFirst() {
            hasMany();
            assertThat(shop.refused(redemption("x", 2 * MOST + 1)))
                    .isEqualTo(new Refusal.InsufficientPoints("points", 2 * MOST, 2 * MOST + 1));
            assertThat(shop.refused(hold("h", Long.MAX_VALUE)).code()).isEqualTo("INSUFFICIENT_POINTS");
            assertThat(shop.refused(transfer("t", Long.MAX_VALUE)).code()).isEqualTo("INSUFFICIENT_POINTS");
            shop.submit(adjustment("2026-01-05", -MOST));
            shop.submit(adjustment("2026-01-05", -MOST));
            shop.submit(adjustment("2026-01-05", -1));
            assertThat(shop.refused(redemption("x", MOST + 1))).isEqualTo(new Refusal.InDebt("points", 1));
        }

        @Test
        @Tag("R2")
        void noMorePointsAreOfferedAsAPaymentThanCanBeRedeemed() {
            hasMany();
            RewardOption pays = shop.engine().rewardsFor(shop.account(), noon("2026-01-06")).stream()
                    .filter(option -> option.reward().id().equals("pays"))
                    .findFirst()
                    .orElseThrow();
            assertThat(pays.usable().orElseThrow().most()).isEqualTo(MOST);
            shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-06"), "pays", MOST));
        }
    }

    /** What came by several events may end by one. */
    @Nested
    class WhatIsNeverRefused {
        @Test
        @Tag("L6")
        void timeLetsAnyNumberOfPointsExpire() {
            hasMany();
            shop.advance(noon("2026-03-05"));
            assertThat(shop.account().balance("points").expired()).isEqualTo(2 * MOST);
            shop.verify();
        }

        @Test
        void aClosureLetsAnyNumberOfPointsExpire() {
            hasMany();
            shop.submit(hold("h", MOST));
            shop.submit(adjustment("2026-01-06", MOST));
            shop.submit(new Closure("z", CUSTOMER, noon("2026-01-07")));
            assertThat(shop.account().balance("points").expired()).isEqualTo(3 * MOST);
            shop.verify();
        }

        @Test
        void whatWasTakenAtOnceComesBackAtOnce() {
            hasMany();
            shop.submit(redemption("x", MOST));
            shop.submit(hold("h", MOST));
            shop.submit(Cancellation.ofAll("y", CUSTOMER, noon("2026-01-07"), "x"));
            shop.submit(new Release("l", CUSTOMER, noon("2026-01-07"), "h"));
            assertThat(shop.available()).isEqualTo(2 * MOST);
            shop.submit(hold("i", MOST));
            shop.submit(Capture.ofAll("k", CUSTOMER, noon("2026-01-07"), "i"));
            assertThat(shop.available()).isEqualTo(MOST);
            shop.verify();
        }

        @Test
        void aReturnTakesBackWhatAPurchaseGave() {
            Shop generous = new Shop(
                    rich().earn(EarnRule.earning("base", Amounts.fixed(MOST))).build());
            generous.submit(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1"))));
            generous.submit(Return.ofAll("r", CUSTOMER, noon("2026-01-06"), "p"));
            assertThat(generous.available()).isZero();
            generous.verify();
        }
    }

    /** Millions of events could bring as many, so such an account is made here as one is read from a store. */
    @Nested
    @Tag("K21")
    class AllThatEverCame {
        private Account accountOf(Balance balance) {
            Account account = shop.account();
            Wallet wallet = new Wallet("points", balance, LotQueue.EMPTY, LotQueue.EMPTY, null);
            return Account.of(
                    account.program(),
                    account.versions(),
                    account.profile(),
                    account.asOf(),
                    account.milestones(),
                    account.sequence(),
                    account.lotsOpened(),
                    List.of(wallet, Wallet.none("status")),
                    List.of(),
                    account.standings(),
                    account.counters(),
                    account.claimed());
        }

        private String answer(Balance balance, LoyaltyEvent event) {
            return shop.engine()
                    .evaluate(accountOf(balance), event)
                    .refusal()
                    .map(Refusal::message)
                    .orElse("accepted");
        }

        @Test
        @Tag("L2")
        void allPointsThatEverCameMustFitEvenIfTheyAreGone() {
            shop.submit(adjustment("2026-01-05", 1));
            Balance gone = new Balance(Long.MAX_VALUE - 3, 0, 0, 0, Long.MAX_VALUE - 3, 0, 0, 0, 0, 0, 0, 0, 0);
            String unfit = "a sum, date or exact fraction of this event does not fit, and is never rounded to fit";
            assertThat(answer(gone, adjustment("2026-01-05", 3))).isEqualTo("accepted");
            assertThat(answer(gone, adjustment("2026-01-05", 4))).isEqualTo(unfit);
            assertThat(answer(gone, new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("4")))))
                    .isEqualTo(unfit);
        }

        @Test
        @Tag("L8")
        void allDebtMustFit() {
            shop.submit(adjustment("2026-01-05", 1));
            Balance owing = new Balance(0, 0, 0, 0, 0, 0, 0, Long.MAX_VALUE - 3, 0, 0, 0, 0, Long.MAX_VALUE - 3);
            assertThat(answer(owing, adjustment("2026-01-05", -3))).isEqualTo("accepted");
            assertThat(answer(owing, adjustment("2026-01-05", -4)))
                    .isEqualTo("a sum, date or exact fraction of this event does not fit, and is never rounded to fit");
        }
    }
}
