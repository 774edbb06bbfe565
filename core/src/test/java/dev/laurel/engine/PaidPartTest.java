package dev.laurel.engine;

import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.PointRate;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Multiplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rule about the part of an order that one payment method paid, such as a card that is loaded beforehand. */
@Tag("A6")
class PaidPartTest {
    private static final String PRELOADED = "preloaded-card";
    private static final PointRate RATE = POINTS.points(1).per(usd("1"));
    private static final EarnRule RULE = EarnRule.earning("preloaded", RATE).partPaidBy(PRELOADED);
    private static final LoyaltyProgram CARDS = program()
            .excluding(Selectors.category("gift-card"))
            .earn(RULE)
            .redeem(Shop.PAYS)
            .build();

    private static Payment paying(String method, String amount) {
        return Payment.of(method, usd(amount));
    }

    private static Basket hundred(Payment... payments) {
        Basket basket = Basket.of(line("1", "60"), line("2", "40").withQuantity(Quantity.of(2)));
        for (Payment payment : payments) {
            basket = basket.paidBy(payment);
        }
        return basket;
    }

    private static long earned(Basket basket) {
        return new Buyer(CARDS).buys("p", "2026-01-05", basket).shop.available();
    }

    @Test
    void thePartIsThatOfTheMethodAmongAllPayments() {
        assertThat(earned(hundred(paying(PRELOADED, "100")))).isEqualTo(100);
        assertThat(earned(hundred(paying(PRELOADED, "60"), paying("cash", "40"))))
                .isEqualTo(60);
        assertThat(earned(hundred(paying(PRELOADED, "20"), paying("cash", "40"), paying(PRELOADED, "40"))))
                .isEqualTo(60);
        assertThat(earned(hundred(paying("cash", "100")))).isZero();
        assertThat(earned(hundred(paying(PRELOADED, "0"), paying("cash", "100"))))
                .isZero();
        assertThat(earned(hundred(paying(PRELOADED, "0")))).isZero();
        assertThat(earned(hundred())).isZero();
        // Tax and tip are paid too: a half of what was paid is a half of what lines cost.
        assertThat(earned(hundred(paying(PRELOADED, "60"), paying("cash", "60"))))
                .isEqualTo(50);
    }

    @Test
    void pointsAreAPaymentAndEarnNothing() {
        Buyer member = new Buyer(CARDS).redeemsToPay("x", "50");
        member.buys("p", "2026-01-05", hundred(Payment.withPoints(usd("50"), "x"), paying(PRELOADED, "50")));
        assertThat(member.shop.available()).isEqualTo(50);
        assertThat(earned(hundred(Payment.withForeignPoints(usd("70")), paying(PRELOADED, "30"))))
                .isEqualTo(30);
        assertThat(earned(hundred(new Payment(PRELOADED, usd("100"), null, true))))
                .isZero();
    }

    /** Points paid 40 of the 50 that the program covers, and the card all else. */
    @Test
    void thePartIsNoMoreThanWasPaidInMoney() {
        Basket basket = Basket.of(line("1", "50"), line("2", "50", "gift-card"))
                .paidBy(Payment.withForeignPoints(usd("40")))
                .paidBy(paying(PRELOADED, "60"));
        assertThat(earned(basket)).isEqualTo(10);
    }

    @Test
    void aPartOfItemsOfFullUnitsAndOfStepsCountsAlike() {
        Basket basket = hundred(paying(PRELOADED, "50"), paying("cash", "50"));
        EarnRule items = EarnRule.earning("items", POINTS.points(10).perItem()).partPaidBy(PRELOADED);
        assertThat(Buyer.of(items).buys("p", "2026-01-05", basket).shop.available())
                .isEqualTo(15);
        EarnRule full =
                EarnRule.earning("full", POINTS.points(10).perFull(usd("20"))).partPaidBy(PRELOADED);
        Buyer member = Buyer.of(full).buys("p", "2026-01-05", basket);
        assertThat(member.shop.available()).isEqualTo(20);
        // Of 80 a half is two full twenties, of 78 it is one.
        assertThat(member.returns(ReturnedLine.of("1", usd("20")))).isZero();
        assertThat(member.returns(ReturnedLine.of("1", usd("2")))).isEqualTo(10);
        EarnRule steps = EarnRule.earning(
                        "steps",
                        MoneySteps.of(usd("30"), RATE)
                                .then(usd("50"), POINTS.points(2).per(usd("1"))))
                .partPaidBy(PRELOADED);
        Buyer stepped = Buyer.of(steps).buys("p", "2026-01-05", basket);
        assertThat(stepped.shop.available()).isEqualTo(100);
        assertThat(stepped.returns(ReturnedLine.of("1", usd("20")))).isEqualTo(60);
        assertThat(stepped.returns(ReturnedLine.of("1", usd("20.02")))).isEqualTo(40);
    }

    @Test
    @Tag("V2")
    @Tag("V3")
    void aReturnTakesBackWhatTheLinesHadOfThePart() {
        Basket basket = hundred(paying(PRELOADED, "50"), paying("cash", "50"));
        Buyer member = new Buyer(CARDS).buys("p", "2026-01-05", basket);
        assertThat(member.returns(ReturnedLine.of("2", Quantity.of(1)))).isEqualTo(10);
        assertThat(member.returns(ReturnedLine.of("1", Quantity.of(1)))).isEqualTo(30);
        assertThat(member.returns()).isEqualTo(10);
        assertThat(member.shop.available()).isZero();
    }

    @Test
    @Tag("N4")
    void aMultiplierOfItMultipliesThePart() {
        Buyer member = Buyer.of(RULE, Multiplier.of("twice", RULE, Ratio.of(2)));
        member.buys("p", "2026-01-05", hundred(paying(PRELOADED, "25"), paying("cash", "75")));
        assertThat(member.shop.available()).isEqualTo(50);
    }

    @Test
    @Tag("X1")
    void anExplanationSaysWhatTheMethodPaidOrThatItPaidNothing() {
        Shop shop = new Buyer(CARDS).shop;
        assertThat(new Buyer(CARDS)
                        .shop
                        .engine()
                        .preview(
                                shop.account(),
                                hundred(paying(PRELOADED, "25"), paying("cash", "75")),
                                Shop.noon("2026-01-05"))
                        .explanation()
                        .text())
                .contains(
                        "preloaded: +25 points (25 rounded down per purchase, for the 25 % that preloaded-card paid)");
        assertThat(shop.spend("2026-01-06", "100").explanation().text())
                .contains(
                        "preloaded: not applied, since a payment by preloaded-card is required, but found no payment by"
                                + " preloaded-card");
    }
}
