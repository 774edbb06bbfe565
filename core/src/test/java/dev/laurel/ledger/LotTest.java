package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LotTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    @Tag("L2")
    void aLotNeverHasMoreLeftThanItHad() {
        refused(() -> new Lot(1, 5, 6, AT, AT, null), "a lot of 5 points cannot have 6 left");
        refused(() -> new Lot(1, 5, -1, AT, AT, null), "a lot of 5 points cannot have -1 left");
        refused(() -> new Lot(1, 0, 0, AT, AT, null), "points of a lot must be positive, but were 0");
        refused(() -> new Lot(0, 5, 5, AT, AT, null), "number of a lot must be positive, but was 0");
        Lot lot = new Lot(1, 5, 5, AT, AT, null);
        refused(() -> lot.withLeft(6), "a lot of 5 points cannot have 6 left");
        assertThat(lot.withLeft(2)).isEqualTo(new Lot(1, 5, 2, AT, AT, null));
    }

    @Test
    @Tag("T2")
    @Tag("TV-79")
    void aLotIsGoneAtItsDateAndThereJustBefore() {
        Lot lot = new Lot(1, 5, 5, AT, AT, AT.plusSeconds(60));
        assertThat(lot.isExpiredAt(AT.plusSeconds(60))).isTrue();
        assertThat(lot.isExpiredAt(AT.plusSeconds(60).minusNanos(1_000))).isFalse();
        assertThat(lot.isExpiredAt(Instant.MAX)).isTrue();
        assertThat(new Lot(1, 5, 5, AT, AT, null).isExpiredAt(Instant.MAX)).isFalse();
    }

    @Test
    void aUseOfALotNamesTheLotAndPoints() {
        refused(() -> new LotUse(0, 1), "number of a lot must be positive, but was 0");
        refused(() -> new LotUse(1, 0), "points of a lot must be positive, but were 0");
        refused(() -> new LotUse(1, Long.MIN_VALUE), "points of a lot must be positive, but were -9223372036854775808");
        assertThat(new LotUse(1, 2).points()).isEqualTo(2);
    }

    @Test
    void pointCurrenciesHaveKebabCaseIds() {
        assertThat(PointCurrency.of("stars")).isEqualTo(new PointCurrency("stars"));
        refused(
                () -> PointCurrency.of("Gold Stars"),
                "id of a point currency must be kebab-case, such as 'vib-bonus', but was 'Gold Stars'");
        assertThatNullPointerException().isThrownBy(() -> PointCurrency.of(null));
    }

    @Test
    @Tag("L1")
    void entriesCopyTheLotsThatTheyTouched() {
        List<LotUse> uses = new ArrayList<>(List.of(new LotUse(1, 5)));
        LedgerEntry entry =
                new LedgerEntry(1, EntryKind.EARN, "points", 5, uses, "base", "p-1", "program@1", AT, AT, AT, null);
        uses.clear();
        assertThat(entry.lots()).containsExactly(new LotUse(1, 5));
        assertThatThrownBy(() -> entry.lots().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
