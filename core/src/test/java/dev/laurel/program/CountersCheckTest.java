package dev.laurel.program;

import static dev.laurel.program.CheckedPrograms.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selectors;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.LineProperties;
import dev.laurel.occasion.Measure;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counters of a program: what is refused of them, and how its texts speak of them. */
@Tag("P1")
@Tag("A10")
class CountersCheckTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final PurchaseCounter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    private static final PurchaseCounter<CountSum> VISITS = PurchaseCounter.purchases("visits");

    private static LoyaltyProgram.Builder asking(Condition... conditions) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                .earn(EarnRule.earning("bonus", Amounts.fixed(5)).where(conditions));
    }

    @Test
    void sumsThatAnyPartAsksForAreKeptOnceEachAndInTheOrderOfTheirIds() {
        LoyaltyProgram program = asking(
                        VISITS.per(Window.EVER).isAtLeast(3),
                        SPEND.per(BoundedWindow.YEAR).isAtLeast(Money.of(USD, 5)))
                .redeem(Reward.costing("mug", 5).where(VISITS.per(Window.EVER).isAtLeast(5)))
                .benefits(Benefit.of("lounge")
                        .where(VISITS.per(BoundedWindow.MONTH).isAtLeast(1)))
                .build();
        assertThat(program.sums())
                .extracting(asked -> asked.sum().id())
                .containsExactly("spend/year", "visits/ever", "visits/month");
    }

    @Test
    void countersOfActivitiesThatTheProgramDoesNotKnowAreRefused() {
        ActivityKind review = new ActivityKind("review");
        CountSum reviews = MemberCounter.activities("reviews", review).per(Window.EVER);
        problems(
                asking(reviews.isAtLeast(1)),
                "counter 'reviews': counts 'review', which is no activity of the program; declare it with activities(…)");
        assertThat(asking(reviews.isAtLeast(1)).activities(review).build().sums())
                .hasSize(1);
        PointTerms inactive =
                PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(9)).countingAlso("review"));
        assertThat(asking(reviews.isAtLeast(1))
                        .points(PointCurrency.of("stars"), inactive)
                        .build()
                        .terms())
                .contains("`reviews` is how often a member has done `review`.");
    }

    @Test
    void twoCountersOfOneIdAreRefused() {
        problems(
                asking(
                        VISITS.per(Window.EVER).isAtLeast(3),
                        VISITS.of(Selectors.category("coffee"))
                                .per(BoundedWindow.YEAR)
                                .isAtLeast(3)),
                "counter 'visits': counts one thing here and another there; give each counter its own id, and name it"
                        + " once");
    }

    @Test
    void countersAreOfMoneyPointsAndTiersOfTheProgram() {
        problems(
                asking(SPEND.per(Window.EVER).isAtLeast(Money.of(Currency.getInstance("EUR"), 5))),
                "rule 'bonus': speaks of EUR, which is not the program's money; give amounts in the program's currency");
        problems(
                asking(MemberCounter.earned("earned", PointCurrency.of("stars"))
                        .per(Window.EVER)
                        .isAtLeast(5)),
                "counter 'earned': counts 'stars', which is no currency of the program; declare it with points(…)");
        problems(
                asking(VISITS.where(Conditions.memberIs(Tier.of("vib")))
                        .per(Window.EVER)
                        .isAtLeast(5)),
                "counter 'visits': asks for tier 'vib', which the program does not have; declare it in a ladder");
    }

    @Test
    void windowsOfSumsHavePositivePeriods() {
        problems(
                asking(VISITS.per(Window.overTheLast(Period.ZERO)).isAtLeast(5)),
                "counter 'visits': counts over the last P0D; give a positive period of at most 1000 years");
    }

    @Test
    void aCounterThatCanNeverCountIsRefused() {
        LocalDate may = LocalDate.of(2026, 5, 1);
        problems(
                asking(VISITS.where(Conditions.during(may, may), Conditions.during(may.plusDays(1), may.plusDays(1)))
                        .per(Window.EVER)
                        .isAtLeast(1)),
                "counter 'visits': can never count anything; mend its selector and conditions, which exclude one another");
    }

    @Test
    @Tag("D6")
    void aMeasureThatDoesNotDescribeItselfIsRefused() {
        record Silent() implements Measure {
            @Override
            public long of(PurchaseFacts facts) {
                return 0;
            }

            @Override
            public String describe() {
                return null;
            }
        }
        problems(
                asking(PurchaseCounter.measuredBy("km", new Silent())
                        .per(Window.EVER)
                        .isAtLeast(1)),
                "counter 'km': has a part that does not describe itself; return words from its describe()");
    }

    @Test
    @Tag("P3")
    void theStableTextSaysWhatEachCounterCounts() {
        String text = asking(
                        SPEND.of(Selectors.category("coffee"))
                                .per(BoundedWindow.YEAR)
                                .isAtLeast(Money.of(USD, 5)),
                        VISITS.per(Window.EVER).isLessThan(1))
                .build()
                .stableText();
        assertThat(text)
                .contains(
                        "counter spend: what is spent, of category coffee\ncounter visits: purchases, of everything\n")
                .contains(
                        "where the member has spent at least USD 5.00 in the calendar year (spend), where the member has"
                                + " made less than 1 purchase in all (visits)");
    }

    @Test
    void theTermsSayWhatIsCountedInPlainWords() {
        Dates may = new Dates(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));
        String terms = asking(
                        SPEND.of(Selectors.category("coffee")).per(may).isAtLeast(Money.of(USD, 5)),
                        VISITS.where(Conditions.memberIsIn("staff"))
                                .per(Window.EVER)
                                .isLessThan(1),
                        PurchaseCounter.quantity("cups")
                                .per(BoundedWindow.MONTH)
                                .isAtLeast(2),
                        PurchaseCounter.purchaseDays("days")
                                .per(BoundedWindow.MONTH)
                                .isAtLeast(2),
                        PurchaseCounter.distinct("kinds", LineProperties.category())
                                .per(BoundedWindow.MONTH)
                                .isAtLeast(2),
                        MemberCounter.earned("earned", PointCurrency.of("points"))
                                .per(BoundedWindow.MONTH)
                                .isAtLeast(2))
                .build()
                .terms();
        assertThat(terms).contains("""
                        ## What is counted

                        - `cups` is how many items a member buys.
                        - `days` is on how many days a member buys something.
                        - `earned` is how many `points` a member has earned.
                        - `kinds` is how many different categories a member buys of.
                        - `spend` is what a member's purchases cost, after discounts and without what earns nothing, counting only items of category coffee.
                        - `visits` is how many purchases a member makes, where the member is in segment staff.

                        Where it is asked how much that is, it is what it was before the purchase that asks. What is returned counts no longer.
                        """);
    }

    private static final Tier GREEN = Tier.of("green");
    private static final Tier GOLD = Tier.of("gold");

    private static String laddered(EarnRule rule) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                .ladders(Ladder.startingAt("status", GREEN)
                        .then(GOLD, VISITS.per(BoundedWindow.YEAR).reaches(9)))
                .earn(rule)
                .build()
                .terms();
    }

    @Test
    @Tag("P3")
    void theTermsSpeakOfWhatWasBeforeAPurchaseOnlyWhereARuleAsks() {
        String tier = "The tier that counts is the one held before the purchase.";
        String sum = "it is what it was before";
        EarnRule rule = EarnRule.earning("bonus", Amounts.fixed(5));
        assertThat(laddered(rule)).doesNotContain(tier, sum);
        assertThat(laddered(rule.where(Conditions.enrolledFor(Period.ofDays(1)))))
                .doesNotContain(tier, sum);
        assertThat(laddered(rule.where(Conditions.memberIs(GOLD))))
                .contains(tier)
                .doesNotContain(sum);
        assertThat(laddered(rule.where(VISITS.per(BoundedWindow.YEAR).isAtLeast(3))))
                .doesNotContain(tier)
                .contains("it is what it was before the purchase that asks.");
        assertThat(laddered(rule.where(
                        SPEND.where(Conditions.memberIs(GOLD)).per(Window.EVER).isAtLeast(Money.of(USD, 5)))))
                .contains(tier);
        assertThat(laddered(rule.where(SPEND.where(VISITS.per(Window.EVER).isAtLeast(2))
                        .per(Window.EVER)
                        .isAtLeast(Money.of(USD, 5)))))
                .contains(sum);
    }

    private static Offer birthday(String id, Condition condition) {
        return Offer.of(id, BirthdayOccasion.onTheDay(), new Item("muffin")).where(condition);
    }

    @Test
    @Tag("P3")
    void theTermsSayBeforeWhatASumIsAsked() {
        Condition regular = VISITS.per(Window.EVER).isAtLeast(3);
        ActivityKind review = new ActivityKind("review");
        CountSum reviews =
                MemberCounter.activities("reviews", review).where(regular).per(Window.EVER);
        LoyaltyProgram.Builder silent = asking().activities(review)
                .benefits(Benefit.of("lounge").where(regular))
                .offers(birthday("birthday", VISITS.per(Window.EVER).isAtLeast(1)));
        assertThat(silent.build().terms()).doesNotContain("it is what it was before");
        assertThat(silent.redeem(Reward.costing("mug", 5).where(regular))
                        .build()
                        .terms())
                .contains("it is what it was before the redemption that asks.");
        assertThat(silent.offers(birthday("other", regular)).build().terms())
                .contains("it is what it was before the redemption or claim that asks.");
        assertThat(silent.earn(EarnRule.earning("more", Amounts.fixed(5)).where(reviews.isAtLeast(1)))
                        .build()
                        .terms())
                .contains("it is what it was before the purchase, activity, redemption or claim that asks.");
    }

    private static EarnRule first(PurchaseCondition... counting) {
        return EarnRule.earning("first", Amounts.fixed(500))
                .where(VISITS.where(counting).per(Window.EVER).isLessThan(1));
    }

    private static List<String> warningsOf(EarnRule rule) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneOffset.UTC)
                .money(USD)
                .excluding(Selectors.category("gift-card"))
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                .earn(rule)
                .build()
                .warnings()
                .stream()
                .map(ProgramProblem::toString)
                .toList();
    }

    @Test
    void aRuleThatKeepsItsPointsWhereItsPurchaseCountsNoMoreIsAWarning() {
        PurchaseCondition large = Conditions.orderOfAtLeast(Money.of(USD, 50));
        String warning =
                "rule 'first': asks for few purchases by counter 'visits', which counts none any more of which a return leaves"
                        + " less than a total, but keeps points of it, so the next can earn them again; take them back with lostBelow(…) of"
                        + " that total, or LOST_ON_ANY_RETURN, if that is not meant";
        assertThat(warningsOf(first(large))).containsExactly(warning);
        assertThat(warningsOf(first(large).returning(TermsOfReturn.KEPT))).containsExactly(warning);
        assertThat(warningsOf(first(large).returning(TermsOfReturn.lostBelow(Money.of(USD, "49.99")))))
                .containsExactly(warning);
        PurchaseCondition tea = Conditions.orderOfAtLeast(Money.of(USD, 50), Selectors.category("tea"));
        assertThat(warningsOf(first(tea).returning(TermsOfReturn.lostBelow(Money.of(USD, 50)))))
                .containsExactly(warning);
    }

    @Test
    void aRuleThatLosesItsPointsWhereItsPurchaseCountsNoMoreIsNoWarning() {
        PurchaseCondition large = Conditions.orderOfAtLeast(Money.of(USD, 50));
        assertThat(warningsOf(first())).isEmpty();
        assertThat(warningsOf(first(Conditions.orderedThrough("web")))).isEmpty();
        assertThat(warningsOf(first(large).returning(TermsOfReturn.lostBelow(Money.of(USD, 50)))))
                .isEmpty();
        assertThat(warningsOf(first(large).returning(TermsOfReturn.LOST_ON_ANY_RETURN)))
                .isEmpty();
        assertThat(warningsOf(EarnRule.earning("third", Amounts.fixed(500))
                        .where(VISITS.where(large).per(Window.EVER).isAtLeast(2))))
                .isEmpty();
        assertThat(warningsOf(EarnRule.earning("new", Amounts.fixed(500))
                        .where(SPEND.where(large).per(Window.EVER).isLessThan(Money.of(USD, 1)))))
                .isEmpty();
    }
}
