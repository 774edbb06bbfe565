package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.condition.Selectors;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneyStep;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Steps of a total, and rules about what one payment method paid: what is refused of them, and how a program's texts say them. */
@Tag("P1")
@Tag("A3")
class StepsCheckTest {
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final PointCurrency STARS = PointCurrency.of("stars");
    private static final MoneySteps STEPS = MoneySteps.of(
                    usd("50"), POINTS.points(5).per(usd("1")))
            .then(usd("100"), POINTS.points(7).per(usd("1")));
    private static final EarnRule RULE = EarnRule.earning("big", STEPS);

    private static Money usd(String amount) {
        return Money.of(Currency.getInstance("USD"), amount);
    }

    private static LoyaltyProgram.Builder with(EarnRule rule) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneOffset.UTC)
                .money(Currency.getInstance("USD"))
                .excluding(Selectors.category("gift-card"))
                .points(POINTS, PointTerms.expiring(Moment.never()))
                .points(STARS, PointTerms.expiring(Moment.never()))
                .earn(rule);
    }

    private static void problems(EarnRule rule, String... problems) {
        InvalidProgramException invalid = catchThrowableOfType(
                InvalidProgramException.class, () -> with(rule).build());
        assertThat(invalid).isNotNull();
        assertThat(invalid.problems()).extracting(ProgramProblem::toString).containsExactly(problems);
    }

    private static void warnings(EarnRule rule, String... warnings) {
        assertThat(with(rule).build().warnings())
                .extracting(ProgramProblem::toString)
                .containsExactly(warnings);
    }

    @Test
    void stepsAscend() {
        problems(
                EarnRule.earning("big", STEPS.then(usd("100"), POINTS.points(9))),
                "rule 'big': has a step from USD 100.00 on, not above the one before it, from USD 100.00 on; list steps"
                        + " in ascending order");
        problems(
                EarnRule.earning(
                        "big", STEPS.then(usd("60"), POINTS.points(900)).then(usd("70"), POINTS.points(901))),
                "rule 'big': has a step from USD 60.00 on, not above the one before it, from USD 100.00 on; list steps in"
                        + " ascending order");
        TermsOfReturn falling = new TermsOfReturn.WorkedOutAnew(
                List.of(new MoneyStep(usd("5"), 1, usd("1"), false), new MoneyStep(usd("4"), 1, usd("1"), false)));
        problems(
                EarnRule.earning("base", Amounts.proportional(1, usd("1"))).returning(falling),
                "rule 'base': is worked out anew by a step from USD 4.00 on, not above the one before it, from USD 5.00"
                        + " on; list steps in ascending order");
    }

    @Test
    void stepsAreInTheMoneyAndThePointsOfTheProgram() {
        Money euros = Money.of(Currency.getInstance("EUR"), 200);
        problems(
                EarnRule.earning("big", STEPS.then(euros, POINTS.points(9000))),
                "rule 'big': speaks of EUR, which is not the program's money; give amounts in the program's currency");
        problems(
                RULE.awarding(STARS),
                "rule 'big': awards 'stars', but has steps of 'points'; award the points that the steps give");
        problems(
                EarnRule.earning(
                        "big", MoneySteps.of(usd("5"), PointCurrency.of("miles").points(1))),
                "rule 'big': awards 'miles', which is no currency of the program; declare it with points(…)");
    }

    @Test
    void stepsOfATotalAreRoundedPerPurchase() {
        problems(
                RULE.rounded(Rounding.DOWN, RoundingStep.PER_LINE),
                "rule 'big': earns by steps of a total, but is rounded per line; round it per purchase");
    }

    @Test
    void aStepIsNotAboveItsCap() {
        problems(
                EarnRule.earning("big", STEPS.then(usd("200"), POINTS.points(2000)))
                        .capped(PointCap.of(POINTS.points(1999)).per(BoundedWindow.MONTH)),
                "rule 'big': awards 2000 points from USD 200.00 on, but at most 1999 points per calendar month; raise the cap, or"
                        + " award less");
        assertThat(with(RULE.capped(PointCap.of(POINTS.points(1)))).build().rules())
                .hasSize(1);
    }

    @Test
    @Tag("I13")
    void stepsThatFallAreWarnedOfAndStepsThatRiseAreNot() {
        warnings(RULE);
        warnings(
                EarnRule.earning("big", STEPS.then(usd("200"), POINTS.points(6).per(usd("1")))),
                "rule 'big': has a step that gives less for its money than one below it, so an order that is split can"
                        + " earn more than the whole; let steps rise if that is not meant");
    }

    @Test
    @Tag("P3")
    void stepsAreSaidByStableTextAndTerms() {
        LoyaltyProgram program = with(RULE.of(Selectors.category("skin"))).build();
        assertThat(program.stableText())
                .contains(
                        "rule big: earns 5 points per USD 1.00 from USD 50.00 on, 7 points per USD 1.00 from USD 100.00"
                                + " on, of category skin, in points, rounded down per purchase, multipliers");
        assertThat(program.terms())
                .contains(
                        "`big` (in `points`): from USD 50.00 on 5 points for each USD 1.00 spent, in proportion; from USD"
                                + " 100.00 on 7 points for each USD 1.00 spent, in proportion, on items of category skin."
                                + " The highest step that the total reaches counts for all of it; less than USD 50.00 earns"
                                + " nothing. The exact amount is rounded down, once per purchase.")
                .contains("The points of `big` are worked out anew on what is not returned, and what they are more than"
                        + " that is taken back.");
        assertThat(with(EarnRule.earning("big", STEPS.then(usd("200"), POINTS.points(5))))
                        .build()
                        .terms())
                .contains("more than that is taken back; what was taken back stays so when a step below gives more.");
    }

    @Test
    @Tag("A6")
    void aPaymentMethodIsOneOfMoneyAndPaysAmountsThatHaveParts() {
        EarnRule base = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
        problems(
                base.partPaidBy("points"),
                "rule 'base': is about the part paid with points, which earns nothing; name a payment method of money");
        problems(
                EarnRule.earning("base", POINTS.points(5)).partPaidBy("store-card"),
                "rule 'base': awards 5 points, but is about a part of what is paid; award points for money or items, or"
                        + " leave out the payment method");
        LoyaltyProgram program = with(base.partPaidBy("store-card")).build();
        assertThat(program.warnings()).isEmpty();
        assertThat(program.stableText())
                .contains("rule base: earns 1 point per USD 1.00, of everything, the part paid by store-card, rounded");
        assertThat(program.terms())
                .contains("`base` (in `points`): 1 point for each USD 1.00 spent, in proportion, of the part paid by"
                        + " `store-card`. That is its part of all payments of the order, and no more than is paid in"
                        + " money. The exact amount");
    }
}
