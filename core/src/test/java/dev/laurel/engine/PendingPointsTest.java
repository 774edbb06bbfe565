package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Wallet;
import dev.laurel.condition.Selectors;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.Rule;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Points that are held back for two weeks, until returns are in. */
@Tag("L4")
class PendingPointsTest {
    private static final PointCurrency MILES = PointCurrency.of("miles");
    private static final Period TWO_WEEKS = Period.ofDays(14);
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final EarnRule HELD_BACK = BASE.availableFrom(Moment.after(TWO_WEEKS));
    private static final EarnRule WELCOME = EarnRule.earning("welcome", Amounts.fixed(50));

    private static Shop shop(Expiry expiry, Rule... rules) {
        return new Shop(
                program(expiry).earn(rules).redeem(Reward.costing("ten", 10)).build());
    }

    private static Shop shop(Rule... rules) {
        return shop(Moment.never(), rules);
    }

    private static Redemption redemption(Instant at) {
        return Redemption.of("x" + at, CUSTOMER, at, "ten");
    }

    private static Adjustment adjustment(String date, long points) {
        return new Adjustment("j" + date + points, CUSTOMER, noon(date), "points", points, "goodwill", "agent-1");
    }

    private static Balance balance(Shop shop) {
        return shop.account().balance("points");
    }

    private static void has(Shop shop, long available, long pending, long debt) {
        shop.verify();
        assertThat(balance(shop).available()).isEqualTo(available);
        assertThat(balance(shop).pending()).isEqualTo(pending);
        assertThat(balance(shop).debt()).isEqualTo(debt);
    }

    @CanIgnoreReturnValue
    private static Decision bringBack(Shop shop, String date, ReturnedLine... lines) {
        return shop.submit(new Return("r" + date, CUSTOMER, noon(date), "e1", List.of(lines)));
    }

    @Nested
    class Earning {
        @Test
        void pendingPointsAreShownAtOnceAndCannotBeSpentBeforeTheirInstant() {
            Shop shop = shop(HELD_BACK);
            LedgerEntry entry = shop.spend("2026-01-05", "100").entries().get(0);
            assertThat(entry.available()).isEqualTo(noon("2026-01-19"));
            has(shop, 0, 100, 0);
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(noon("2026-01-19"));
            assertThat(shop.account().wallet("points").orElseThrow().maturingNext())
                    .contains(new Wallet.Maturing(100, noon("2026-01-19")));
            Instant before = noon("2026-01-19").minusNanos(1_000);
            assertThat(shop.refused(redemption(before))).isEqualTo(new Refusal.InsufficientPoints("points", 0, 10));
            assertThat(shop.engine().rewardsFor(shop.account(), before))
                    .extracting(RewardOption::missingPoints)
                    .containsExactly(10L);
            shop.submit(redemption(noon("2026-01-19")));
            has(shop, 90, 0, 0);
        }

        @Test
        @Tag("D4")
        void pendingPointsBecomeAvailableByTimeAloneAndWithoutAnEntry() {
            Shop shop = shop(HELD_BACK);
            shop.spend("2026-01-05", "100");
            shop.advance(noon("2026-01-19").minusNanos(1_000));
            has(shop, 0, 100, 0);
            assertThat(shop.advance(noon("2026-01-19")).entries()).isEmpty();
            has(shop, 100, 0, 0);
            assertThat(shop.engine().nextChangeAt(shop.account())).isEmpty();
        }

        @Test
        @Tag("T1")
        void pendingPointsAreHeldBackForACivilPeriodOverAChangeOfTheClocks() {
            Shop shop = shop(HELD_BACK);
            LedgerEntry entry = shop.spend("2026-03-01", "100").entries().get(0);
            assertThat(entry.available()).isEqualTo(Instant.parse("2026-03-15T16:00:00Z"));
            assertThat(entry.effective()).isEqualTo(Instant.parse("2026-03-01T17:00:00Z"));
        }

        @Test
        void anAwardIsHeldBackWithItsMultipliersInOneLot() {
            Shop shop = shop(HELD_BACK, Multiplier.of("double", BASE, Ratio.of(2)));
            Decision decision = shop.spend("2026-01-05", "100");
            assertThat(Shop.brief(decision.entries())).containsExactly("EARN 100 base", "EARN 100 double");
            assertThat(Shop.uses(decision.entries(), EntryKind.EARN)).containsExactly("1:100", "1:100");
            has(shop, 0, 200, 0);
        }

        @Test
        void pendingPointsShareNoLotWithWhatIsAvailableAtOnce() {
            Shop shop = shop(HELD_BACK, WELCOME);
            Decision decision = shop.spend("2026-01-05", "100");
            assertThat(Shop.uses(decision.entries(), EntryKind.EARN)).containsExactly("1:100", "2:50");
            has(shop, 50, 100, 0);
        }

        @Test
        @Tag("T3")
        void anAwardThatComesLateIsHeldBackFromItsOwnDate() {
            Shop shop = shop(HELD_BACK);
            shop.spend("2026-01-20", "1");
            shop.spend("2026-01-10", "10");
            assertThat(shop.entries().get(1).available()).isEqualTo(noon("2026-01-24"));
            shop.spend("2026-01-05", "100");
            assertThat(shop.entries().get(2).available()).isEqualTo(noon("2026-01-20"));
            has(shop, 100, 11, 0);
        }

        @Test
        void pendingPointsAreNeverTakenByAnAdjustmentDown() {
            Shop owing = shop(HELD_BACK, WELCOME);
            owing.spend("2026-01-05", "100");
            owing.submit(adjustment("2026-01-06", -80));
            has(owing, 0, 100, 30);
        }
    }

    @Nested
    @Tag("L8")
    class Debts {
        @Test
        @Tag("D5")
        void debtsArePaidByWhatBecomesAvailableAtItsInstant() {
            Shop shop = shop(HELD_BACK);
            shop.spend("2026-01-05", "100");
            shop.submit(adjustment("2026-01-06", -30));
            has(shop, 0, 100, 30);
            assertThat(shop.refused(redemption(noon("2026-01-07")))).isEqualTo(new Refusal.InDebt("points", 30));
            Decision decision = shop.submit(redemption(noon("2026-01-19")));
            assertThat(Shop.brief(decision.entries())).containsExactly("DEBT_PAID 30", "REDEEM -10 ten");
            LedgerEntry paid = decision.entries().get(0);
            assertThat(paid.cause()).isEqualTo("laurel:time:2026-01-19T17:00:00Z");
            assertThat(paid.effective()).isEqualTo(noon("2026-01-19"));
            has(shop, 60, 0, 0);
        }

        @Test
        void debtsAreNotPaidByWhatIsPending() {
            Shop shop = shop(HELD_BACK);
            shop.submit(adjustment("2026-01-01", -30));
            assertThat(Shop.brief(shop.spend("2026-01-05", "100").entries())).containsExactly("EARN 100 base");
            has(shop, 0, 100, 30);
        }
    }

    @Nested
    @Tag("V4")
    class Returning {
        @Test
        void aReturnTakesWhatIsPendingOfThePurchaseFirst() {
            Shop shop = shop(HELD_BACK, WELCOME);
            shop.spend("2026-01-04", "5");
            shop.buy("2026-01-05", line("1", "100"));
            Decision decision = shop.submit(Return.ofAll("r", CUSTOMER, noon("2026-01-06"), "e2"));
            // The welcome of both purchases is available; both lots of the second are emptied, and nothing else.
            assertThat(Shop.uses(decision.entries(), EntryKind.CLAWBACK)).containsExactly("3:100", "4:50");
            has(shop, 50, 5, 0);
        }

        @Test
        void aReturnLeavesWhatIsAvailableOfThePurchaseAsLongAsSomeOfItIsPending() {
            EarnRule gifts = EarnRule.earning("gifts", Amounts.perItem(40)).of(Selectors.category("gift"));
            Shop shop = shop(HELD_BACK, gifts);
            shop.buy("2026-01-05", line("1", "100"), line("2", "10", "gift"));
            has(shop, 40, 110, 0);
            Decision decision = bringBack(shop, "2026-01-06", ReturnedLine.of("2", Quantity.ONE));
            assertThat(Shop.uses(decision.entries(), EntryKind.CLAWBACK)).containsExactly("1:10", "1:40");
            has(shop, 40, 60, 0);
        }

        @Test
        void aReturnTakesOfSeveralPendingLotsOfThePurchaseNoMoreThanIsDue() {
            Shop shop = shop(
                    HELD_BACK,
                    EarnRule.earning("more", Amounts.proportional(1, usd("1")))
                            .availableFrom(Moment.after(Period.ofDays(30))));
            shop.buy("2026-01-05", line("1", "100"));
            has(shop, 0, 200, 0);
            Decision decision = bringBack(shop, "2026-01-06", ReturnedLine.of("1", usd("40")));
            // The first half of what is due was given by the first rule, and is there; nothing of the other lot is
            // needed.
            assertThat(Shop.uses(decision.entries(), EntryKind.CLAWBACK)).containsExactly("1:40", "1:40");
            has(shop, 0, 120, 0);
            assertThat(Shop.uses(
                            bringBack(shop, "2026-01-07", ReturnedLine.of("1", usd("40")))
                                    .entries(),
                            EntryKind.CLAWBACK))
                    .containsExactly("1:20", "2:20", "2:40");
            has(shop, 0, 40, 0);
        }

        @Test
        void aReturnTakesOfSeveralLotsOfThePurchaseThatCanBeSpentNoMoreThanIsDue() {
            Shop shop = shop(
                    HELD_BACK,
                    EarnRule.earning("more", Amounts.proportional(1, usd("1")))
                            .availableFrom(Moment.after(Period.ofDays(30))));
            shop.buy("2026-01-05", line("1", "100"));
            shop.advance(noon("2026-03-01"));
            has(shop, 200, 0, 0);
            Decision decision = bringBack(shop, "2026-03-02", ReturnedLine.of("1", usd("40")));
            assertThat(Shop.uses(decision.entries(), EntryKind.CLAWBACK)).containsExactly("1:40", "1:40");
            has(shop, 120, 0, 0);
        }

        @Test
        void aReturnTakesNothingThatIsPendingOfOtherPurchases() {
            Shop shop = shop(HELD_BACK);
            shop.buy("2026-01-05", line("1", "100"));
            shop.spend("2026-01-18", "70");
            shop.submit(redemption(noon("2026-01-20")));
            bringBack(shop, "2026-01-21");
            has(shop, 0, 70, 10);
            assertThat(Shop.brief(shop.advance(noon("2026-02-01")).entries())).containsExactly("DEBT_PAID 10");
            has(shop, 60, 0, 0);
        }

        @Test
        void aReturnForgetsWhatIsMissingThoughOthersArePending() {
            Shop shop = new Shop(Shop.program()
                    .points(MILES, PointTerms.expiring(Moment.never()).forgettingWhatIsMissing())
                    .earn(HELD_BACK.awarding(MILES))
                    .redeem(Reward.costing("ten", MILES.points(10)))
                    .build());
            shop.buy("2026-01-05", line("1", "100"));
            shop.submit(redemption(noon("2026-01-20")));
            shop.spend("2026-01-20", "70");
            Decision decision = bringBack(shop, "2026-01-21");
            assertThat(decision.entries().get(0).shortfall()).isEqualTo(10);
            assertThat(shop.account().balance("miles").pending()).isEqualTo(70);
            shop.verify();
        }
    }

    @Nested
    @Tag("L6")
    class Expiring {
        private final Shop shop = shop(Moment.endOf(BoundedWindow.YEAR, Period.ZERO), HELD_BACK);

        @Test
        void expiryTakesWhatIsPendingAtItsDate() {
            shop.spend("2026-12-25", "100");
            assertThat(shop.account().wallet("points").orElseThrow().maturingNext())
                    .isEmpty();
            assertThat(shop.account().wallet("points").orElseThrow().expiringNext())
                    .contains(new Wallet.Expiring(100, startOf("2027-01-01")));
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf("2027-01-01"));
            Decision decision = shop.advance(startOf("2027-01-01"));
            assertThat(Shop.brief(decision.entries())).containsExactly("EXPIRE -100");
            has(shop, 0, 0, 0);
        }

        @Test
        @Tag("D5")
        void expiryComesBeforeAvailabilityAtOneInstantSoThatNothingIsPaidByWhatIsGone() {
            shop.submit(adjustment("2026-12-01", -30));
            shop.buy(startOf("2026-12-18"), Basket.ofTotal(usd("100")));
            assertThat(shop.entries().get(1).available()).isEqualTo(startOf("2027-01-01"));
            Decision decision = shop.advance(startOf("2027-01-02"));
            assertThat(Shop.brief(decision.entries())).containsExactly("EXPIRE -100");
            has(shop, 0, 0, 30);
        }

        @Test
        void expiryTakesWhatIsPendingWithAllOthersWhenTheCustomerWasInactive() {
            Shop inactive = shop(
                    Expiry.inactiveFor(Period.ofDays(30)),
                    BASE.availableFrom(Moment.after(Period.ofDays(40))),
                    WELCOME);
            inactive.spend("2026-01-01", "100");
            inactive.spend("2026-01-20", "10");
            // The first are available, the second pending when the timer runs out.
            assertThat(inactive.engine().nextChangeAt(inactive.account())).contains(noon("2026-02-10"));
            Decision decision = inactive.advance(noon("2026-03-01"));
            assertThat(Shop.brief(decision.entries())).containsExactly("EXPIRE -210");
            assertThat(Shop.uses(decision.entries(), EntryKind.EXPIRE))
                    .containsExactly("3:10", "1:100", "2:50", "4:50");
            has(inactive, 0, 0, 0);
        }

        @Test
        @Tag("V4")
        void expiryOfPendingPointsCountsAsTakenBack() {
            shop.buy("2026-12-25", line("1", "100"));
            Decision decision = bringBack(shop, "2027-01-05");
            assertThat(Shop.brief(decision.entries())).containsExactly("EXPIRE -100");
            has(shop, 0, 0, 0);
        }

        @Test
        @Tag("T3")
        void expiryTakesPendingPointsThatCameTooLateAtOnce() {
            shop.spend("2027-01-03", "1");
            Decision decision =
                    shop.submit(new Purchase("late", CUSTOMER, noon("2026-12-25"), Basket.ofTotal(usd("7"))));
            assertThat(Shop.brief(decision.entries())).containsExactly("EARN 7 base", "EXPIRE -7");
            has(shop, 0, 1, 0);
        }
    }
}
