package dev.laurel.program;

import static dev.laurel.program.CheckedPrograms.BASE;
import static dev.laurel.program.CheckedPrograms.POINTS;
import static dev.laurel.program.CheckedPrograms.STARS;
import static dev.laurel.program.CheckedPrograms.USD;
import static dev.laurel.program.CheckedPrograms.VIB;
import static dev.laurel.program.CheckedPrograms.empty;
import static dev.laurel.program.CheckedPrograms.good;
import static dev.laurel.program.CheckedPrograms.problems;
import static dev.laurel.program.CheckedPrograms.warnings;
import static dev.laurel.program.CheckedPrograms.withoutPoints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.RoundingStep;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What programs warn of when they are built, without being refused. */
@Tag("P1")
class ProgramWarningsTest {
    /** Programs in which purchases earn nothing. */
    @Nested
    class WithoutRules {
        private static final String NO_RULES =
                "program: has no rules on purchases, so these earn nothing; add one with earn(…) if that is not meant";

        private static LoyaltyProgram.Builder withoutRules() {
            return empty().zone(ZoneId.of("UTC"))
                    .money(USD)
                    .points(POINTS, PointTerms.expiring(Moment.never()))
                    .excluding(Selectors.category("gift-card"));
        }

        @Test
        void aProgramWithoutRulesNeedsSomethingElseThatCanHappen() {
            problems(
                    withoutRules(),
                    "program: has neither rules nor tiers, rewards, offers or benefits, so nothing could ever happen;"
                            + " add a rule with earn(…), or one of the others");
            warnings(
                    withoutRules()
                            .ladders(Ladder.startingAt("status", Tier.of("insider"))
                                    .onlyGranted(VIB)
                                    .kept(Moment.endOf(BoundedWindow.YEAR))
                                    .fallingToTheLowest()),
                    NO_RULES);
            warnings(withoutRules().benefits(Benefit.of("early-access")), NO_RULES);
            warnings(
                    withoutRules().redeem(Reward.costing("mug", 5)),
                    NO_RULES,
                    "reward 'mug': costs points that no rule or offer gives, so only what is brought in some other way"
                            + " can pay it; add a rule that earns them if that is not meant");
            warnings(
                    withoutRules()
                            .offers(Offer.of(
                                    "birthday",
                                    BirthdayOccasion.onTheDay().open(Opening.inItsMonth()),
                                    new Bonus(POINTS.points(100)))),
                    NO_RULES);
        }

        @Test
        void aProgramWithoutRulesSaysInItsTermsThatPurchasesEarnNothing() {
            assertThat(withoutRules()
                            .ladders(Ladder.startingAt("status", Tier.of("insider"))
                                    .onlyGranted(VIB)
                                    .kept(Moment.endOf(BoundedWindow.YEAR))
                                    .fallingToTheLowest())
                            .build()
                            .terms())
                    .contains("## Earning points\n\nPurchases earn no points.\n")
                    .doesNotContain("What earns nothing");
        }
    }

    @Nested
    class Warnings {
        private static final String GIFT_CARDS =
                "program: does not exclude gift cards, so a gift card earns when it is bought and again when it pays;"
                        + " exclude them, such as with excluding(Selectors.category(\"gift-card\"))";

        private static LoyaltyProgram excluding(Selector... exclusions) {
            LoyaltyProgram.Builder builder = empty().zone(ZoneId.of("UTC"))
                    .money(USD)
                    .points(POINTS, PointTerms.expiring(Moment.never()))
                    .earn(BASE);
            List.of(exclusions).forEach(builder::excluding);
            return builder.build();
        }

        /** A selector of somebody's that cannot do with the line it is shown. */
        private record Throwing() implements Selector {
            @Override
            public boolean selects(PurchaseLine line) {
                throw new IllegalStateException("canary");
            }

            @Override
            public String describe() {
                return "throwing";
            }
        }

        @Test
        @Tag("A6")
        void warningsTellThatGiftCardsAreNotExcluded() {
            for (LoyaltyProgram program : List.of(
                    excluding(),
                    excluding(Selectors.category("gift-cards"), Selectors.category("shipping")),
                    excluding(Selectors.not(Selectors.category("gift-card"))),
                    excluding(new Throwing()))) {
                assertThat(program.warnings())
                        .extracting(ProgramProblem::toString)
                        .containsExactly(GIFT_CARDS);
            }
        }

        @Test
        @Tag("A6")
        void warningsDoNotTellOfGiftCardsThatAreExcluded() {
            Selector giftCard = Selectors.category("gift-card");
            for (LoyaltyProgram program : List.of(
                    excluding(giftCard),
                    excluding(Selectors.category("shipping"), giftCard),
                    excluding(Selectors.any(Selectors.category("shipping"), giftCard)),
                    excluding(new Throwing(), giftCard),
                    excluding(Selectors.everything()))) {
                assertThat(program.warnings()).isEmpty();
            }
        }

        @Test
        @Tag("A6")
        void warningsOfTheProgramComeBeforeThoseOfItsRules() {
            assertThat(empty().zone(ZoneId.of("UTC"))
                            .money(Currency.getInstance("JPY"))
                            .points(POINTS, PointTerms.expiring(Moment.never()))
                            .earn(EarnRule.earning("a", Amounts.perItem(1)).rounded(Rounding.UP, RoundingStep.PER_LINE))
                            .build()
                            .warnings())
                    .extracting(ProgramProblem::where)
                    .containsExactly("program", "rule 'a'");
        }

        @Test
        @Tag("N4")
        void warningsTellOfEachRoundingThatRewardsSplitting() {
            LoyaltyProgram program = withoutPoints()
                    .points(POINTS, PointTerms.expiring(Moment.never()))
                    .earn(
                            EarnRule.earning("z-up", Amounts.perItem(1)).rounded(Rounding.UP, RoundingStep.PER_LINE),
                            EarnRule.earning("a-half", Amounts.fixed(1))
                                    .rounded(Rounding.HALF_UP, RoundingStep.PER_PURCHASE),
                            Multiplier.ofRounded("b-even", BASE, Ratio.of(2), Rounding.HALF_EVEN),
                            Multiplier.of("c-with-base", BASE, Ratio.of(2)))
                    .build();
            assertThat(program.warnings())
                    .extracting(ProgramProblem::toString)
                    .containsExactly(
                            "rule 'a-half': is rounded half up, so an order that is split can earn more than the whole;"
                                    + " round down if that is not meant",
                            "rule 'b-even': is rounded half even, so an order that is split can earn more than the"
                                    + " whole; round down if that is not meant",
                            "rule 'z-up': is rounded up, so an order that is split can earn more than the whole; round"
                                    + " down if that is not meant");
        }
    }

    @Test
    void rewardsThatCostPointsThatNoRuleAwardsAreSuspicious() {
        String message = "reward 'cash': costs points that no rule or offer gives, so only what is brought in some"
                + " other way can pay it; add a rule that earns them if that is not meant";
        warnings(
                good().points(STARS, PointTerms.expiring(Moment.never()))
                        .redeem(Reward.costing("cash", STARS.points(1))),
                message);
        warnings(
                empty().zone(ZoneId.of("UTC"))
                        .money(USD)
                        .points(POINTS, PointTerms.expiring(Moment.never()))
                        .points(STARS, PointTerms.expiring(Moment.never()))
                        .excluding(Selectors.category("gift-card"))
                        .earn(BASE.awarding(STARS))
                        .redeem(Reward.costing("cash", 1)),
                message);
        assertThat(good().redeem(Reward.costing("a", 1), Reward.costing("b", POINTS.points(1)))
                        .build()
                        .rewards())
                .hasSize(2);
    }
}
