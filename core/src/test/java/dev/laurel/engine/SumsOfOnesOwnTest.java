package dev.laurel.engine;

import static dev.laurel.engine.CountingShops.VISITS;
import static dev.laurel.engine.CountingShops.earned;
import static dev.laurel.engine.CountingShops.returns;
import static dev.laurel.engine.CountingShops.shop;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Finding;
import dev.laurel.condition.OrderTotal;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selectors;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.occasion.Measure;
import dev.laurel.occasion.Property;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.time.Window;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sums of what the host measures itself, and what becomes of measures, properties and conditions that fail. */
@Tag("A10")
@Tag("A2")
class SumsOfOnesOwnTest {
    @Test
    @Tag("V2")
    void aMeasureOfOnesOwnGoesInTheProportionOfTheCost() {
        Shop shop = shop(PurchaseCounter.measuredBy("km", new Kilometres())
                .per(Window.EVER)
                .isAtLeast(5));
        shop.buy("2026-01-05", line("12345678", "30"), line("2", "10"));
        returns(shop, "2026-01-06", "e1", ReturnedLine.of("2", usd("10")));
        assertThat(earned(shop.spend("2026-01-07", "0.01"))).isEqualTo(100);
        returns(shop, "2026-01-08", "e1", ReturnedLine.of("12345678", usd("10")));
        returns(shop, "2026-01-08", "e2");
        assertThat(earned(shop.spend("2026-01-09", "0.01"))).isZero();
    }

    @Nested
    @Tag("D6")
    class Hostile {
        private Refusal refusal(Measure measure) {
            Shop shop = shop(
                    PurchaseCounter.measuredBy("km", measure).per(Window.EVER).isAtLeast(5));
            return shop.refused(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1"))));
        }

        @Test
        void aMeasureThatThrowsOrIsNegativeFailsThePurchaseByTheNameOfItsCounter() {
            assertThat(refusal(facts -> -1))
                    .isEqualTo(
                            new Refusal.RuleFailed("km", "returned -1 from its measure, which must not be negative"));
            assertThat(refusal(facts -> {
                        throw new IllegalStateException("no");
                    }))
                    .isEqualTo(new Refusal.RuleFailed("km", "threw java.lang.IllegalStateException from its measure"));
        }

        @Test
        void aPropertyThatThrowsOrHasNoValueFailsThePurchaseByTheNameOfItsCounter() {
            Property hostile = new Property() {
                @Override
                public List<String> valuesOf(PurchaseLine line, Basket basket) {
                    return List.of("");
                }

                @Override
                public String describe() {
                    return "nothing";
                }
            };
            Shop shop = shop(
                    PurchaseCounter.distinct("kinds", hostile).per(Window.EVER).isAtLeast(5));
            assertThat(shop.refused(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1")))))
                    .isEqualTo(new Refusal.RuleFailed(
                            "kinds", "threw java.lang.IllegalArgumentException from its property"));
        }

        @Test
        void totalsOfOtherMoneyOrThatCannotBeReadFailThePurchaseByTheNameOfTheirCounter() {
            record Total(List<OrderTotal> totals) implements PurchaseCondition {
                @Override
                public Finding check(PurchaseFacts facts) {
                    return Finding.of(true, "met", "nothing");
                }

                @Override
                public String describe() {
                    return "total";
                }
            }
            OrderTotal euros = new OrderTotal(Money.of(Currency.getInstance("EUR"), 5), Selectors.everything());
            for (List<OrderTotal> totals : Arrays.asList(List.of(euros), Collections.<OrderTotal>singletonList(null))) {
                Shop shop =
                        shop(VISITS.where(new Total(totals)).per(Window.EVER).isLessThan(1));
                Purchase purchase = new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1")));
                assertThat(shop.refused(purchase))
                        .isInstanceOfSatisfying(
                                Refusal.RuleFailed.class,
                                refusal -> assertThat(refusal.rule()).isEqualTo("visits"));
            }
        }

        @Test
        void aSumOverTheLastDaysThatGrowsTooLargeIsAnOverflow() {
            Shop shop = shop(PurchaseCounter.measuredBy("km", facts -> Money.MAX_MILLIONTHS / 2 + 1)
                    .per(Window.overTheLast(Period.ofDays(30)))
                    .isAtLeast(5));
            shop.spend("2026-01-05", "1");
            Purchase next = new Purchase("p", CUSTOMER, noon("2026-01-06"), Basket.ofTotal(usd("1")));
            assertThat(shop.refused(next).code()).isEqualTo("OVERFLOW");
            Purchase late = new Purchase("p", CUSTOMER, noon("2026-01-04"), Basket.ofTotal(usd("1")));
            assertThat(shop.refused(late).code()).isEqualTo("OVERFLOW");
            shop.spend("2026-02-04", "1");
        }

        @Test
        void aSumThatGrowsTooLargeIsAnOverflow() {
            Shop shop = shop(PurchaseCounter.measuredBy("km", facts -> Money.MAX_MILLIONTHS)
                    .per(Window.EVER)
                    .isAtLeast(5));
            shop.spend("2026-01-05", "1");
            assertThat(shop.refused(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1"))))
                            .code())
                    .isEqualTo("OVERFLOW");
        }
    }

    /** As far as the ids of lines are long. */
    private record Kilometres() implements Measure {
        @Override
        public long of(PurchaseFacts facts) {
            return facts.basket().lines().stream()
                    .mapToLong(line -> line.id().length())
                    .sum();
        }
    }
}
