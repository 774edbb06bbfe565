package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Credits, debits and adjustments in any order, some owed and some forgotten, against totals kept by hand. */
@Tag("L2")
@Tag("L3")
@Tag("L8")
class BalanceProperties {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    /** A ledger that is being written, with its own simple notion of what is there. */
    private static final class Book {
        private final Random random;
        private final boolean owing;
        private final List<LedgerEntry> entries = new ArrayList<>();
        private final List<Lot> lots = new ArrayList<>();
        private long opened;
        private long available;
        private long debt;
        private long came;
        private long went;

        Book(long seed) {
            random = new Random(seed);
            owing = random.nextBoolean();
        }

        void step() {
            switch (random.nextInt(5)) {
                case 0, 1 -> credit();
                case 2, 3 -> adjustDown(1L + random.nextInt(150));
                default -> {
                    if (debt == 0 && available > 0) {
                        debit(EntryKind.REDEEM, 1L + random.nextInt((int) available));
                    }
                }
            }
        }

        private void credit() {
            EntryKind[] kinds = {EntryKind.EARN, EntryKind.OPEN, EntryKind.ADJUST};
            long points = 1L + random.nextInt(100);
            lots.add(new Lot(++opened, points, points, AT, AT, null));
            available += points;
            came += points;
            add(kinds[random.nextInt(kinds.length)], points, List.of(new LotUse(opened, points)), 0, AT);
            long paid = Math.min(debt, available);
            if (paid > 0) {
                List<LotUse> uses = take(paid);
                debt -= paid;
                add(EntryKind.DEBT_PAID, paid, uses, 0, null);
            }
        }

        private void adjustDown(long points) {
            long taken = Math.min(points, available);
            List<LotUse> uses = take(taken);
            if (owing) {
                debt += points - taken;
                went += points;
                add(EntryKind.ADJUST, -points, uses, 0, null);
            } else {
                went += taken;
                add(EntryKind.ADJUST, -taken, uses, points - taken, null);
            }
        }

        private void debit(EntryKind kind, long points) {
            List<LotUse> uses = take(points);
            went += points;
            add(kind, -points, uses, 0, null);
        }

        private List<LotUse> take(long points) {
            List<LotUse> uses = new ArrayList<>();
            long missing = points;
            while (missing > 0) {
                Lot lot = lots.remove(random.nextInt(lots.size()));
                long taken = Math.min(missing, lot.left());
                if (taken < lot.left()) {
                    lots.add(lot.withLeft(lot.left() - taken));
                }
                uses.add(new LotUse(lot.number(), taken));
                missing -= taken;
            }
            available -= points;
            return uses;
        }

        private void add(EntryKind kind, long points, List<LotUse> uses, long shortfall, Instant earned) {
            entries.add(new LedgerEntry(
                    entries.size() + 1L,
                    kind,
                    "points",
                    points,
                    uses,
                    null,
                    "e-" + entries.size(),
                    "p@1",
                    AT,
                    earned,
                    earned,
                    null,
                    shortfall));
        }
    }

    private static Book book(long seed, int steps) {
        Book book = new Book(seed);
        for (int i = 0; i < steps; i++) {
            book.step();
        }
        return book;
    }

    @Property
    void nothingIsLostOrMadeUpWhateverIsAdjusted(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
        Book book = book(seed, steps);
        LedgerFold fold = LedgerFold.of(book.entries);
        Balance balance = fold.balance("points");
        assertThat(fold.violation()).isEmpty();
        assertThat(balance.isConserved()).isTrue();
        assertThat(balance.available()).isEqualTo(book.available);
        assertThat(balance.debt()).isEqualTo(book.debt);
        assertThat(balance.opened() + balance.earned() + balance.adjustedUp()).isEqualTo(book.came);
        assertThat(balance.redeemed() + balance.adjustedDown()).isEqualTo(book.went);
        assertThat(book.came - book.went).isEqualTo(balance.available() - balance.debt());
        assertThat(fold.openLots("points")).containsExactlyInAnyOrderElementsOf(book.lots);
    }

    @Property
    void aBalanceIsWhatItsEntriesAddUpToOneByOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
        Balance balance = Balance.ZERO;
        long signed = 0;
        List<LedgerEntry> entries = book(seed, steps).entries;
        for (LedgerEntry entry : entries) {
            balance = balance.plus(entry.kind(), entry.points(), entry.touched());
            signed += entry.kind() == EntryKind.DEBT_PAID ? 0 : entry.points();
            assertThat(balance.addsUp()).isTrue();
            assertThat(balance.available() - balance.debt()).isEqualTo(signed);
        }
        assertThat(LedgerFold.of(entries).balance("points")).isEqualTo(balance);
    }

    @Property
    void anEntryThatIsLeftOutIsFound(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int steps) {
        List<LedgerEntry> entries = new ArrayList<>(book(seed, steps).entries);
        if (entries.size() > 1) {
            LedgerEntry left = entries.remove(new Random(seed).nextInt(entries.size() - 1));
            assertThat(LedgerFold.of(entries).violation())
                    .contains(new LedgerFold.Violation(
                            left.sequence() + 1,
                            "sequence must be " + left.sequence() + ", but was " + (left.sequence() + 1)));
        }
    }
}
