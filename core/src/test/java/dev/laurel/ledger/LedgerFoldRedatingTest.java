package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the fold says of lots that get another date. */
@Tag("L3")
@Tag("L6")
class LedgerFoldRedatingTest {
    private static final Instant DAY_1 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DAY_5 = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant DAY_9 = Instant.parse("2026-01-09T00:00:00Z");

    private static LedgerEntry earned(long sequence, String currency, long lot) {
        return entry(sequence, EntryKind.EARN, currency, DAY_1, 10, DAY_1, DAY_5, new LotUse(lot, 10));
    }

    private static LedgerEntry redated(long sequence, Instant at, @Nullable Instant expires) {
        return entry(sequence, EntryKind.REDATE, "points", at, 0, null, expires);
    }

    private static LedgerEntry taken(long sequence, EntryKind kind, Instant at, long points) {
        return entry(sequence, kind, "points", at, points, null, null, new LotUse(1, Math.abs(points)));
    }

    private static LedgerEntry entry(
            long sequence,
            EntryKind kind,
            String currency,
            Instant at,
            long points,
            @Nullable Instant available,
            @Nullable Instant expires,
            LotUse... uses) {
        return new LedgerEntry(
                sequence,
                kind,
                currency,
                points,
                Arrays.asList(uses),
                null,
                kind == EntryKind.EXPIRE ? "laurel:time:" + at : "e-" + sequence,
                "p@1",
                at,
                available,
                available,
                expires);
    }

    private static LedgerFold fold(LedgerEntry... entries) {
        LedgerFold fold = LedgerFold.of(Arrays.asList(entries));
        assertThat(fold.violation()).isEmpty();
        return fold;
    }

    private static void refused(String message, LedgerEntry... entries) {
        LedgerFold fold = LedgerFold.of(List.of(entries));
        LedgerEntry wrong = entries[entries.length - 1];
        assertThat(fold.violation()).contains(new LedgerFold.Violation(wrong.sequence(), message));
    }

    @Test
    void lotsThatAreSuspendedKeepTheirDateThoughItDoesNotCount() {
        LedgerFold fold = fold(earned(1, "points", 1), earned(2, "miles", 2), redated(3, DAY_1, null));
        Lot lot = fold.openLots("points").get(0);
        assertThat(lot).isEqualTo(new Lot(1, 10, 10, DAY_1, DAY_1, DAY_5, LotDating.SUSPENDED));
        assertThat(lot.end()).isNull();
        assertThat(fold.openLots("miles")).containsExactly(new Lot(2, 10, 10, DAY_1, DAY_1, DAY_5));
    }

    @Test
    void allSuspendedLotsOfTheCurrencyAndNoOthersGetTheDateIfTheirsIsEarlier() {
        LedgerFold fold =
                fold(earned(1, "points", 1), earned(2, "miles", 2), redated(3, DAY_1, null), redated(4, DAY_1, DAY_9));
        assertThat(fold.openLots("points")).containsExactly(new Lot(1, 10, 10, DAY_1, DAY_1, DAY_9));
        assertThat(fold.openLots("miles")).containsExactly(new Lot(2, 10, 10, DAY_1, DAY_1, DAY_5));
        assertThat(fold.balance("points").available()).isEqualTo(10);
        assertThat(fold(earned(1, "points", 1), redated(2, DAY_1, null), redated(3, DAY_1, DAY_1))
                        .openLots("points"))
                .containsExactly(new Lot(1, 10, 10, DAY_1, DAY_1, DAY_5));
    }

    @Test
    void lotsThatNoTierSuspendedAreNotRedated() {
        assertThat(fold(earned(1, "points", 1), redated(2, DAY_1, DAY_9)).openLots("points"))
                .containsExactly(new Lot(1, 10, 10, DAY_1, DAY_1, DAY_5));
        LedgerEntry own = new LedgerEntry(
                1,
                EntryKind.RECEIVE,
                "points",
                10,
                List.of(new LotUse(1, 10)),
                null,
                "e-1",
                "p@1",
                DAY_1,
                DAY_1,
                DAY_1,
                DAY_5,
                LotDating.OWN,
                0,
                null);
        assertThat(fold(own, redated(2, DAY_1, null), redated(3, DAY_1, DAY_9)).openLots("points"))
                .containsExactly(new Lot(1, 10, 10, DAY_1, DAY_1, DAY_5, LotDating.OWN));
    }

    @Test
    void lotsThatWereGoneWhenASuspensionBeganStayGone() {
        assertThat(fold(earned(1, "points", 1), redated(2, DAY_5, null), taken(3, EntryKind.EXPIRE, DAY_5, -10))
                        .balance("points")
                        .expired())
                .isEqualTo(10);
    }

    @Test
    void redatedLotsCanBeSpentUntilTheirNewDateAndDoNotExpireMeanwhile() {
        assertThat(fold(earned(1, "points", 1), redated(2, DAY_1, null), taken(3, EntryKind.REDEEM, DAY_9, -4))
                        .balance("points")
                        .available())
                .isEqualTo(6);
        refused(
                "expires lot 1 before its date, 2026-01-05T00:00:00Z",
                earned(1, "points", 1),
                redated(2, DAY_1, null),
                taken(3, EntryKind.EXPIRE, DAY_9, -10));
        refused(
                "REDEEM takes from lot 1, which cannot be spent at 2026-01-09T00:00:00Z",
                earned(1, "points", 1),
                redated(2, DAY_1, null),
                redated(3, DAY_1, DAY_9),
                taken(4, EntryKind.REDEEM, DAY_9, -10));
    }

    @Test
    void pointsThatComeBackToAnEmptyRedatedLotHaveTheNewDate() {
        LedgerFold fold = fold(
                earned(1, "points", 1),
                taken(2, EntryKind.REDEEM, DAY_1, -10),
                redated(3, DAY_1, null),
                redated(4, DAY_1, DAY_9),
                taken(5, EntryKind.RESTORE, DAY_5, 3));
        assertThat(fold.openLots("points")).containsExactly(new Lot(1, 10, 3, DAY_1, DAY_1, DAY_9));
    }

    @Test
    void aRedatingThatMovesPointsOrGivesAPastDateIsWrong() {
        refused(
                "REDATE must move nothing, but had 3 points",
                earned(1, "points", 1),
                taken(2, EntryKind.REDATE, DAY_1, 3));
        refused(
                "REDATE must not give a date before its own, but gave 2026-01-01T00:00:00Z",
                earned(1, "points", 1),
                redated(2, DAY_5, null),
                redated(3, DAY_5, DAY_1));
    }
}
