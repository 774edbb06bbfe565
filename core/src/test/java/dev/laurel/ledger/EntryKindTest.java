package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.ledger.Movement.Place;
import dev.laurel.ledger.Movement.Trait;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("L1")
class EntryKindTest {
    private static final Balance FULL = new Balance(50, 60, 0, 0, 10, 0, 0, 0, 0, 60, 20, 30, 10);

    /** What a balance of 60 available, 20 pending, 30 held and 10 owed becomes by an entry of five points. */
    @ParameterizedTest
    @CsvSource({
        "OPEN, 5, 65, 20, 30, 10",
        "EARN, 5, 65, 20, 30, 10",
        "REDEEM, -5, 55, 20, 30, 10",
        "HOLD, 5, 55, 20, 35, 10",
        "CAPTURE, -5, 60, 20, 25, 10",
        "RELEASE, 5, 65, 20, 25, 10",
        "EXPIRE, -5, 55, 20, 30, 10",
        "CLAWBACK, -5, 55, 20, 30, 10",
        "RESTORE, 5, 65, 20, 30, 10",
        "ADJUST, 5, 65, 20, 30, 10",
        "ADJUST, -5, 55, 20, 30, 10",
        "SEND, -5, 55, 20, 30, 10",
        "RECEIVE, 5, 65, 20, 30, 10",
        "DEBT_PAID, 5, 55, 20, 30, 5",
        "REDATE, 0, 60, 20, 30, 10"
    })
    @Tag("L2")
    void everyKindMovesPointsBetweenItsPlaces(
            EntryKind kind, long points, long available, long pending, long held, long debt) {
        Balance after = FULL.plus(kind, points);
        assertThat(after.available()).isEqualTo(available);
        assertThat(after.pending()).isEqualTo(pending);
        assertThat(after.held()).isEqualTo(held);
        assertThat(after.debt()).isEqualTo(debt);
        assertThat(after.addsUp()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"EARN, 5, 62, 23", "EXPIRE, -5, 58, 17", "CLAWBACK, -5, 58, 17"})
    @Tag("L4")
    void pendingPointsMoveInAndOutOfWhatIsPending(EntryKind kind, long points, long available, long pending) {
        Balance after = FULL.plus(kind, points, 5, 3);
        assertThat(after.available()).isEqualTo(available);
        assertThat(after.pending()).isEqualTo(pending);
        assertThat(after.addsUp()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-5, 60, 25", "5, 60, 35"})
    @Tag("E1")
    void pointsOnHoldExpireOutOfItAndComeBackToIt(long points, long available, long held) {
        LedgerEntry entry = new LedgerEntry(
                1,
                EntryKind.EXPIRE,
                "points",
                points,
                List.of(new LotUse(1, 5)),
                null,
                "e",
                "shop@1",
                Instant.EPOCH,
                null,
                null,
                null,
                LotDating.BY_TERMS,
                0,
                "h");
        Balance before = FULL.plus(EntryKind.EXPIRE, -10);
        Balance after = before.plus(entry, 0);
        assertThat(after.available()).isEqualTo(available - 10);
        assertThat(after.held()).isEqualTo(held);
        assertThat(after.expired()).isEqualTo(before.expired() - points);
        assertThat(after.addsUp()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("L2")
    void everyKindThatGivesOrTakesCountsInATotalAndNoOtherDoes(EntryKind kind) {
        for (long points : new long[] {5, -5}) {
            for (boolean ofHold : new boolean[] {false, true}) {
                Movement movement = kind.movement(points, ofHold);
                boolean crosses = movement.from() == Place.NOWHERE != (movement.to() == Place.NOWHERE);
                assertThat(movement.total() != null).isEqualTo(crosses);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("L8")
    void onlyWhatTakesCanFindLessThanItIsToTake(EntryKind kind) {
        Movement up = kind.movement(5, false);
        assertThat(up.isPositive() && up.has(Trait.MAY_FALL_SHORT)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("L6")
    void onlyLotsThatAreOpenedStartATimer(EntryKind kind) {
        assertThat(kind.startsTimer() && !kind.movement(5, false).has(Trait.OPENS_LOTS))
                .isFalse();
    }
}
