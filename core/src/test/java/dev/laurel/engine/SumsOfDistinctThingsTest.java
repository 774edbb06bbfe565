package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.CountingShops.bonus;
import static dev.laurel.engine.CountingShops.earned;
import static dev.laurel.engine.CountingShops.returns;
import static dev.laurel.engine.CountingShops.shop;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.Closure;
import dev.laurel.event.Erasure;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.LineProperties;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sums of days and of values, each of which counts once however often it comes. */
@Tag("A10")
@Tag("A2")
class SumsOfDistinctThingsTest {
    @Test
    void aDayCountsOnceHoweverOftenSomethingIsBoughtOnIt() {
        Shop shop = shop(
                PurchaseCounter.purchaseDays("days").per(BoundedWindow.MONTH).isAtLeast(2));
        shop.spend("2026-01-31", "10");
        shop.spend("2026-02-05", "10");
        assertThat(earned(shop.spend("2026-02-05", "10"))).isZero();
        assertThat(earned(shop.spend("2026-02-06", "10"))).isZero();
        assertThat(earned(shop.spend("2026-02-06", "10"))).isEqualTo(100);
        returns(shop, "2026-02-07", "e4");
        returns(shop, "2026-02-07", "e5");
        assertThat(earned(shop.spend("2026-02-07", "10"))).isEqualTo(100);
        assertThat(earned(shop.spend("2026-03-01", "10"))).isZero();
    }

    @Test
    void daysOfEverAreKeptOnlyAsFarAsSomethingAsksForThem() {
        CountSum days = PurchaseCounter.purchaseDays("days").per(Window.EVER);
        Shop shop = shop(
                bonus(days.isAtLeast(3)),
                EarnRule.earning("few", Amounts.fixed(1)).where(days.isLessThan(2)));
        for (int day = 10; day < 20; day++) {
            shop.spend("2026-01-" + day, "10");
        }
        assertThat(shop.account().counter("days/ever").toMap()).hasSize(3);
        assertThat(earned(shop.spend("2026-02-01", "10"))).isEqualTo(100);
    }

    @Test
    void aDayCountsOnceAlsoOverTheLastDays() {
        Shop shop = shop(PurchaseCounter.purchaseDays("days")
                .per(Window.overTheLast(Period.ofDays(7)))
                .isAtLeast(2));
        shop.spend("2026-01-05", "10");
        shop.spend("2026-01-05", "10");
        assertThat(earned(shop.spend("2026-01-06", "10"))).isZero();
        assertThat(earned(shop.spend("2026-01-11", "10"))).isEqualTo(100);
        assertThat(earned(shop.spend("2026-01-18", "10"))).isZero();
    }

    @Test
    void aValueCountsOnceInAWindowAndStaysWhenItIsReturned() {
        Shop shop = shop(PurchaseCounter.distinct("kinds", LineProperties.category())
                .per(BoundedWindow.MONTH)
                .isAtLeast(3));
        shop.buy("2026-01-05", line("1", "10", "coffee", "hot"), line("2", "10", "coffee"));
        assertThat(earned(shop.buy("2026-01-06", line("1", "10", "hot")))).isZero();
        assertThat(earned(shop.buy("2026-01-07", line("1", "10", "tea")))).isZero();
        returns(shop, "2026-01-08", "e1");
        assertThat(earned(shop.spend("2026-01-31", "10"))).isEqualTo(100);
        assertThat(earned(shop.spend("2026-02-01", "10"))).isZero();
    }

    @Test
    void aLatePurchaseBringsItsValueIntoItsOwnWindow() {
        Shop shop = shop(PurchaseCounter.distinct("kinds", LineProperties.category())
                .of(category("coffee"))
                .per(BoundedWindow.MONTH)
                .isAtLeast(1));
        shop.spend("2026-02-05", "10");
        shop.buy("2026-01-20", line("1", "10", "coffee"));
        assertThat(earned(shop.spend("2026-01-25", "10"))).isEqualTo(100);
        assertThat(earned(shop.spend("2026-02-06", "10"))).isZero();
    }

    @Test
    void valuesOverTheLastDaysAreThoseOfTheirDays() {
        Shop shop = shop(PurchaseCounter.distinct("skus", LineProperties.sku())
                .per(Window.overTheLast(Period.ofDays(10)))
                .isAtLeast(2));
        shop.buy("2026-01-05", line("a", "10"));
        shop.buy("2026-01-08", line("b", "10"));
        assertThat(earned(shop.buy("2026-01-14", line("b", "10")))).isEqualTo(100);
        assertThat(earned(shop.buy("2026-01-15", line("b", "10")))).isZero();
    }

    @Test
    @Tag("F2")
    void valuesAreGoneOnceTheCustomerIsErased() {
        Shop shop = shop(PurchaseCounter.distinct("kinds", LineProperties.category())
                .per(Window.EVER)
                .isAtLeast(3));
        shop.buy("2026-01-05", line("1", "10", "pregnancy"));
        assertThat(shop.account().counters()).containsKey("kinds/ever=pregnancy");
        shop.submit(new Closure("c", CUSTOMER, noon("2026-01-06")));
        shop.submit(new Erasure("x", CUSTOMER, noon("2026-01-07")));
        assertThat(shop.account().counters()).isEmpty();
    }
}
