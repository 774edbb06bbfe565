package dev.laurel.engine;

import static dev.laurel.condition.Selectors.attribute;
import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selectors;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that other systems publish or test, said with the rules of this one. */
class ShopVectorsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    /** Gross amounts of 12, 100 and 40; how much of them is tax is not told. */
    private static Basket threeLines() {
        return Basket.of(
                line("123", "10").withTax(usd("2")).withAttribute("color", "red"),
                line("000", "80").withTax(usd("20")).withAttribute("color", "blue"),
                line("0001", "40"));
    }

    @Test
    @Tag("A1")
    @Tag("A6")
    @Tag("TV-25")
    void aPurchaseEarnsFourPointsForEachUnitOfMoney() {
        EarnRule four = EarnRule.earning("four", Amounts.proportional(4, usd("1")));
        Shop shop = new Shop(program().includingTax().earn(four).build());
        assertThat(shop.buy(noon("2026-01-05"), threeLines()).earned("points")).isEqualTo(608);
    }

    @Nested
    @Tag("TV-27")
    class WithoutRedThings {
        private final EarnRule four = EarnRule.earning("four", Amounts.proportional(4, usd("1")));

        @Test
        @Tag("A6")
        void aPurchaseEarnsNothingForRedThingsThatTheProgramExcludes() {
            Shop shop = new Shop(program()
                    .includingTax()
                    .excluding(attribute("color", "red"))
                    .earn(four)
                    .build());
            assertThat(shop.buy(noon("2026-01-05"), threeLines()).earned("points"))
                    .isEqualTo(560);
        }

        @Test
        @Tag("A2")
        void aPurchaseEarnsNothingForRedThingsThatTheRuleDoesNotSelect() {
            Shop shop = new Shop(program()
                    .includingTax()
                    .earn(four.of(Selectors.not(Selectors.attribute("color", "red"))))
                    .build());
            assertThat(shop.buy(noon("2026-01-05"), threeLines()).earned("points"))
                    .isEqualTo(560);
        }
    }

    @Test
    @Tag("A6")
    @Tag("TV-41")
    void anOrderWithTenPercentOffEarnsOnWhatIsLeft() {
        Shop shop = new Shop(program().earn(BASE).build());
        Basket basket = PercentageOff.of(Ratio.of(10)).applied(Basket.ofTotal(usd("100")), Basket.ofTotal(usd("100")));
        assertThat(basket.total()).isEqualTo(usd("90"));
        assertThat(shop.buy(noon("2026-01-05"), basket).earned("points")).isEqualTo(90);
    }

    /** There, the rule is of what the food costs before the code that is for everything; here, the host says so by its lines. */
    @Test
    @Tag("A6")
    @Tag("TV-43")
    void aCodeOnEverythingTakesFromWhatEarnsOnlyWhatTheHostTakesOffItsLine() {
        Shop shop = new Shop(program().earn(BASE.of(category("food"))).build());
        List<PurchaseLine> lines = List.of(line("1", "100", "food"), line("2", "50"));
        Basket offTheRest = Basket.of(lines.get(0), lines.get(1).withNet(usd("35")));
        assertThat(offTheRest.total()).isEqualTo(usd("135"));
        assertThat(shop.buy(noon("2026-01-05"), offTheRest).earned("points")).isEqualTo(100);
        Basket bySelector = new AmountOff(usd("15"))
                .of(Selectors.not(category("food")))
                .applied(Basket.of(lines), Basket.of(lines));
        assertThat(bySelector).isEqualTo(offTheRest);
        Basket spread = PercentageOff.of(Ratio.of(10)).applied(Basket.of(lines), Basket.of(lines));
        assertThat(spread.total()).isEqualTo(usd("135"));
        assertThat(shop.buy(noon("2026-01-05"), spread).earned("points")).isEqualTo(90);
    }

    @Test
    @Tag("A2")
    @Tag("TV-09")
    void aRuleThatIsNotThereOrHasNotBegunEarnsNothing() {
        LocalDate start = LocalDate.parse("2099-01-01");
        Shop shop = new Shop(program()
                .earn(BASE.where(Conditions.during(start, start.plusYears(1))))
                .build());
        assertThat(shop.spend("2026-06-01", "100").earned("points")).isZero();
        assertThat(shop.available()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 6000, bronze",
        "0, 15000, silver",
        "0, 25000, gold",
        "4000, 500, bronze",
        "8000, 3000, silver",
        "18000, 3000, gold",
        "22000, 5000, gold"
    })
    @Tag("Q2")
    @Tag("TV-47")
    @Tag("TV-48")
    @Tag("TV-49")
    @Tag("TV-50")
    @Tag("TV-51")
    @Tag("TV-52")
    @Tag("TV-53")
    void theTierFollowsFromWhatWasSpentBeforeAndNow(String before, String now, String tier) {
        Shop shop = new Shop(program()
                .ladders(Ladder.startingAt("status", Tier.of("bronze"))
                        .then(Tier.of("silver"), SPEND.per(BoundedWindow.YEAR).reaches(usd("10000")))
                        .then(Tier.of("gold"), SPEND.per(BoundedWindow.YEAR).reaches(usd("20000")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(BASE)
                .build());
        shop.submit(Opening.of("o", CUSTOMER, noon("2026-01-05"))
                .counting(new OpeningSum("spend", noon("2026-01-05"), new BigDecimal(before))));
        shop.spend("2026-01-06", now);
        assertThat(shop.account().standing("status").orElseThrow().tier()).isEqualTo(Tier.of(tier));
    }

    /** Where other systems cut what is asked for, {@link UsablePoints#within} says to how much. */
    @Nested
    @Tag("R1")
    class OfPointsThatPay {
        private long used(Shop customer, Basket order, long asked) {
            return customer.engine().rewardsFor(customer.account(), order, noon("2026-01-06")).get(0).usable().stream()
                    .mapToLong(usable -> usable.within(asked))
                    .sum();
        }

        @ParameterizedTest
        @CsvSource({
            "1000, 5000, 10000, 1, 1, 500, 50, 1000",
            "1000, 700, 10000, 1, 1, 500, 50, 700",
            "10000, 10000, 10000, 1, 1, 500, 50, 5000",
            "1050, 5000, 100000, 500, 100, 100, 100, 1000",
            "400, 5000, 100000, 1, 1, 500, 100, 0"
        })
        @Tag("TV-85")
        void aPaymentUsesAsManyPointsAsBalanceOrderAndStepsAllow(
                long asked, long balance, String order, String money, long step, long least, long percent, long used) {
            Shop customer = new Shop(program()
                    .earn(BASE)
                    .redeem(Reward.costing(
                                    "points",
                                    ChosenPrice.ofAnyNumber().inStepsOf(step).atLeast(least))
                            .giving(PointsAsPayment.of(usd(money), step).upToPercentOfOrder(percent)))
                    .build());
            customer.submit(new Adjustment("has", CUSTOMER, noon("2026-01-06"), "points", balance, "brought", "host"));
            assertThat(used(customer, Basket.ofTotal(usd(order)), asked)).isEqualTo(used);
        }

        @Test
        @Tag("TV-37")
        void aPaymentInBlocksOfThreeUsesNineOfElevenPoints() {
            EarnRule one = EarnRule.earning("one", Amounts.perItem(1));
            Reward blocks = Reward.costing("blocks", ChosenPrice.ofAnyNumber().inStepsOf(3))
                    .giving(PointsAsPayment.of(usd("1"), 3));
            Shop customer = new Shop(program().earn(one).redeem(blocks).build());
            customer.submit(new Adjustment("has", CUSTOMER, noon("2026-01-05"), "points", 10, "brought", "host"));
            Basket order = Basket.ofTotal(usd("50"));
            customer.buy(noon("2026-01-06"), order);
            assertThat(used(customer, order, customer.available())).isEqualTo(9);
            customer.submit(Redemption.of("x", CUSTOMER, noon("2026-01-06"), "blocks", 9, order));
            assertThat(customer.available()).isEqualTo(2);
        }
    }
}
