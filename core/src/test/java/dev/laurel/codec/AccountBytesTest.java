package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.laurel.account.Account;
import dev.laurel.account.Milestones;
import dev.laurel.account.Wallet;
import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotChunk;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
class AccountBytesTest {
    private static final int FEW_KILOBYTES = 4_000;
    private static final int POINTS_OF_A_LOT = 10;

    private final LoyaltyEngine engine = LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(Samples.USD)
            .points(PointCurrency.of("points"), PointTerms.expiring(Moment.after(Period.ofYears(3))))
            .earn(EarnRule.earning("base", Amounts.proportional(1, Samples.usd("1"))))
            .redeem(Reward.costing("small", 5), Reward.costing("large", 500))
            .build());

    private static LotQueue lots(int from, int count) {
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant earned = AT.plus(Duration.ofMinutes(i));
            lots.add(new Lot(
                    from + i,
                    POINTS_OF_A_LOT,
                    POINTS_OF_A_LOT,
                    earned,
                    earned,
                    earned.plus(Duration.ofDays(1_095)).plusNanos(1_000)));
        }
        return LotQueue.ofOrdered(lots);
    }

    private static Account holding(int count) {
        return holding(count, Map.of());
    }

    private static Account holding(int count, Map<String, WindowSums> counters) {
        long points = (long) POINTS_OF_A_LOT * count;
        Balance balance = new Balance(0, points, 0, 0, 0, 0, 0, 0, 0, points, 0, 0, 0);
        return Account.of(
                "shop",
                List.of(),
                Customer.of("c-1"),
                AT.plus(Duration.ofDays(30)),
                Milestones.NONE,
                count,
                count,
                List.of(new Wallet("points", balance, lots(1, count), LotQueue.EMPTY, null)),
                List.of(),
                List.of(),
                counters,
                Map.of());
    }

    private static Map<String, WindowSums> counters(int count) {
        Map<String, WindowSums> counters = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            counters.put("rule-" + i + ":points:month", WindowSums.of(Map.of(24_314L, 1L + i)));
        }
        return counters;
    }

    /** Counters of a month, and one of days. */
    private static Map<String, WindowSums> counting(int count, int days) {
        Map<String, WindowSums> counters = counters(count);
        Map<Long, Long> sums = new TreeMap<>();
        for (long day = 0; day < days; day++) {
            sums.put(20_000 + day, 5_000_000 + day);
        }
        counters.put("base:points:730-days", WindowSums.of(sums));
        return counters;
    }

    /** What a store has of an account. */
    private static final class Stored {
        private byte[] header = new byte[0];
        private final Map<String, byte[]> chunks = new TreeMap<>();

        Stored with(AccountBytes change) {
            header = change.header();
            assertThat(chunks.keySet()).containsAll(change.removed());
            chunks.keySet().removeAll(change.removed());
            chunks.putAll(change.chunks());
            return this;
        }

        Account decoded() {
            return AccountBytes.decode(header, chunks);
        }

        static Stored of(Account account) {
            return new Stored().with(AccountBytes.of(account));
        }
    }

    private static int size(AccountBytes bytes) {
        return bytes.header().length
                + bytes.chunks().values().stream()
                        .mapToInt(chunk -> chunk.length)
                        .sum();
    }

    private Account after(Account account, LoyaltyEvent event) {
        Decision decision = engine.evaluate(account, event);
        assertThat(decision.refusal()).isEmpty();
        return decision.account();
    }

    private static Purchase purchase(int number, Instant at) {
        return new Purchase("p-" + number, "c-1", at, Basket.ofTotal(Samples.usd("10")));
    }

    @Nested
    class Of {
        @Test
        void anAccountOfAFewLotsHasNoChunks() {
            for (int count : new int[] {0, 1, 32, 33, 64}) {
                AccountBytes bytes = AccountBytes.of(holding(count, counters(30)));
                assertThat(bytes.chunks()).isEmpty();
                assertThat(bytes.removed()).isEmpty();
                assertThat(AccountBytes.decode(bytes.header(), Map.of())).isEqualTo(holding(count, counters(30)));
            }
        }

        @Test
        void anAccountOfManyLotsHasAChunkForEachFewDozenOfThemUnderShortKeys() {
            AccountBytes bytes = AccountBytes.of(holding(10_000));
            assertThat(bytes.chunks()).hasSize(311).containsKeys("d33", "d65");
            assertThat(bytes.header().length).isLessThan(1_500);
            assertThat(AccountBytes.of(holding(65)).chunks()).containsOnlyKeys("d33");
            assertThat(bytes.chunks().keySet()).allMatch(key -> key.matches("[!-~]{1,100}"));
        }

        @Test
        void aChunkThatBeginsWithALotThatCameBackHasAKeyWithItsDate() {
            Lot lot = new Lot(7, 5, 5, AT, AT, Samples.LATER);
            QueueName queue = new QueueName("points", QueueName.Kind.PENDING);
            assertThat(new AccountChunk.Lots(queue, LotChunk.of(List.of(lot))).key())
                    .isEqualTo("p7");
            Lot cameBack = lot.withExpires(Samples.LATER, LotDating.GIVEN_BACK);
            assertThat(new AccountChunk.Lots(queue, LotChunk.of(List.of(cameBack))).key())
                    .isEqualTo("p7b" + Long.toHexString(cameBack.expiresMicros()));
        }

        @Test
        void anAccountOfManyCountersHasAChunkForEachFewDozenOfThem() {
            AccountBytes bytes = AccountBytes.of(holding(1, counters(100)));
            assertThat(bytes.chunks()).hasSize(4);
            assertThat(bytes.chunks().keySet()).allMatch(key -> key.matches("c[0-9a-f]{16}"));
            assertThat(AccountBytes.decode(bytes.header(), bytes.chunks())).isEqualTo(holding(1, counters(100)));
        }

        @Test
        void aCounterOfManyWindowsHasAChunkForEachSixteenOfThem() {
            assertThat(AccountBytes.of(holding(1, counting(10, 64))).chunks()).isEmpty();
            AccountBytes bytes = AccountBytes.of(holding(1, counting(10, 730)));
            assertThat(bytes.chunks()).hasSize(44);
            assertThat(bytes.chunks().keySet()).allMatch(key -> key.matches("w[0-9a-f]{16}\\.20[0-9]{3}"));
            assertThat(bytes.chunks().values()).allMatch(chunk -> chunk.length < 150);
            assertThat(bytes.header().length).isLessThan(500);
            assertThat(AccountBytes.decode(bytes.header(), bytes.chunks())).isEqualTo(holding(1, counting(10, 730)));
        }

        @Test
        void aCounterOfManyWindowsAmongManyCountersHasChunksToo() {
            AccountBytes bytes = AccountBytes.of(holding(1, counting(100, 730)));
            assertThat(bytes.chunks().keySet().stream().filter(key -> key.startsWith("c")))
                    .hasSizeBetween(4, 5);
            assertThat(bytes.chunks().keySet().stream().filter(key -> key.startsWith("w")))
                    .hasSize(44);
            assertThat(AccountBytes.decode(bytes.header(), bytes.chunks())).isEqualTo(holding(1, counting(100, 730)));
        }

        @Test
        void anAccountMadeByHandThatHasALotTwiceIsRefused() {
            Wallet wallet = holding(100).wallets().get(0);
            Account twice = (Account) Parts.with(
                    holding(100),
                    "wallets",
                    List.of(wallet, new Wallet("stars", wallet.balance(), lots(1, 100), LotQueue.EMPTY, null)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AccountBytes.of(twice))
                    .withMessage("an account must have each lot once");
        }

        @Test
        @Tag("F2")
        void theBytesOfAnAccountSayNothingOfItsContent() {
            assertThat(AccountBytes.of(holding(65)))
                    .asString()
                    .matches("AccountBytes\\[header of \\d+ bytes, 1 chunks, 0 removed\\]");
        }
    }

    @Nested
    class OfChange {
        @Test
        void aPurchaseOrRedemptionOfAnAccountOfManyLotsWritesTheHeaderAndFewChunks() {
            Account account = holding(10_000, counters(20));
            Stored stored = Stored.of(account);
            int chunks = 0;
            for (int i = 0; i < 200; i++) {
                Instant at = account.asOf().plus(Duration.ofMinutes(1));
                LoyaltyEvent event = i % 2 == 0
                        ? purchase(i, at)
                        : Redemption.of("r-" + i, "c-1", at, i % 20 == 1 ? "large" : "small");
                Account after = after(i % 3 == 0 ? stored.decoded() : account, event);
                AccountBytes change = AccountBytes.ofChange(account, after);
                assertThat(change.chunks().size() + change.removed().size()).isLessThanOrEqualTo(3);
                assertThat(change.chunks()).hasSizeLessThanOrEqualTo(2);
                assertThat(size(change)).isLessThan(FEW_KILOBYTES);
                assertThat(stored.with(change).decoded()).isEqualTo(after);
                chunks += change.chunks().size();
                account = after;
            }
            assertThat(chunks).isBetween(2, 20);
        }

        @Test
        void anAccountThatIsEqualAndSharesNothingWritesTheHeaderOnly() {
            AccountBytes change = AccountBytes.ofChange(holding(1_000, counters(100)), holding(1_000, counters(100)));
            assertThat(change.chunks()).isEmpty();
            assertThat(change.removed()).isEmpty();
            assertThat(change.header())
                    .isEqualTo(AccountBytes.of(holding(1_000, counters(100))).header());
        }

        @Test
        void aDayMoreOfACounterOfManyDaysWritesTheHeaderAndNowAndThenAChunk() {
            for (int others : new int[] {10, 100}) {
                Account account = holding(1, counting(others, 730));
                Stored stored = Stored.of(account);
                int written = 0;
                for (int day = 730; day < 800; day++) {
                    Counters.Draft draft = new Counters.Draft(Counters.copyOf(account.counters()));
                    assertThat(draft.add("base:points:730-days", 20_000 + day, 7_000_000))
                            .isEqualTo(7_000_000);
                    long first = 20_000L + day - 729;
                    draft.keepFrom(id -> id.startsWith("base") ? first : 0);
                    Account after = holding(1, draft.toCounters());
                    AccountBytes change = AccountBytes.ofChange(account, after);
                    assertThat(change.chunks().size() + change.removed().size()).isLessThanOrEqualTo(3);
                    assertThat(size(change)).isLessThan(others == 10 ? 700 : 1_300);
                    assertThat(stored.with(change).decoded()).isEqualTo(after);
                    written += change.chunks().keySet().stream().anyMatch(key -> key.startsWith("w")) ? 1 : 0;
                    account = day % 3 == 0 ? stored.decoded() : after;
                }
                assertThat(written).isBetween(8, 10);
            }
        }

        @Test
        void aDayOfACounterThatIsChangedInTheMiddleWritesItsChunk() {
            Account account = holding(1, counting(10, 730));
            Counters.Draft draft = new Counters.Draft(Counters.copyOf(account.counters()));
            assertThat(draft.add("base:points:730-days", 20_300, 1)).isEqualTo(5_000_301);
            Account after = holding(1, draft.toCounters());
            AccountBytes change = AccountBytes.ofChange(account, after);
            assertThat(change.chunks()).hasSize(1);
            assertThat(Stored.of(account).with(change).decoded()).isEqualTo(after);
        }

        /** The same sums can lie in other chunks, by how they came about. */
        @Test
        void sumsThatAreEqualAndLieInOtherChunksAreWrittenAsTheyLie() {
            for (int others : new int[] {10, 100}) {
                Account account = holding(1, counting(others, 730));
                Counters.Draft draft = new Counters.Draft(Counters.copyOf(account.counters()));
                for (long day = 20_040; day < 20_060; day++) {
                    assertThat(draft.add("base:points:730-days", day, -5_000_000 - (day - 20_000)))
                            .isZero();
                }
                for (long day = 20_059; day >= 20_040; day--) {
                    assertThat(draft.add("base:points:730-days", day, 5_000_000 + (day - 20_000)))
                            .isPositive();
                }
                Account after = holding(1, draft.toCounters());
                assertThat(after).isEqualTo(account);
                AccountBytes change = AccountBytes.ofChange(account, after);
                assertThat(change.header())
                        .isNotEqualTo(AccountBytes.of(account).header());
                assertThat(Stored.of(account).with(change).decoded()).isEqualTo(account);
                assertThat(Codec.ACCOUNTS.encode(after)).isEqualTo(Codec.ACCOUNTS.encode(account));
            }
        }

        @Test
        void chunksThatAreThereNoMoreAreRemoved() {
            Account many = holding(1_000, counters(100));
            Stored stored = Stored.of(many);
            AccountBytes change = AccountBytes.ofChange(many, holding(2));
            assertThat(change.chunks()).isEmpty();
            assertThat(change.removed()).isEqualTo(stored.chunks.keySet());
            assertThat(stored.with(change).decoded()).isEqualTo(holding(2));
        }

        @Test
        void aDecodedAccountIsWrittenAsTheOneThatItWasDecodedFrom() {
            Account account = holding(10_000, counters(100));
            AccountBytes bytes = AccountBytes.of(account);
            Account decoded = AccountBytes.decode(bytes.header(), bytes.chunks());
            assertThat(decoded).isEqualTo(account);
            assertThat(Codec.ACCOUNTS.digest(decoded)).isEqualTo(Codec.ACCOUNTS.digest(account));
            AccountBytes again = AccountBytes.of(decoded);
            assertThat(again.header()).isEqualTo(bytes.header());
            assertThat(again.chunks()).containsExactlyEntriesOf(bytes.chunks());
        }
    }

    @Nested
    class Decode {
        private final Account account = holding(1_000, counters(100));

        private void isRefused(Consumer<Map<String, byte[]>> fault, String message) {
            AccountBytes bytes = AccountBytes.of(account);
            Map<String, byte[]> chunks = new TreeMap<>(bytes.chunks());
            fault.accept(chunks);
            assertThatExceptionOfType(MalformedBytesException.class)
                    .isThrownBy(() -> AccountBytes.decode(bytes.header(), chunks))
                    .withMessageContaining(message);
        }

        private byte[] ofOther(int count, String key) {
            byte[] chunk = AccountBytes.of(holding(count)).chunks().get(key);
            assertThat(chunk).isNotNull();
            return chunk;
        }

        @Test
        void aChunkThatIsMissingIsNoticed() {
            isRefused(chunks -> chunks.remove("d33"), "the chunks of lots are not those of this account");
            isRefused(chunks -> chunks.keySet().removeIf(key -> key.startsWith("d")), "the chunks of lots are not");
            isRefused(
                    chunks -> chunks.remove(chunks.keySet().iterator().next()),
                    "the chunks of counters are not those of this account");
        }

        @Test
        void aChunkOfWindowsThatIsMissingOrTooManyIsNoticed() {
            for (int others : new int[] {10, 100}) {
                AccountBytes bytes = AccountBytes.of(holding(1, counting(others, 730)));
                String any = bytes.chunks().keySet().stream()
                        .filter(key -> key.startsWith("w"))
                        .findAny()
                        .orElseThrow();
                Map<String, byte[]> chunks = new TreeMap<>(bytes.chunks());
                chunks.remove(any);
                assertThatExceptionOfType(MalformedBytesException.class)
                        .isThrownBy(() -> AccountBytes.decode(bytes.header(), chunks))
                        .withMessageContaining("the chunks of a counter are not those of this account");
                AccountBytes few = AccountBytes.of(holding(1, counting(others, 10)));
                Map<String, byte[]> more = new TreeMap<>(few.chunks());
                more.put(any, bytes.chunks().get(any));
                assertThatExceptionOfType(MalformedBytesException.class)
                        .isThrownBy(() -> AccountBytes.decode(few.header(), more))
                        .withMessageEndingWith(": there are chunks that the account does not have");
            }
        }

        @Test
        void aChunkTooManyIsNoticed() {
            isRefused(chunks -> chunks.put("d993", ofOther(2_000, "d993")), "the chunks of lots are not");
            byte[] few = AccountBytes.of(holding(3)).header();
            assertThatExceptionOfType(MalformedBytesException.class)
                    .isThrownBy(() -> AccountBytes.decode(few, Map.of("d33", ofOther(1_000, "d33"))))
                    .withMessageEndingWith(": there are chunks that the account does not have");
        }

        @Test
        void chunksThatWereSwappedAreNoticed() {
            isRefused(
                    chunks -> {
                        byte[] one = chunks.get("d33");
                        chunks.put("d33", chunks.get("d65"));
                        chunks.put("d65", one);
                    },
                    "its key must be 'd65', but it was stored under another");
        }

        @Test
        void aChunkOfAnotherVersionOfTheAccountIsNoticed() {
            Wallet wallet = account.wallets().get(0);
            Lot used = wallet.dated().middle().get(0).lots().get(3).withLeft(1);
            Account other = (Account) Parts.with(
                    account,
                    "wallets",
                    List.of(new Wallet(
                            "points", wallet.balance(), wallet.dated().with(used), LotQueue.EMPTY, null)));
            byte[] chunk = AccountBytes.of(other).chunks().get("d33");
            isRefused(chunks -> chunks.put("d33", chunk), "the chunks of lots are not those of this account");
            assertThat(AccountBytes.ofChange(account, other).chunks()).containsOnlyKeys("d33");
        }

        @Test
        void aChunkThatWasDamagedIsNoticed() {
            isRefused(
                    chunks -> {
                        byte[] damaged = chunks.get("d33").clone();
                        damaged[20] ^= 4;
                        chunks.put("d33", damaged);
                    },
                    "the checksum does not fit");
            isRefused(chunks -> chunks.put("d33", Codec.ACCOUNTS.encode(account)), "kind 65 is not known");
        }

        @Test
        void aHeaderThatIsNoneIsRefused() {
            assertThatExceptionOfType(MalformedBytesException.class)
                    .isThrownBy(() -> AccountBytes.decode(Codec.ACCOUNTS.encode(holding(3)), Map.of()))
                    .withMessage("account header cannot be read at byte 2:"
                            + " kind 65 is not known as one of account headers");
        }
    }
}
