package dev.laurel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import dev.laurel.counter.WindowSums;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.Totals;
import dev.laurel.receipt.OpenHold;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Nested
    @Tag("E1")
    class Untouched {
        @Test
        void anUntouchedAccountHasNothingButItsWallets() {
            Account account = Account.untouched("program", "c-1", List.of(Wallet.none("points")), List.of());
            assertThat(account.customer()).isEqualTo("c-1");
            assertThat(account.isOpen()).isFalse();
            assertThat(account.asOf()).isEqualTo(Timestamps.MIN);
            assertThat(account.balance("points")).isEqualTo(Balance.ZERO);
            assertThat(account.wallet("stars")).isEmpty();
            assertThat(account.counters()).isEmpty();
            assertThat(account.counter("spend/year")).isEqualTo(WindowSums.NONE);
            assertThat(account)
                    .isEqualTo(Account.untouched("program", "c-1", List.of(Wallet.none("points")), List.of()));
        }

        @Test
        void anUntouchedAccountHasNoBalanceInACurrencyThatItsProgramDoesNotHave() {
            Account account = Account.untouched("program", "c-1", List.of(), List.of());
            assertThatThrownBy(() -> account.balance("points"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("program 'program' has no point currency 'points'");
        }

        @Test
        void anUntouchedAccountHasCheckedIds() {
            assertThatThrownBy(() -> Account.untouched("My program", "c-1", List.of(), List.of()))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("program id must be kebab-case, such as 'vib-bonus', but was 'My program'");
            assertThatThrownBy(() -> Account.untouched("program", "", List.of(), List.of()))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("customer id must not be empty");
        }

        @Test
        void anUntouchedAccountCopiesItsWallets() {
            List<Wallet> wallets = new ArrayList<>(List.of(Wallet.none("points")));
            Account account = Account.untouched("program", "c-1", wallets, List.of());
            wallets.clear();
            assertThat(account.wallets()).hasSize(1);
            assertThatThrownBy(() -> account.wallets().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Nested
    @Tag("E1")
    class Packed {
        private final Wallet points = new Wallet(
                "points",
                new Balance(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
                LotQueue.ofOrdered(List.of(new Lot(1, 5, 4, AT, AT, AT.plusSeconds(9)))),
                LotQueue.ofOrdered(List.of(new Lot(2, 5, 4, AT, AT, null))),
                LotQueue.ofPending(List.of(new Lot(3, 5, 4, AT, AT.plusSeconds(5), null))),
                AT.plusSeconds(14),
                15,
                List.of(new ExpiredPoints(1, 1, AT)),
                AT.plusSeconds(16),
                List.of(new Redating.Resumed(AT, 1, 3, AT.plusSeconds(1))),
                List.of(new Shortfall(EntryKind.ADJUST, null, 2, 3, AT)));
        private final Wallet stars = new Wallet(
                "stars",
                new Balance(21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33),
                LotQueue.EMPTY,
                LotQueue.EMPTY,
                AT.plusSeconds(34));

        private Account of(Wallet... wallets) {
            return Account.of(
                    "program",
                    List.of(),
                    Customer.of("c-1"),
                    AT,
                    Milestones.NONE,
                    3,
                    2,
                    List.of(wallets),
                    List.of(),
                    List.of(),
                    Map.of(),
                    Map.of());
        }

        @Test
        void anAccountTellsTheWalletsThatItWasMadeOfEachNumberInItsPlace() {
            Account account = of(points, stars, Wallet.none("status"));
            assertThat(account.wallets()).containsExactly(points, stars, Wallet.none("status"));
            assertThat(account.wallet("points")).hasValue(points);
            assertThat(account.balance("stars")).isEqualTo(stars.balance());
            assertThat(account.sequence()).isEqualTo(3);
            assertThat(account.lotsOpened()).isEqualTo(2);
            assertThat(account.asOf()).isEqualTo(AT);
        }

        @Test
        void accountsAreEqualByWhatTheyHold() {
            new EqualsTester()
                    .addEqualityGroup(of(points, stars), of(points, stars))
                    .addEqualityGroup(of(stars, points))
                    .addEqualityGroup(of(points))
                    .addEqualityGroup(of(points, Wallet.none("stars")))
                    .testEquals();
        }

        @Test
        @Tag("E2")
        void anAccountKeepsItsInstantsToTheMicrosecond() {
            Instant finer = AT.plusNanos(1_999);
            Instant kept = AT.plusNanos(1_000);
            assertThat(new TierStanding(Tier.of("vib"), finer).until()).isEqualTo(kept);
            assertThat(new TierStanding(Tier.of("vib"), null).until()).isNull();
            OpenHold hold =
                    new OpenHold("h-1", "reward", "points", finer, finer, 1, finer, List.of(), 0, List.of(), List.of());
            assertThat(List.of(hold.occurredAt(), hold.takenAt(), hold.until())).containsOnly(kept);
            Redating.Resumed redating = new Redating.Resumed(finer, 1, 1, finer);
            assertThat(List.of(redating.from(), redating.expires())).containsOnly(kept);
            assertThat(new ExpiredPoints(1, 1, finer).earned()).isEqualTo(kept);
            assertThat(new Shortfall(EntryKind.ADJUST, null, 1, 1, finer).ends())
                    .isEqualTo(kept);
            Lot lot = new Lot(1, 1, 1, finer, finer, finer);
            assertThat(List.of(lot.earned(), lot.available(), lot.end())).containsOnly(kept);
        }

        @Test
        void aHeaderForOtherWalletsKeepsThoseThatItHadAndLeavesTheOthersEmpty() {
            Account account = of(points, stars);
            Header header = account.copyOfHeader(1, -1, 0);
            assertThat(Totals.balance(header, 0)).isEqualTo(stars.balance());
            assertThat(Totals.balance(header, 1)).isEqualTo(Balance.ZERO);
            assertThat(header.runsOut(1)).isEqualTo(Timestamps.NEVER);
            assertThat(Totals.balance(header, 2)).isEqualTo(points.balance());
            assertThat(header.ranOut(2)).isEqualTo(15);
            assertThat(header.suspendedSince(2)).isEqualTo(Timestamps.micros(AT.plusSeconds(16)));
            assertThat(header.sequence()).isEqualTo(3);
        }

        @Test
        void whatIsChangedInACopyOfAHeaderLeavesTheAccountAsItWas() {
            Account account = of(points, stars);
            Header copy = account.copyOfHeader();
            copy.setTotal(0, Totals.EARNED, 99);
            copy.setTotal(1, Totals.DEBT, 99);
            copy.setRanOut(0, 99);
            copy.moveTo(99);
            assertThat(account).isEqualTo(of(points, stars));
            Header again = copy.copy();
            again.setTotal(1, Totals.DEBT, 100);
            assertThat(copy.total(1, Totals.DEBT)).isEqualTo(99);
        }
    }

    @Nested
    class Counters {
        private final WindowSums spend = WindowSums.of(Map.of(2026L, 5L));
        private final WindowSums cap = WindowSums.of(Map.of(24_314L, 7L));

        private Account counting(Map<String, WindowSums> counters) {
            return Account.of(
                    "program",
                    List.of(),
                    Customer.of("c-1"),
                    AT,
                    Milestones.NONE,
                    3,
                    1,
                    List.of(),
                    List.of(),
                    List.of(),
                    counters,
                    Map.of());
        }

        @Test
        void countersOfAnAccountAreFoundByTheirId() {
            Account account = counting(Map.of("spend/year", spend, "base:points:month", cap));
            assertThat(account.counter("spend/year")).isEqualTo(spend);
            assertThat(account.counter("base:points:month")).isEqualTo(cap);
            assertThat(account.counter("base:points:week")).isEqualTo(WindowSums.NONE);
        }

        @Test
        void countersOfAnAccountAreCopiedAndSortedByTheirId() {
            Map<String, WindowSums> backward = new LinkedHashMap<>();
            backward.put("spend/year", spend);
            backward.put("base:uses:ever", cap);
            backward.put("base:points:month", cap);
            Account account = counting(backward);
            backward.clear();
            assertThat(account.counters())
                    .containsExactly(
                            Map.entry("base:points:month", cap),
                            Map.entry("base:uses:ever", cap),
                            Map.entry("spend/year", spend));
            assertThatThrownBy(() -> account.counters().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        @Tag("F1")
        void countersOfAnAccountAreNotNull() {
            Map<String, WindowSums> counters = new LinkedHashMap<>();
            counters.put("base:points:month", null);
            assertThatNullPointerException().isThrownBy(() -> counting(counters));
            assertThatNullPointerException().isThrownBy(() -> counting(null));
        }
    }

    @Nested
    @Tag("F2")
    class Text {
        @Test
        void theTextOfAnAccountShowsIdsAndInstantsOnly() {
            Account account = Account.of(
                    "program",
                    List.of(),
                    new Customer("c-1", new Birthday(Month.JUNE, 15), Map.of("canary", "canary"), Set.of("canary")),
                    AT,
                    new Milestones(AT, AT, AT, "canary-referrer", AT, AT, AT, null, null, null),
                    3,
                    1,
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of("canary", WindowSums.of(Map.of(2026L, 5L))),
                    Map.of("canary", List.of(new ClaimedBirthday("g-1", LocalDate.of(2026, 6, 15)))));
            assertThat(account).hasToString("Account[c-1 in program as of 2026-01-01T00:00:00Z, 3 entries]");
            assertThat(account.isOpen()).isTrue();
        }
    }
}
