package dev.laurel.engine;

import static dev.laurel.engine.CountingShops.bonus;
import static dev.laurel.engine.CountingShops.earned;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Activity;
import dev.laurel.event.Enrollment;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sums of activities that the host tells of. */
@Tag("A10")
@Tag("A2")
class SumsOfActivitiesTest {
    private final ActivityKind review = new ActivityKind("review");
    private final MemberCounter<CountSum> reviews = MemberCounter.activities("reviews", review);
    private int events;

    private Shop shop(Condition condition) {
        return new Shop(program()
                .earn(bonus(condition))
                .activities(review, new ActivityKind("walk"))
                .build());
    }

    private void happens(Shop shop, String date, String activity) {
        shop.submit(Activity.of("a" + ++events, CUSTOMER, noon(date), activity));
    }

    @Test
    void activitiesOfAKindCountEachInTheWindowOfItsDate() {
        Shop shop = shop(reviews.per(BoundedWindow.MONTH).isAtLeast(2));
        happens(shop, "2026-01-31", "review");
        happens(shop, "2026-02-01", "review");
        happens(shop, "2026-02-02", "walk");
        assertThat(earned(shop.spend("2026-02-02", "1"))).isZero();
        happens(shop, "2026-02-02", "review");
        assertThat(earned(shop.spend("2026-02-02", "1"))).isEqualTo(100);
        happens(shop, "2026-01-31", "review");
        assertThat(earned(shop.spend("2026-01-31", "1"))).isEqualTo(100);
        assertThat(earned(shop.spend("2026-03-01", "1"))).isZero();
        shop.verify();
    }

    @Test
    void conditionsAreAskedByWhatWasSoBeforeTheActivity() {
        Shop shop = shop(reviews.where(reviews().isLessThan(2)).per(Window.EVER).isAtLeast(2));
        for (int i = 0; i < 3; i++) {
            assertThat(earned(shop.spend("2026-01-0" + (i + 1), "1"))).isEqualTo(i < 2 ? 0 : 100);
            happens(shop, "2026-01-0" + (i + 1), "review");
        }
        assertThat(shop.account().counter("reviews/ever").toMap()).containsExactly(Map.entry(0L, 2L));
    }

    private CountSum reviews() {
        return MemberCounter.activities("all-reviews", review).per(Window.EVER);
    }

    @Test
    void whatFailsToSayWhetherItCountsFailsTheActivity() {
        Condition broken = new Broken();
        Shop shop = shop(reviews.where(broken).per(Window.EVER).isAtLeast(1));
        Refusal refusal = shop.refused(Activity.of("a", CUSTOMER, noon("2026-01-01"), "review"));
        assertThat(refusal.code()).isEqualTo("RULE_FAILED");
        assertThat(refusal.message()).contains("reviews");
    }

    @Test
    void anActivityFixesTheMembershipYearInWhichItCounts() {
        Shop shop = shop(reviews.per(BoundedWindow.MEMBERSHIP_YEAR).isAtLeast(1));
        happens(shop, "2026-01-10", "review");
        shop.submit(Enrollment.of("e", Customer.of(CUSTOMER), noon("2026-06-01")));
        assertThat(earned(shop.spend("2026-06-02", "1"))).isEqualTo(100);
        assertThat(earned(shop.spend("2027-01-10", "1"))).isZero();
    }

    private record Broken() implements Condition {
        @Override
        public Finding check(Facts facts) {
            throw new IllegalStateException("broken");
        }

        @Override
        public String describe() {
            return "broken";
        }
    }
}
