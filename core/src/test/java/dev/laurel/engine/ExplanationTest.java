package dev.laurel.engine;

import static dev.laurel.condition.Conditions.during;
import static dev.laurel.condition.Conditions.memberIs;
import static dev.laurel.condition.Conditions.orderOfAtLeast;
import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Finding;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Scope;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.Reduction;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.decision.RuleOutcome.NotConsidered.Reason;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X1")
@Tag("I24")
class ExplanationTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private final Shop shop = new Shop(program()
            .ladders(Ladder.startingAt("status", INSIDER)
                    .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
                    .kept(Moment.endOf(BoundedWindow.YEAR))
                    .fallingToTheLowest())
            .earn(
                    BASE,
                    Multiplier.of("vib-rate", BASE, Ratio.of("1.25")).where(memberIs(VIB)),
                    Multiplier.of("fragrance-days", BASE, Ratio.of("2"))
                            .of(category("fragrance"))
                            .because("Double points on fragrance"),
                    EarnRule.earning("may", Amounts.fixed(5))
                            .where(during(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-07"))),
                    EarnRule.earning("large", Amounts.fixed(5)).where(orderOfAtLeast(usd("100"))),
                    EarnRule.earning("hair", Amounts.fixed(5)).of(category("hair")))
            .redeem(Reward.costing("ten", 10))
            .build());

    @Test
    void anExplanationSaysWhatEachRuleDidAndWhyTheOthersDidNot() {
        Decision decision = shop.buy("2026-01-05", line("1", "10.99", "skin"), line("2", "20.50", "fragrance"));
        assertThat(decision.explanation().text()).isEqualTo("""
                        base: +31 points (31.49 rounded down per purchase)
                        fragrance-days: +20 points for 2 x base (51.99 in all, rounded down per purchase): Double points on fragrance
                        hair: not applied, since a line of category hair is required, but found no such line that earns
                        large: not applied, since order of at least USD 100.00 is required, but found order of USD 31.49
                        may: not applied, since 2026-05-01 to 2026-05-07 is required, but found 2026-01-05
                        vib-rate: not applied, since tier vib is required, but found tier insider""");
    }

    @Test
    void anExplanationIsDataFirst() {
        Decision decision = shop.buy("2026-01-05", line("1", "10.99", "skin"), line("2", "20.50", "fragrance"));
        assertThat(decision.explanation().applied())
                .containsExactly(
                        new RuleOutcome.Applied(
                                "base",
                                "points",
                                List.of("1", "2"),
                                null,
                                null,
                                null,
                                null,
                                Ratio.of("31.49"),
                                Rounding.DOWN,
                                RoundingStep.PER_PURCHASE,
                                Ratio.ZERO,
                                31,
                                List.of(),
                                null),
                        new RuleOutcome.Applied(
                                "fragrance-days",
                                "points",
                                List.of("2"),
                                "base",
                                Ratio.of(2),
                                null,
                                null,
                                Ratio.of("51.99"),
                                Rounding.DOWN,
                                RoundingStep.PER_PURCHASE,
                                Ratio.ZERO,
                                20,
                                List.of(),
                                "Double points on fragrance"));
        assertThat(decision.explanation().notApplied().get(3))
                .isEqualTo(new RuleOutcome.NotApplied("vib-rate", "the member is vib", "tier insider", "tier vib"));
    }

    @Test
    void anExplanationIsOfTheTierThatIsHeldAtThePurchase() {
        shop.spend("2026-01-05", "400");
        assertThat(shop.spend("2026-01-06", "10").explanation().text()).contains("vib-rate: +2 points");
        assertThat(shop.spend("2030-01-06", "10").explanation().text())
                .contains("vib-rate: not applied, since tier vib is required, but found tier insider");
    }

    @Test
    void anExplanationCountsThePointsOfEachCurrencyForItself() {
        Shop two = new Shop(program()
                .points(PointCurrency.of("stars"), PointTerms.expiring(Moment.never()))
                .earn(BASE, EarnRule.earning("stars", Amounts.fixed(7)).awarding(PointCurrency.of("stars")))
                .build());
        Decision decision = two.spend("2026-01-05", "10");
        assertThat(decision.explanation().points("points")).isEqualTo(10);
        assertThat(decision.explanation().points("stars")).isEqualTo(7);
        assertThat(decision.explanation().points("miles")).isZero();
    }

    @Test
    void anExplanationAddsUpToThePointsPosted() {
        Decision decision = shop.buy("2026-01-05", line("1", "10.99", "skin"), line("2", "20.50", "fragrance"));
        assertThat(decision.explanation().points("points")).isEqualTo(decision.earned("points"));
    }

    @Nested
    class WhatWasTaken {
        private static final Multiplier DOUBLE = Multiplier.of("double", BASE, Ratio.of(2));

        private static Shop shop(Rule... rules) {
            return new Shop(program().earn(rules).redeem(Shop.PAYS).build());
        }

        private static void assertText(Decision decision, String text) {
            assertThat(decision.explanation().text()).isEqualTo(text);
            assertThat(decision.explanation().points("points")).isEqualTo(decision.earned("points"));
        }

        @Test
        @Tag("A5")
        void theExplanationOfACappedMultiplierNamesTheCap() {
            Decision decision =
                    shop(BASE, DOUBLE.capped(PointCap.of(POINTS.points(5)))).spend("2026-01-05", "10");
            assertText(decision, """
                            base: +10 points (10 rounded down per purchase)
                            double: +5 points for 2 x base (20 in all, rounded down per purchase, less 5 by the cap of double, at most 5 points per purchase)""");
            assertThat(decision.explanation().applied().get(1).reductions())
                    .containsExactly(new Reduction.ByCap("double", PointCap.of(POINTS.points(5)), 5));
        }

        @Test
        @Tag("A5")
        void theExplanationNamesEachCapThatCut() {
            EarnRule capped = BASE.capped(
                    PointCap.of(POINTS.points(14)).per(BoundedWindow.MONTH), PointCap.of(POINTS.points(16)));
            Shop shop = shop(capped, DOUBLE.capped(UseCap.of(1, BoundedWindow.DAY), PointCap.of(POINTS.points(8))));
            assertText(shop.spend("2026-01-05", "10"), """
                            base: +10 points (10 rounded down per purchase)
                            double: +4 points for 2 x base (20 in all, rounded down per purchase, less 2 by the cap of double, at most 8 points per purchase, less 2 by the cap of base, at most 16 points per purchase, less 2 by the cap of base, at most 14 points per calendar month)""");
            assertText(shop.spend("2026-01-05", "3"), """
                            base: +0 points (3 rounded down per purchase, less 3 by the cap of base, at most 14 points per calendar month)
                            double: +0 points for 2 x base (6 in all, rounded down per purchase, less 3 by the cap of double, at most 1 use per day)""");
        }

        @Test
        @Tag("A4")
        void theExplanationOfAFactorBelowOneSaysWhatItTakesOfWhat() {
            Multiplier half = Multiplier.of("half-price", BASE, Ratio.of("0.5"));
            Decision decision = shop(BASE, half).spend("2026-01-05", "11");
            assertText(decision, """
                            base: +5 points (11 rounded down per purchase, less 6 by half-price)
                            half-price: +0 points for 0.5 x base (5.5 in all, rounded down per purchase, takes 6 of what was before it)""");
            assertThat(decision.explanation().applied().get(0).reductions())
                    .containsExactly(new Reduction.ByMultiplier("half-price", 6));
            assertThat(Shop.brief(decision.entries())).containsExactly("EARN 5 base");
        }

        @Test
        @Tag("A6")
        void theExplanationOfAPurchaseHalfPaidWithPointsSaysSo() {
            EarnRule fixed = EarnRule.earning("visit", Amounts.fixed(3));
            Shop shop = shop(BASE, DOUBLE, fixed).redeemsToPay("x", noon("2026-01-04"), "13.50");
            Basket basket = Basket.of(line("1", "27")).paidBy(Payment.withPoints(usd("13.50"), "x"));
            Decision decision = shop.buy(noon("2026-01-05"), basket);
            assertText(decision, """
                            base: +13 points (13.5 rounded down per purchase, while points paid 50 % of the purchase)
                            double: +14 points for 2 x base (27 in all, rounded down per purchase)
                            visit: +3 points (3 rounded down per purchase)""");
            assertThat(decision.explanation().applied().get(0).paidWithPoints()).isEqualTo(Ratio.of(1, 2));
        }

        @Test
        @Tag("N3")
        void theExplanationShowsThirdsInDigits() {
            Multiplier third = Multiplier.of("third-more", BASE, Ratio.of(4, 3));
            Shop shop = shop(BASE, third).redeemsToPay("x", noon("2026-01-04"), "10");
            assertText(shop.spend("2026-01-05", "10"), """
                            base: +10 points (10 rounded down per purchase)
                            third-more: +3 points for 1.3333… x base (13.3333… in all, rounded down per purchase)""");
            Basket basket = Basket.of(line("1", "30")).paidBy(Payment.withPoints(usd("10"), "x"));
            assertText(shop.buy(noon("2026-01-05"), basket), """
                            base: +20 points (20 rounded down per purchase, while points paid 33.3333… % of the purchase)
                            third-more: +6 points for 1.3333… x base (26.6666… in all, rounded down per purchase)""");
        }
    }

    @Test
    void theExplanationOfAMultiplierWhoseRuleDidNotApplyNamesThatRule() {
        EarnRule hair = BASE.of(category("hair"));
        Shop other = new Shop(
                program().earn(hair, Multiplier.of("more", hair, Ratio.of("2"))).build());
        assertThat(other.spend("2026-01-05", "10").explanation().text()).isEqualTo("""
                        base: not applied, since a line of category hair is required, but found no such line that earns
                        more: not applied, since a line on which base earns is required, but found none""");
    }

    @Test
    void anExplanationIsEmptyForWhatIsNoPurchaseAndForRefusals() {
        shop.spend("2026-01-05", "10");
        assertThat(shop.submit(Redemption.of("x", Shop.CUSTOMER, noon("2026-01-06"), "ten"))
                        .explanation()
                        .outcomes())
                .isEmpty();
        Decision refused = shop.engine()
                .evaluate(
                        shop.account(),
                        new Purchase("late", Shop.CUSTOMER, noon("2025-01-06"), Basket.ofTotal(usd("1"))));
        assertThat(refused.explanation().outcomes()).isEmpty();
    }

    @Test
    @Tag("X2")
    void theExplanationOfAPreviewIsThatOfThePurchase() {
        shop.spend("2026-01-05", "400");
        Basket basket = Basket.of(line("1", "10.99", "fragrance"));
        Decision preview = shop.engine().preview(shop.account(), basket, noon("2026-05-03"));
        Decision purchase = shop.buy(noon("2026-05-03"), basket);
        assertThat(preview.explanation()).isEqualTo(purchase.explanation());
        assertThat(preview.account()).isEqualTo(purchase.account());
    }

    @Nested
    class RulesThatWereNotConsidered {
        private static final LocalDate MAY = LocalDate.parse("2026-05-01");

        private final Shop many = new Shop(program()
                .ladders(Ladder.startingAt("status", INSIDER)
                        .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(BASE, EarnRule.earning("large", Amounts.fixed(5)).where(orderOfAtLeast(usd("100"))))
                .earn(some("may", 12, rule -> rule.where(memberIs(VIB), during(MAY, MAY))))
                .earn(some("vib", 4, rule -> rule.where(memberIs(VIB)).of(category("hair"))))
                .earn(some("hair", 4, rule -> rule.of(category("hair"))))
                .build());
        private final Explanation explanation = many.spend("2026-01-05", "10").explanation();

        private static Explanation preview(Shop shop, String date) {
            return shop.engine()
                    .preview(shop.account(), Basket.ofTotal(usd("10")), noon(date))
                    .explanation();
        }

        private static EarnRule[] some(String name, int count, UnaryOperator<EarnRule> where) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(i -> where.apply(EarnRule.earning(name + "-" + i, Amounts.fixed(5))))
                    .toArray(EarnRule[]::new);
        }

        @Test
        void manyOfThemAreToldInOneLineForEachReasonThatNamesTen() {
            assertThat(explanation.text()).isEqualTo("""
                            base: +10 points (10 rounded down per purchase)
                            large: not applied, since order of at least USD 100.00 is required, but found order of USD 10.00
                            12 rules are not in their dates: may-1, may-10, may-11, may-12, may-2, may-3, may-4, may-5, may-6, may-7 and 2 more
                            4 rules are not open to the member's tier: vib-1, vib-2, vib-3, vib-4
                            4 rules need lines that the purchase does not have: hair-1, hair-2, hair-3, hair-4""");
        }

        @Test
        void theyAreGroupsOfTheOutcomes() {
            assertThat(explanation.outcomes())
                    .hasSize(5)
                    .endsWith(explanation.notConsidered().toArray(RuleOutcome[]::new));
            assertThat(explanation.notConsidered())
                    .extracting(RuleOutcome.NotConsidered::reason)
                    .containsExactly(Reason.DATES, Reason.TIER, Reason.LINES);
            assertThat(explanation.notConsidered().get(2).rules())
                    .containsExactly("hair-1", "hair-2", "hair-3", "hair-4");
        }

        @Test
        void eachStillHasItsOwnFirstReason() {
            RuleOutcome.NotApplied own =
                    new RuleOutcome.NotApplied("may-3", "the member is vib", "tier insider", "tier vib");
            assertThat(explanation.outcomeOf("may-3")).contains(own);
            assertThat(explanation.notConsidered().get(0).outcomeOf("may-3")).contains(own);
            assertThat(explanation.notConsidered().get(0).outcomes())
                    .hasSize(12)
                    .contains(own);
            assertThat(explanation.notConsidered().get(0).outcomeOf("hair-1")).isEmpty();
            assertThat(explanation.notApplied())
                    .hasSize(21)
                    .contains(own)
                    .isSortedAccordingTo(Comparator.comparing(RuleOutcome.NotApplied::rule));
        }

        @Test
        void theOutcomeOfAnyRuleCanBeAskedFor() {
            assertThat(explanation.outcomeOf("base"))
                    .contains(explanation.applied().get(0));
            assertThat(explanation.outcomeOf("large").map(RuleOutcome::describe))
                    .contains(
                            "large: not applied, since order of at least USD 100.00 is required, but found order of USD 10.00");
            assertThat(explanation.outcomeOf("unknown")).isEmpty();
        }

        @Test
        void oneOfThemIsToldAsOne() {
            assertThat(shop.spend("2026-01-05", "10").explanation().notConsidered())
                    .extracting(RuleOutcome::describe)
                    .containsExactly(
                            "1 rule is not in its dates: may",
                            "1 rule is not open to the member's tier: vib-rate",
                            "2 rules need lines that the purchase does not have: fragrance-days, hair");
        }

        @Test
        void explanationsAreEqualOnlyIfTheirOwnReasonsAreToo() {
            assertThat(preview(many, "2026-01-05")).isEqualTo(explanation).hasSameHashCodeAs(explanation);
            Shop dated = new Shop(program()
                    .earn(BASE)
                    .earn(some("may", 4, rule -> rule.where(during(MAY, MAY))))
                    .build());
            assertThat(preview(dated, "2026-01-06").text())
                    .isEqualTo(preview(dated, "2026-01-05").text());
            assertThat(preview(dated, "2026-01-06")).isNotEqualTo(preview(dated, "2026-01-05"));
        }

        @Test
        void theyCannotBeChanged() {
            RuleOutcome.NotConsidered group = explanation.notConsidered().get(0);
            assertThatThrownBy(() -> group.rules().remove(0)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> group.outcomes().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void theyAreAskedWhenTheirOwnOutcomesAreRead() {
            AtomicInteger asked = new AtomicInteger();
            Shop counting = new Shop(program()
                    .earn(BASE)
                    .earn(some("may", 4, rule -> rule.where(new Counting(asked))))
                    .build());
            Explanation lazy = counting.spend("2026-01-05", "10").explanation();
            assertThat(lazy.text()).endsWith("4 rules are not in their dates: may-1, may-2, may-3, may-4");
            assertThat(asked).hasValue(0);
            assertThat(lazy.outcomeOf("may-1")).isPresent();
            assertThat(asked).hasValue(1);
        }
    }

    /** Can only be met in May, and counts how often it is asked. */
    private record Counting(AtomicInteger asked) implements PurchaseCondition {
        @Override
        public Finding check(PurchaseFacts facts) {
            asked.incrementAndGet();
            return Finding.of(false, "another month", "May");
        }

        @Override
        public String describe() {
            return "in May";
        }

        @Override
        public Scope scope() {
            return Scope.dates(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"));
        }
    }

    /** Says that it can only be met in May, and is met always. */
    private record LyingAboutItsScope() implements PurchaseCondition {
        @Override
        public Finding check(PurchaseFacts facts) {
            return Finding.of(true, "", "");
        }

        @Override
        public String describe() {
            return "lying";
        }

        @Override
        public Scope scope() {
            return Scope.dates(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"));
        }
    }

    @Test
    void theExplanationOfARuleOutsideItsOwnScopeAddsNoPointsThatWereNotPosted() {
        Shop other = new Shop(program()
                .earn(BASE, EarnRule.earning("liar", Amounts.fixed(5)).where(new LyingAboutItsScope()))
                .build());
        Decision decision = other.spend("2026-01-05", "10");
        assertThat(decision.earned("points")).isEqualTo(10);
        assertThat(decision.explanation().points("points")).isEqualTo(10);
        assertThat(decision.explanation().notApplied())
                .containsExactly(new RuleOutcome.NotApplied(
                        "liar", "the scope that it states", "a purchase outside of it", "a purchase in it"));
    }
}
