package dev.laurel.engine;

import static dev.laurel.engine.Shop.PAYS;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rule that earns by steps of what a purchase costs in all. */
@Tag("A3")
class SteppedAmountsTest {
    /** 5 a dollar from 50 on, 7 from 100 on. */
    private static final MoneySteps RISING = MoneySteps.of(
                    usd("50"), POINTS.points(5).per(usd("1")))
            .then(usd("100"), POINTS.points(7).per(usd("1")));

    /** 5 a dollar from 50 on, 1 from 100 on. */
    private static final MoneySteps FALLING = MoneySteps.of(
                    usd("50"), POINTS.points(5).per(usd("1")))
            .then(usd("100"), POINTS.points(1).per(usd("1")));

    private static final EarnRule RULE = EarnRule.earning("big", RISING);

    private static long earned(EarnRule rule, PurchaseLine... lines) {
        return Buyer.of(rule).buys(lines).shop.available();
    }

    private static ReturnedLine worth(String line, String amount) {
        return ReturnedLine.of(line, usd(amount));
    }

    private static ReturnedLine pieces(String line, int pieces) {
        return ReturnedLine.of(line, Quantity.of(pieces));
    }

    @Test
    void theTotalChoosesTheStepAndAllOfItEarnsByIt() {
        assertThat(earned(RULE, line("1", "49.99"))).isZero();
        assertThat(earned(RULE, line("1", "50"))).isEqualTo(250);
        assertThat(earned(RULE, line("1", "60"), line("2", "39.99"))).isEqualTo(499);
        assertThat(earned(RULE, line("1", "60"), line("2", "40"))).isEqualTo(700);
    }

    @Test
    void aStepCanGivePointsForEachFullUnitOrInAll() {
        EarnRule rule = EarnRule.earning(
                "big",
                MoneySteps.of(usd("50"), POINTS.points(20))
                        .then(usd("100"), POINTS.points(10).perFull(usd("25"))));
        assertThat(earned(rule, line("1", "99.99"))).isEqualTo(20);
        assertThat(earned(rule, line("1", "124.99"))).isEqualTo(40);
    }

    @Test
    @Tag("A6")
    void theTotalIsOfTheLinesOfTheRuleThatTheProgramCovers() {
        Buyer member = new Buyer(program()
                .earn(RULE.of(Selectors.not(Selectors.category("hair"))))
                .excluding(Selectors.category("gift-card"))
                .build());
        member.buys(line("1", "60"), line("2", "100", "gift-card"), line("3", "100", "hair"));
        assertThat(member.shop.available()).isEqualTo(300);
    }

    @Test
    @Tag("A6")
    void theTotalIsWithTaxWhereTheProgramIncludesItAndWithoutWhatPointsPaid() {
        Buyer gross = new Buyer(program().includingTax().earn(RULE).build());
        gross.buys(line("1", "95").withTax(usd("5")));
        assertThat(gross.shop.available()).isEqualTo(700);
        Buyer paying = Buyer.of(RULE).redeemsToPay("x", "20");
        paying.buys("p", "2026-01-05", Basket.of(line("1", "110")).paidBy(Payment.withPoints(usd("20"), "x")));
        // 90 were paid in money.
        assertThat(paying.shop.available()).isEqualTo(450);
    }

    @Test
    @Tag("N4")
    void multipliersMultiplyWhatTheStepGives() {
        Buyer member =
                Buyer.of(RULE, Multiplier.of("more", RULE, Ratio.of("1.5")).of(Selectors.sku("sku-1")));
        member.buys(line("1", "60"), line("2", "40"));
        assertThat(member.shop.available()).isEqualTo(910);
        assertThat(member.returns(pieces("1", 1))).isEqualTo(910);
    }

    @Test
    @Tag("A5")
    void capsTrimWhatTheStepGives() {
        Buyer member = Buyer.of(RULE.capped(PointCap.of(POINTS.points(600))));
        member.buys(line("1", "60"), line("2", "60"));
        assertThat(member.shop.available()).isEqualTo(600);
        assertThat(member.returns(worth("1", "20"))).isZero();
        assertThat(member.returns(worth("1", "1"))).isEqualTo(105);
    }

    @Test
    @Tag("X1")
    void anExplanationNamesTheStepThatWasReachedOrTheOneThatWasMissed() {
        Shop shop = Buyer.of(RULE).shop;
        assertThat(shop.spend("2026-01-05", "99.5").explanation().text())
                .contains(
                        "big: +497 points (497.5 rounded down per purchase, by 5 points per USD 1.00 from USD 50.00 on)");
        assertThat(shop.spend("2026-01-06", "49.99").explanation().text())
                .contains("big: not applied, since a total of at least USD 50.00 is required, but found a total of USD"
                        + " 49.99");
    }

    @Nested
    @Tag("V2")
    class Returns {
        @Test
        void belowAStepTheLowerStepsAmountIsDueAndBelowTheFirstNothing() {
            Buyer member = Buyer.of(RULE).buys(line("1", "120"));
            assertThat(member.shop.available()).isEqualTo(840);
            assertThat(member.returns(worth("1", "20"))).isEqualTo(140);
            assertThat(member.returns(worth("1", "1"))).isEqualTo(700 - 495);
            assertThat(member.returns(worth("1", "49"))).isEqualTo(495 - 250);
            assertThat(member.returns(worth("1", "0.01"))).isEqualTo(250);
            assertThat(member.returns()).isZero();
        }

        @Test
        @Tag("V3")
        void twoHalvesTakeBackWhatTheWholeDoes() {
            Buyer member = Buyer.of(RULE).buys(line("1", "60"), line("2", "60"));
            assertThat(member.returns(pieces("1", 1)) + member.returns(pieces("2", 1)))
                    .isEqualTo(840);
            assertThat(member.shop.available()).isZero();
        }

        @Test
        @Tag("V3")
        void aStepBelowThatGivesMoreGivesNothingBack() {
            Buyer inParts = Buyer.of(EarnRule.earning("big", FALLING)).buys(line("1", "120"));
            assertThat(inParts.shop.available()).isEqualTo(120);
            assertThat(inParts.returns(worth("1", "20"))).isEqualTo(20);
            assertThat(inParts.returns(worth("1", "10"))).isZero();
            assertThat(inParts.returns(worth("1", "40"))).isZero();
            assertThat(inParts.returns(worth("1", "0.01"))).isEqualTo(100);
            Buyer atOnce = Buyer.of(EarnRule.earning("big", FALLING)).buys(line("1", "120"));
            assertThat(atOnce.returns(worth("1", "30"))).isEqualTo(20);
        }

        @Test
        void theTotalOfAReturnIsOfWhatWasPaidInMoney() {
            Buyer member = Buyer.of(RULE).redeemsToPay("x", "20");
            member.buys(
                    "p",
                    "2026-01-05",
                    Basket.of(line("1", "60"), line("2", "60")).paidBy(Payment.withPoints(usd("20"), "x")));
            assertThat(member.shop.available()).isEqualTo(700);
            // A half is 50.
            assertThat(member.returns(pieces("1", 1))).isEqualTo(450);
        }

        @Test
        void otherTermsCanBeSaid() {
            Buyer member = Buyer.of(RULE.returning(TermsOfReturn.BY_LINE)).buys(line("1", "120"));
            assertThat(member.returns(worth("1", "60"))).isEqualTo(420);
        }

        @Test
        void pointsInAllAreOfTheLinesThatAreMultipliedMost() {
            EarnRule rule = EarnRule.earning("big", MoneySteps.of(usd("50"), POINTS.points(100)));
            Multiplier twice = Multiplier.of("twice", rule, Ratio.of(2)).of(Selectors.sku("sku-1"));
            Buyer member = Buyer.of(rule, twice).buys(line("1", "50"), line("2", "50"));
            assertThat(member.shop.available()).isEqualTo(150);
            assertThat(member.returns(pieces("2", 1))).isZero();
            assertThat(member.returns(worth("1", "0.01"))).isEqualTo(150);
        }

        @Test
        void roundingIsThatOfTheAward() {
            Buyer member = Buyer.of(RULE.rounded(Rounding.UP, RoundingStep.PER_PURCHASE));
            member.buys(line("1", "120"));
            assertThat(member.returns(worth("1", "30.1"))).isEqualTo(840 - 450);
        }
    }

    @Test
    @Tag("A6")
    void pointsThatPayAllOfItEarnNothing() {
        Buyer member = new Buyer(program().earn(RULE).redeem(PAYS).build()).redeemsToPay("x", "120");
        member.buys("p", "2026-01-05", Basket.of(line("1", "120")).paidBy(Payment.withPoints(usd("120"), "x")));
        assertThat(member.shop.available()).isZero();
    }
}
