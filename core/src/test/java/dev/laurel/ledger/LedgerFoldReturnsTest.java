package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the fold says of points that are taken back for a return, or go back to the lots that they came from. */
@Tag("L3")
class LedgerFoldReturnsTest {
    private static final Instant DAY_1 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DAY_9 = Instant.parse("2026-01-09T00:00:00Z");

    private static LotUse use(long lot, long points) {
        return new LotUse(lot, points);
    }

    private static LedgerEntry earned(long sequence, long lot, long points) {
        return new LedgerEntry(
                sequence,
                EntryKind.EARN,
                "points",
                points,
                List.of(use(lot, points)),
                "base",
                "e-" + sequence,
                "p@1",
                DAY_1,
                DAY_1,
                DAY_1,
                DAY_9);
    }

    private static LedgerEntry entry(
            long sequence, EntryKind kind, Instant at, long points, long shortfall, LotUse... uses) {
        return new LedgerEntry(
                sequence,
                kind,
                "points",
                points,
                List.of(uses),
                null,
                "r-" + sequence,
                "p@1",
                at,
                null,
                null,
                null,
                shortfall);
    }

    private static LedgerEntry redeemed(long sequence, LotUse... uses) {
        long points = Arrays.stream(uses).mapToLong(LotUse::points).sum();
        return entry(sequence, EntryKind.REDEEM, DAY_1, -points, 0, uses);
    }

    private static LedgerEntry restored(long sequence, Instant at, LotUse... uses) {
        long points = Arrays.stream(uses).mapToLong(LotUse::points).sum();
        return entry(sequence, EntryKind.RESTORE, at, points, 0, uses);
    }

    private static LedgerEntry clawedBack(long sequence, long points, long shortfall, LotUse... uses) {
        return entry(sequence, EntryKind.CLAWBACK, DAY_1, points, shortfall, uses);
    }

    private static LedgerFold fold(LedgerEntry... entries) {
        LedgerFold fold = LedgerFold.of(List.of(entries));
        assertThat(fold.violation()).isEmpty();
        Balance balance = fold.balance("points");
        assertThat(balance.isConserved()).isTrue();
        long left = fold.openLots("points").stream().mapToLong(Lot::left).sum();
        assertThat(balance.available()).isEqualTo(left);
        return fold;
    }

    private static void refused(String message, LedgerEntry... entries) {
        LedgerFold fold = LedgerFold.of(List.of(entries));
        LedgerEntry wrong = entries[entries.length - 1];
        assertThat(fold.violation()).contains(new LedgerFold.Violation(wrong.sequence(), message));
        LedgerFold before = LedgerFold.of(Arrays.asList(entries).subList(0, entries.length - 1));
        assertThat(before.violation()).isEmpty();
        assertThat(fold.balance("points")).isEqualTo(before.balance("points"));
        assertThat(fold.openLots("points")).isEqualTo(before.openLots("points"));
    }

    @Nested
    @Tag("V4")
    class Clawbacks {
        @Test
        void clawbacksTakeFromAnyLots() {
            LedgerFold fold = fold(earned(1, 1, 10), earned(2, 2, 10), clawedBack(3, -12, 0, use(2, 10), use(1, 2)));
            assertThat(fold.balance("points").clawedBack()).isEqualTo(12);
            assertThat(fold.openLots("points")).containsExactly(new Lot(1, 10, 8, DAY_1, DAY_1, DAY_9));
        }

        @Test
        @Tag("L8")
        void clawbacksCanOweOrForgetWhatIsMissing() {
            LedgerFold owed = fold(earned(1, 1, 10), clawedBack(2, -25, 0, use(1, 10)), clawedBack(3, -5, 0));
            assertThat(owed.balance("points").debt()).isEqualTo(20);
            assertThat(owed.balance("points").clawedBack()).isEqualTo(30);
            LedgerFold forgotten = fold(earned(1, 1, 10), clawedBack(2, -10, 15, use(1, 10)), clawedBack(3, 0, 5));
            assertThat(forgotten.balance("points").debt()).isZero();
            assertThat(forgotten.balance("points").clawedBack()).isEqualTo(10);
        }

        @Test
        void clawbacksCannotOweOrForgetWhatIsThere() {
            refused("has a shortfall of 5, but leaves 3 available", earned(1, 1, 10), clawedBack(2, -7, 5, use(1, 7)));
            LedgerEntry owing = clawedBack(2, -12, 0, use(1, 7));
            LedgerFold fold = LedgerFold.of(List.of(earned(1, 1, 10), owing));
            assertThat(fold.violation().orElseThrow().message()).startsWith("leaves a balance that does not add up");
        }

        @Test
        void clawbacksGiveNothing() {
            refused("CLAWBACK must not have more than 0 points, but had 5", clawedBack(1, 5, 0, use(1, 5)));
            refused(
                    "CLAWBACK must have points, and a shortfall only where it takes some, but had 0 and a shortfall of 0",
                    clawedBack(1, 0, 0));
        }

        @Test
        void clawbacksTakeNoMoreThanALotHas() {
            refused(
                    "takes 11 points from lot 1, which has 10 left",
                    earned(1, 1, 10),
                    clawedBack(2, -11, 0, use(1, 11)));
            refused(
                    "CLAWBACK takes from lot 1, which cannot be spent at 2026-01-09T00:00:00Z",
                    earned(1, 1, 10),
                    entry(2, EntryKind.CLAWBACK, DAY_9, -5, 0, use(1, 5)));
        }
    }

    @Nested
    @Tag("R3")
    class Restorations {
        @Test
        void restorationsPutPointsBackIntoTheirLotsAlsoWhereThoseWereEmpty() {
            LedgerFold fold = fold(
                    earned(1, 1, 10),
                    earned(2, 2, 10),
                    redeemed(3, use(1, 10), use(2, 4)),
                    restored(4, DAY_1, use(2, 4), use(1, 3)));
            assertThat(fold.openLots("points"))
                    .containsExactly(new Lot(1, 10, 3, DAY_1, DAY_1, DAY_9), new Lot(2, 10, 10, DAY_1, DAY_1, DAY_9));
            assertThat(fold.balance("points").redeemed()).isEqualTo(7);
        }

        @Test
        void restorationsPutBackWhatExpiresAtOnce() {
            LedgerFold fold = fold(
                    earned(1, 1, 10),
                    redeemed(2, use(1, 4)),
                    entry(3, EntryKind.EXPIRE, DAY_9, -6, 0, use(1, 6)),
                    restored(4, DAY_9, use(1, 4)),
                    entry(5, EntryKind.EXPIRE, DAY_9, -4, 0, use(1, 4)));
            assertThat(fold.balance("points").expired()).isEqualTo(10);
            assertThat(fold.balance("points").redeemed()).isZero();
            assertThat(fold.openLots("points")).isEmpty();
        }

        @Test
        @Tag("L9")
        void restorationsPutBackNoMoreThanWasRedeemedFromALot() {
            refused(
                    "puts 5 points back into lot 1, from which 4 were redeemed",
                    earned(1, 1, 10),
                    redeemed(2, use(1, 4)),
                    restored(3, DAY_1, use(1, 5)));
            refused(
                    "puts 1 points back into lot 1, from which 0 were redeemed",
                    earned(1, 1, 10),
                    redeemed(2, use(1, 4)),
                    restored(3, DAY_1, use(1, 4)),
                    restored(4, DAY_1, use(1, 1)));
            refused(
                    "puts 4 points back into lot 1, from which 0 were redeemed",
                    earned(1, 1, 10),
                    clawedBack(2, -4, 0, use(1, 4)),
                    restored(3, DAY_1, use(1, 4)));
            refused("puts 1 points back into lot 9, from which 0 were redeemed", restored(1, DAY_1, use(9, 1)));
        }

        @Test
        void restorationsGiveAndDoNotTake() {
            refused(
                    "RESTORE must have more than 0 points, but had -4",
                    earned(1, 1, 10),
                    entry(2, EntryKind.RESTORE, DAY_1, -4, 0, use(1, 4)));
            refused(
                    "RESTORE cannot have a shortfall, but had 1",
                    earned(1, 1, 10),
                    redeemed(2, use(1, 4)),
                    entry(3, EntryKind.RESTORE, DAY_1, 4, 1, use(1, 4)));
        }
    }
}
