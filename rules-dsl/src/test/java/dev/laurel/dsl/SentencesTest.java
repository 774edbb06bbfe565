package dev.laurel.dsl;

import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selectors;
import dev.laurel.dsl.syntax.OfferTerms;
import dev.laurel.dsl.syntax.PaidPartTerms;
import dev.laurel.dsl.syntax.RewardTerms;
import dev.laurel.dsl.syntax.RuleTerms;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Choice;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A finished sentence is the value that the core's own constructors make. */
class SentencesTest {
    private static final Tier INSIDER = tier("insider");
    private static final Tier VIB = tier("vib");
    private static final Tier ROUGE = tier("rouge");
    private static final PointCurrency POINTS = pointCurrency("points");
    private static final EarnRule BASE =
            rule("base").onPurchase().earns(POINTS.points(1).per(usd(1)));

    @Nested
    class Rules {
        @Test
        void rulesEarnPointsAtRatesAndOfAmounts() {
            RuleTerms rule = rule("base").onPurchase();
            Amount amount = Amounts.perCompleted(2, usd(3));

            assertThat(rule.earns(POINTS.points(50)))
                    .isEqualTo(EarnRule.earning("base", Amounts.fixed(50)).awarding(POINTS));
            assertThat(BASE)
                    .isEqualTo(EarnRule.earning("base", Amounts.proportional(1, usd(1)))
                            .awarding(POINTS));
            assertThat(rule.earns(POINTS.points(5).perFull(usd("2.50"))))
                    .isEqualTo(EarnRule.earning("base", Amounts.perCompleted(5, usd("2.50")))
                            .awarding(POINTS));
            assertThat(rule.earns(steps(usd(50), POINTS.points(5).per(usd(1))).then(usd(100), POINTS.points(600))))
                    .isEqualTo(EarnRule.earning(
                            "base",
                            MoneySteps.of(usd(50), POINTS.points(5).per(usd(1))).then(usd(100), POINTS.points(600))));
            assertThat(rule.earns(steps(usd(50), POINTS.points(5))))
                    .isEqualTo(EarnRule.earning("base", MoneySteps.of(usd(50), POINTS.points(5))));
            PaidPartTerms part = rule.partPaidBy("card").where(orderedThrough("web"));
            EarnRule ofPart = EarnRule.earning("base", POINTS.points(1).per(usd(1)))
                    .partPaidBy("card")
                    .where(Conditions.orderedThrough("web"));
            assertThat(part.earns(POINTS.points(1).per(usd(1)))).isEqualTo(ofPart);
            assertThat(part.earns(Amounts.proportional(1, usd(1))).awarding(POINTS))
                    .isEqualTo(ofPart);
            assertThat(part.earns(POINTS, Amounts.proportional(1, usd(1)))).isEqualTo(ofPart);
            assertThat(part.earns(steps(usd(50), POINTS.points(5))).method()).isEqualTo("card");
            assertThat(rule.earns(POINTS.points(1).perItem()))
                    .isEqualTo(EarnRule.earning("base", Amounts.perItem(1)).awarding(POINTS));
            assertThat(rule.earns(POINTS, amount))
                    .isEqualTo(EarnRule.earning("base", amount).awarding(POINTS));
            assertThat(rule.earns(amount)).isEqualTo(EarnRule.earning("base", amount));
        }

        @Test
        void rulesMultiplyExactAndRoundedAmounts() {
            RuleTerms rule = rule("vib").onPurchase();
            Ratio factor = Ratio.of("1.25");

            assertThat(rule.multiplies(BASE).by("1.25")).isEqualTo(Multiplier.of("vib", BASE, factor));
            assertThat(rule.multiplies(BASE).by("5/4")).isEqualTo(Multiplier.of("vib", BASE, factor));
            assertThat(rule.multiplies(BASE).by(factor)).isEqualTo(Multiplier.of("vib", BASE, factor));
            assertThat(rule.multipliesRounded(BASE).by("1.25")).isEqualTo(Multiplier.ofRounded("vib", BASE, factor));
            assertThat(rule.multipliesRounded(BASE).by(factor)).isEqualTo(Multiplier.ofRounded("vib", BASE, factor));
            assertThat(rule.multipliesRounded(BASE).rounded(Rounding.HALF_UP).by("1.25"))
                    .isEqualTo(Multiplier.ofRounded("vib", BASE, factor, Rounding.HALF_UP));
            assertThatThrownBy(() -> rule.multiplies(BASE).by("double"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ratio must be a decimal such as '1.25' or a fraction such as '4/3', "
                            + "but was 'double'");
        }

        @Test
        void rulesKnowTheirLinesAndAllTheirConditionsInOrder() {
            assertThat(rule("scent")
                            .onPurchase()
                            .of(category("fragrance"))
                            .where(memberIs(VIB), orderOfAtLeast(usd(10)))
                            .where(orderedThrough("web"))
                            .earns(POINTS.points(5)))
                    .isEqualTo(EarnRule.earning("scent", POINTS.points(5))
                            .of(Selectors.category("fragrance"))
                            .where(
                                    Conditions.memberIs(VIB),
                                    Conditions.orderOfAtLeast(usd(10)),
                                    Conditions.orderedThrough("web")));
        }

        @Test
        void rulesCanBeKeptHalfSaidAndContinuedTwice() {
            RuleTerms vibs = rule("vib").onPurchase().where(memberIs(VIB));
            EarnRule onTheWeb = vibs.where(orderedThrough("web")).earns(POINTS.points(5));

            assertThat(vibs.earns(POINTS.points(5)).conditions()).containsExactly(memberIs(VIB));
            assertThat(onTheWeb.conditions()).containsExactly(memberIs(VIB), orderedThrough("web"));
        }

        @Test
        void rulesDoNotChangeWithTheArrayTheyWereMadeOf() {
            PurchaseCondition[] more = {orderedThrough("web")};
            RuleTerms rule = rule("vib").onPurchase().where(memberIs(VIB), more);
            more[0] = orderedThrough("app");

            assertThat(rule.earns(POINTS.points(5)).conditions()).containsExactly(memberIs(VIB), orderedThrough("web"));
        }

        @Test
        void rulesHaveTheirIdCheckedAtOnce() {
            assertThatThrownBy(() -> rule("VIB bonus"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rule id must be kebab-case, such as 'vib-bonus', but was 'VIB bonus'");
        }
    }

    @Nested
    class Rewards {
        @Test
        void rewardsHaveAPriceConditionsAndAContent() {
            assertThat(reward("cash-10")
                            .costing(POINTS.points(500))
                            .where(orderOfAtLeast(usd(10)))
                            .where(memberIs(VIB), orderedThrough("web"))
                            .gives(amountOff(usd(10))))
                    .isEqualTo(Reward.costing("cash-10", POINTS.points(500))
                            .where(
                                    Conditions.orderOfAtLeast(usd(10)),
                                    Conditions.memberIs(VIB),
                                    Conditions.orderedThrough("web"))
                            .giving(new AmountOff(usd(10))));
            assertThat(reward("mug").costing(300).gives(item("mug"))).isEqualTo(Reward.costing("mug", 300));
        }

        @Test
        void rewardsLetPointsPay() {
            assertThat(reward("points")
                            .costing(anyNumberOf(POINTS).inStepsOf(100).atLeast(500))
                            .where(memberIs(VIB))
                            .gives(paymentOf(usd("0.01")).perPoint().upToPercentOfOrder(50)))
                    .isEqualTo(Reward.costing("points", new ChosenPrice(100, 500, POINTS))
                            .where(Conditions.memberIs(VIB))
                            .giving(PointsAsPayment.of(usd("0.01"), 1).upToPercentOfOrder(50)));
            assertThat(reward("voucher")
                            .costing(500)
                            .gives(paymentOf(usd("0.01")).perPoint()))
                    .isEqualTo(Reward.costing("voucher", 500).giving(PointsAsPayment.of(usd("0.01"), 1)));
        }

        @Test
        void rewardsHaveLimitsAndAValidity() {
            Reward mug = reward("mug").costing(300).gives(item("mug"));
            LocalDate first = LocalDate.of(2026, 6, 1);
            LocalDate last = LocalDate.of(2026, 8, 31);

            assertThat(mug.capped(atMost(2).usesPer(YEAR))).isEqualTo(mug.capped(UseCap.of(2, BoundedWindow.YEAR)));
            assertThat(mug.valid(from("2026-06-01"))).isEqualTo(mug.valid(new Dates(first, null)));
            assertThat(mug.valid(through("2026-08-31"))).isEqualTo(mug.valid(new Dates(null, last)));
            assertThat(mug.valid(between("2026-06-01", "2026-08-31"))).isEqualTo(mug.valid(new Dates(first, last)));
        }

        @Test
        void rewardsCanBeKeptHalfSaidAndContinuedTwice() {
            RewardTerms mug = reward("mug").costing(300);
            Reward forVibs = mug.where(memberIs(VIB)).gives(item("mug"));

            assertThat(mug.gives(item("mug")).conditions()).isEmpty();
            assertThat(forVibs.conditions()).containsExactly(memberIs(VIB));
        }

        @Test
        void rewardsHaveTheirIdCheckedAtOnce() {
            assertThatThrownBy(() -> reward("Mug"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("reward id must be kebab-case, such as 'vib-bonus', but was 'Mug'");
        }
    }

    @Nested
    class Gifts {
        @Test
        void giftsAreOffersForABirthday() {
            assertThat(offer("birthday")
                            .on(birthday().knownFor(days(1)).purchasedFor(days(2)))
                            .openInItsMonth()
                            .where(memberIsIn("club"))
                            .where(memberIsAtLeast(INSIDER), memberIs(VIB))
                            .choiceOf(item("lipstick"), item("mascara"))
                            .alsoFor(memberIsAtLeast(VIB), bonus(POINTS.points(250))))
                    .isEqualTo(new Offer(
                            "birthday",
                            BirthdayOccasion.onTheDay()
                                    .open(Opening.inItsMonth())
                                    .knownFor(days(1))
                                    .purchasedFor(days(2)),
                            List.of(
                                    Conditions.memberIsIn("club"),
                                    Conditions.memberIsAtLeast(INSIDER),
                                    Conditions.memberIs(VIB)),
                            List.of(
                                    Choice.of(new Item("lipstick")),
                                    Choice.of(new Item("mascara")),
                                    Choice.of(new Bonus(POINTS.points(250))).where(Conditions.memberIsAtLeast(VIB)))));
        }

        @Test
        void giftsHaveOtherDaysForHigherTiers() {
            assertThat(offer("drink")
                            .on(birthday())
                            .openFor(days(1))
                            .openFor(VIB, days(7))
                            .openUntil(VIB, endOf(WEEK))
                            .openInItsMonth(ROUGE)
                            .gives(item("drink")))
                    .isEqualTo(Offer.of(
                            "drink",
                            BirthdayOccasion.onTheDay()
                                    .open(Opening.until(Moment.after(Period.ofDays(1))))
                                    .from(VIB, Opening.until(Moment.after(Period.ofDays(7))))
                                    .from(VIB, Opening.until(Moment.endOf(BoundedWindow.WEEK)))
                                    .from(ROUGE, Opening.inItsMonth()),
                            new Item("drink")));
        }

        @Test
        void giftsCanBeKeptHalfSaidAndContinuedTwice() {
            OfferTerms gift = offer("drink").on(birthday()).openFor(days(1));
            Offer patient = gift.where(memberIs(VIB)).gives(item("drink"));

            assertThat(gift.gives(item("drink")))
                    .isEqualTo(Offer.of(
                            "drink",
                            BirthdayOccasion.onTheDay().open(Opening.until(Moment.after(Period.ofDays(1)))),
                            new Item("drink")));
            assertThat(patient.conditions()).containsExactly(memberIs(VIB));
        }

        @Test
        void giftsHaveChoicesThatAreNotForEverybody() {
            Choice small = Choice.of(new Item("mini-lipstick")).where(Conditions.memberIs(INSIDER));
            Choice large = Choice.of(new Item("lipstick")).where(Conditions.memberIsAtLeast(VIB));

            assertThat(offer("birthday")
                            .on(birthday())
                            .openFor(days(1))
                            .choiceOf(
                                    choice(item("mini-lipstick")).where(memberIs(INSIDER)),
                                    choice(item("lipstick")).where(memberIsAtLeast(VIB))))
                    .isEqualTo(new Offer(
                            "birthday",
                            BirthdayOccasion.onTheDay().open(Opening.until(Moment.after(Period.ofDays(1)))),
                            List.of(),
                            List.of(small, large)));
        }

        @Test
        void giftsAreOpenUntilAMomentFromTheBirthday() {
            assertThat(offer("drink").on(birthday()).openUntil(endOf(MONTH)).gives(item("drink")))
                    .isEqualTo(Offer.of(
                            "drink",
                            BirthdayOccasion.onTheDay().open(Opening.until(Moment.endOf(BoundedWindow.MONTH))),
                            new Item("drink")));
        }

        @Test
        void giftsHaveTheirIdCheckedAtOnce() {
            assertThatThrownBy(() -> offer("Birthday").on(birthday()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("offer id must be kebab-case, such as 'vib-bonus', but was 'Birthday'");
        }
    }

    @Test
    void benefitsAreThoseOfTheCore() {
        assertThat(benefit("returns")).isEqualTo(Benefit.of("returns"));
        assertThat(benefit("shipping").where(memberIs(VIB), orderOfAtLeast(usd(50))))
                .isEqualTo(Benefit.of("shipping").where(Conditions.memberIs(VIB), Conditions.orderOfAtLeast(usd(50))));
        assertThat(benefit("early").where(memberIs(VIB)))
                .isEqualTo(Benefit.of("early").where(Conditions.memberIs(VIB)));
    }
}
