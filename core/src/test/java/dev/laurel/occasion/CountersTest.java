package dev.laurel.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selectors;
import dev.laurel.condition.StoreFacts;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.time.BoundedWindow;
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
                .isEqualTo("spend per calendar year is at least USD 350.00");
        assertThat(PurchaseCounter.distinct("kinds", LineProperties.category()).describe())
                .isEqualTo("kinds: different categories, of everything");
        assertThat(PurchaseCounter.distinct("cabins", LineProperties.attribute("cabin"))
                        .describe())
                .isEqualTo("cabins: different values of attribute cabin, of everything");
        assertThat(PurchaseCounter.purchaseDays("days").describe())
                .isEqualTo("days: days with a purchase, of everything");
        assertThat(PurchaseCounter.quantity("cups")
                        .per(Window.EVER)
                        .isLessThan(9)
                        .describe())
                .isEqualTo("cups ever is less than 9");
    }

    @Test
    void sumsSayTheirWindowsInWords() {
        assertThat(SPEND.per(Window.overTheLast(Period.ofMonths(12))).describe())
                .isEqualTo("spend over the last 12 months");
        assertThat(SPEND.per(BoundedWindow.every(Period.ofWeeks(2), LocalDate.of(2026, 1, 5)))
                        .describe())
                .isEqualTo("spend per 14 days counted from 2026-01-05");
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
