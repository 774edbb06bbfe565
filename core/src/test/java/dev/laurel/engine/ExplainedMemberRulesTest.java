package dev.laurel.engine;

import static dev.laurel.condition.Conditions.enrolledFor;
import static dev.laurel.condition.Conditions.memberIsIn;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.Reduction;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.event.Activity;
import dev.laurel.event.Enrollment;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.Occasions;
import dev.laurel.program.Ladder;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X1")
class ExplainedMemberRulesTest {
    private static final ActivityKind REVIEW = new ActivityKind("review");
    private static final ActivityKind SUBSCRIPTION = new ActivityKind("subscription");
    private static final Tier NONE = Tier.of("none");
    private static final Tier PRIME = Tier.of("prime");
    private static final MemberRule THANKS = MemberRule.earning("thanks", REVIEW, POINTS.points(10));
    private static final Cap MONTHLY = new PointCap(POINTS.points(15), BoundedWindow.MONTH);

    private Shop shop;
    private int events;

    private void open(Rule... rules) {
        shop = new Shop(program(Moment.never())
                .ladders(Ladder.startingAt("membership", NONE).onlyGranted(PRIME))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .earn(rules)
                .build());
    }

    @CanIgnoreReturnValue
    private Explanation does(ActivityKind kind, Map<String, String> attributes) {
        Decision decision =
                shop.submit(new Activity("a" + ++events, CUSTOMER, noon("2026-03-01"), kind.name(), attributes));
        assertThat(decision.explanation().points("points")).isEqualTo(decision.earned("points"));
        return decision.explanation();
    }

    @CanIgnoreReturnValue
    private Explanation review() {
        return does(REVIEW, Map.of());
    }

    @Test
    void anActivityExplainsTheRulesOnItAndNoOthers() {
        open(THANKS.because("Thank you"), MemberRule.earning("welcome", Occasions.enrollment(), POINTS.points(50)));
        Explanation explanation = review();
        assertThat(explanation.outcomes())
                .containsExactly(new RuleOutcome.Followed("thanks", THANKS.effect(), List.of(), "Thank you"));
        assertThat(explanation.text()).isEqualTo("thanks: earns 10 points: Thank you");
        assertThat(explanation.outcomeOf("thanks")).isPresent();
        assertThat(explanation.outcomeOf("welcome")).isEmpty();
    }

    @Test
    @Tag("A5")
    void theCapThatCutIsTold() {
        open(THANKS.capped(MONTHLY));
        review();
        RuleOutcome.Followed cut = review().followed().get(0);
        assertThat(cut.points()).isEqualTo(5);
        assertThat(cut.reductions()).containsExactly(new Reduction.ByCap("thanks", MONTHLY, 5));
        assertThat(cut.describe())
                .isEqualTo(
                        "thanks: earns 10 points, less 5 by the cap of thanks, at most 15 points per calendar month");
        assertThat(review().followed().get(0).points()).isZero();
    }

    @Test
    @Tag("A5")
    void theCapOfTheProgramCutsWhatTheCapOfTheRuleLeft() {
        Cap once = UseCap.of(1, BoundedWindow.MONTH);
        shop = new Shop(program(Moment.never())
                .earn(THANKS.capped(once), MemberRule.earning("also", REVIEW, POINTS.points(10)))
                .capped(MONTHLY)
                .build());
        assertThat(review().followed())
                .extracting(RuleOutcome.Followed::reductions)
                .containsExactly(List.of(), List.of(new Reduction.ByCapOfProgram("shop", MONTHLY, 5)));
        assertThat(review().followed())
                .extracting(RuleOutcome.Followed::reductions)
                .containsExactly(
                        List.of(new Reduction.ByCapOfProgram("shop", MONTHLY, 10)),
                        List.of(new Reduction.ByCap("thanks", once, 10)));
    }

    @Test
    void theFirstConditionThatIsNotMetIsToldWithWhatWasFound() {
        open(THANKS.where(memberIsIn("staff"), enrolledFor(Period.ofDays(1))));
        Explanation explanation = review();
        assertThat(explanation.followed()).isEmpty();
        assertThat(explanation.notApplied())
                .extracting(RuleOutcome.NotApplied::condition)
                .containsExactly(memberIsIn("staff").describe());
    }

    @Test
    @Tag("F2")
    void aValueThatIsNotAskedForIsNotTold() {
        open(MemberRule.earning("annual", SUBSCRIPTION.with("plan", "annual"), POINTS.points(50)));
        assertThat(does(SUBSCRIPTION, Map.of("plan", "secret")).text())
                .isEqualTo("annual: not applied, since activity subscription with plan annual is required, "
                        + "but found another value of plan");
        assertThat(does(SUBSCRIPTION, Map.of()).notApplied().get(0).found()).isEqualTo("no value of plan");
    }

    @Test
    @Tag("Q6")
    void aGrantIsToldAndWhyThereIsNone() {
        open(MemberRule.granting("monthly", SUBSCRIPTION, PRIME, Period.ofMonths(1))
                .capped(UseCap.of(1, BoundedWindow.YEAR)));
        assertThat(does(SUBSCRIPTION, Map.of()).text()).isEqualTo("monthly: grants prime for P1M more");
        Explanation second = does(SUBSCRIPTION, Map.of());
        assertThat(second.followed()).isEmpty();
        assertThat(second.notApplied().get(0).found()).isEqualTo("no use left");
    }

    @Test
    void anEnrollmentIsExplainedByTheMemberAsEnrolled() {
        open(MemberRule.earning("welcome", Occasions.enrollment(), POINTS.points(50))
                .where(enrolledFor(Period.ZERO)));
        Decision decision = shop.submit(Enrollment.of("e", CUSTOMER, noon("2026-01-10")));
        assertThat(decision.earned("points")).isEqualTo(50);
        assertThat(decision.explanation().points("points")).isEqualTo(50);
    }
}
