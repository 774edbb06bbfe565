package dev.laurel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.PointRate;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A3")
class MoneyStepsTest {
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final MoneySteps STEPS = MoneySteps.of(
                    usd("50"), POINTS.points(1).per(usd("1")))
            .then(usd("100"), POINTS.points(150))
            .then(usd("200"), POINTS.points(5).perFull(usd("2.50")));

    private static Money usd(String amount) {
        return Money.of(Currency.getInstance("USD"), amount);
    }

    private static Ratio earned(MoneySteps steps, String total) {
        Ratio money = Ratio.of(total);
        return steps.reachedBy(money).map(step -> step.of(money)).orElse(Ratio.ZERO);
    }

    @Test
    void theHighestStepThatATotalReachesIsThatOfAllOfIt() {
        assertThat(earned(STEPS, "49.99")).isEqualTo(Ratio.ZERO);
        assertThat(earned(STEPS, "50")).isEqualTo(Ratio.of(50));
        assertThat(earned(STEPS, "99.99")).isEqualTo(Ratio.of("99.99"));
        assertThat(earned(STEPS, "100")).isEqualTo(Ratio.of(150));
        assertThat(earned(STEPS, "199.99")).isEqualTo(Ratio.of(150));
        assertThat(earned(STEPS, "202.49")).isEqualTo(Ratio.of(400));
    }

    @Test
    void stepsSayThemselvesAndAreEqualByWhatTheySay() {
        assertThat(STEPS.describe())
                .isEqualTo("1 point per USD 1.00 from USD 50.00 on, 150 points from USD 100.00 on,"
                        + " 5 points for each full USD 2.50 from USD 200.00 on");
        assertThat(STEPS.inTerms())
                .isEqualTo("from USD 50.00 on 1 point for each USD 1.00 spent, in proportion; from USD 100.00 on 150"
                        + " points; from USD 200.00 on 5 points for each full USD 2.50 spent");
        assertThat(STEPS.returns().describe()).isEqualTo("worked out anew on what is left, as " + STEPS.describe());
        MoneySteps first = MoneySteps.of(usd("50"), POINTS.points(1).per(usd("1")));
        assertThat(first.then(usd("100"), POINTS.points(150))
                        .then(usd("200"), POINTS.points(5).perFull(usd("2.50"))))
                .isEqualTo(STEPS)
                .hasSameHashCodeAs(STEPS)
                .hasToString("MoneySteps[" + STEPS.describe() + "]");
        assertThat(first).isNotEqualTo(STEPS);
        assertThat(first.currency()).isEqualTo(POINTS);
        assertThat(first.steps()).isEqualTo(List.of(new MoneyStep(usd("50"), 1, usd("1"), false)));
        assertThat(STEPS.mentions().currencies()).containsExactly(Currency.getInstance("USD"));
    }

    @Test
    void stepsFallWhereOneGivesLessForItsMoneyThanOneBelowCan() {
        assertThat(STEPS.areFalling()).isFalse();
        assertThat(MoneySteps.of(usd("50"), POINTS.points(5)).areFalling()).isFalse();
        assertThat(two(POINTS.points(5).per(usd("1")), POINTS.points(4).per(usd("1"))))
                .isTrue();
        assertThat(two(POINTS.points(5).per(usd("1")), POINTS.points(5).per(usd("1"))))
                .isFalse();
        // From 100 on, two orders of 50 would give 10.
        assertThat(MoneySteps.of(usd("50"), POINTS.points(5))
                        .then(usd("100"), POINTS.points(9))
                        .areFalling())
                .isTrue();
        assertThat(MoneySteps.of(usd("50"), POINTS.points(5))
                        .then(usd("100"), POINTS.points(10))
                        .areFalling())
                .isFalse();
        // The third is less than the first, though not than the second.
        assertThat(MoneySteps.of(usd("50"), POINTS.points(5).per(usd("1")))
                        .then(usd("100"), POINTS.points(4).per(usd("1")))
                        .then(usd("200"), POINTS.points(4).per(usd("1")))
                        .areFalling())
                .isTrue();
    }

    private static boolean two(PointRate lower, PointRate upper) {
        return MoneySteps.of(usd("50"), lower).then(usd("100"), upper).areFalling();
    }

    private static void refused(ThrowingCallable sentence, String message) {
        assertThatThrownBy(sentence)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void stepsBeginAboveZeroAndGivePointsOfOneCurrencyForMoney() {
        refused(() -> MoneySteps.of(usd("0"), POINTS.points(1)), "a step must begin above zero, but began at USD 0.00");
        refused(
                () -> STEPS.then(usd("-1"), POINTS.points(1).per(usd("1"))),
                "a step must begin above zero, but began at USD -1.00");
        refused(
                () -> MoneySteps.of(usd("5"), POINTS.points(1).perItem()),
                "a step must give points for money or in all, but gave them for each item");
        refused(
                () -> STEPS.then(usd("500"), PointCurrency.of("stars").points(1)),
                "steps must give 'points', as the first does, but one gave 'stars'");
        refused(() -> new MoneyStep(usd("5"), 0, null, false), "points of an amount must be positive, but were 0");
        refused(
                () -> new MoneyStep(usd("5"), 1, usd("0"), false),
                "unit of an award must be positive, but was USD 0.00");
        refused(() -> new MoneyStep(usd("0"), 1, null, false), "a step of points for all of it must begin above zero");
        refused(
                () -> new MoneyStep(usd("-1"), 1, usd("1"), false),
                "a step must begin at zero or above, but began at USD -1.00");
        refused(() -> new TermsOfReturn.WorkedOutAnew(List.of()), "what is worked out anew must have a step");
    }
}
