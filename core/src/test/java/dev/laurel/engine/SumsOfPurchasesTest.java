package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.CountingShops.SPEND;
import static dev.laurel.engine.CountingShops.VISITS;
import static dev.laurel.engine.CountingShops.bonus;
import static dev.laurel.engine.CountingShops.earned;
import static dev.laurel.engine.CountingShops.returns;
import static dev.laurel.engine.CountingShops.shop;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Quantity;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sums of what is spent, of purchases and of items, and what returns take out of them. */
@Tag("A10")
@Tag("A2")
class SumsOfPurchasesTest {
    private static final PurchaseCounter<CountSum> CUPS =
            PurchaseCounter.quantity("cups").of(category("coffee"));

    @Test
    @Tag("A6")
    void whatIsExcludedOrFreeOrPaidWithPointsIsNotSpent() {
        Shop shop = new Shop(program()
                .excluding(category("gift-card"))
                .earn(bonus(SPEND.per(Window.EVER).isAtLeast(usd("75"))))
                .redeem(Shop.PAYS)
                .build());
        shop.redeemsToPay("x", noon("2026-01-04"), "25");
        shop.buy("2026-01-05", line("1", "500", "gift-card"), line("2", "0"));
        shop.buy(noon("2026-01-05"), Basket.ofTotal(usd("99.99")).paidBy(Payment.withPoints(usd("25"), "x")));
        assertThat(earned(shop.spend("2026-01-06", "0.01"))).isZero();
        assertThat(earned(shop.spend("2026-01-07", "0.01"))).isEqualTo(100);
    }

    @Test
    void aCounterOfLinesCountsTheseAlone() {
        Shop shop = shop(SPEND.of(category("coffee")).per(Window.EVER).isAtLeast(usd("10")));
        shop.buy("2026-01-05", line("1", "9.99", "coffee"), line("2", "100", "tea"));
        assertThat(earned(shop.buy("2026-01-06", line("1", "0.01", "coffee")))).isZero();
        assertThat(earned(shop.spend("2026-01-07", "1"))).isEqualTo(100);
    }

    @Test
    void aCounterWithConditionsCountsThePurchasesThatMeetThem() {
        Shop shop = shop(VISITS.where(Conditions.orderOfAtLeast(usd("50")))
                .per(Window.EVER)
                .isAtLeast(1));
        shop.spend("2026-01-05", "49.99");
        assertThat(earned(shop.spend("2026-01-06", "50"))).isZero();
        assertThat(earned(shop.spend("2026-01-07", "1"))).isEqualTo(100);
    }

    @Test
    void aCounterCanAskAnother() {
        Condition isRegular = VISITS.per(Window.EVER).isAtLeast(2);
        Shop shop = shop(PurchaseCounter.spend("regular-spend")
                .where(isRegular)
                .per(Window.EVER)
                .isAtLeast(usd("10")));
        shop.spend("2026-01-05", "10");
        shop.spend("2026-01-06", "10");
        assertThat(earned(shop.spend("2026-01-07", "10"))).isZero();
        assertThat(earned(shop.spend("2026-01-08", "10"))).isEqualTo(100);
    }

    @Test
    void itemsCountByTheirQuantityAsFarAsTheyWerePaidInMoney() {
        Shop shop = new Shop(program()
                .earn(bonus(CUPS.per(Window.EVER).isAtLeast(4)))
                .redeem(Shop.PAYS)
                .build());
        shop.redeemsToPay("x", noon("2026-01-04"), "5");
        PurchaseLine cups = line("1", "10", "coffee").withQuantity(Quantity.of(4));
        shop.buy(noon("2026-01-05"), Basket.of(cups, line("2", "90")).paidBy(Payment.withPoints(usd("5"), "x")));
        assertThat(earned(shop.buy("2026-01-06", line("1", "3", "coffee").withQuantity(Quantity.of("0.199999")))))
                .isZero();
        assertThat(earned(shop.buy("2026-01-07", line("1", "3", "coffee").withQuantity(Quantity.of("0.000001")))))
                .isZero();
        assertThat(earned(shop.spend("2026-01-08", "1"))).isEqualTo(100);
    }

    @Test
    @Tag("V2")
    void whatIsReturnedIsTakenOutOfTheWindowInWhichItCounted() {
        Shop shop = shop(SPEND.per(BoundedWindow.MONTH).isAtLeast(usd("50")));
        shop.buy("2026-01-05", line("1", "30"), line("2", "40"));
        returns(shop, "2026-02-05", "e1", ReturnedLine.of("2", usd("20")));
        assertThat(earned(shop.spend("2026-01-31", "0.01"))).isEqualTo(100);
        returns(shop, "2026-02-06", "e1", ReturnedLine.of("2", usd("20")));
        assertThat(earned(shop.spend("2026-01-30", "0.01"))).isZero();
    }

    @Test
    @Tag("V2")
    @Tag("TV-222")
    void aFirstPurchaseThatIsReturnedCanBeMadeAgain() {
        Shop shop = shop(VISITS.per(Window.EVER).isLessThan(1));
        assertThat(earned(shop.buy("2026-01-05", line("1", "10"), line("2", "10"))))
                .isEqualTo(100);
        returns(shop, "2026-01-06", "e1", ReturnedLine.of("1", usd("10")));
        assertThat(earned(shop.spend("2026-01-07", "10"))).isZero();
        returns(shop, "2026-01-08", "e1");
        returns(shop, "2026-01-08", "e2");
        assertThat(shop.available()).isZero();
        assertThat(earned(shop.spend("2026-01-09", "10"))).isEqualTo(100);
    }

    @Test
    @Tag("V2")
    void aPurchaseNoLongerCountsOnceWhatIsLeftMissesTheTotalThatItsCounterAsksFor() {
        Shop shop = shop(VISITS.where(Conditions.orderOfAtLeast(usd("50"), category("coffee")))
                .per(Window.EVER)
                .isAtLeast(1));
        shop.buy("2026-01-05", line("1", "50", "coffee"), line("2", "50", "tea"));
        returns(shop, "2026-01-06", "e1", ReturnedLine.of("2", usd("50")));
        assertThat(earned(shop.spend("2026-01-07", "1"))).isEqualTo(100);
        returns(shop, "2026-01-08", "e1", ReturnedLine.of("1", usd("0.01")));
        assertThat(earned(shop.spend("2026-01-09", "1"))).isZero();
    }

    @Nested
    @Tag("V2")
    class MissedTotals {
        private final Condition first = VISITS.where(Conditions.orderOfAtLeast(usd("50")))
                .per(Window.EVER)
                .isLessThan(1);

        @Test
        void whatIsLostBelowTheTotalOfTheCounterIsEarnedOnce() {
            Shop shop = shop(bonus(first).returning(TermsOfReturn.lostBelow(usd("50"))));
            assertThat(earned(shop.submit(purchase("p1", "2026-01-01")))).isEqualTo(100);
            returns(shop, "2026-01-02", "p1", ReturnedLine.of("1", usd("0.01")));
            assertThat(shop.account().balance("points").available()).isZero();
            assertThat(earned(shop.submit(purchase("p2", "2026-01-03")))).isEqualTo(100);
            assertThat(shop.account().balance("points").available()).isEqualTo(100);
        }

        @Test
        void whatIsKeptBelowTheTotalOfTheCounterIsEarnedAgain() {
            Shop shop = shop(first);
            shop.submit(purchase("p1", "2026-01-01"));
            returns(shop, "2026-01-02", "p1", ReturnedLine.of("1", usd("0.01")));
            shop.submit(purchase("p2", "2026-01-03"));
            assertThat(shop.account().balance("points").available()).isEqualTo(199);
        }

        private Purchase purchase(String id, String date) {
            return new Purchase(id, CUSTOMER, noon(date), Basket.of(line("1", "50.00")));
        }
    }
}
