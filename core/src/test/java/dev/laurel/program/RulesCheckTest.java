package dev.laurel.program;

import static dev.laurel.program.CheckedPrograms.BASE;
import static dev.laurel.program.CheckedPrograms.SPEND;
import static dev.laurel.program.CheckedPrograms.STARS;
import static dev.laurel.program.CheckedPrograms.USD;
import static dev.laurel.program.CheckedPrograms.VIB;
import static dev.laurel.program.CheckedPrograms.good;
import static dev.laurel.program.CheckedPrograms.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selectors;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be wrong with rules. */
@Tag("P1")
class RulesCheckTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private final Ladder ladder = Ladder.startingAt("status", Tier.of("insider"))
            .then(Tier.of("vib"), SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 350)))
            .kept(Moment.endOf(BoundedWindow.YEAR))
            .fallingToTheLowest();

    @Test
    void rulesHaveIdsOfTheirOwn() {
        problems(good().earn(BASE), "rule 'base': has an id that another rule has; give each rule its own id");
    }

    @Test
    void everyRuleCanMatch() {
        String message = "rule 'never': can never match; mend its dates, tiers or selectors, which exclude one another";
        EarnRule never = EarnRule.earning("never", Amounts.fixed(1));
        problems(good().earn(never.where(Conditions.during(MAY_1, MAY_1.minusDays(1)))), message);
        problems(
                good().earn(never.where(
                        Conditions.during(MAY_1, MAY_1), Conditions.during(MAY_1.plusDays(1), MAY_1.plusDays(1)))),
                message);
        problems(good().earn(never.of(Selectors.skus(Set.of()))), message);
        problems(
                good().ladders(ladder)
                        .earn(never.where(Conditions.memberIs(VIB), Conditions.memberIs(Tier.of("insider")))),
                message);
    }

    @Test
    void rulesAwardCurrenciesThatThereAre() {
        problems(
                good().earn(EarnRule.earning("star", Amounts.fixed(1)).awarding(STARS)),
                "rule 'star': awards 'stars', which is no currency of the program; declare it with points(…)");
    }

    @Test
    void rulesAskForTiersThatThereAre() {
        String message = "rule 'v': asks for tier 'vib', which the program does not have; declare it in a ladder";
        EarnRule rule = EarnRule.earning("v", Amounts.fixed(1));
        problems(good().earn(rule.where(Conditions.memberIs(VIB))), message);
        problems(good().earn(rule.where(Conditions.not(Conditions.memberIsAtLeast(VIB)))), message);
        problems(
                good().ladders(Ladder.startingAt("status", Tier.of("insider"))
                                .onlyGranted(Tier.of("rouge"))
                                .kept(Moment.endOf(BoundedWindow.YEAR))
                                .fallingToTheLowest())
                        .earn(rule.where(Conditions.any(Conditions.memberIs(VIB)))),
                message);
        assertThat(good().ladders(ladder)
                        .earn(rule.where(Conditions.memberIs(VIB)))
                        .build()
                        .rules())
                .hasSize(2);
    }

    @Test
    @Tag("N1")
    void rulesSpeakOfTheProgramSMoney() {
        String message = ": speaks of EUR, which is not the program's money; give amounts in the program's currency";
        problems(good().earn(EarnRule.earning("a", Amounts.proportional(1, Money.of(EUR, 1)))), "rule 'a'" + message);
        problems(good().earn(EarnRule.earning("b", Amounts.perCompleted(1, Money.of(EUR, 1)))), "rule 'b'" + message);
        problems(
                good().earn(EarnRule.earning("c", Amounts.fixed(1))
                        .where(Conditions.all(Conditions.orderOfAtLeast(Money.of(EUR, 1))))),
                "rule 'c'" + message);
    }

    @Test
    void multipliersMultiplyARuleThatEarns() {
        EarnRule missing = EarnRule.earning("missing", Amounts.fixed(1));
        Multiplier twice = Multiplier.of("twice", BASE, Ratio.of(2));
        problems(
                good().earn(Multiplier.of("m", missing, Ratio.of(2))),
                "rule 'm': multiplies rule 'missing', which the program does not have; add that rule too");
        EarnRule other = EarnRule.earning("twice", Amounts.fixed(1));
        problems(
                good().earn(twice, Multiplier.of("m", other, Ratio.of(2))),
                "rule 'm': multiplies rule 'twice', which is a multiplier itself; multiply the rule that earns, and"
                        + " say how multipliers combine");
        problems(
                good().earn(Multiplier.ofRounded("m", missing, Ratio.of(2))),
                "rule 'm': multiplies rule 'missing', which the program does not have; add that rule too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", "-2"})
    @Tag("A4")
    void multipliersMultiplyByMoreThanZero(String factor) {
        String message = "rule 'm': multiplies by " + factor + ", which leaves nothing; multiply by more than 0";
        problems(good().earn(Multiplier.of("m", BASE, Ratio.of(factor))), message);
        problems(good().earn(Multiplier.ofRounded("m", BASE, Ratio.of(factor))), message);
    }

    @Test
    @Tag("A4")
    void multipliersMultiplyByMoreOrLessThanOne() {
        String message = "rule 'm': multiplies by 1, which adds nothing; multiply by more than 1, or by less";
        problems(good().earn(Multiplier.of("m", BASE, Ratio.ONE)), message);
        problems(good().earn(Multiplier.ofRounded("m", BASE, Ratio.ONE)), message);
        assertThat(good().earn(Multiplier.of("m", BASE, Ratio.of("0.999999")))
                        .build()
                        .rules())
                .hasSize(2);
    }
}
