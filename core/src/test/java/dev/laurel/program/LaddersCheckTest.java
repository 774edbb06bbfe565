package dev.laurel.program;

import static dev.laurel.program.CheckedPrograms.SPEND;
import static dev.laurel.program.CheckedPrograms.USD;
import static dev.laurel.program.CheckedPrograms.good;
import static dev.laurel.program.CheckedPrograms.problems;

import dev.laurel.money.Money;
import dev.laurel.occasion.MoneySum;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be wrong with ladders. */
@Tag("P1")
@Tag("Q1")
class LaddersCheckTest {
    private static final Currency EUR = Currency.getInstance("EUR");

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
                "tier 'c': is reached from at least USD 349.99 spent in the calendar year (spend), not above the one below it, at"
                        + " least USD 350.00 spent in the calendar year (spend); list tiers in ascending order");
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
