package dev.laurel.engine;

import static dev.laurel.condition.Conditions.memberIs;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.decision.Decision;
import dev.laurel.event.Activity;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.TierGrant;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.Occasion;
import dev.laurel.occasion.Occasions;
import dev.laurel.program.Ladder;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows from occasions other than purchases. */
@Tag("A1")
class MemberRulesTest {
    private static final ActivityKind REVIEW = new ActivityKind("review");
    private static final ActivityKind SUBSCRIPTION = new ActivityKind("subscription");
    private static final Tier NONE = Tier.of("none");
    private static final Tier PRIME = Tier.of("prime");
    private static final Ladder MEMBERSHIP =
            Ladder.startingAt("membership", NONE).onlyGranted(PRIME);

    private Shop shop;
    private int events;

    private void open(Rule... rules) {
        shop = new Shop(program(Moment.never())
                .ladders(MEMBERSHIP)
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .earn(rules)
                .build());
    }

    private static MemberRule review(long points) {
        return MemberRule.earning("review", REVIEW, POINTS.points(points));
    }

    @CanIgnoreReturnValue
    private Decision activity(String date, ActivityKind kind) {
        return activity(date, kind, Map.of());
    }

    @CanIgnoreReturnValue
    private Decision activity(String date, ActivityKind kind, Map<String, String> attributes) {
        return shop.submit(new Activity("a" + ++events, CUSTOMER, noon(date), kind.name(), attributes));
    }

    private String prime() {
        return String.valueOf(shop.account().standings().get(0).held().until());
    }

    @Nested
    class OnAnActivity {
        @Test
        void eachActivityEarnsThePointsOfItsRule() {
            open(review(10));
            assertThat(brief(activity("2026-03-01", REVIEW).entries())).containsExactly("EARN 10 review");
            assertThat(brief(activity("2026-03-02", REVIEW).entries())).containsExactly("EARN 10 review");
            shop.verify();
        }

        @Test
        void aRuleOnAnActivityDeclaresItsKind() {
            open(review(10));
            assertThat(shop.engine().program().knowsActivity("review")).isTrue();
            assertThat(shop.refused(Activity.of("x", CUSTOMER, noon("2026-03-01"), "survey"))
                            .code())
                    .isEqualTo("UNKNOWN_ACTIVITY");
        }

        @Test
        void anActivityOfAnotherValueIsAcceptedWithoutEffect() {
            open(MemberRule.earning("annual", SUBSCRIPTION.with("plan", "annual", "two-years"), POINTS.points(50)));
            assertThat(brief(activity("2026-03-01", SUBSCRIPTION, Map.of("plan", "annual"))
                            .entries()))
                    .containsExactly("EARN 50 annual");
            assertThat(brief(activity("2026-03-02", SUBSCRIPTION, Map.of("plan", "two-years"))
                            .entries()))
                    .containsExactly("EARN 50 annual");
            assertThat(activity("2026-03-03", SUBSCRIPTION, Map.of("plan", "weekly"))
                            .entries())
                    .isEmpty();
            assertThat(activity("2026-03-03", SUBSCRIPTION).entries()).isEmpty();
        }

        @Test
        @Tag("A5")
        void usesOfAMonthAreCappedAndCountByTheDateOfTheActivity() {
            open(review(10).capped(UseCap.of(2, BoundedWindow.MONTH)));
            activity("2026-03-01", REVIEW);
            activity("2026-03-31", REVIEW);
            activity("2026-04-01", REVIEW);
            assertThat(activity("2026-03-30", REVIEW).entries()).isEmpty();
            assertThat(brief(activity("2026-04-02", REVIEW).entries())).containsExactly("EARN 10 review");
        }

        @Test
        @Tag("A5")
        void aCapOfPointsTrimsThem() {
            open(review(10).capped(new PointCap(POINTS.points(15), BoundedWindow.MONTH)));
            activity("2026-03-01", REVIEW);
            assertThat(brief(activity("2026-03-02", REVIEW).entries())).containsExactly("EARN 5 review");
            assertThat(activity("2026-03-03", REVIEW).entries()).isEmpty();
        }

        @Test
        @Tag("A5")
        void theCapOfTheProgramTrimsTheHighestIdFirstAndCountsPurchasesToo() {
            shop = new Shop(program(Moment.never())
                    .earn(
                            EarnRule.earning("base", Amounts.proportional(1, usd("1"))),
                            review(10),
                            MemberRule.earning("a-review", REVIEW, POINTS.points(10)))
                    .capped(new PointCap(POINTS.points(35), BoundedWindow.MONTH))
                    .build());
            shop.spend("2026-03-01", "20");
            assertThat(brief(activity("2026-03-02", REVIEW).entries()))
                    .containsExactly("EARN 10 a-review", "EARN 5 review");
            assertThat(shop.spend("2026-03-03", "20").entries()).isEmpty();
        }

        @Test
        @Tag("L4")
        void pointsCountTheirDatesFromTheActivityAndPendUntilTheMomentOfTheRule() {
            open(review(10).availableFrom(Moment.after(Period.ofDays(14))).expiring(Moment.after(Period.ofDays(60))));
            Decision decision = activity("2026-03-01", REVIEW);
            assertThat(decision.entries().get(0).available()).isEqualTo(noon("2026-03-15"));
            assertThat(decision.entries().get(0).expires()).isEqualTo(noon("2026-04-30"));
            assertThat(shop.account().balance("points").pending()).isEqualTo(10);
        }

        @Test
        void conditionsSeeTheMemberAsTheyWereBefore() {
            open(review(10).where(memberIs(NONE)), MemberRule.granting("prime", REVIEW, PRIME, Period.ofMonths(1)));
            assertThat(brief(activity("2026-03-01", REVIEW).entries())).containsExactly("EARN 10 review");
            assertThat(activity("2026-03-02", REVIEW).entries()).isEmpty();
        }

        @Test
        @Tag("A10")
        void whatItEarnsCountsForASumOfEarnedPointsAndCanLiftATier() {
            Counter<CountSum> earned = MemberCounter.earned("earned", POINTS);
            shop = new Shop(program(Moment.never())
                    .ladders(Ladder.startingAt("status", NONE)
                            .then(PRIME, earned.per(BoundedWindow.YEAR).reaches(20)))
                    .earn(review(10))
                    .build());
            assertThat(activity("2026-03-01", REVIEW).tierChanges()).isEmpty();
            assertThat(activity("2026-03-02", REVIEW).tierChanges()).hasSize(1);
        }
    }

    @Nested
    class OnAnEnrollment {
        private final Occasion enrollment = Occasions.enrollment();

        @Test
        void anEnrollmentEarnsOnceEvenIfItComesAfterPurchases() {
            open(MemberRule.earning("welcome", enrollment, POINTS.points(100)));
            shop.spend("2026-01-01", "5");
            assertThat(brief(shop.submit(Enrollment.of("e", CUSTOMER, noon("2026-01-02")))
                            .entries()))
                    .containsExactly("EARN 100 welcome");
            assertThat(shop.refused(Enrollment.of("e2", CUSTOMER, noon("2026-01-03")))
                            .code())
                    .isEqualTo("ALREADY_ENROLLED");
        }

        @Test
        @Tag("E6")
        void whoeverIsBroughtOverAsEnrolledGetsNothingForIt() {
            open(MemberRule.earning("welcome", enrollment, POINTS.points(100)));
            shop.submit(Opening.of("o", CUSTOMER, noon("2026-01-02"))
                    .dated(OpeningDates.NONE.withEnrolled(noon("2025-01-01"))));
            assertThat(shop.entries()).isEmpty();
        }

        @Test
        void aTierIsGrantedUntilAMoment() {
            open(MemberRule.granting("trial", enrollment, PRIME, Moment.endOf(BoundedWindow.MONTH)));
            shop.submit(Enrollment.of("e", CUSTOMER, noon("2026-01-10")));
            assertThat(prime()).isEqualTo(startOf("2026-02-01").toString());
        }
    }

    @Nested
    @Tag("Q6")
    class Grants {
        private void open() {
            MemberRulesTest.this.open(
                    MemberRule.granting("monthly", SUBSCRIPTION.with("plan", "monthly"), PRIME, Period.ofMonths(1)),
                    MemberRule.granting("annual", SUBSCRIPTION.with("plan", "annual"), PRIME, Period.ofYears(1)));
        }

        private void subscribe(String date, String plan) {
            activity(date, SUBSCRIPTION, Map.of("plan", plan));
        }

        @Test
        void aPeriodIsAddedToTheEndOfTheGrantThatRuns() {
            open();
            subscribe("2026-01-10", "monthly");
            assertThat(prime()).isEqualTo(noon("2026-02-10").toString());
            subscribe("2026-02-01", "annual");
            assertThat(prime()).isEqualTo(noon("2027-02-10").toString());
        }

        @Test
        void aPeriodBeginsWithTheActivityWhereNoGrantRuns() {
            open();
            subscribe("2026-01-10", "monthly");
            subscribe("2026-03-01", "monthly");
            assertThat(prime()).isEqualTo(noon("2026-04-01").toString());
        }

        @Test
        void aRuleNeverShortensAGrant() {
            MemberRulesTest.this.open(
                    MemberRule.granting("trial", Occasions.enrollment(), PRIME, Moment.endOf(BoundedWindow.MONTH)));
            shop.submit(new TierGrant("g", CUSTOMER, noon("2026-01-01"), "prime", noon("2026-06-01")));
            shop.submit(Enrollment.of("e", CUSTOMER, noon("2026-01-10")));
            assertThat(prime()).isEqualTo(noon("2026-06-01").toString());
        }

        @Test
        @Tag("D4")
        @Tag("L6")
        void pointsThatALeftTierSuspendedBeyondTheirDateAreGoneWithTheGrantOfAHigherOne() {
            Tier top = Tier.of("top");
            Dates january = new Dates(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-31"));
            shop = new Shop(program(PointTerms.expiring(Moment.endOf(january)).suspendedFor(PRIME))
                    .ladders(Ladder.startingAt("membership", NONE)
                            .onlyGranted(PRIME)
                            .onlyGranted(top))
                    .earn(
                            EarnRule.earning("base", Amounts.proportional(1, usd("1"))),
                            MemberRule.granting("top", SUBSCRIPTION, top, Period.ofMonths(1)))
                    .build());
            shop.spend("2026-01-01", "100");
            shop.submit(new TierGrant("g", CUSTOMER, noon("2026-01-02"), "prime", noon("2026-06-01")));
            activity("2026-03-01", SUBSCRIPTION);
            assertThat(shop.account().balance("points").available()).isZero();
            assertThat(brief(shop.entries())).contains("EXPIRE -100");
            shop.verify();
        }

        @Test
        @Tag("A5")
        void grantsAreCappedByUses() {
            MemberRulesTest.this.open(MemberRule.granting("monthly", SUBSCRIPTION, PRIME, Period.ofMonths(1))
                    .capped(UseCap.of(1, BoundedWindow.YEAR)));
            subscribe("2026-01-10", "x");
            subscribe("2026-01-11", "x");
            assertThat(prime()).isEqualTo(noon("2026-02-10").toString());
        }
    }
}
