package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.account.Milestones;
import dev.laurel.account.Wallet;
import dev.laurel.counter.Counters;
import dev.laurel.customer.Customer;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to queues and counters, what is written of the changes is the account. */
@Tag("D2")
class AccountBytesProperties {
    private static final int STEPS = 60;

    private final Map<String, byte[]> stored = new TreeMap<>();
    private LotQueue dated = LotQueue.EMPTY;
    private LotQueue undated = LotQueue.EMPTY;
    private LotQueue pending = LotQueue.NONE_PENDING;
    private Counters counters = Counters.NONE;
    private long opened;
    private long day;

    private Account account() {
        long available = left(dated) + left(undated);
        Balance balance =
                new Balance(0, available + left(pending), 0, 0, 0, 0, 0, 0, 0, available, left(pending), 0, 0);
        return Account.of(
                "shop",
                List.of(),
                Customer.of("c-1"),
                AT,
                Milestones.NONE,
                opened,
                opened,
                List.of(new Wallet(
                        "points", balance, dated, undated, pending, null, 0, List.of(), null, List.of(), List.of())),
                List.of(),
                List.of(),
                counters,
                Map.of());
    }

    private static long left(LotQueue lots) {
        long left = 0;
        for (Lot lot : lots) {
            left += lot.left();
        }
        return left;
    }

    private Lot lot(Random random, boolean isDated) {
        Instant earned = AT.plus(Duration.ofMinutes(random.nextInt(10_000)));
        return new Lot(
                ++opened,
                10,
                1 + random.nextInt(10),
                earned,
                earned.plus(Duration.ofHours(random.nextInt(100))),
                isDated ? earned.plus(Duration.ofDays(30 + random.nextInt(60))) : null);
    }

    /** As many changes of a queue as an event may bring about, and now and then far more. */
    private LotQueue changed(LotQueue before, Random random, boolean isDated, int bias) {
        LotQueue lots = before;
        for (int i = random.nextInt(12) == 0 ? random.nextInt(120) : random.nextInt(3); i > 0; i--) {
            if (lots.isEmpty() || random.nextInt(10) < bias) {
                lots = lots.plus(lot(random, isDated));
                continue;
            }
            Lot any = Iterables.get(lots, random.nextInt(lots.size()));
            lots = switch (random.nextInt(4)) {
                case 0 -> lots.withoutFirst();
                case 1 -> lots.withFirst(lots.first().withLeft(1));
                case 2 -> lots.without(any);
                default -> lots.with(any.withLeft(1 + random.nextInt(10)));
            };
        }
        return lots;
    }

    private void count(Random random) {
        Counters.Draft draft = new Counters.Draft(counters);
        for (int i = random.nextInt(6); i > 0; i--) {
            long unused = draft.add("counter-" + random.nextInt(120), random.nextInt(4), random.nextInt(5) - 1);
        }
        for (int i = random.nextInt(8) == 0 ? random.nextInt(90) : 1; i > 0; i--) {
            countDay(draft, random);
        }
        if (random.nextInt(20) == 0) {
            draft.keepFrom(id -> id.startsWith("daily") ? day - random.nextInt(200) : random.nextInt(4));
        }
        counters = draft.toCounters();
    }

    /** A counter of many days, which come one after the other, and now and then late or not at all. */
    private void countDay(Counters.Draft draft, Random random) {
        String counter = random.nextInt(4) == 0 ? "daily-late" : "daily";
        boolean isLate = random.nextInt(5) == 0;
        long counted = isLate ? day - random.nextInt(150) : ++day;
        long unused = random.nextInt(9) == 0
                ? draft.add(counter, counted, -draft.sum(counter, counted))
                : draft.add(counter, counted, 1 + random.nextInt(3));
    }

    @Property(tries = 60)
    void whatIsWrittenOfChangesIsTheAccount(@ForAll long seed, @ForAll @IntRange(min = 4, max = 9) int bias) {
        Random random = new Random(seed);
        stored.clear();
        dated = LotQueue.EMPTY;
        undated = LotQueue.EMPTY;
        pending = LotQueue.NONE_PENDING;
        counters = Counters.NONE;
        day = 0;
        Account before = account();
        for (int step = 0; step < STEPS; step++) {
            dated = changed(dated, random, true, bias);
            undated = changed(undated, random, false, bias);
            pending = changed(pending, random, random.nextBoolean(), bias);
            count(random);
            Account after = account();
            AccountBytes change = AccountBytes.ofChange(before, after);
            stored.keySet().removeAll(change.removed());
            stored.putAll(change.chunks());
            AccountBytes all = AccountBytes.of(after);
            assertThat(change.header()).isEqualTo(all.header());
            assertThat(stored).containsExactlyEntriesOf(all.chunks());
            Account decoded = AccountBytes.decode(change.header(), stored);
            assertThat(decoded).isEqualTo(after);
            assertThat(Codec.ACCOUNTS.encode(decoded)).isEqualTo(Codec.ACCOUNTS.encode(after));
            if (random.nextInt(3) == 0) {
                goOnFrom(decoded);
            }
            before = random.nextInt(3) == 0 ? decoded : after;
        }
    }

    private void goOnFrom(Account decoded) {
        dated = decoded.dated(0);
        undated = decoded.undated(0);
        pending = decoded.pending(0);
        counters = Counters.copyOf(decoded.counters());
    }
}
