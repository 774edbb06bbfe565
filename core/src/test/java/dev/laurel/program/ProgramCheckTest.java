package dev.laurel.program;

import static dev.laurel.program.CheckedPrograms.BASE;
import static dev.laurel.program.CheckedPrograms.POINTS;
import static dev.laurel.program.CheckedPrograms.SPEND;
import static dev.laurel.program.CheckedPrograms.STARS;
import static dev.laurel.program.CheckedPrograms.USD;
import static dev.laurel.program.CheckedPrograms.VIB;
import static dev.laurel.program.CheckedPrograms.empty;
import static dev.laurel.program.CheckedPrograms.good;
import static dev.laurel.program.CheckedPrograms.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.condition.Conditions;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be wrong with a program as a whole, and how it is told. */
@Tag("P1")
class ProgramCheckTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Nested
    class AsAWhole {
        @Test
        void aGoodProgramHasNoProblem() {
            assertThat(good().build().warnings()).isEmpty();
        }

        @Test
        void oneProblemIsOneSentence() {
            assertThatThrownBy(() -> good().zone(null).build())
                    .isExactlyInstanceOf(InvalidProgramException.class)
                    .hasMessage("program 'shop' has a problem:\n"
                            + "- program: has no zone; say in which zone dates are read, such as"
                            + " zone(ZoneId.of(\"Europe/Berlin\"))");
        }

        @Test
        @Tag("F1")
        void tenMistakesAreToldAllAtOnce() {
            LoyaltyProgram.Builder builder = LoyaltyProgram.builder("Shop", "")
                    .money(USD)
                    .points(POINTS, PointTerms.expiring(Moment.after(Period.ZERO)))
                    .ladders(Ladder.startingAt("status", Tier.of("insider"))
                            .then(
                                    Tier.of("insider"),
                                    SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 1)))
                            .then(
                                    Tier.of("rouge"),
                                    SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 1)))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest())
                    .earn(
                            Multiplier.of("base", BASE, Ratio.ONE),
                            BASE.where(Conditions.memberIs(VIB)).awarding(STARS))
                    .redeem(Reward.costing("cash", 1), Reward.costing("cash", 1))
                    .lateLimit(Period.ofDays(-1));
            String[] problems = {
                "program: id must be kebab-case, such as 'vib-bonus', but was 'Shop'; give it a kebab-case id",
                "program: version must not be empty; give it a version such as '2026.1'",
                "program: has no zone; say in which zone dates are read, such as zone(ZoneId.of(\"Europe/Berlin\"))",
                "program: has a late limit of P-1D; give a limit of zero to 1000 years",
                "point currency 'points': expires after P0D; give a positive period of at most 1000 years",
                "tier 'insider': is declared twice; declare it once",
                "tier 'rouge': is reached from at least USD 1.00 spent in the calendar year (spend), not above the one below it, at"
                        + " least USD 1.00 spent in the calendar year (spend); list tiers in ascending order",
                "rule 'base': has an id that another rule has; give each rule its own id",
                "rule 'base': multiplies rule 'base', which is a multiplier itself; multiply the rule that earns, and"
                        + " say how multipliers combine",
                "rule 'base': multiplies by 1, which adds nothing; multiply by more than 1, or by less",
                "rule 'base': awards 'stars', which is no currency of the program; declare it with points(…)",
                "rule 'base': asks for tier 'vib', which the program does not have; declare it in a ladder",
                "reward 'cash': has an id that another reward has; give each reward its own id"
            };
            problems(builder, problems);
            assertThatThrownBy(builder::build)
                    .isExactlyInstanceOf(InvalidProgramException.class)
                    .hasMessage("program 'Shop' has 13 problems:\n- " + String.join("\n- ", problems));
        }

        @Test
        void theListOfProblemsCannotBeChanged() {
            InvalidProgramException invalid =
                    catchThrowableOfType(InvalidProgramException.class, () -> empty().build());
            assertThatThrownBy(() -> invalid.problems().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        @Tag("F1")
        void nullIsRefused() {
            assertThatNullPointerException()
                    .isThrownBy(() -> LoyaltyProgram.builder(null, "1").build());
            assertThatNullPointerException()
                    .isThrownBy(() -> LoyaltyProgram.builder("p", null).build());
            assertThatNullPointerException()
                    .isThrownBy(() -> good().earn((EarnRule) null).build());
            assertThatNullPointerException()
                    .isThrownBy(() -> good().redeem((Reward) null).build());
            assertThatNullPointerException()
                    .isThrownBy(() -> good().excluding(null).build());
            assertThatNullPointerException()
                    .isThrownBy(() -> good().points(null, PointTerms.expiring(Moment.never()))
                            .build());
            assertThatNullPointerException()
                    .isThrownBy(() -> good().lateLimit(null).build());
            assertThatNullPointerException()
                    .isThrownBy(() -> good().holdsAtMost(null).build());
        }
    }

    @Nested
    class Head {
        @Test
        void aProgramNeedsEverythingThatHasNoDefault() {
            problems(
                    empty(),
                    "program: has no zone; say in which zone dates are read, such as zone(ZoneId.of(\"Europe/Berlin\"))",
                    "program: has no money; say in which currency purchases are, such as"
                            + " money(Currency.getInstance(\"EUR\"))",
                    "program: has no point currency; add one with points(PointCurrency.of(\"points\"),"
                            + " PointTerms.expiring(Moment.never()))",
                    "program: has neither rules nor tiers, rewards, offers or benefits, so nothing could ever happen; add a rule"
                            + " with earn(…), or one of the others");
        }

        @Test
        void aProgramNeedsAVersionThatCanStandInAnEntry() {
            problems(
                    LoyaltyProgram.builder("shop", "x".repeat(41))
                            .zone(ZoneId.of("UTC"))
                            .money(USD)
                            .points(POINTS, PointTerms.expiring(Moment.never()))
                            .earn(BASE),
                    "program: version must have at most 40 characters, but had 41; give it a version such as"
                            + " '2026.1'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"P-1D", "P1M-1D", "P-1M", "P1001Y", "P12001M", "P999999D"})
        @Tag("V5")
        void aProgramNeedsAPeriodForReturnsOfZeroTo1000Years(Period period) {
            problems(
                    good().returnsWithin(period),
                    "program: accepts returns for " + period + "; give a period of zero to 1000 years");
        }

        @ParameterizedTest
        @ValueSource(strings = {"P-1D", "P1M-1D", "P-1M", "P1001Y", "P12001M", "P999999D"})
        @Tag("L7")
        void aProgramNeedsALongestHoldOfZeroTo1000Years(Period period) {
            problems(
                    good().holdsAtMost(period),
                    "program: lets holds last " + period + "; give a period of zero to 1000 years");
        }

        @Test
        @Tag("V2")
        void termsOfReturnAreInTheProgramSMoney() {
            problems(
                    good().earn(EarnRule.earning("large", Amounts.fixed(5))
                            .returning(TermsOfReturn.lostBelow(Money.of(EUR, 50)))),
                    "rule 'large': is lost when less than EUR 50.00 is left, but purchases are in USD; state the"
                            + " amount in USD");
            problems(
                    good().earn(EarnRule.earning("large", Amounts.fixed(5))
                            .returning(TermsOfReturn.workedOutAnew(1, Money.of(EUR, 50)))),
                    "rule 'large': is worked out anew on what is left, as 1 for each full EUR 50.00, but purchases are"
                            + " in USD; state the amount in USD");
        }

        @ParameterizedTest
        @ValueSource(strings = {"P-1D", "P1M-1D", "P-1M", "P1001Y", "P12001M", "P999999D"})
        void aProgramNeedsALateLimitOfZeroTo1000Years(Period limit) {
            problems(
                    good().lateLimit(limit),
                    "program: has a late limit of " + limit + "; give a limit of zero to 1000 years");
        }

        @Test
        void aProgramTakesLateLimitsUpTo1000Years() {
            assertThat(good().lateLimit(Period.ofYears(1000)).build().lateLimit())
                    .isEqualTo(Period.ofYears(1000));
            assertThat(good().holdsAtMost(Period.ofYears(1000)).build().longestHold())
                    .isEqualTo(Period.ofYears(1000));
        }
    }
}
