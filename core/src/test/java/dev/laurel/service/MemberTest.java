package dev.laurel.service;

import static dev.laurel.service.Checkout.NOON;
import static dev.laurel.service.Checkout.POINTS;
import static dev.laurel.service.Checkout.soap;
import static dev.laurel.service.Checkout.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.Quote;
import dev.laurel.engine.SumToGoal;
import dev.laurel.engine.UsablePoints;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Hold;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.RewardChoice;
import dev.laurel.ledger.PointCurrency;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One door for a member's page and a checkout. */
class MemberTest {
    private static final String SPENT = "spent in the calendar year (spend)";

    private final Checkout shop = new Checkout(Checkout.PROGRAM);

    @BeforeEach
    void aMember() {
        shop.open("ada", 500);
        shop.buy("order-1", "40.505");
        shop.service
                .submit(new Adjustment("a", "ada", NOON, "points", 5, "for your patience", "agent-7"))
                .orThrow();
        shop.service
                .submit(Hold.of("h", "ada", NOON, "free-soap", NOON.plusSeconds(3_600)))
                .orThrow();
    }

    private Member ada() {
        return shop.service.member("ada", NOON);
    }

    @Nested
    class AtAnInstant {
        @Test
        void aClockThatIsALittleBehindShowsThePresent() {
            Member behind = shop.service.member("ada", NOON.minusMillis(5));
            assertThat(behind.at()).isEqualTo(NOON);
            assertThat(behind.account()).isEqualTo(ada().account());
            assertThat(behind.quote(soap("10")).promise().at()).isEqualTo(NOON);
        }

        @Test
        @Tag("D4")
        void whatHappenedByItselfIsInItThoughNobodyWroteItDown() {
            assertThat(ada().balance(POINTS).held()).isEqualTo(30);
            Member later = shop.service.member("ada", NOON.plusSeconds(3_600));
            assertThat(later.balance(POINTS).held()).isZero();
            assertThat(later.available(POINTS)).isEqualTo(545);
            assertThat(shop.service.account("ada").orElseThrow().asOf()).isEqualTo(NOON);
        }

        @Test
        void somebodyWhoIsNotKnownYetHasNothingAndCanAskEverything() {
            Member nobody = shop.service.member("nobody", NOON);
            assertThat(nobody.isKnown()).isFalse();
            assertThat(ada().isKnown()).isTrue();
            assertThat(nobody.available(POINTS)).isZero();
            assertThat(nobody.rewards()).hasSize(5).noneMatch(option -> option.isAvailable());
            assertThat(nobody.offers()).isEmpty();
            assertThat(nobody.benefits()).isEmpty();
            assertThat(nobody.benefits(soap("5"))).isEmpty();
            assertThat(nobody.recentEntries(8)).isEmpty();
            assertThat(nobody.progress().get(0).toNext().sums())
                    .extracting(SumToGoal::describe)
                    .containsExactly("USD 0.00 of USD 350.00 spent in the calendar year (spend)");
            assertThat(nobody.quote(soap("12.50")).earned("points")).isEqualTo(12);
            assertThat(nobody.view(8).points()).hasSize(1);
            assertThat(shop.service.account("nobody")).isEmpty();
        }

        @Test
        void aCurrencyThatTheProgramDoesNotHaveIsAnError() {
            assertThatThrownBy(() -> ada().available(PointCurrency.of("miles")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("program 'shop' has no point currency 'miles'");
            assertThatThrownBy(() -> ada().expiringNext(PointCurrency.of("miles")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("program 'shop' has no point currency 'miles'");
        }
    }

    @Nested
    class Checkouts {
        @Test
        void rewardsForAnOrderTellHowManyPointsCanPay() {
            assertThat(ada().rewards(soap("2.00")).stream()
                            .filter(option -> option.reward().id().equals("pays"))
                            .flatMap(option -> option.usable().stream())
                            .map(UsablePoints::most))
                    .containsExactly(200L);
        }

        @Test
        @Tag("A6")
        void anOrderThatIsPaidWithAnEarlierRedemptionIsQuotedWithIt() {
            shop.service.submit(Redemption.of("x", "ada", NOON, "pays", 100)).orThrow();
            Basket basket = soap("10.00").paidBy(Payment.withPoints(usd("1"), "x"));
            Quote quote = ada().quote(basket);
            assertThat(quote.orThrow().earned("points")).isEqualTo(9);
            Placement placed = shop.service.place("order-2", quote.promise()).orThrow();
            assertThat(placed.toPay()).isEqualTo(usd("9"));
            assertThat(placed.earned("points")).isEqualTo(9);
        }
    }

    @Nested
    class QuotesOfALater {
        @Test
        @Tag("A6")
        void pointsThatWereSpentSinceTheMemberWasReadAreNotQuotedTwice() {
            shop.service.submit(Redemption.of("y", "ada", NOON, "pays", 500)).orThrow();
            Member before = ada();
            assertThat(before.available(POINTS)).isEqualTo(15);
            shop.service.submit(Redemption.of("z", "ada", NOON, "pays", 15)).orThrow();
            Quote quote = before.quote(
                    soap("10.00").paidBy(Payment.withPoints(usd("0.15"), "z")), RewardChoice.of("pays", 15));
            assertThat(quote.refusal().orElseThrow().code()).isEqualTo("INSUFFICIENT_POINTS");
        }
    }

    @Nested
    class RecentEntries {
        @Test
        void theLastEntriesComeFirstWithTheirReasons() {
            assertThat(ada().recentEntries(8))
                    .extracting(MemberEntry::reason)
                    .containsExactly("set aside for free-soap, h", "by hand", "base, order-1", "brought over");
            assertThat(ada().recentEntries(2))
                    .extracting(recent -> recent.entry().sequence())
                    .containsExactly(4L, 3L);
            assertThat(ada().recentEntries(0)).isEmpty();
        }

        @Test
        void theEntriesOfAMemberAreThoseOfItsMoment() {
            Member before = ada();
            shop.buy("order-2", "10");
            assertThat(before.recentEntries(1))
                    .extracting(MemberEntry::reason)
                    .containsExactly("set aside for free-soap, h");
        }
    }

    @Nested
    class Views {
        @Test
        void aViewHasPlainValuesOnly() {
            assertPlain(MemberView.class);
        }

        private static void assertPlain(Class<?> type) {
            for (RecordComponent component : type.getRecordComponents()) {
                Class<?> of = component.getType();
                if (of.isRecord()) {
                    assertPlain(of);
                } else {
                    assertThat(of).isIn(Set.of(String.class, long.class, Long.class, boolean.class, List.class));
                }
            }
            for (Class<?> nested : type.getDeclaredClasses()) {
                assertPlain(nested);
            }
        }

        @Test
        void whatIsMissingIsRoundedUpToWhatCanBePaid() {
            MemberView view = ada().view(1);
            assertThat(view.sums())
                    .containsExactly(new MemberView.Sum("spend", SPENT, "USD", "40.50", "2027-01-01T00:00:00Z"));
            MemberView.Tier tier = view.tiers().get(0);
            assertThat(tier.ladder()).isEqualTo("status");
            assertThat(tier.toNext())
                    .isEqualTo(new MemberView.Goal(
                            "ALL",
                            List.of(new MemberView.GoalSum("spend", SPENT, "USD", "40.50", "350.00", "309.50")),
                            List.of()));
            assertThat(tier.toKeep()).isNull();
            assertThat(tier.next()).isEqualTo("vib");
            assertThat(tier.windowEnds()).isEqualTo("2027-01-01T00:00:00Z");
            shop.buy("order-2", "309.494");
            assertThat(ada().view(1).tiers().get(0).toNext().sums())
                    .extracting(MemberView.GoalSum::missing)
                    .containsExactly("0.01");
            shop.buy("order-3", "0.001");
            assertThat(ada().view(1).tiers().get(0).id()).isEqualTo("vib");
        }

        @Test
        void aViewSaysWhatThePageShows() {
            MemberView view = ada().view(2);
            assertThat(view.customer()).isEqualTo("ada");
            assertThat(view.program()).isEqualTo("shop@1");
            assertThat(view.at()).isEqualTo("2026-06-01T12:00:00Z");
            assertThat(view.money()).isEqualTo("USD");
            assertThat(view.known()).isTrue();
            assertThat(view.closed()).isFalse();
            assertThat(shop.service.member("nobody", NOON).view(1).known()).isFalse();
            assertThat(view.points()).containsExactly(new MemberView.Points("points", 515, 0, 30, 0, 0, null, 0, null));
            assertThat(view.rewards())
                    .contains(
                            new MemberView.Reward(
                                    "cash-10", "USD 10.00 off", "points", 100, true, null, null, 0, null, null),
                            new MemberView.Reward(
                                    "pays",
                                    "payment of USD 0.01 for each point",
                                    "points",
                                    1,
                                    true,
                                    null,
                                    null,
                                    0,
                                    515L,
                                    "5.15"));
            assertThat(view.entries())
                    .extracting(MemberView.Entry::reason)
                    .containsExactly("set aside for free-soap, h", "by hand");
        }

        @Test
        void aViewSaysWhyARewardCannotBeHad() {
            shop.service.submit(Redemption.of("x", "ada", NOON, "pays", 500)).orThrow();
            MemberView.Reward cash = ada().view(0).rewards().get(0);
            assertThat(cash.available()).isFalse();
            assertThat(cash.code()).isEqualTo("INSUFFICIENT_POINTS");
            assertThat(cash.reason()).isEqualTo("100 points are needed, but 15 are available");
            assertThat(cash.missing()).isEqualTo(85);
        }
    }

    @Test
    void aMemberIsToldInIdsOnly() {
        assertThat(ada()).hasToString("Member[ada in shop at 2026-06-01T12:00:00Z]");
        assertThat(shop.service.member("ada", NOON.plus(Duration.ofDays(900))).available(POINTS))
                .isEqualTo(545);
        shop.service
                .submit(new Purchase("late", "ada", NOON.minusSeconds(60), soap("1")))
                .orThrow();
        assertThat(ada().available(POINTS)).isEqualTo(516);
    }
}
