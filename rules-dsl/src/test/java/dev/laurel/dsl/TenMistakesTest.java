package dev.laurel.dsl;

import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.dsl.syntax.ProgramParts;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.MoneySum;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.tier.Tier;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What compiles but makes no sense is told all at once, with the way out. */
class TenMistakesTest {
    private static final Tier INSIDER = tier("insider");
    private static final Tier VIB = tier("vib");
    private static final Tier ROUGE = tier("rouge");
    private static final PointCurrency POINTS = pointCurrency("points");
    private static final PointCurrency STARS = pointCurrency("stars");
    private static final MoneySum SPEND = counter("spend").spend().per(YEAR);
    private static final EarnRule BASE =
            rule("base").onPurchase().earns(POINTS.points(1).per(usd(1)));
    private static final EarnRule ELSEWHERE =
            rule("elsewhere").onPurchase().earns(POINTS.points(1).perItem());

    private static ProgramParts withTenMistakes() {
        return program("beauty", "2026.1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(POINTS, expiring(startOf(MONTH, days(10))))
                .ladders(ladder("status")
                        .startingAt(INSIDER)
                        .then(VIB, SPEND.reaches(usd(350)))
                        .then(tier("gold"), SPEND.reaches(usd(350))))
                .earn(
                        BASE,
                        rule("rouge-rate")
                                .onPurchase()
                                .where(memberIs(ROUGE))
                                .multiplies(BASE)
                                .by("1.5"),
                        rule("half").onPurchase().multiplies(BASE).by("1"),
                        rule("lost").onPurchase().multiplies(ELSEWHERE).by("2"),
                        rule("yesterday")
                                .onPurchase()
                                .where(during("2026-05-07", "2026-05-01"))
                                .earns(POINTS.points(5)),
                        rule("welcome").onPurchase().earns(POINTS.points(100)).capped(atMost(POINTS.points(50))),
                        rule("visit")
                                .onPurchase()
                                .earns(POINTS.points(5))
                                .rounded(Rounding.HALF_UP, RoundingStep.PER_LINE))
                .redeem(reward("mug").costing(STARS.points(100)).gives(item("mug")))
                .offers(offer("birthday")
                        .on(birthday())
                        .openFor(days(1))
                        .where(memberIs(ROUGE))
                        .gives(item("cake")));
    }

    @Test
    void tenMistakesAreToldAtOnceEachWithItsWayOut() {
        InvalidProgramException exception = catchThrowableOfType(
                InvalidProgramException.class, () -> withTenMistakes().build());

        assertThat(exception.getMessage().split("\n", -1))
                .containsExactly(
                        "program 'beauty' has 10 problems:",
                        "- point currency 'points': expires after P10D rounded down to the start of the month, which can lie before earning;"
                                + " give a period of at least one month, or round up",
                        "- tier 'gold': is reached from at least USD 350.00 spent in the calendar year (spend), not above the one"
                                + " below it, at least USD 350.00 spent in the calendar year (spend); list tiers in ascending order",
                        "- rule 'rouge-rate': asks for tier 'rouge', which the program does not have;"
                                + " declare it in a ladder",
                        "- rule 'half': multiplies by 1, which adds nothing; multiply by more than 1, or by less",
                        "- rule 'lost': multiplies rule 'elsewhere', which the program does not have; add that rule too",
                        "- rule 'yesterday': can never match;"
                                + " mend its dates, tiers or selectors, which exclude one another",
                        "- rule 'welcome': awards 100 points, but at most 50 points per purchase;"
                                + " raise the cap, or award less",
                        "- rule 'visit': is a fixed addition, but rounded per line; round it per purchase",
                        "- reward 'mug': costs 'stars', which is no currency of the program; declare it with points(…)",
                        "- offer 'birthday': asks for tier 'rouge', which the program does not have;"
                                + " declare it in a ladder");
        assertThat(exception.problems()).hasSize(10);
    }
}
