package dev.laurel.program;

import static dev.laurel.time.BoundedWindow.MONTH;
import static dev.laurel.time.BoundedWindow.WEEK;
import static dev.laurel.time.BoundedWindow.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.LineProperties;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.Occasion;
import dev.laurel.occasion.Occasions;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.rule.MemberRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is wrong with rules on sums and tiers, and what their terms say. */
@Tag("P1")
class RulesOnSumsCheckTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    private static final Counter<CountSum> PURCHASES = PurchaseCounter.purchases("purchases");
    private static final Counter<CountSum> CATEGORIES =
            PurchaseCounter.distinct("categories", LineProperties.category());
    private static final Money HUNDRED = Money.of(USD, "100");
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier STAFF = Tier.of("staff");

    private static LoyaltyProgram.Builder program(MemberRule rule) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(POINTS, PointTerms.expiring(Moment.never()))
                .ladders(
                        Ladder.startingAt("status", INSIDER)
                                .then(VIB, SPEND.per(YEAR).reaches(HUNDRED)),
                        Ladder.startingAt("work", Tier.of("none")).onlyGranted(STAFF))
                .earn(rule);
    }

    private static MemberRule on(Occasion occasion) {
        return MemberRule.earning("r", occasion, POINTS.points(10));
    }

    private static void assertProblem(MemberRule rule, String problem) {
        assertThatThrownBy(program(rule)::build)
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("rule 'r': " + problem);
    }

    private static String terms(MemberRule rule) {
        return program(rule).build().terms();
    }

    private static boolean isWarned(MemberRule rule) {
        return program(rule).build().warnings().stream()
                .anyMatch(warning -> warning.toString().contains("keeps them when the orders are returned"));
    }

    @Test
    void rulesAreNotOnASumThatGoesBackFromAnyDay() {
        assertProblem(
                on(SPEND.per(Window.overTheLast(Period.ofMonths(12))).reaches(HUNDRED)),
                "is on a sum over a period that ends anew each day");
    }

    @Test
    void rowsAreOfWindowsThatComeAgain() {
        assertProblem(
                on(PURCHASES.per(Window.EVER).reaches(1).inARow(2)),
                "is on windows in a row of a kind that comes once");
        assertProblem(
                on(PURCHASES
                        .per(new Dates(LocalDate.parse("2026-01-01"), null))
                        .reaches(1)
                        .inARow(2)),
                "is on windows in a row of a kind that comes once");
        assertThatThrownBy(() -> PURCHASES.per(WEEK).reaches(1).inARow(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void differentValuesAreNotCountedWithoutEnd() {
        assertProblem(on(CATEGORIES.per(MONTH).each(3)), "is on each full number of different values");
    }

    @Test
    void tiersAreNotGrantedForEachFullAmount() {
        assertProblem(
                MemberRule.granting("r", SPEND.per(MONTH).each(HUNDRED), VIB, Period.ofDays(1)),
                "grants a tier for each full amount of a sum");
    }

    @Test
    void tiersThatAreReachedHaveAGoal() {
        assertProblem(
                on(Occasions.reaching(STAFF)), "is on reaching tier 'staff', which nobody reaches by what they do");
        assertProblem(on(Occasions.reaching(INSIDER)), "is on reaching tier 'insider', which nobody reaches");
        assertProblem(on(Occasions.reaching(Tier.of("gold"))), "");
    }

    @Test
    void onlyWhatCanBeTakenBackCanBeKept() {
        assertProblem(
                on(CATEGORIES.per(MONTH).reaches(3)).keepingWhatIsAvailable(),
                "keeps what is available, but nothing of it is ever taken back");
        assertProblem(on(Occasions.enrollment()).keepingWhatIsAvailable(), "keeps what is available");
        MemberRule onTier = on(Occasions.reaching(VIB)).keepingWhatIsAvailable();
        assertThat(program(onTier).build().memberRules()).containsExactly(onTier);
    }

    @Test
    @Tag("A11")
    void aProgramWarnsOfPointsThatAreKeptUnlessTheyAreHeldBack() {
        MemberRule kept = on(CATEGORIES.per(MONTH).reaches(3));
        assertThat(isWarned(kept)).isTrue();
        assertThat(isWarned(on(PURCHASES.per(WEEK).reaches(1).inARow(4)))).isTrue();
        assertThat(isWarned(kept.availableFrom(Moment.after(Period.ofDays(30)))))
                .isFalse();
        assertThat(isWarned(on(SPEND.per(MONTH).each(HUNDRED)))).isFalse();
    }

    @Test
    @Tag("P3")
    void theTermsSayForWhatPointsAreGivenAndWhenTheyAreTakenBack() {
        assertThat(terms(on(SPEND.per(MONTH).each(HUNDRED))))
                .contains("- `r`: 10 points for each full USD 100.00 spent in the calendar month (spend)."
                        + " Returns take back what is left gives no more.");
        assertThat(terms(on(PURCHASES.per(MONTH).reaches(3))))
                .contains("10 points for at least 3 purchases in the calendar month (purchases).");
        assertThat(terms(on(PURCHASES.per(WEEK).reaches(1).inARow(4))))
                .contains("10 points for at least 1 purchase in the calendar week (purchases), 4 times in a row.");
        assertThat(terms(on(Occasions.reaching(VIB))))
                .contains("10 points for reaching the tier `vib`, also on the way to a higher one."
                        + " They are taken back when a return undoes the tier.");
        assertThat(terms(on(Occasions.stoppingAt(VIB)).keepingWhatIsAvailable()))
                .contains("10 points for reaching the tier `vib` and no higher one at once."
                        + " As long as they are pending, they are taken back when a return undoes the tier.");
    }

    @Test
    @Tag("P3")
    void theStableTextTellsOccasionsApart() {
        assertThat(on(SPEND.per(MONTH).each(HUNDRED)).describe())
                .isEqualTo("r: earns 10 points, on each full USD 100.00 spent in the calendar month (spend)");
        assertThat(on(PURCHASES.per(WEEK).reaches(1).inARow(4)).describe())
                .isEqualTo(
                        "r: earns 10 points, on at least 1 purchase in the calendar week (purchases), 4 times in a row");
        assertThat(on(Occasions.stoppingAt(VIB)).keepingWhatIsAvailable().describe())
                .isEqualTo("r: earns 10 points, on stopping at vib, keeps what is available");
    }
}
