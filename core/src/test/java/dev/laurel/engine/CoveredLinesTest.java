package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.Rule;
import dev.laurel.rule.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lines that the program excludes are outside of it: for conditions, for amounts, and for rewards. */
@Tag("A6")
class CoveredLinesTest {
    private static final Instant DAY = noon("2026-01-06");
    private static final Selector CARD = category("gift-card");

    /** The gift card stands first, so that places of lines in the order and among the covered ones differ. */
    private static final Basket ORDER =
            Basket.of(line("1", "60", "gift-card"), line("2", "30", "soap"), line("3", "10", "scent"));

    private static LoyaltyProgram.Builder shop() {
        return program().excluding(CARD);
    }

    private static Shop shop(Rule... rules) {
        return new Shop(shop().earn(rules).build());
    }

    private static long earned(Shop shop, Basket basket) {
        return shop.engine().preview(shop.account(), basket, DAY).orThrow().earned("points");
    }

    /** Notes what it sees. */
    private record Seeing(List<Basket> seen) implements PurchaseCondition, Amount {
        @Override
        public Finding check(PurchaseFacts facts) {
            seen.add(facts.basket());
            return Finding.of(true, () -> "seen", () -> "to see");
        }

        @Override
        public Ratio of(Selection selection, PurchaseFacts facts) {
            seen.add(facts.basket());
            return Ratio.of(facts.basket().lines().size());
        }

        @Override
        public String describe() {
            return "what is seen";
        }

        @Override
        public Mentions mentions() {
            return Mentions.NOTHING;
        }
    }

    @Nested
    @Tag("A2")
    class ConditionsOfRules {
        @Test
        void theTotalOfAnOrderIsThatOfItsCoveredLines() {
            Shop shop = shop(EarnRule.earning("big", Amounts.fixed(7)).where(Conditions.orderOfAtLeast(usd("40"))));
            assertThat(earned(shop, ORDER)).isEqualTo(7);
            Basket less = ORDER.withLines(List.of(ORDER.lines().get(0), line("2", "39.99")));
            assertThat(earned(shop, less)).isZero();
        }

        @Test
        void theTotalOfSomeLinesIsThatOfTheCoveredOnesAmongThem() {
            EarnRule soaps = EarnRule.earning("soaps", Amounts.fixed(7))
                    .where(Conditions.orderOfAtLeast(usd("30"), category("soap")));
            assertThat(earned(shop(soaps), ORDER)).isEqualTo(7);
            EarnRule more = EarnRule.earning("soaps", Amounts.fixed(7))
                    .where(Conditions.orderOfAtLeast(usd("30.01"), category("soap")));
            assertThat(earned(shop(more), ORDER)).isZero();
            EarnRule cards =
                    EarnRule.earning("cards", Amounts.fixed(7)).where(Conditions.orderOfAtLeast(usd("1"), CARD));
            assertThat(earned(shop(cards), ORDER)).isZero();
        }

        @Test
        void aBasketHasNoLineThatIsExcluded() {
            assertThat(earned(
                            shop(EarnRule.earning("with-card", Amounts.fixed(7)).where(Conditions.basketHas(CARD))),
                            ORDER))
                    .isZero();
            assertThat(earned(
                            shop(EarnRule.earning("without", Amounts.fixed(7))
                                    .where(Conditions.not(Conditions.basketHas(CARD)))),
                            ORDER))
                    .isEqualTo(7);
        }

        @Test
        @Tag("X1")
        void anExplanationTellsTheTotalOfTheCoveredLines() {
            Shop shop = shop(EarnRule.earning("big", Amounts.fixed(7)).where(Conditions.orderOfAtLeast(usd("50"))));
            assertThat(shop.engine()
                            .preview(shop.account(), ORDER, DAY)
                            .explanation()
                            .notApplied())
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.found()).isEqualTo("order of USD 40.00"));
        }

        @Test
        void conditionsAndAmountsOfTheHostSeeTheCoveredLinesWithChannelPaymentsAndShippingOfTheWholeOrder() {
            Seeing seeing = new Seeing(new ArrayList<>());
            Shop shop = shop(EarnRule.earning("seeing", seeing).where(seeing));
            Basket order = ORDER.withShipping(usd("5")).throughChannel("web").paidBy(Payment.of("card", usd("105")));
            assertThat(earned(shop, order)).isEqualTo(2);
            assertThat(seeing.seen())
                    .isNotEmpty()
                    .containsOnly(order.withLines(order.lines().subList(1, 3)));
        }

        @Test
        void aPurchaseOfExcludedLinesAloneHasNoLineForAnybodyToSee() {
            Seeing seeing = new Seeing(new ArrayList<>());
            Shop shop = shop(EarnRule.earning("seeing", Amounts.fixed(1)).where(seeing));
            Basket cards = Basket.of(line("1", "60", "gift-card"));
            assertThat(earned(shop, cards)).isZero();
            assertThat(seeing.seen()).containsOnly(cards.withLines(List.of()));
        }
    }

    @Nested
    class Places {
        @Test
        void rulesOfSomeLinesFindTheirOwnBehindAnExcludedOne() {
            EarnRule base = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
            Shop shop = shop(
                    base,
                    Multiplier.of("scents", base, Ratio.of(3)).of(category("scent")),
                    EarnRule.earning("soaps", Amounts.perItem(100)).of(category("soap")));
            assertThat(shop.buy(DAY, ORDER).earned("points")).isEqualTo(30 + 10 * 3 + 100);
            assertThat(shop.receiptOf("e1").lines())
                    .extracting(line -> line.id() + " " + line.counts() + " " + line.qualifying())
                    .containsExactly("1 false USD 0.00", "2 true USD 30.00", "3 true USD 10.00");
        }
    }

    @Nested
    @Tag("R1")
    class Rewards {
        private final Shop shop = new Shop(shop().earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(
                        reward("ten").giving(new AmountOff(usd("10"))),
                        reward("fifty").giving(new AmountOff(usd("50"))),
                        reward("half").giving(PercentageOff.of(Ratio.of(50))),
                        reward("card").giving(new FreeItem(CARD)),
                        reward("anything").giving(new FreeItem(Selectors.everything())),
                        reward("ten-soap").giving(new AmountOff(usd("10")).of(category("soap"))),
                        reward("fifth-scent")
                                .giving(PercentageOff.of(Ratio.of(20)).of(category("scent"))),
                        reward("dollar-card").giving(new AmountOff(usd("1")).of(CARD)),
                        reward("for-fifty").where(Conditions.orderOfAtLeast(usd("50"))),
                        reward("for-card").where(Conditions.basketHas(CARD)))
                .build());

        private static Reward reward(String id) {
            return Reward.costing(id, POINTS.points(1));
        }

        private List<String> netsWith(String... rewards) {
            shop.spend("2026-01-05", "100");
            return shop.engine().quote(shop.account(), ORDER, List.of(rewards), DAY).orThrow().basket().lines().stream()
                    .map(PurchaseLine::net)
                    .map(Money::toString)
                    .toList();
        }

        private Refusal refusal(String reward) {
            shop.spend("2026-01-05", "100");
            Refusal refusal = shop.refused(Redemption.of("r", CUSTOMER, DAY, reward, ORDER));
            assertThat(shop.engine()
                            .quote(shop.account(), ORDER, List.of(reward), DAY)
                            .refusal())
                    .contains(refusal);
            assertThat(shop.engine().rewardsFor(shop.account(), ORDER, DAY))
                    .filteredOn(option -> option.reward().id().equals(reward))
                    .allSatisfy(option -> assertThat(option.refusal()).contains(refusal));
            return refusal;
        }

        @Test
        void discountsLeaveExcludedLinesAsTheyAre() {
            assertThat(netsWith("ten")).containsExactly("USD 60.00", "USD 22.50", "USD 7.50");
            assertThat(netsWith("half")).containsExactly("USD 60.00", "USD 15.00", "USD 5.00");
            assertThat(netsWith("anything")).containsExactly("USD 60.00", "USD 0.00", "USD 10.00");
        }

        @Test
        void discountsOfChosenLinesLeaveTheOthersAsTheyAre() {
            assertThat(netsWith("ten-soap", "fifth-scent")).containsExactly("USD 60.00", "USD 20.00", "USD 8.00");
            assertThat(netsWith("ten-soap", "ten-soap", "ten-soap"))
                    .containsExactly("USD 60.00", "USD 0.00", "USD 10.00");
        }

        @Test
        void excludedLinesAreNothingThatIsThereToBeTakenOff() {
            assertThat(refusal("fifty"))
                    .isEqualTo(new Refusal.ConditionNotMet(
                            "reward 'fifty'", "USD 50.00 off", "order of USD 40.00", "order of at least USD 50.00"));
            assertThat(refusal("card").code()).isEqualTo("CONDITION_NOT_MET");
            assertThat(refusal("dollar-card"))
                    .isEqualTo(new Refusal.ConditionNotMet(
                            "reward 'dollar-card'",
                            "USD 1.00 off category gift-card",
                            "order of USD 0.00 of category gift-card",
                            "order of at least USD 1.00 of category gift-card"));
        }

        @Test
        void chosenLinesAreNeverLoweredByMoreThanTheyCost() {
            shop.spend("2026-01-05", "100");
            assertThat(shop.engine()
                            .quote(shop.account(), ORDER, List.of("ten-soap", "ten-soap", "ten-soap", "ten-soap"), DAY)
                            .refusal())
                    .contains(new Refusal.ConditionNotMet(
                            "reward 'ten-soap'",
                            "USD 10.00 off category soap",
                            "order of USD 0.00 of category soap",
                            "order of at least USD 10.00 of category soap"));
        }

        @Test
        @Tag("A2")
        void conditionsOfRewardsSeeTheCoveredLines() {
            assertThat(refusal("for-fifty"))
                    .isEqualTo(new Refusal.ConditionNotMet(
                            "reward 'for-fifty'",
                            "the order is at least USD 50.00",
                            "order of USD 40.00",
                            "order of at least USD 50.00"));
            assertThat(refusal("for-card").code()).isEqualTo("CONDITION_NOT_MET");
        }
    }

    @Nested
    @Tag("D6")
    class Asking {
        private int asked;

        private Selector counting() {
            return new Selector() {
                @Override
                public boolean selects(PurchaseLine line) {
                    asked++;
                    return line.categories().contains("gift-card");
                }

                @Override
                public String describe() {
                    return "gift cards";
                }
            };
        }

        @Test
        void exclusionsAreAskedOnceOfEachLineOfAPurchaseAndOfARedemption() {
            Shop shop = new Shop(program()
                    .excluding(counting())
                    .earn(
                            EarnRule.earning("a", Amounts.fixed(50)).where(Conditions.orderOfAtLeast(usd("1"))),
                            EarnRule.earning("b", Amounts.fixed(1)).where(Conditions.orderOfAtLeast(usd("2"))))
                    .redeem(
                            Reward.costing("ten", 1)
                                    .giving(new AmountOff(usd("10")))
                                    .where(Conditions.orderOfAtLeast(usd("1")), Conditions.basketHas(category("soap"))),
                            Reward.costing("mug", 1))
                    .build());
            asked = 0;
            shop.buy(DAY, ORDER);
            assertThat(asked).isEqualTo(3);
            asked = 0;
            shop.submit(Redemption.of("r1", CUSTOMER, DAY, "ten", ORDER));
            assertThat(asked).isEqualTo(3);
            asked = 0;
            shop.submit(Redemption.of("r2", CUSTOMER, DAY, "mug", ORDER));
            assertThat(asked).isZero();
        }
    }
}
