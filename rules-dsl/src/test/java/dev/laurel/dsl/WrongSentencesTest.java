package dev.laurel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is wrong or unfinished does not compile, and the compiler says why in the words of the language. */
class WrongSentencesTest {
    private static void refused(String sentence, String error) {
        assertThat(Compilation.ofSentence(sentence).errors()).containsExactly(error);
    }

    private static void right(String sentence) {
        assertThat(Compilation.ofSentence(sentence).messages()).isEmpty();
    }

    @Test
    void aRightSentenceCompiles() {
        assertThat(Compilation.ofSentence("LoyaltyProgram right = START.earn(BASE).build()")
                        .messages())
                .isEmpty();
    }

    @Nested
    class Programs {
        @Test
        void programsNeedAZone() {
            refused(
                    "program(\"beauty\", \"2026.1\").money(USD)",
                    "cannot find symbol symbol: method money(Currency) location: interface ProgramZone");
        }

        @Test
        void programsNeedMoney() {
            refused(
                    "program(\"beauty\", \"2026.1\").zone(ZoneId.of(\"UTC\")).points(POINTS, expiring(never()))",
                    "cannot find symbol symbol: method points(PointCurrency,PointTerms) location: interface "
                            + "ProgramMoney");
        }

        @Test
        void programsNeedPoints() {
            refused(
                    "program(\"beauty\", \"2026.1\").zone(ZoneId.of(\"UTC\")).money(USD).earn(BASE)",
                    "cannot find symbol symbol: method earn(EarnRule) location: interface ProgramPoints");
        }

        @Test
        void programsEarnByAtLeastOneRule() {
            refused(
                    "START.earn()",
                    "method earn in interface ProgramParts cannot be applied to given types; "
                            + "required: Rule,Rule[] found: no arguments reason: actual and formal argument "
                            + "lists differ in length");
        }

        @Test
        void programsEndWithBuild() {
            refused(
                    "LoyaltyProgram program = START.earn(BASE)",
                    "incompatible types: ProgramParts cannot be converted to LoyaltyProgram");
        }

        @Test
        void programsSayWhenPointsExpire() {
            refused(
                    "START.points(STAMPS)",
                    "method points in interface ProgramParts cannot be applied to given types; required: "
                            + "PointCurrency,PointTerms found: PointCurrency reason: actual and formal argument lists "
                            + "differ in length");
            refused("START.points(STAMPS, never())", "incompatible types: Moment cannot be converted to PointTerms");
        }

        @Test
        void programsTakeAZoneAndNotItsName() {
            refused(
                    "program(\"beauty\", \"2026.1\").zone(\"UTC\")",
                    "incompatible types: String cannot be converted to ZoneId");
        }

        @Test
        void programsTakePeriodsAndNotNumbers() {
            refused("START.lateLimit(30)", "incompatible types: int cannot be converted to Period");
        }
    }

    @Nested
    class Rules {
        @Test
        void rulesSayWhatTheyLookAt() {
            refused(
                    "rule(\"base\").earns(POINTS.points(1))",
                    "cannot find symbol symbol: method earns(Points) location: interface RuleStart");
        }

        @Test
        void rulesSayWhatTheyDo() {
            refused(
                    "START.earn(rule(\"base\").onPurchase().of(category(\"drink\")))",
                    "incompatible types: RuleTerms cannot be converted to Rule");
        }

        @Test
        void rulesAreNotNamedByTheirId() {
            refused("START.earn(\"base\")", "incompatible types: String cannot be converted to Rule");
        }

        @Test
        void rulesAreNotNumbers() {
            refused("START.earn(1)", "incompatible types: int cannot be converted to Rule");
        }

        @Test
        void rulesAreNotRewards() {
            refused(
                    "START.earn(reward(\"mug\").costing(POINTS.points(300)).gives(item(\"mug\")))",
                    "incompatible types: Reward cannot be converted to Rule");
        }

        @Test
        void rulesEarnPointsAndNotNumbers() {
            refused("rule(\"base\").onPurchase().earns(1)", "no suitable method found for earns(int)");
        }

        @Test
        void rulesEarnPointsAndNotMoney() {
            refused("rule(\"base\").onPurchase().earns(usd(1))", "no suitable method found for earns(Money)");
        }

        @Test
        void rulesSayOfWhichLinesOnce() {
            refused(
                    "rule(\"base\").onPurchase().of(category(\"a\")).of(category(\"b\"))",
                    "cannot find symbol symbol: method of(Selector) location: interface RuleTerms");
        }
    }

    @Nested
    class Caps {
        private static final String MUG = "reward(\"mug\").costing(POINTS.points(300)).gives(item(\"mug\"))";

        @Test
        void capsOfUsesSayInWhatTime() {
            right("BASE.capped(atMost(3).usesPer(MONTH))");
            refused(
                    "BASE.capped(atMost(3))",
                    "method capped in record EarnRule cannot be applied to given types; required: Cap[] "
                            + "found: UseLimit reason: varargs mismatch; UseLimit cannot be converted to Cap");
            right("START.capped(atMost(3).usesPer(MONTH))");
            refused("START.capped(atMost(3))", "incompatible types: UseLimit cannot be converted to Cap");
        }

        @Test
        void capsOfPointsSayOfWhichPoints() {
            right("BASE.capped(atMost(POINTS.points(100)).per(MONTH))");
            refused(
                    "BASE.capped(atMost(100).per(MONTH))",
                    "cannot find symbol symbol: method per(BoundedWindow) location: interface UseLimit");
            right("START.capped(atMost(POINTS.points(100)))");
            refused(
                    "START.capped(atMost(100).per(MONTH))",
                    "cannot find symbol symbol: method per(BoundedWindow) location: interface UseLimit");
        }

        @Test
        void capsOfARewardAreNotOfPoints() {
            right(MUG + ".capped(atMost(5).usesPer(MONTH))");
            refused(
                    MUG + ".capped(atMost(POINTS.points(5)).per(MONTH))",
                    "method capped in record Reward cannot be applied to given types; required: UseCap[] "
                            + "found: PointCap reason: varargs mismatch; PointCap cannot be converted to UseCap");
        }

        @Test
        void capsAreInAWindowAndNotForAPeriod() {
            right("BASE.capped(atMost(POINTS.points(100)).per(overTheLast(months(1))))");
            refused(
                    "BASE.capped(atMost(POINTS.points(100)).per(months(1)))",
                    "incompatible types: Period cannot be converted to Window");
        }
    }

    @Nested
    class Steps {
        private static final String STEPS = "steps(usd(50), POINTS.points(5)).then(usd(100), POINTS.points(9))";

        @Test
        void stepsDoNotChangeFromMoneyToACount() {
            right(STEPS);
            refused(
                    "steps(usd(50), POINTS.points(5)).then(100, POINTS.points(9))",
                    "no suitable method found for then(int,Points)");
        }

        @Test
        void stepsBeginAtMoneyAndGivePoints() {
            refused("steps(50, POINTS.points(5))", "no suitable method found for steps(int,Points)");
            refused("steps(usd(50), 5)", "no suitable method found for steps(Money,int)");
        }
    }

    @Nested
    class PaidParts {
        private static final String PART = "rule(\"r\").onPurchase().partPaidBy(\"card\")";

        @Test
        void partsThatAMethodPaidEarnNoFixedPointsAndMultiplyNothing() {
            right(PART + ".earns(POINTS.points(1).per(usd(1)))");
            refused(PART + ".earns(POINTS.points(5))", "no suitable method found for earns(Points)");
            refused(
                    PART + ".multiplies(BASE).by(\"2\")",
                    "cannot find symbol symbol: method multiplies(EarnRule) location: interface PaidPartTerms");
        }
    }

    @Nested
    class Multipliers {
        private static final String TWICE = "rule(\"r\").onPurchase().multiplies(BASE).by(\"2\")";

        @Test
        void multipliersMultiplyARuleThatEarns() {
            right(TWICE);
            refused(
                    "rule(\"r\").onPurchase().multiplies(\"base\").by(\"2\")",
                    "incompatible types: String cannot be converted to EarnRule");
            refused(
                    "rule(\"m\").onPurchase().multiplies(" + TWICE + ").by(\"2\")",
                    "incompatible types: Multiplier cannot be converted to EarnRule");
            refused(
                    "rule(\"r\").onPurchase().multiplies(offer(\"gift\").on(birthday()).openInItsMonth().gives(item(\"mug\"))).by(\"2\")",
                    "incompatible types: Offer cannot be converted to EarnRule");
        }

        @Test
        void multipliersSayByWhat() {
            right("START.earn(" + TWICE + ")");
            refused(
                    "START.earn(rule(\"r\").onPurchase().multiplies(BASE))",
                    "incompatible types: Factor cannot be converted to Rule");
        }

        @Test
        void multipliersMultiplyByNoBinaryFraction() {
            right("rule(\"r\").onPurchase().multiplies(BASE).by(\"1.25\")");
            refused("rule(\"r\").onPurchase().multiplies(BASE).by(1.25)", "no suitable method found for by(double)");
        }

        @Test
        void multipliersAreRoundedWithTheirRule() {
            right("rule(\"r\").onPurchase().earns(POINTS.points(1)).rounded(Rounding.UP, RoundingStep.PER_PURCHASE)");
            refused(
                    TWICE + ".rounded(Rounding.UP, RoundingStep.PER_PURCHASE)",
                    "cannot find symbol symbol: method rounded(Rounding,RoundingStep) location: class Multiplier");
            refused(
                    "rule(\"r\").onPurchase().multiplies(BASE).rounded(Rounding.UP).by(\"2\")",
                    "cannot find symbol symbol: method rounded(Rounding) location: interface Factor");
            right("rule(\"r\").onPurchase().multipliesRounded(BASE).rounded(Rounding.UP).by(\"2\")");
        }

        @Test
        void multipliersHaveNoTermsThatTheirRuleHas() {
            right(TWICE + ".capped(atMost(POINTS.points(5)).per(MONTH)).because(\"Twice the points\")");
            refused(
                    TWICE + ".awarding(POINTS)",
                    "cannot find symbol symbol: method awarding(PointCurrency) location: class Multiplier");
            refused(
                    TWICE + ".combining(Combination.COMPOUND)",
                    "cannot find symbol symbol: method combining(Combination) location: class Multiplier");
            refused(
                    TWICE + ".returning(TermsOfReturn.KEPT)",
                    "cannot find symbol symbol: method returning(TermsOfReturn) location: class Multiplier");
            refused(
                    TWICE + ".availableFrom(after(days(1)))",
                    "cannot find symbol symbol: method availableFrom(Moment) location: class Multiplier");
            refused(
                    TWICE + ".expiring(after(days(1)))",
                    "cannot find symbol symbol: method expiring(Moment) location: class Multiplier");
        }
    }

    @Nested
    class Conditions {
        @Test
        void conditionsAreNotMissingAfterWhere() {
            refused(
                    "rule(\"base\").onPurchase().where().earns(POINTS.points(1))",
                    "method where in interface RuleTerms cannot be applied to given types; required: "
                            + "PurchaseCondition,PurchaseCondition[] found: no arguments reason: actual and formal "
                            + "argument lists differ in length");
        }

        @Test
        void conditionsAskForATierAndNotItsId() {
            refused("memberIs(\"vib\")", "incompatible types: String cannot be converted to Tier");
        }

        @Test
        void conditionsAskForMoneyAndNotText() {
            refused("orderOfAtLeast(\"10\")", "incompatible types: String cannot be converted to Money");
        }

        @Test
        void conditionsAreNotSelectors() {
            refused(
                    "rule(\"base\").onPurchase().of(memberIs(VIB))",
                    "incompatible types: Condition cannot be converted to Selector");
        }

        @Test
        void conditionsCannotBeReplacedBySelectors() {
            refused(
                    "rule(\"base\").onPurchase().where(category(\"drink\"))",
                    "incompatible types: Selector cannot be converted to PurchaseCondition");
        }

        @Test
        void conditionsAreNotCombinedByABareOr() {
            refused(
                    "memberIs(VIB).or(memberIs(ROUGE))",
                    "cannot find symbol symbol: method or(Condition) location: interface Condition");
        }

        @Test
        void selectorsAreNotCombinedByABareOr() {
            refused(
                    "category(\"drink\").or(category(\"food\"))",
                    "cannot find symbol symbol: method or(Selector) location: interface Selector");
        }

        @Test
        void conditionsDoNotMixWithSelectors() {
            refused("all(category(\"drink\"), memberIs(VIB))", "no suitable method found for all(Selector,Condition)");
        }

        @Test
        void conditionsAreNotAllOfNothing() {
            refused(
                    "all()",
                    "reference to all is ambiguous both method all(PurchaseCondition...) in Laurel and "
                            + "method all(Selector...) in Laurel match");
        }

        @Test
        void conditionsOfAGiftNeedNoPurchase() {
            refused(
                    "offer(\"early\").on(birthday()).openInItsMonth().where(all(memberIs(VIB), orderOfAtLeast(usd(10))))",
                    "incompatible types: PurchaseCondition cannot be converted to Condition");
        }
    }

    @Nested
    class Times {
        @Test
        void windowsThatAreRollingHaveNoEnd() {
            refused(
                    "endOf(overTheLast(months(12)))",
                    "incompatible types: Window cannot be converted to BoundedWindow");
            refused(
                    "startOf(overTheLast(months(12)), days(1))",
                    "incompatible types: Window cannot be converted to BoundedWindow");
        }

        @Test
        void windowsThatNeverEndHaveNoEnd() {
            refused("BASE.expiring(endOf(EVER))", "incompatible types: Window cannot be converted to BoundedWindow");
        }

        @Test
        void windowsOfAPeriodSayFromWhen() {
            refused(
                    "BASE.capped(atMost(5).usesPer(every(months(2))))",
                    "incompatible types: Every cannot be converted to Window");
            refused(
                    "reward(\"mug\").costing(POINTS.points(300)).gives(item(\"mug\")).capped(atMost(1).usesPer(every(weeks(2))))",
                    "incompatible types: Every cannot be converted to Window");
        }

        @Test
        void momentsAreNoOccasions() {
            refused("BASE.expiring(birthday())", "incompatible types: BirthdayOccasion cannot be converted to Expiry");
        }

        @Test
        void occasionsAreNoMomentsNorMomentsOccasions() {
            right("rule(\"r\").on(SPEND.per(MONTH).each(usd(100))).earns(POINTS.points(1))");
            refused(
                    "rule(\"r\").on(after(days(3))).earns(POINTS.points(1))",
                    "incompatible types: Moment cannot be converted to Occasion");
        }

        @Test
        void momentsUntilWhichATierIsKeptAreNoInactivity() {
            right("ladder(\"status\").startingAt(INSIDER).onlyGranted(VIB).kept(after(months(6)))");
            refused(
                    "ladder(\"status\").startingAt(INSIDER).onlyGranted(VIB).kept(inactiveFor(months(6)))",
                    "incompatible types: Inactivity cannot be converted to Moment");
        }

        @Test
        void momentsFromWhichPointsCanBeUsedAreNoInactivity() {
            refused(
                    "BASE.availableFrom(inactiveFor(months(6)))",
                    "incompatible types: Inactivity cannot be converted to Moment");
        }
    }

    @Nested
    class Counters {
        @Test
        void countersSayWhatTheyCount() {
            refused(
                    "counter(\"visits\").per(YEAR)",
                    "cannot find symbol symbol: method per(BoundedWindow) location: interface CounterStart");
            right("counter(\"visits\").purchases().per(YEAR)");
        }

        @Test
        void numbersAreNotComparedWithMoney() {
            refused(
                    "counter(\"visits\").purchases().per(YEAR).isAtLeast(usd(5))",
                    "incompatible types: Money cannot be converted to long");
            right("counter(\"visits\").purchases().per(YEAR).isAtLeast(5)");
        }

        @Test
        void moneyIsNotComparedWithANumber() {
            refused(
                    "counter(\"spend\").spend().per(YEAR).isLessThan(350)",
                    "incompatible types: int cannot be converted to Money");
            right("counter(\"spend\").spend().per(YEAR).isLessThan(usd(350))");
        }

        @Test
        void whatIsAskedIsASumAndNotItsCounter() {
            refused(
                    "rule(\"r\").onPurchase().where(counter(\"visits\").purchases().isLessThan(1)).earns(POINTS.points(1))",
                    "cannot find symbol symbol: method isLessThan(int) location: class PurchaseCounter<CountSum>");
            right(
                    "rule(\"r\").onPurchase().where(counter(\"visits\").purchases().per(EVER).isLessThan(1)).earns(POINTS.points(1))");
        }

        @Test
        void countersOfPointsHaveNoLines() {
            refused(
                    "counter(\"earned\").earned(POINTS).of(category(\"coffee\"))",
                    "cannot find symbol symbol: method of(Selector) location: class MemberCounter<CountSum>");
            right("counter(\"cups\").quantity().of(category(\"coffee\"))");
        }

        @Test
        void countersOfActivitiesHaveNoLines() {
            refused(
                    "counter(\"c\").activities(REVIEW).of(category(\"a\"))",
                    "cannot find symbol symbol: method of(Selector) location: class MemberCounter<CountSum>");
            right("counter(\"c\").activities(REVIEW).where(memberIs(VIB))");
        }

        @Test
        void activitiesAreNotNamedByAText() {
            refused(
                    "counter(\"c\").activities(\"review\")",
                    "incompatible types: String cannot be converted to ActivityKind");
            refused("START.activities(\"review\")", "incompatible types: String cannot be converted to ActivityKind");
            right("START.activities(REVIEW)");
        }

        @Test
        void countersOfPointsAskNothingOfAnOrder() {
            refused(
                    "counter(\"earned\").earned(POINTS).where(orderOfAtLeast(usd(5)))",
                    "method where in class MemberCounter<S> cannot be applied to given types; required: Condition[] "
                            + "found: PurchaseCondition reason: varargs mismatch; "
                            + "PurchaseCondition cannot be converted to Condition");
            right("counter(\"earned\").earned(POINTS).where(memberIs(VIB))");
        }

        @Test
        void whatIsAskedOfAnEventIsAConditionAndNotAGoal() {
            right("rule(\"r\").onPurchase().where(SPEND.per(YEAR).isAtLeast(usd(350))).earns(POINTS.points(1))");
            refused(
                    "rule(\"r\").onPurchase().where(SPEND.per(YEAR).reaches(usd(350))).earns(POINTS.points(1))",
                    "incompatible types: SumGoal cannot be converted to PurchaseCondition");
            refused(
                    "rule(\"r\").onPurchase().where(all(SPEND.per(YEAR).reaches(usd(350)))).earns(POINTS.points(1))",
                    "incompatible types: Goal cannot be converted to PurchaseCondition");
        }

        @Test
        void rulesAreOnOneGoalAndNotOnSeveral() {
            right("rule(\"r\").on(SPEND.per(YEAR).reaches(usd(5))).earns(POINTS.points(1))");
            refused(
                    "rule(\"r\").on(all(SPEND.per(YEAR).reaches(usd(5)), PURCHASES.per(YEAR).reaches(5))).earns(POINTS.points(1))",
                    "incompatible types: Goal cannot be converted to Occasion");
        }

        @Test
        void tiersAreNotReachedByWindowsInARow() {
            right("rule(\"r\").on(PURCHASES.per(WEEK).reaches(1).inARow(4)).earns(POINTS.points(1))");
            refused(
                    "ladder(\"l\").startingAt(INSIDER).then(VIB, PURCHASES.per(WEEK).reaches(1).inARow(4))",
                    "incompatible types: SumRun cannot be converted to Goal");
        }

        @Test
        void tiersThatAreReachedAreNotNamedByTheirId() {
            right("rule(\"r\").on(reaching(VIB)).earns(POINTS.points(1))");
            refused(
                    "rule(\"r\").on(reaching(\"vib\")).earns(POINTS.points(1))",
                    "incompatible types: String cannot be converted to Tier");
        }

        @Test
        void numbersInARulesConditionAreNotComparedWithMoney() {
            right("rule(\"r\").onPurchase().where(PURCHASES.per(YEAR).isAtLeast(5)).earns(POINTS.points(1))");
            refused(
                    "rule(\"r\").onPurchase().where(PURCHASES.per(YEAR).isAtLeast(usd(5))).earns(POINTS.points(1))",
                    "incompatible types: Money cannot be converted to long");
        }

        @Test
        void gridsHaveAStart() {
            refused(
                    "counter(\"spend\").spend().per(every(months(2)))",
                    "incompatible types: Every cannot be converted to Window");
            right("counter(\"spend\").spend().per(every(months(2)).startingOn(\"2026-01-01\"))");
        }
    }
}
