package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.CountingShops.SPEND;
import static dev.laurel.engine.CountingShops.VISITS;
import static dev.laurel.engine.CountingShops.bonus;
import static dev.laurel.engine.CountingShops.earned;
import static dev.laurel.engine.CountingShops.shop;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.Question;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Purchase;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conditions on what a member has done, as they are asked before a purchase. */
@Tag("A10")
@Tag("A2")
class SumsTest {
    private static final PurchaseCounter<CountSum> CUPS =
            PurchaseCounter.quantity("cups").of(category("coffee"));

    @Test
    void aSumIsAskedAsItWasBeforeThePurchase() {
        Shop shop = shop(SPEND.per(BoundedWindow.YEAR).isAtLeast(usd("100")));
        assertThat(earned(shop.spend("2026-01-05", "99.99"))).isZero();
        assertThat(earned(shop.spend("2026-01-06", "0.01"))).isZero();
        assertThat(earned(shop.spend("2026-01-07", "0.01"))).isEqualTo(100);
        assertThat(earned(shop.spend("2027-01-01", "500"))).isZero();
    }

    @Test
    void aFirstPurchaseIsOneBeforeWhichThereWasLessThanOne() {
        Shop shop = shop(VISITS.per(Window.EVER).isLessThan(1));
        assertThat(earned(shop.spend("2026-01-05", "10"))).isEqualTo(100);
        assertThat(earned(shop.spend("2030-01-05", "10"))).isZero();
    }

    @Test
    void aLatePurchaseCountsAndAsksInTheWindowOfItsOwnDate() {
        Shop shop = shop(VISITS.per(BoundedWindow.MONTH).isLessThan(1));
        assertThat(earned(shop.spend("2026-02-05", "10"))).isEqualTo(100);
        assertThat(earned(shop.spend("2026-01-20", "10"))).isEqualTo(100);
        assertThat(earned(shop.spend("2026-01-10", "10"))).isZero();
        assertThat(earned(shop.spend("2026-02-06", "10"))).isZero();
    }

    @Test
    void aRollingSumHasWhatCountsUntilTheStartOfTheSameDateAPeriodLater() {
        Shop shop = shop(VISITS.per(Window.overTheLast(Period.ofMonths(1))).isAtLeast(1));
        shop.spend("2026-01-31", "10");
        assertThat(earned(shop.buy(startOf("2026-02-28").minusNanos(1_000), Basket.ofTotal(usd("10")))))
                .isEqualTo(100);
        Shop other = shop(VISITS.per(Window.overTheLast(Period.ofMonths(1))).isAtLeast(1));
        other.spend("2026-01-31", "10");
        assertThat(earned(other.buy(startOf("2026-02-28"), Basket.ofTotal(usd("10")))))
                .isZero();
    }

    @Test
    void aSumOfDatesIsAskedAtAnyTimeLater() {
        Dates may = new Dates(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"));
        Shop shop = shop(SPEND.per(may).isAtLeast(usd("50")));
        shop.spend("2026-04-30", "1000");
        shop.spend("2026-05-31", "50");
        shop.spend("2026-06-01", "1000");
        assertThat(earned(shop.spend("2027-06-01", "1"))).isEqualTo(100);
    }

    @Test
    void aSumSinceEnrollmentBeginsWithIt() {
        Shop shop = shop(VISITS.per(Window.SINCE_ENROLLMENT).isAtLeast(1));
        shop.spend("2026-01-04", "10");
        assertThat(earned(shop.spend("2026-01-05", "10"))).isZero();
        assertThat(shop.account().counters()).isEmpty();
        shop.submit(Enrollment.of("enroll", Customer.of(CUSTOMER), noon("2026-01-06")));
        assertThat(earned(shop.spend("2026-01-07", "10"))).isZero();
        assertThat(earned(shop.spend("2026-01-08", "10"))).isEqualTo(100);
    }

    @Test
    void noConditionOnASumSinceEnrollmentHoldsBeforeIt() {
        Shop shop = shop(VISITS.per(Window.SINCE_ENROLLMENT).isLessThan(1));
        assertThat(earned(shop.spend("2026-01-04", "10"))).isZero();
        shop.submit(Enrollment.of("enroll", Customer.of(CUSTOMER), noon("2026-01-06")));
        assertThat(earned(shop.spend("2026-01-05", "10"))).isZero();
        assertThat(earned(shop.spend("2026-01-07", "10"))).isEqualTo(100);
        assertThat(earned(shop.spend("2026-01-08", "10"))).isZero();
    }

    @Test
    @Tag("E4")
    void whatCountsNothingFixesNoMembership() {
        Shop shop = shop(
                PurchaseCounter.measuredBy("km", facts -> facts.basket().net().millionths() > 1_000_000 ? 1 : 0)
                        .per(BoundedWindow.MEMBERSHIP_YEAR)
                        .isAtLeast(1));
        shop.spend("2026-03-10", "1");
        shop.submit(Enrollment.of("enroll", Customer.of(CUSTOMER), noon("2026-06-01")));
        shop.spend("2026-06-02", "10");
        assertThat(earned(shop.spend("2027-03-11", "1"))).isEqualTo(100);
    }

    @Test
    @Tag("E4")
    void aSumOfAMembershipYearFixesWhereItBegins() {
        Shop shop = shop(VISITS.per(BoundedWindow.MEMBERSHIP_YEAR).isAtLeast(1));
        shop.spend("2026-03-10", "10");
        shop.submit(Enrollment.of("enroll", Customer.of(CUSTOMER), noon("2026-06-01")));
        assertThat(earned(shop.spend("2027-03-09", "10"))).isEqualTo(100);
        assertThat(earned(shop.spend("2027-03-10", "10"))).isZero();
    }

    @Test
    void aPreviewAsksTheSameAsThePurchase() {
        Shop shop = shop(SPEND.per(BoundedWindow.YEAR).isAtLeast(usd("100")));
        shop.spend("2026-01-05", "100");
        Basket basket = Basket.ofTotal(usd("1"));
        assertThat(shop.engine()
                        .preview(shop.account(), basket, noon("2026-01-06"))
                        .earned("points"))
                .isEqualTo(100);
    }

    @Test
    @Tag("X1")
    void anExplanationNamesTheSumWithWhatWasFound() {
        Shop shop = shop(SPEND.per(BoundedWindow.YEAR).isAtLeast(usd("100")));
        shop.spend("2026-01-05", "40");
        assertThat(shop.spend("2026-01-06", "1").explanation().text())
                .isEqualTo(
                        "bonus: not applied, since at least USD 100.00 spent in the calendar year (spend) is required,"
                                + " but found USD 40.00 spent in the calendar year");
    }

    @Test
    void aConditionOfOnesOwnAsksWhatItMentionsAndItsCounterAsksTheRest() {
        record Regular(Question question) implements Condition {
            @Override
            public Finding check(Facts facts) {
                return Finding.of(facts.answerTo(question) >= 2, "something", "something");
            }

            @Override
            public Mentions mentions() {
                return Mentions.of(question);
            }

            @Override
            public String describe() {
                return "regular";
            }
        }
        CountSum large = PurchaseCounter.purchases("large")
                .where(SPEND.per(Window.EVER).isAtLeast(usd("5")))
                .per(Window.EVER);
        for (Question question : List.of(large, large.upTo(2))) {
            Shop shop = shop(bonus(new Regular(question)));
            shop.spend("2026-01-05", "10");
            shop.spend("2026-01-06", "10");
            assertThat(earned(shop.spend("2026-01-07", "10"))).isZero();
            assertThat(earned(shop.spend("2026-01-08", "10"))).isEqualTo(100);
        }
    }

    @Test
    @Tag("D6")
    void aConditionThatAsksWithoutSayingSoFailsByName() {
        record Silent(MoneySum sum) implements Condition {
            @Override
            public Finding check(Facts facts) {
                return Finding.of(facts.answerTo(sum) > 0, "something", "something");
            }

            @Override
            public String describe() {
                return "silent";
            }
        }
        Shop shop = shop(bonus(new Silent(SPEND.per(Window.EVER))));
        Purchase purchase = new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1")));
        assertThat(shop.refused(purchase))
                .isEqualTo(
                        new Refusal.RuleFailed("bonus", "threw java.lang.IllegalArgumentException from its condition"));
    }

    @Test
    @Tag("D6")
    void thresholdsArePositive() {
        assertThatThrownBy(() -> SPEND.per(Window.EVER).isAtLeast(usd("0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sum must be compared with a positive amount, but was USD 0.00");
        assertThatThrownBy(() -> VISITS.per(Window.EVER).isLessThan(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sum must be compared with a positive number that it can be, but was 0");
        assertThatThrownBy(() -> CUPS.per(Window.EVER).isAtLeast(9_000_000_000_001L))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PurchaseCounter.spend("No Id")).isInstanceOf(IllegalArgumentException.class);
    }
}
