package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.eur;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.event.Activity;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The terms of the program, one by one. */
class ExplorerTest {
    private final Member member = new Member(Explorer.explorer());

    @CanIgnoreReturnValue
    private long buys(String when, String price, String category) {
        return member.buys(
                when, Basket.of(PurchaseLine.of("1", "thing", eur(price)).withCategories(category)));
    }

    private long reviews(String when) {
        long before = balance();
        member.submit(Activity.of("review-" + when, member.account().customer(), member.at(when), "review"));
        return balance() - before;
    }

    private long balance() {
        return member.account().balance("points").available();
    }

    @Nested
    @Tag("A3")
    class PointsForEuros {
        @Test
        void eachCompletedEuroEarnsAPoint() {
            assertThat(buys("2026-03-01", "9.99", "books")).isEqualTo(9);
        }

        @Test
        void giftCardsEarnNothingAndAreNoCategory() {
            assertThat(buys("2026-03-01", "50", "gift-card")).isZero();
            assertThat(buys("2026-03-02", "1", "books")).isEqualTo(1);
            assertThat(buys("2026-03-03", "1", "music")).isEqualTo(1);
        }
    }

    @Nested
    @Tag("A11")
    class Challenges {
        @Test
        void threeCategoriesOfAMonthGiveTheBadgeOnce() {
            buys("2026-03-01", "1", "books");
            buys("2026-03-02", "1", "music");
            assertThat(buys("2026-03-03", "1", "games")).isEqualTo(151);
            member.bringsBack("2026-03-04");
            assertThat(balance()).isEqualTo(152);
            buys("2026-05-01", "1", "books");
            buys("2026-05-02", "1", "music");
            assertThat(buys("2026-05-03", "1", "games")).isEqualTo(1);
        }

        @Test
        void categoriesOfTwoMonthsAreNoChallenge() {
            buys("2026-03-30", "1", "books");
            buys("2026-03-31", "1", "music");
            assertThat(buys("2026-04-01", "1", "games")).isEqualTo(1);
        }

        @Test
        void fourWeeksInARowGiveTheStreakAndTheNextFourAgain() {
            for (String week : new String[] {"2026-03-02", "2026-03-09", "2026-03-16"}) {
                assertThat(buys(week, "1", "books")).isEqualTo(1);
            }
            assertThat(buys("2026-03-23", "1", "books")).isEqualTo(201);
            for (String week : new String[] {"2026-03-30", "2026-04-06", "2026-04-13"}) {
                assertThat(buys(week, "1", "books")).isEqualTo(1);
            }
            assertThat(buys("2026-04-20", "1", "books")).isEqualTo(201);
        }
    }

    @Nested
    @Tag("A5")
    class Reviews {
        @Test
        void threeReviewsOfAMonthEarn() {
            assertThat(reviews("2026-03-01")).isEqualTo(10);
            assertThat(reviews("2026-03-02")).isEqualTo(10);
            assertThat(reviews("2026-03-03")).isEqualTo(10);
            assertThat(reviews("2026-03-04")).isZero();
            assertThat(reviews("2026-04-01")).isEqualTo(10);
        }
    }
}
