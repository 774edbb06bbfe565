package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the fold says of points that become available by time alone. */
@Tag("L3")
@Tag("L4")
class LedgerFoldPendingTest {
    private static final Instant DAY_1 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DAY_5 = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant DAY_9 = Instant.parse("2026-01-09T00:00:00Z");
    private static final Instant MICRO_BEFORE_DAY_5 = DAY_5.minusNanos(1_000);

    private static LedgerEntry earned(long sequence, long lot, @Nullable Instant expires) {
        return entry(sequence, EntryKind.EARN, DAY_1, 10, DAY_5, expires, new LotUse(lot, 10));
    }

    private static LedgerEntry taken(long sequence, EntryKind kind, Instant at, long points, LotUse... uses) {
        return entry(sequence, kind, at, points, null, null, uses);
    }

    private static LedgerEntry entry(
            long sequence,
            EntryKind kind,
            Instant at,
            long points,
            @Nullable Instant available,
            @Nullable Instant expires,
            LotUse... uses) {
        return new LedgerEntry(
                sequence,
                kind,
                "points",
                points,
                Arrays.asList(uses),
                null,
                "e-" + sequence,
                "p@1",
                at,
                available == null ? null : DAY_1,
                available,
                expires);
    }

    private static Balance balanceAt(Instant asOf, LedgerEntry... entries) {
        LedgerFold fold = LedgerFold.of(Arrays.asList(entries), asOf);
        assertThat(fold.violation()).isEmpty();
        assertThat(fold.balance("points").isConserved()).isTrue();
        return fold.balance("points");
    }

    private static void refused(String message, LedgerEntry... entries) {
        LedgerFold fold = LedgerFold.of(List.of(entries), DAY_9);
        LedgerEntry wrong = entries[entries.length - 1];
        assertThat(fold.violation()).contains(new LedgerFold.Violation(wrong.sequence(), message));
        LedgerFold before = LedgerFold.of(Arrays.asList(entries).subList(0, entries.length - 1));
        assertThat(fold.balance("points")).isEqualTo(before.balance("points"));
    }

    @Test
    void pointsArePendingUntilTheirInstantAndAvailableFromItOn() {
        assertThat(balanceAt(MICRO_BEFORE_DAY_5, earned(1, 1, null)).pending()).isEqualTo(10);
        assertThat(balanceAt(MICRO_BEFORE_DAY_5, earned(1, 1, null)).available())
                .isZero();
        assertThat(balanceAt(DAY_5, earned(1, 1, null)).pending()).isZero();
        assertThat(balanceAt(DAY_5, earned(1, 1, null)).available()).isEqualTo(10);
    }

    @Test
    void pendingPointsCannotBeSpentBeforeTheirInstant() {
        refused(
                "REDEEM takes from lot 1, which cannot be spent at 2026-01-04T23:59:59.999999Z",
                earned(1, 1, null),
                taken(2, EntryKind.REDEEM, MICRO_BEFORE_DAY_5, -4, new LotUse(1, 4)));
        Balance spent = balanceAt(DAY_5, earned(1, 1, null), taken(2, EntryKind.REDEEM, DAY_5, -4, new LotUse(1, 4)));
        assertThat(spent.available()).isEqualTo(6);
    }

    @Test
    void aClawbackAndExpiryTakePointsWhileTheyArePending() {
        LedgerEntry clawback = taken(2, EntryKind.CLAWBACK, MICRO_BEFORE_DAY_5, -4, new LotUse(1, 4));
        assertThat(balanceAt(DAY_1, earned(1, 1, null), clawback).pending()).isEqualTo(6);
        assertThat(balanceAt(DAY_5, earned(1, 1, null), clawback).available()).isEqualTo(6);
        LedgerEntry expiry = taken(2, EntryKind.EXPIRE, MICRO_BEFORE_DAY_5, -10, new LotUse(1, 10));
        assertThat(balanceAt(DAY_9, earned(1, 1, MICRO_BEFORE_DAY_5), expiry).pending())
                .isZero();
    }

    @Test
    void pointsThatExpireBeforeTheyAreAvailableNeverAre() {
        assertThat(balanceAt(DAY_9, earned(1, 1, DAY_5)).pending()).isEqualTo(10);
        LedgerEntry expiry = taken(2, EntryKind.EXPIRE, DAY_5, -10, new LotUse(1, 10));
        assertThat(balanceAt(DAY_9, earned(1, 1, DAY_5), expiry).outstanding()).isZero();
    }

    @Test
    void pointsThatBecameAvailableMustPayADebtBeforeAnythingIsSpent() {
        LedgerEntry down = taken(2, EntryKind.ADJUST, DAY_1, -3);
        refused(
                "spends while a debt of 3 is not paid",
                earned(1, 1, null),
                down,
                taken(3, EntryKind.REDEEM, DAY_5, -4, new LotUse(1, 4)));
        LedgerEntry paid = taken(3, EntryKind.DEBT_PAID, DAY_5, 3, new LotUse(1, 3));
        assertThat(balanceAt(DAY_5, earned(1, 1, null), down, paid).available()).isEqualTo(7);
        refused(
                "DEBT_PAID takes from lot 1, which cannot be spent at 2026-01-01T00:00:00Z",
                earned(1, 1, null),
                down,
                taken(3, EntryKind.DEBT_PAID, DAY_1, 3, new LotUse(1, 3)));
    }
}
