package dev.laurel.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selectors;
import dev.laurel.condition.StoreFacts;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counters and their sums as values. */
@Tag("A10")
class CountersTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final PointCurrency STARS = PointCurrency.of("stars");
    private static final PurchaseCounter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    private static final PurchaseCounter<CountSum> VISITS = PurchaseCounter.purchases("visits");
    private static final MemberCounter<CountSum> EARNED = MemberCounter.earned("earned", STARS);

    @Test
    void countersAreEqualIfTheyCountTheSameUnderOneId() {
        Measure measure = facts -> 1;
        new EqualsTester()
                .addEqualityGroup(SPEND, PurchaseCounter.spend("spend"))
                .addEqualityGroup(PurchaseCounter.spend("other"))
                .addEqualityGroup(PurchaseCounter.purchases("spend"))
                .addEqualityGroup(PurchaseCounter.quantity("spend"))
                .addEqualityGroup(PurchaseCounter.purchaseDays("spend"))
                .addEqualityGroup(
                        PurchaseCounter.distinct("spend", LineProperties.attribute("cabin")),
                        PurchaseCounter.distinct("spend", LineProperties.attribute("cabin")))
                .addEqualityGroup(PurchaseCounter.distinct("spend", LineProperties.category()))
                .addEqualityGroup(
                        PurchaseCounter.measuredBy("spend", measure), PurchaseCounter.measuredBy("spend", measure))
                .addEqualityGroup(SPEND.of(Selectors.category("coffee")), SPEND.of(Selectors.category("coffee")))
                .addEqualityGroup(SPEND.where(Conditions.orderedThrough("web")))
                .addEqualityGroup(MemberCounter.earned("spend", STARS))
                .addEqualityGroup(EARNED, MemberCounter.earned("earned", STARS))
                .addEqualityGroup(MemberCounter.earned("earned", PointCurrency.of("miles")))
                .addEqualityGroup(
                        MemberCounter.activities("earned", new ActivityKind("review")),
                        MemberCounter.activities("earned", new ActivityKind("review")))
                .addEqualityGroup(MemberCounter.activities("earned", new ActivityKind("walk")))
                .addEqualityGroup(EARNED.where(Conditions.memberIsIn("staff")))
                .testEquals();
    }

    @Test
    void sumsAreEqualIfCounterAndWindowAre() {
        new EqualsTester()
                .addEqualityGroup(
                        SPEND.per(BoundedWindow.YEAR),
                        PurchaseCounter.spend("spend").per(BoundedWindow.YEAR))
                .addEqualityGroup(SPEND.per(BoundedWindow.MONTH))
                .addEqualityGroup(PurchaseCounter.purchases("spend").per(BoundedWindow.YEAR))
                .testEquals();
    }

    @Test
    void sumsHaveTheIdOfTheirCounterAndTheirWindow() {
        assertThat(SPEND.per(BoundedWindow.YEAR).id()).isEqualTo("spend/year");
        assertThat(SPEND.per(BoundedWindow.WEEK).id()).isEqualTo("spend/week");
        assertThat(SPEND.per(Window.EVER).id()).isEqualTo("spend/ever");
        assertThat(SPEND.per(Window.SINCE_ENROLLMENT).id()).isEqualTo("spend/since-enrollment");
        assertThat(EARNED.per(Window.overTheLast(Period.ofMonths(12))).id()).isEqualTo("earned/in-any-p12m");
    }

    @Test
    void countersAndConditionsSayWhatTheyAre() {
        assertThat(VISITS.of(Selectors.category("coffee"))
                        .where(Conditions.orderedThrough("store"))
                        .describe())
                .isEqualTo("visits: purchases, of category coffee, where the order is placed through store");
        assertThat(EARNED.where(Conditions.memberIsIn("staff")).describe())
                .isEqualTo("earned: stars earned, where the member is in segment staff");
        assertThat(SPEND.per(BoundedWindow.YEAR).isAtLeast(Money.of(USD, "350")).describe())
                .isEqualTo("the member has spent at least USD 350.00 in the calendar year (spend)");
        assertThat(PurchaseCounter.distinct("kinds", LineProperties.category()).describe())
                .isEqualTo("kinds: different categories, of everything");
        assertThat(PurchaseCounter.distinct("cabins", LineProperties.attribute("cabin"))
                        .describe())
                .isEqualTo("cabins: different values of attribute cabin, of everything");
        assertThat(PurchaseCounter.purchaseDays("days").describe())
                .isEqualTo("days: days with a purchase, of everything");
    }

    private static String inWindow(Window window) {
        return VISITS.per(window).reaches(3).describe();
    }

    @Test
    @Tag("P3")
    void sumsSayTheirWindowsInWords() {
        LocalDate start = LocalDate.of(2026, 1, 5);
        assertThat(inWindow(BoundedWindow.DAY)).isEqualTo("at least 3 purchases on the day (visits)");
        assertThat(inWindow(BoundedWindow.WEEK)).isEqualTo("at least 3 purchases in the calendar week (visits)");
        assertThat(inWindow(BoundedWindow.MONTH)).isEqualTo("at least 3 purchases in the calendar month (visits)");
        assertThat(inWindow(BoundedWindow.QUARTER)).isEqualTo("at least 3 purchases in the calendar quarter (visits)");
        assertThat(inWindow(BoundedWindow.YEAR)).isEqualTo("at least 3 purchases in the calendar year (visits)");
        assertThat(inWindow(BoundedWindow.MEMBERSHIP_YEAR))
                .isEqualTo("at least 3 purchases in the membership year (visits)");
        assertThat(inWindow(BoundedWindow.every(Period.ofWeeks(2), start)))
                .isEqualTo("at least 3 purchases in the period of 14 days counted from 2026-01-05 (visits)");
        assertThat(inWindow(Window.overTheLast(Period.ofMonths(12))))
                .isEqualTo("at least 3 purchases over the last 12 months (visits)");
        assertThat(inWindow(Window.EVER)).isEqualTo("at least 3 purchases in all (visits)");
        assertThat(inWindow(Window.SINCE_ENROLLMENT)).isEqualTo("at least 3 purchases since enrollment (visits)");
        assertThat(inWindow(new Dates(start, start.plusDays(1))))
                .isEqualTo("at least 3 purchases from 2026-01-05 to 2026-01-06 (visits)");
        assertThat(inWindow(new Dates(start, null))).isEqualTo("at least 3 purchases from 2026-01-05 on (visits)");
        assertThat(inWindow(new Dates(null, start))).isEqualTo("at least 3 purchases until 2026-01-05 (visits)");
        assertThat(inWindow(Dates.ALWAYS)).isEqualTo("at least 3 purchases on any date (visits)");
    }

    /** A condition, its goal and what is found, each of one and of more. */
    private static void says(CountSum sum, String ofOne, String goalOfOne, String ofMore, String goalOfMore) {
        assertThat(sum.isAtLeast(1).describe()).isEqualTo(ofOne);
        assertThat(sum.reaches(1).leastInWords()).isEqualTo(goalOfOne);
        assertThat(sum.isLessThan(3).describe()).isEqualTo(ofMore);
        assertThat(sum.reaches(3).leastInWords()).isEqualTo(goalOfMore);
        assertThat(goalOfMore).isEqualTo("3 " + sum.describe());
        assertThat(goalOfOne).startsWith(sum.inWords(1));
        assertThat(goalOfMore).startsWith(sum.inWords(3));
    }

    @Test
    @Tag("P3")
    void sumsSayWhatIsCountedInWords() {
        record Walked() implements Measure {
            @Override
            public long of(PurchaseFacts facts) {
                return 1;
            }

            @Override
            public String describe() {
                return "kilometres";
            }
        }
        MoneySum spend = SPEND.per(Window.EVER);
        assertThat(spend.isLessThan(Money.of(USD, 1)).describe())
                .isEqualTo("the member has spent less than USD 1.00 in all (spend)");
        assertThat(spend.reaches(Money.of(USD, 1)).leastInWords()).isEqualTo("USD 1.00 spent in all (spend)");
        assertThat(spend.inWords(Money.of(USD, "0.5"))).isEqualTo("USD 0.50 spent in all");
        assertThat(spend.describe()).isEqualTo("spent in all (spend)");
        says(
                VISITS.per(Window.EVER),
                "the member has made at least 1 purchase in all (visits)",
                "1 purchase in all (visits)",
                "the member has made less than 3 purchases in all (visits)",
                "3 purchases in all (visits)");
        says(
                PurchaseCounter.quantity("cups").per(Window.EVER),
                "the member has bought at least 1 item in all (cups)",
                "1 item bought in all (cups)",
                "the member has bought less than 3 items in all (cups)",
                "3 items bought in all (cups)");
        says(
                PurchaseCounter.purchaseDays("days").per(Window.EVER),
                "the member has had at least 1 day with a purchase in all (days)",
                "1 day with a purchase in all (days)",
                "the member has had less than 3 days with a purchase in all (days)",
                "3 days with a purchase in all (days)");
        says(
                PurchaseCounter.distinct("kinds", LineProperties.category()).per(Window.EVER),
                "the member has at least 1 of the categories among purchases in all (kinds)",
                "1 of the categories among purchases in all (kinds)",
                "the member has less than 3 different categories among purchases in all (kinds)",
                "3 different categories among purchases in all (kinds)");
        says(
                PurchaseCounter.measuredBy("walked", new Walked()).per(Window.EVER),
                "the member has at least 1 kilometres in all (walked)",
                "1 kilometres in all (walked)",
                "the member has less than 3 kilometres in all (walked)",
                "3 kilometres in all (walked)");
        says(
                EARNED.per(Window.EVER),
                "the member has earned at least 1 stars in all (earned)",
                "1 stars earned in all (earned)",
                "the member has earned less than 3 stars in all (earned)",
                "3 stars earned in all (earned)");
        says(
                MemberCounter.activities("reviews", new ActivityKind("review")).per(Window.EVER),
                "the member has done at least 1 'review' activity in all (reviews)",
                "1 'review' activity in all (reviews)",
                "the member has done less than 3 'review' activities in all (reviews)",
                "3 'review' activities in all (reviews)");
        assertThat(PurchaseCounter.quantity("cups").per(Window.EVER).inWords(Quantity.of("0.5")))
                .isEqualTo("0.5 items bought in all");
    }

    @Test
    void goalsTellMoneyFromNumbers() {
        SumGoal spend = SPEND.per(Window.EVER).reaches(Money.of(USD, 350));
        assertThat(spend.money()).contains(Money.of(USD, 350));
        assertThat(spend.number()).isEmpty();
        SumGoal cups = PurchaseCounter.quantity("cups").per(Window.EVER).reaches(3);
        assertThat(cups.money()).isEmpty();
        assertThat(cups.number()).hasValue(3);
        assertThat(PurchaseCounter.quantity("cups").per(Window.EVER).isQuantity())
                .isTrue();
        assertThat(VISITS.per(Window.EVER).isQuantity()).isFalse();
    }

    @Test
    void conditionsMentionTheirSumAsFarAsTheyAskForItAndTheCounterMentionsTheRest() {
        Condition isRegular = VISITS.per(Window.EVER).isAtLeast(5);
        PurchaseCounter<MoneySum> counter = SPEND.where(isRegular, Conditions.memberIs(StoreFacts.VIB));
        Condition condition = counter.per(BoundedWindow.YEAR).isLessThan(Money.of(USD, 5));
        assertThat(condition.mentions().questions())
                .containsExactly(counter.per(BoundedWindow.YEAR).upTo(5_000_000));
        assertThat(condition.mentions().currencies()).containsExactly(USD);
        assertThat(counter.mentions().questions())
                .containsExactly(VISITS.per(Window.EVER).upTo(5));
        assertThat(counter.mentions().tiers()).containsExactly(StoreFacts.VIB);
    }

    @Test
    void countersNeedAKebabCaseIdAndAllOfTheirParts() {
        assertThatThrownBy(() -> PurchaseCounter.purchases("Visits"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counter id must be kebab-case, such as 'vib-bonus', but was 'Visits'");
        assertThatThrownBy(() -> PurchaseCounter.measuredBy("km", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> PurchaseCounter.distinct("d", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> LineProperties.attribute("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SPEND.of(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> SPEND.per(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> MemberCounter.earned("earned", null)).isInstanceOf(NullPointerException.class);
    }
}
