package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.EntryKind;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotsTest {
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private static LoyaltyProgram expiring(Expiry expiry) {
        return program(expiry)
                .earn(BASE)
                .redeem(Reward.costing("hundred", 100), Reward.costing("sixty", 60), Reward.costing("ten", 10))
                .build();
    }

    private static OpeningLot lot(long points, String earned, String expires) {
        return new OpeningLot("points", points, noon(earned), expires == null ? null : startOf(expires));
    }

    @CanIgnoreReturnValue
    private static Decision redeem(Shop shop, String date, String reward) {
        return shop.submit(Redemption.of("x" + date + reward, CUSTOMER, noon(date), reward));
    }

    @Nested
    @Tag("L5")
    class Spending {
        @Test
        @Tag("TV-71")
        void spendingTakesFromTheLotThatExpiresAndNotFromTheOneThatNeverDoes() {
            Shop shop = new Shop(expiring(Moment.never()));
            shop.submit(Opening.of(
                    "o",
                    CUSTOMER,
                    noon("2026-06-01"),
                    lot(100, "2026-01-01", null),
                    lot(100, "2026-02-01", "2027-01-01")));
            assertThat(Shop.uses(redeem(shop, "2026-06-02", "hundred").entries(), EntryKind.REDEEM))
                    .containsExactly("2:100");
            assertThat(shop.account().wallet("points").orElseThrow().expiringBy(startOf("2027-01-01")))
                    .isZero();
            assertThat(shop.available()).isEqualTo(100);
        }

        @Test
        void spendingTakesTheEarlierEarnedOfLotsThatExpireTogetherThenTheOlder() {
            Shop shop = new Shop(expiring(Moment.never()));
            shop.submit(Opening.of(
                    "o",
                    CUSTOMER,
                    noon("2026-06-01"),
                    lot(50, "2026-03-01", "2027-01-01"),
                    lot(50, "2026-02-01", "2027-01-01"),
                    lot(50, "2026-03-01", "2027-01-01")));
            assertThat(Shop.uses(redeem(shop, "2026-06-02", "hundred").entries(), EntryKind.REDEEM))
                    .containsExactly("2:50", "1:50");
            assertThat(Shop.uses(redeem(shop, "2026-06-03", "ten").entries(), EntryKind.REDEEM))
                    .containsExactly("3:10");
        }

        @Test
        void spendingTakesALotWithADateAndLotsOnTheTimerInTheOrderInWhichTheyWouldExpire() {
            Shop shop = new Shop(expiring(Expiry.inactiveFor(Period.ofMonths(6))));
            shop.submit(Opening.of(
                    "o",
                    CUSTOMER,
                    noon("2026-06-01"),
                    lot(50, "2026-05-01", null),
                    lot(50, "2026-05-01", "2026-08-01"),
                    lot(50, "2026-05-01", "2027-08-01")));
            // The timer runs out on 2 December, after the second lot and before the third.
            assertThat(Shop.uses(redeem(shop, "2026-06-02", "hundred").entries(), EntryKind.REDEEM))
                    .containsExactly("2:50", "1:50");
            assertThat(Shop.uses(redeem(shop, "2026-06-03", "ten").entries(), EntryKind.REDEEM))
                    .containsExactly("3:10");
        }

        @Test
        void spendingTakesALotWhoseDateIsTheEndOfTheTimerByItsEarningAndThenItsNumber() {
            OpeningLot timed = lot(50, "2026-04-01", null);
            OpeningLot before = lot(50, "2026-03-01", "2026-11-01");
            OpeningLot same = lot(50, "2026-04-01", "2026-11-01");
            OpeningLot after = lot(50, "2026-04-15", "2026-11-01");
            assertThat(inOrder(timed, before)).containsExactly("2:50", "1:50");
            assertThat(inOrder(timed, same)).containsExactly("1:50", "2:50");
            assertThat(inOrder(same, timed)).containsExactly("1:50", "2:50");
            assertThat(inOrder(timed, after)).containsExactly("1:50", "2:50");
            assertThat(inOrder(after, timed)).containsExactly("2:50", "1:50");
            assertThat(inOrder(lot(50, "2026-03-01", "2026-11-02"), timed)).containsExactly("2:50", "3:7", "1:43");
            assertThat(inOrder(timed, lot(50, "2026-04-15", "2026-10-31"))).containsExactly("2:50", "1:50");
        }

        /** The timer runs out as 1 November begins, since a lot was earned as 1 May began and no redemption prolongs it. */
        private List<String> inOrder(OpeningLot... lots) {
            Shop shop = new Shop(expiring(Expiry.inactiveFor(Period.ofMonths(6)).counting(Expiry.Activity.PURCHASE)));
            List<OpeningLot> all = new ArrayList<>(List.of(lots));
            all.add(new OpeningLot("points", 7, startOf("2026-05-01"), null));
            shop.submit(new Opening("o", CUSTOMER, noon("2026-06-01"), all, List.of()));
            return Shop.uses(redeem(shop, "2026-06-02", "hundred").entries(), EntryKind.REDEEM);
        }

        @Test
        @Tag("T2")
        void pointsCanBeSpentAtTheirLastMicrosecondAndNoLater() {
            Instant end = startOf("2027-01-01");
            for (long micros : new long[] {-1, 0, 1}) {
                Shop shop = new Shop(expiring(Moment.never()));
                shop.submit(Opening.of("o", CUSTOMER, noon("2026-06-01"), lot(10, "2026-02-01", "2027-01-01")));
                Decision decision = shop.engine()
                        .evaluate(shop.account(), Redemption.of("x", CUSTOMER, end.plusNanos(micros * 1_000), "ten"));
                assertThat(decision.isAccepted()).isEqualTo(micros < 0);
            }
        }
    }

    @Nested
    @Tag("L6")
    class Expiring {
        @Test
        @Tag("TV-73")
        void expiryTakesWhatIsLeftOfALotAtItsDate() {
            Shop shop = new Shop(expiring(Moment.never()));
            shop.submit(Opening.of(
                    "o",
                    CUSTOMER,
                    noon("2026-06-01"),
                    lot(100, "2026-01-01", "2027-01-01"),
                    lot(40, "2026-02-01", null)));
            Decision decision = shop.advance(startOf("2027-01-02"));
            assertThat(Shop.brief(decision.entries())).containsExactly("EXPIRE -100");
            assertThat(Shop.uses(decision.entries(), EntryKind.EXPIRE)).containsExactly("1:100");
            assertThat(decision.entries().get(0).effective()).isEqualTo(startOf("2027-01-01"));
            assertThat(shop.available()).isEqualTo(40);
        }

        @Test
        @Tag("TV-75")
        void expiryCanBeForeseen() {
            Shop shop = new Shop(expiring(Moment.never()));
            shop.submit(Opening.of(
                    "o",
                    CUSTOMER,
                    noon("2026-01-15"),
                    lot(100, "2026-01-01", "2026-02-01"),
                    lot(200, "2026-01-02", "2026-06-01"),
                    lot(50, "2026-01-03", null)));
            var wallet = shop.account().wallet("points").orElseThrow();
            assertThat(wallet.expiringBy(startOf("2026-01-31"))).isZero();
            assertThat(wallet.expiringBy(startOf("2026-03-01"))).isEqualTo(100);
            assertThat(wallet.expiringBy(startOf("2026-07-01"))).isEqualTo(300);
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf("2026-02-01"));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-01-25, 2026-02-26",
            "2026-01-31, 2026-03-01",
            "2028-01-31, 2028-03-01",
            "2026-12-31, 2027-02-01",
        })
        @Tag("TV-89")
        void pointsExpireAfterAMonthUpToTheEndOfTheDay(String earned, String gone) {
            Shop shop = new Shop(expiring(Moment.endOf(BoundedWindow.DAY, Period.ofMonths(1))));
            shop.spend(earned, "100");
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf(gone));
        }

        @Test
        @Tag("TV-89")
        void pointsExpireAfterNoMonthsAtTheEndOfTheDayOfEarning() {
            Shop shop = new Shop(expiring(Moment.endOf(BoundedWindow.DAY, Period.ZERO)));
            shop.buy(startOf("2026-01-01"), Basket.ofTotal(usd("100")));
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf("2026-01-02"));
        }

        @ParameterizedTest
        @CsvSource({"2026-01-01", "2026-01-15", "2026-01-31"})
        @Tag("TV-89")
        void pointsExpireAfterAMonthUpToTheEndOfTheMonth(String earned) {
            Shop shop = new Shop(expiring(Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(1))));
            shop.spend(earned, "100");
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf("2026-03-01"));
        }

        @Test
        @Tag("TV-91")
        void pointsExpireOnTheFirstDayOfTheSeventhMonthAfterEarning() {
            Shop shop = new Shop(expiring(Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(6))));
            shop.spend("2020-12-15", "100");
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf("2021-07-01"));
            assertThat(shop.advance(startOf("2021-07-01").minusNanos(1_000)).entries())
                    .isEmpty();
            assertThat(Shop.brief(shop.advance(startOf("2021-07-01")).entries()))
                    .containsExactly("EXPIRE -100");
        }

        @Test
        void expiryHappensOnceHoweverOftenTimeIsWrittenDown() {
            Shop shop = new Shop(expiring(Moment.after(Period.ofDays(10))));
            shop.spend("2026-01-05", "100");
            assertThat(shop.advance(noon("2026-01-15")).entries()).hasSize(1);
            assertThat(shop.advance(noon("2026-01-15")).entries()).isEmpty();
            assertThat(shop.advance(noon("2027-01-15")).entries()).isEmpty();
            assertThat(shop.account().balance("points").expired()).isEqualTo(100);
        }

        @Test
        void expiryOfLotsOnDifferentDatesIsWrittenDownAtEachDate() {
            Shop shop = new Shop(expiring(Moment.after(Period.ofDays(10))));
            shop.spend("2026-01-05", "100");
            shop.spend("2026-01-07", "60");
            assertThat(shop.advance(noon("2026-03-01")).entries())
                    .extracting(entry -> entry.effective())
                    .containsExactly(noon("2026-01-15"), noon("2026-01-17"));
        }

        @Test
        void expiryByPeriodIsCivilAcrossDaylightSaving() {
            Shop shop = new Shop(expiring(Moment.after(Period.ofDays(1))));
            shop.spend("2026-03-07", "100");
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(noon("2026-03-08"));
        }
    }

    @Nested
    @Tag("L6")
    class ExpiringByInactivity {
        private final Shop shop = new Shop(expiring(Expiry.inactiveFor(Period.ofMonths(6))));

        @Test
        void expiryByInactivityMovesForAllPointsWithEachActivity() {
            shop.spend("2026-01-05", "100");
            shop.spend("2026-03-05", "50");
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(noon("2026-09-05"));
            redeem(shop, "2026-04-05", "ten");
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(noon("2026-10-05"));
        }

        @Test
        void expiryByInactivityTakesAllPointsTogetherToTheInstant() {
            shop.spend("2026-01-05", "100");
            shop.spend("2026-03-05", "50");
            assertThat(shop.advance(noon("2026-09-05").minusNanos(1_000)).entries())
                    .isEmpty();
            Decision decision = shop.advance(noon("2026-09-05"));
            assertThat(Shop.brief(decision.entries())).containsExactly("EXPIRE -150");
            assertThat(Shop.uses(decision.entries(), EntryKind.EXPIRE)).containsExactly("1:100", "2:50");
        }

        @Test
        void theTimerOfInactivityIsStartedAgainByTheNextCreditAndWhatRanOutStaysExpired() {
            shop.spend("2026-01-05", "100");
            Decision decision = shop.spend("2026-08-05", "30");
            assertThat(Shop.brief(decision.entries())).containsExactly("EXPIRE -100", "EARN 30 base");
            assertThat(shop.available()).isEqualTo(30);
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(noon("2027-02-05"));
        }

        @Test
        void theTimerOfInactivityIsNotStartedByAPurchaseThatEarnsNothing() {
            shop.spend("2026-01-05", "0.50");
            assertThat(shop.engine().nextChangeAt(shop.account())).isEmpty();
            assertThat(shop.account().wallet("points").orElseThrow().runsOut()).isNull();
        }

        @Test
        void theTimerOfInactivityIsProlongedByAPurchaseThatEarnsNothing() {
            shop.spend("2026-01-05", "100");
            shop.spend("2026-02-05", "0.50");
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(noon("2026-08-05"));
        }

        @Test
        void theTimerOfInactivityStartsAtTheLatestEarningOfPointsBroughtOver() {
            shop.submit(Opening.of(
                    "o", CUSTOMER, noon("2026-06-01"), lot(10, "2026-05-01", null), lot(10, "2026-02-01", null)));
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(noon("2026-11-01"));
        }

        @Test
        void theTimerOfInactivityStartsAtTheLatestEarningAlsoOfPointsThatAreBroughtOverWithADate() {
            shop.submit(Opening.of(
                    "o",
                    CUSTOMER,
                    noon("2026-06-01"),
                    lot(10, "2026-05-01", "2026-06-20"),
                    lot(10, "2026-02-01", null)));
            assertThat(shop.account().wallet("points").orElseThrow().runsOut()).isEqualTo(noon("2026-11-01"));
        }

        @Test
        void theTimerOfInactivityIsNotStartedByPointsThatAllHaveADate() {
            shop.submit(Opening.of("o", CUSTOMER, noon("2026-06-01"), lot(10, "2026-05-01", "2026-06-20")));
            assertThat(shop.account().wallet("points").orElseThrow().runsOut()).isNull();
        }

        @Test
        void pointsBroughtOverThatAreInactiveAlreadyExpireAtOnce() {
            Decision decision = shop.submit(Opening.of("o", CUSTOMER, noon("2026-06-01"), lot(10, "2025-05-01", null)));
            assertThat(Shop.brief(decision.entries())).containsExactly("OPEN 10", "EXPIRE -10");
            assertThat(shop.available()).isZero();
        }
    }

    @Nested
    @Tag("L1")
    class Entries {
        @Test
        void entriesNameTheirCauseSourceProgramAndDates() {
            Shop shop = new Shop(expiring(Moment.after(Period.ofDays(10))));
            shop.spend("2026-01-05", "100");
            redeem(shop, "2026-01-06", "sixty");
            shop.advance(noon("2026-02-01"));
            assertThat(shop.entries()).hasSize(3);
            assertThat(shop.entries()).extracting(entry -> entry.sequence()).containsExactly(1L, 2L, 3L);
            assertThat(shop.entries())
                    .extracting(entry -> entry.cause())
                    .containsExactly("e1", "x2026-01-06sixty", "laurel:time:2026-01-15T17:00:00Z");
            assertThat(shop.entries()).extracting(entry -> entry.source()).containsExactly("base", "sixty", null);
            assertThat(shop.entries()).extracting(entry -> entry.program()).containsOnly("shop@1");
            assertThat(shop.entries().get(0).expires()).isEqualTo(noon("2026-01-15"));
            assertThat(shop.entries().get(0).available()).isEqualTo(noon("2026-01-05"));
            assertThat(shop.account().verify(shop.entries())).isEmpty();
        }
    }
}
