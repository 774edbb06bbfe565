package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
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
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P1")
class ProgramCheckTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Map<String, BoundedWindow> WINDOWS = Map.of(
            "DAY", BoundedWindow.DAY,
            "WEEK", BoundedWindow.WEEK,
            "MONTH", BoundedWindow.MONTH,
            "QUARTER", BoundedWindow.QUARTER,
            "YEAR", BoundedWindow.YEAR);
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final PointCurrency STARS = PointCurrency.of("stars");
    private static final Tier VIB = Tier.of("vib");
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1)));
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);

    private static LoyaltyProgram.Builder empty() {
        return LoyaltyProgram.builder("shop", "1");
    }

    private static LoyaltyProgram.Builder withoutPoints() {
        return empty().zone(ZoneId.of("UTC"))
                .money(USD)
                .excluding(Selectors.category("gift-card"))
                .earn(BASE);
    }

    private static LoyaltyProgram.Builder good() {
        return withoutPoints().points(POINTS, PointTerms.expiring(Moment.never()));
    }

    @Nested
    @Tag("L6")
    class Suspensions {
        private LoyaltyProgram.Builder tiered(PointTerms terms) {
            return withoutPoints()
                    .points(POINTS, terms)
                    .ladders(Ladder.startingAt("status", Tier.of("base"))
                            .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 350)))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest());
        }

        private final Moment dated = Moment.after(Period.ofMonths(1));

        @Test
        void suspensionsAreForTiersOfTheProgramAboveTheLowest() {
            assertThat(tiered(PointTerms.expiring(dated).suspendedFor(VIB))
                            .build()
                            .points())
                    .hasSize(1);
            problems(
                    tiered(PointTerms.expiring(dated).suspendedFor(VIB, Tier.of("rouge"))),
                    "point currency 'points': is suspended for tier 'rouge', which the program does not have; add that"
                            + " tier too");
            problems(
                    withoutPoints().points(POINTS, PointTerms.expiring(dated).suspendedFor(VIB)),
                    "point currency 'points': is suspended for tier 'vib', which the program does not have; add that"
                            + " tier too");
            problems(
                    tiered(PointTerms.expiring(dated).suspendedFor(Tier.of("base"))),
                    "point currency 'points': is suspended for tier 'base', which is the lowest, so everybody begins with"
                            + " it; name higher tiers, or let points never expire");
            problems(
                    tiered(PointTerms.expiring(dated).thenExpiring(Moment.after(Period.ofDays(1)))),
                    "point currency 'points': says what comes after a suspension, but is suspended for no tier; name a"
                            + " tier");
            problems(
                    tiered(PointTerms.expiring(Moment.never()).suspendedFor(VIB)),
                    "point currency 'points': is suspended, but never expires; leave the suspension out");
        }

        @Test
        void expiryAfterASuspensionOrFromAvailabilityHasASoundPeriod() {
            problems(
                    tiered(PointTerms.expiring(dated).suspendedFor(VIB).thenExpiring(Moment.after(Period.ZERO))),
                    "point currency 'points': after a suspension expires after P0D; give a positive period of at most"
                            + " 1000 years");
            problems(
                    tiered(PointTerms.expiring(Expiry.usableFor(Period.ZERO))),
                    "point currency 'points': expires after P0D; give a positive period of at most 1000 years");
        }

        @Test
        void namesOfActivitiesAreKebabCase() {
            problems(
                    tiered(PointTerms.expiring(
                            Expiry.inactiveFor(Period.ofMonths(1)).countingAlso("Check in"))),
                    "point currency 'points': activity must be kebab-case, such as 'vib-bonus', but was 'Check in'; name"
                            + " it as the host's events do");
        }
    }

    @Nested
    class HoldBacks {
        private LoyaltyProgram.Builder holdingBack(PointTerms terms, Period period) {
            return empty().zone(ZoneId.of("UTC"))
                    .money(USD)
                    .excluding(Selectors.category("gift-card"))
                    .points(POINTS, terms)
                    .earn(BASE.availableFrom(Moment.after(period)));
        }

        @Test
        void holdBacksMustBePositiveAndOfAtMost1000Years() {
            problems(
                    holdingBack(PointTerms.expiring(Moment.never()), Period.ofDays(-1)),
                    "rule 'base': makes points available after P-1D; give a positive period of at most 1000 years");
            problems(
                    holdingBack(PointTerms.expiring(Moment.never()), Period.ofYears(1001)),
                    "rule 'base': makes points available after P1001Y; give a positive period of at most 1000 years");
        }

        @Test
        @Tag("L4")
        void holdBacksMustNotOutlastThePointsInEveryCase() {
            problems(
                    holdingBack(PointTerms.expiring(Moment.after(Period.ofMonths(1))), Period.ofDays(31)),
                    "rule 'base': makes points available P31D after earning, but they expire P1M after earning; make them available earlier, or let them expire later");
            problems(
                    holdingBack(
                            PointTerms.expiring(Moment.endOf(BoundedWindow.MONTH, Period.ofDays(3))),
                            Period.parse("P1M3D")),
                    "rule 'base': makes points available P1M3D after earning, but they expire P3D after earning, at the end of the"
                            + " month; make them available earlier, or let them expire later");
            problems(
                    holdingBack(
                            PointTerms.expiring(Moment.startOf(BoundedWindow.MONTH, Period.ofMonths(12))),
                            Period.ofYears(1)),
                    "rule 'base': makes points available P1Y after earning, but they expire P12M after earning, at the start of the"
                            + " month; make them available earlier, or let them expire later");
        }

        @Test
        @Tag("L4")
        void holdBacksMayOutlastTheDateThatPointsGetWhereASuspensionEnds() {
            Ladder ladder = Ladder.startingAt("status", Tier.of("low"))
                    .then(Tier.of("high"), SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 100)))
                    .kept(Moment.endOf(BoundedWindow.YEAR))
                    .fallingToTheLowest();
            Moment month = Moment.after(Period.ofDays(30));
            Tier high = Tier.of("high");
            // A lot keeps its own date, so one that is later than that of leaving is not lost by it.
            holds(holdingBack(PointTerms.expiring(Expiry.usableUntil(month)).suspendedFor(high), Period.ofDays(60))
                    .ladders(ladder));
            problems(
                    holdingBack(
                                    PointTerms.expiring(month)
                                            .suspendedFor(high)
                                            .thenExpiring(Moment.after(Period.ofDays(90))),
                                    Period.ofDays(60))
                            .ladders(ladder),
                    "rule 'base': makes points available P60D after earning, but they expire P30D after earning; make them available earlier, or let them expire later");
            holds(holdingBack(
                            PointTerms.expiring(Expiry.usableUntil(month))
                                    .suspendedFor(high)
                                    .thenExpiring(Moment.after(Period.ofDays(61))),
                            Period.ofDays(60))
                    .ladders(ladder));
            holds(holdingBack(
                            PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(10)))
                                    .suspendedFor(high),
                            Period.ofDays(14))
                    .ladders(ladder));
        }

        @Test
        @Tag("L4")
        void holdBacksMayOutlastThePointsInSomeCases() {
            holds(holdingBack(PointTerms.expiring(Moment.after(Period.ofMonths(1))), Period.ofDays(30)));
            holds(holdingBack(PointTerms.expiring(Moment.endOf(BoundedWindow.YEAR, Period.ZERO)), Period.ofDays(14)));
            holds(holdingBack(PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(10))), Period.ofDays(14)));
            holds(holdingBack(PointTerms.expiring(Moment.never()), Period.ofYears(100)));
        }

        private void holds(LoyaltyProgram.Builder builder) {
            assertThat(builder.build().rules().get(0))
                    .isInstanceOfSatisfying(
                            EarnRule.class, rule -> assertThat(rule.available()).isNotNull());
        }
    }

    private static void problems(LoyaltyProgram.Builder builder, String... problems) {
        InvalidProgramException invalid = catchThrowableOfType(InvalidProgramException.class, builder::build);
        assertThat(invalid).isNotNull();
        assertThat(invalid.problems()).extracting(ProgramProblem::toString).containsExactly(problems);
    }

    private static void warnings(LoyaltyProgram.Builder builder, String... warnings) {
        assertThat(builder.build().warnings())
                .extracting(ProgramProblem::toString)
                .containsExactly(warnings);
    }

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
                "tier 'rouge': is reached from spend per calendar year of at least USD 1.00, not above the one below it, spend per"
                        + " calendar year of at least USD 1.00; list tiers in ascending order",
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

    @Nested
    class Points {
        @Test
        void eachPointCurrencyIsDeclaredOnce() {
            problems(
                    good().points(POINTS, PointTerms.expiring(Moment.never())),
                    "point currency 'points': is declared twice; declare it once");
        }

        @ParameterizedTest
        @ValueSource(strings = {"P0D", "P-1D", "P1Y-1D", "P1001Y", "P372001D"})
        void pointsExpireAfterAPositivePeriod(Period period) {
            String remedy = "; give a positive period of at most 1000 years";
            problems(
                    withoutPoints().points(POINTS, PointTerms.expiring(Moment.after(period))),
                    "point currency 'points': expires after " + period + remedy);
            problems(
                    withoutPoints().points(POINTS, PointTerms.expiring(Expiry.inactiveFor(period))),
                    "point currency 'points': expires after inactivity of " + period + remedy);
        }

        @ParameterizedTest
        @ValueSource(strings = {"P-1D", "P1Y-1D", "P1001Y"})
        void pointsExpireAtTheEndOfAWindowAfterAPeriodThatMayBeZero(Period period) {
            problems(
                    withoutPoints().points(POINTS, PointTerms.expiring(Moment.endOf(BoundedWindow.MONTH, period))),
                    "point currency 'points': expires after " + period + "; give a period of zero to 1000 years");
            assertThat(withoutPoints()
                            .points(POINTS, PointTerms.expiring(Moment.endOf(BoundedWindow.MONTH, Period.ZERO)))
                            .build()
                            .points())
                    .hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "DAY, P0D",
            "DAY, P-1D",
            "WEEK, P0D",
            "WEEK, P6D",
            "MONTH, P0D",
            "MONTH, P27D",
            "MONTH, P28D",
            "MONTH, P30D",
            "QUARTER, P2M",
            "QUARTER, P84D",
            "QUARTER, P2M28D",
            "QUARTER, P91D",
            "YEAR, P11M",
            "YEAR, P336D",
            "YEAR, P365D",
            "YEAR, P11M28D"
        })
        void pointsNeverExpireAtTheStartOfAWindowThatCanLieBeforeEarning(String name, Period period) {
            BoundedWindow window = WINDOWS.get(name);
            problems(
                    withoutPoints().points(POINTS, PointTerms.expiring(Moment.startOf(window, period))),
                    "point currency 'points': expires after " + period + " rounded down to the start of the "
                            + window.noun() + ", which can lie before earning; give a period of at least one "
                            + window.noun() + ", or round up");
        }

        @ParameterizedTest
        @CsvSource({
            "DAY, P1D",
            "DAY, P1M",
            "WEEK, P7D",
            "WEEK, P1M",
            "MONTH, P1M",
            "MONTH, P31D",
            "MONTH, P1Y",
            "QUARTER, P3M",
            "QUARTER, P92D",
            "QUARTER, P1Y",
            "YEAR, P12M",
            "YEAR, P1Y",
            "YEAR, P366D"
        })
        void pointsMayExpireAtTheStartOfALaterWindow(String name, Period period) {
            BoundedWindow window = WINDOWS.get(name);
            Expiry expiry = Moment.startOf(window, period);
            assertThat(withoutPoints()
                            .points(POINTS, PointTerms.expiring(expiry))
                            .build()
                            .points())
                    .containsExactly(new PointPolicy(POINTS, PointTerms.expiring(expiry)));
        }

        @Test
        void pointsDoNotExpireAtTheStartOfAWindowInMoreThanAThousandYears() {
            problems(
                    withoutPoints()
                            .points(
                                    POINTS,
                                    PointTerms.expiring(Moment.startOf(BoundedWindow.DAY, Period.ofYears(1001)))),
                    "point currency 'points': expires after P1001Y; give a positive period of at most 1000 years");
        }

        @Test
        void expiryAfterInactivityCountsSomethingAsActivity() {
            problems(
                    withoutPoints()
                            .points(
                                    POINTS,
                                    PointTerms.expiring(
                                            new Inactivity(Period.ofMonths(1), Set.of(), Set.of(), Period.ZERO))),
                    "point currency 'points': counts nothing as activity; name at least one activity");
        }
    }

    @Nested
    @Tag("Q1")
    class Tiers {
        @Test
        void aLadderHasAtLeastTwoTiers() {
            problems(
                    good().ladders(Ladder.startingAt("status", Tier.of("a"))),
                    "ladder 'status': has one tier only; add another with then(…) or onlyGranted(…)");
        }

        @Test
        void tiersAscend() {
            problems(
                    good().ladders(Ladder.startingAt("status", Tier.of("a"))
                            .then(Tier.of("b"), SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 350)))
                            .then(Tier.of("c"), SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, "349.99")))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest()),
                    "tier 'c': is reached from spend per calendar year of at least USD 349.99, not above the one below it, spend per"
                            + " calendar year of at least USD 350.00; list tiers in ascending order");
        }

        @Test
        @Tag("N1")
        void tiersHaveThresholdsInTheProgramSMoney() {
            problems(
                    good().ladders(Ladder.startingAt("status", Tier.of("a"))
                            .then(Tier.of("b"), SPEND.per(BoundedWindow.YEAR).reaches(Money.of(EUR, 1)))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest()),
                    "tier 'b': speaks of EUR, which is not the program's money; give amounts in the program's currency");
        }

        @Test
        @Tag("N1")
        void tiersHaveThresholdsInOneCurrencyThoughTheProgramNamesNone() {
            MoneySum spend = SPEND.per(BoundedWindow.YEAR);
            problems(
                    good().money(null)
                            .ladders(Ladder.startingAt("status", Tier.of("a"))
                                    .then(Tier.of("b"), spend.reaches(Money.of(EUR, 1)))
                                    .then(Tier.of("c"), spend.reaches(Money.of(USD, 2)))),
                    "program: has no money; say in which currency purchases are, such as"
                            + " money(Currency.getInstance(\"EUR\"))",
                    "tier 'c': speaks of USD, but a tier before it of EUR; give amounts in the program's currency");
        }
    }

    @Nested
    class Rules {
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
            String message =
                    "rule 'never': can never match; mend its dates, tiers or selectors, which exclude one another";
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
            String message =
                    ": speaks of EUR, which is not the program's money; give amounts in the program's currency";
            problems(
                    good().earn(EarnRule.earning("a", Amounts.proportional(1, Money.of(EUR, 1)))),
                    "rule 'a'" + message);
            problems(
                    good().earn(EarnRule.earning("b", Amounts.perCompleted(1, Money.of(EUR, 1)))),
                    "rule 'b'" + message);
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

    @Nested
    class Rewards {
        @Test
        void rewardsHaveIdsOfTheirOwn() {
            problems(
                    good().redeem(Reward.costing("cash", 1), Reward.costing("cash", 2)),
                    "reward 'cash': has an id that another reward has; give each reward its own id");
        }

        @Test
        void rewardsCostCurrenciesThatThereAre() {
            problems(
                    good().redeem(Reward.costing("cash", STARS.points(1))),
                    "reward 'cash': costs 'stars', which is no currency of the program; declare it with points(…)");
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

    /** Programs in which purchases earn nothing. */
    @Nested
    class WithoutRules {
        private static final String NO_RULES =
                "program: has no rules, so purchases earn nothing; add one with earn(…) if that is not meant";

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
}
