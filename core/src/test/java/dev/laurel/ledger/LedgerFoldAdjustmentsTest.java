package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is added or taken by hand, what is then missing, and how debts are paid. */
@Tag("L3")
@Tag("L8")
class LedgerFoldAdjustmentsTest {
    private static final Instant DAY_1 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant DAY_9 = Instant.parse("2026-01-09T00:00:00Z");

    private static LotUse use(long lot, long points) {
        return new LotUse(lot, points);
    }

    private static LedgerEntry credit(long sequence, EntryKind kind, long points, Instant expires, LotUse... uses) {
        return new LedgerEntry(
                sequence,
                kind,
                "points",
                points,
                List.of(uses),
                null,
                "e-" + sequence,
                "p@1",
                DAY_1,
                DAY_1,
                DAY_1,
                expires);
    }

    private static LedgerEntry debit(
            long sequence, EntryKind kind, Instant at, long points, long shortfall, LotUse... uses) {
        return new LedgerEntry(
                sequence,
                kind,
                "points",
                points,
                List.of(uses),
                null,
                "a-" + sequence,
                "p@1",
                at,
                null,
                null,
                null,
                shortfall);
    }

    private static LedgerEntry held(long sequence, long points, LotUse... uses) {
        return new LedgerEntry(
                sequence,
                EntryKind.HOLD,
                "points",
                points,
                List.of(uses),
                null,
                "h-" + sequence,
                "p@1",
                DAY_1,
                null,
                null,
                null,
                LotDating.BY_TERMS,
                0,
                "h-" + sequence);
    }

    private static LedgerEntry earned(long sequence, long lot, long points) {
        return credit(sequence, EntryKind.EARN, points, null, use(lot, points));
    }

    private static LedgerEntry taken(long sequence, long points, LotUse... uses) {
        return debit(sequence, EntryKind.ADJUST, DAY_1, points, 0, uses);
    }

    private static LedgerEntry paid(long sequence, long points, LotUse... uses) {
        return debit(sequence, EntryKind.DEBT_PAID, DAY_1, points, 0, uses);
    }

    private static Balance balance(LedgerEntry... entries) {
        LedgerFold fold = LedgerFold.of(List.of(entries));
        assertThat(fold.violation()).isEmpty();
        Balance balance = fold.balance("points");
        long left = fold.openLots("points").stream().mapToLong(Lot::left).sum();
        assertThat(balance.available()).isEqualTo(left);
        return balance;
    }

    /** The last entry is refused with this message, and leaves no trace. */
    private static void refused(String message, LedgerEntry... entries) {
        LedgerFold fold = LedgerFold.of(List.of(entries));
        LedgerEntry wrong = entries[entries.length - 1];
        assertThat(fold.violation()).contains(new LedgerFold.Violation(wrong.sequence(), message));
        LedgerFold before = LedgerFold.of(Arrays.asList(entries).subList(0, entries.length - 1));
        assertThat(before.violation()).isEmpty();
        assertThat(fold.sequence()).isEqualTo(before.sequence());
        assertThat(fold.lotsOpened()).isEqualTo(before.lotsOpened());
        assertThat(fold.balance("points")).isEqualTo(before.balance("points"));
        assertThat(fold.openLots("points")).isEqualTo(before.openLots("points"));
    }

    @Nested
    class Entries {
        @Test
        void entriesTouchThePointsOfTheirLots() {
            assertThat(taken(1, -9, use(1, 2), use(2, 3)).touched()).isEqualTo(5);
            assertThat(taken(1, -9).touched()).isZero();
            LedgerEntry vast = taken(1, -9, use(1, Long.MAX_VALUE), use(2, 1));
            assertThatThrownBy(vast::touched).isExactlyInstanceOf(ArithmeticException.class);
        }

        @Test
        void entriesHaveNoShortfallUnlessSaid() {
            assertThat(earned(1, 1, 5).shortfall()).isZero();
            assertThat(debit(1, EntryKind.ADJUST, DAY_1, -5, 7, use(1, 5)).shortfall())
                    .isEqualTo(7);
        }

        @Test
        void entriesCopyTheirLots() {
            List<LotUse> uses = new ArrayList<>(List.of(use(1, 5)));
            LedgerEntry entry = new LedgerEntry(
                    1, EntryKind.ADJUST, "points", -5, uses, null, "a-1", "p@1", DAY_1, null, null, null, 0);
            uses.clear();
            assertThat(entry.lots()).containsExactly(use(1, 5));
            assertThatThrownBy(() -> entry.lots().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Nested
    class Adjustments {
        @Test
        void adjustmentsUpOpenALot() {
            Balance balance = balance(credit(1, EntryKind.ADJUST, 50, DAY_9, use(1, 50)));
            assertThat(balance.adjustedUp()).isEqualTo(50);
            assertThat(balance.available()).isEqualTo(50);
            assertThat(balance.isConserved()).isTrue();
        }

        @Test
        void adjustmentsDownTakeWhatIsThere() {
            Balance balance = balance(earned(1, 1, 50), earned(2, 2, 10), taken(3, -55, use(1, 50), use(2, 5)));
            assertThat(balance.adjustedDown()).isEqualTo(55);
            assertThat(balance.available()).isEqualTo(5);
            assertThat(balance.debt()).isZero();
            assertThat(balance.isConserved()).isTrue();
        }

        @Test
        void adjustmentsDownOweWhatIsMissing() {
            Balance balance = balance(earned(1, 1, 50), taken(2, -80, use(1, 50)), taken(3, -20));
            assertThat(balance.adjustedDown()).isEqualTo(100);
            assertThat(balance.debt()).isEqualTo(50);
            assertThat(balance.isConserved()).isTrue();
        }

        @Test
        void adjustmentsDownForgetWhatTheirShortfallSays() {
            Balance balance = balance(
                    earned(1, 1, 50),
                    debit(2, EntryKind.ADJUST, DAY_1, -50, 30, use(1, 50)),
                    debit(3, EntryKind.ADJUST, DAY_1, 0, 7));
            assertThat(balance.adjustedDown()).isEqualTo(50);
            assertThat(balance.debt()).isZero();
            assertThat(balance.isConserved()).isTrue();
        }

        @Test
        void adjustmentsAreNotOfNothing() {
            refused(
                    "ADJUST must have points, and a shortfall only where it takes some, but had 0 and a shortfall of 0",
                    taken(1, 0));
        }

        @Test
        void adjustmentsHaveAShortfallOnlyWhereTheyTakeSome() {
            refused(
                    "ADJUST must have points, and a shortfall only where it takes some, but had 5 and a shortfall of 1",
                    new LedgerEntry(
                            1,
                            EntryKind.ADJUST,
                            "points",
                            5,
                            List.of(use(1, 5)),
                            null,
                            "a-1",
                            "p@1",
                            DAY_1,
                            DAY_1,
                            DAY_1,
                            null,
                            1));
            refused(
                    "ADJUST must have points, and a shortfall only where it takes some, but had -5 and a shortfall of"
                            + " -1",
                    earned(1, 1, 5),
                    debit(2, EntryKind.ADJUST, DAY_1, -5, -1, use(1, 5)));
            refused(
                    "ADJUST must have points, and a shortfall only where it takes some, but had 0 and a shortfall of"
                            + " -1",
                    debit(1, EntryKind.ADJUST, DAY_1, 0, -1));
        }

        @Test
        void adjustmentsTouchTheirPointsExactlyUnlessSomeAreOwed() {
            refused("its lots have 5 points, but it has 6", credit(1, EntryKind.ADJUST, 6, null, use(1, 5)));
            refused("its lots have 5 points, but it has -4", earned(1, 1, 5), taken(2, -4, use(1, 5)));
            refused(
                    "its lots have 4 points, but it has -5",
                    earned(1, 1, 5),
                    debit(2, EntryKind.ADJUST, DAY_1, -5, 1, use(1, 4)));
            refused("its lots have 1 points, but it has 0", earned(1, 1, 5), taken(2, 0, use(1, 1)));
            refused(
                    "its lots have 1 points, but it has -9223372036854775808",
                    earned(1, 1, 5),
                    debit(2, EntryKind.ADJUST, DAY_1, Long.MIN_VALUE, 3, use(1, 1)));
        }

        @Test
        void adjustmentsOweNothingWhileThereArePoints() {
            LedgerFold fold = LedgerFold.of(List.of(earned(1, 1, 50), taken(2, -80, use(1, 49))));
            assertThat(fold.violation().orElseThrow().message())
                    .isEqualTo("leaves a balance that does not add up: Balance[opened=0, earned=50, adjustedUp=0,"
                            + " received=0, redeemed=0, expired=0, clawedBack=0, adjustedDown=80, sent=0,"
                            + " available=1, pending=0, held=0, debt=31]");
        }

        @Test
        void adjustmentsHaveNoShortfallWhileThereArePoints() {
            refused(
                    "has a shortfall of 30, but leaves 1 available",
                    earned(1, 1, 50),
                    debit(2, EntryKind.ADJUST, DAY_1, -49, 30, use(1, 49)));
        }

        @Test
        void adjustmentsTakeOnlyWhatCanBeSpent() {
            refused(
                    "ADJUST takes from lot 1, which cannot be spent at 2026-01-09T00:00:00Z",
                    credit(1, EntryKind.EARN, 50, DAY_9, use(1, 50)),
                    debit(2, EntryKind.ADJUST, DAY_9, -50, 0, use(1, 50)));
            refused("takes 51 points from lot 1, which has 50 left", earned(1, 1, 50), taken(2, -51, use(1, 51)));
            refused("takes from lot 2, which holds no such points", earned(1, 1, 50), taken(2, -51, use(2, 51)));
        }

        @Test
        @Tag("N2")
        void adjustmentsAreNotMoreThanALongCanHold() {
            refused("brings a total past what a long can hold", taken(1, -Long.MAX_VALUE), taken(2, -1));
            refused("its lots have 0 points, but it has -9223372036854775808", taken(1, Long.MIN_VALUE));
        }
    }

    @Nested
    class Debts {
        private final LedgerEntry owed = taken(1, -30);

        @Test
        void debtsArePaidByWhatBecomesAvailable() {
            Balance balance = balance(owed, earned(2, 1, 20), paid(3, 20, use(1, 20)));
            assertThat(balance.debt()).isEqualTo(10);
            assertThat(balance.available()).isZero();
            assertThat(balance.earned()).isEqualTo(20);
            assertThat(balance.isConserved()).isTrue();
            balance =
                    balance(owed, earned(2, 1, 20), paid(3, 20, use(1, 20)), earned(4, 2, 25), paid(5, 10, use(2, 10)));
            assertThat(balance.debt()).isZero();
            assertThat(balance.available()).isEqualTo(15);
            assertThat(balance.isConserved()).isTrue();
        }

        @Test
        void debtsArePaidBeforeAnythingIsSpent() {
            LedgerEntry[] spending = {
                debit(3, EntryKind.REDEEM, DAY_1, -5, 0, use(1, 5)),
                debit(3, EntryKind.SEND, DAY_1, -5, 0, use(1, 5)),
                debit(3, EntryKind.CLAWBACK, DAY_1, -5, 0, use(1, 5)),
                held(3, 5, use(1, 5)),
                taken(3, -5, use(1, 5)),
                taken(3, -60, use(1, 50)),
                debit(3, EntryKind.ADJUST, DAY_1, 0, 5)
            };
            for (LedgerEntry entry : spending) {
                refused("spends while a debt of 30 is not paid", owed, earned(2, 1, 50), entry);
            }
        }

        @Test
        void debtsAreNotPaidByWhatExpiresUnused() {
            Balance balance = balance(
                    owed,
                    credit(2, EntryKind.EARN, 20, DAY_1, use(1, 20)),
                    debit(3, EntryKind.EXPIRE, DAY_1, -20, 0, use(1, 20)));
            assertThat(balance.debt()).isEqualTo(30);
            assertThat(balance.expired()).isEqualTo(20);
            assertThat(balance.isConserved()).isTrue();
            refused(
                    "DEBT_PAID takes from lot 1, which cannot be spent at 2026-01-02T00:00:00Z",
                    owed,
                    credit(2, EntryKind.EARN, 20, DAY_2, use(1, 20)),
                    debit(3, EntryKind.DEBT_PAID, DAY_2, 20, 0, use(1, 20)));
        }

        @Test
        void debtsArePaidByPositivePointsThatLotsHave() {
            refused("DEBT_PAID must have more than 0 points, but had 0", owed, earned(2, 1, 5), paid(3, 0));
            refused(
                    "DEBT_PAID must have more than 0 points, but had -5",
                    owed,
                    earned(2, 1, 5),
                    paid(3, -5, use(1, 5)));
            refused("its lots have 4 points, but it has 5", owed, earned(2, 1, 5), paid(3, 5, use(1, 4)));
            refused("takes from lot 2, which holds no such points", owed, earned(2, 1, 5), paid(3, 5, use(2, 5)));
        }

        @Test
        void debtsAreNotPaidBeyondWhatIsOwed() {
            LedgerFold fold = LedgerFold.of(List.of(owed, earned(2, 1, 50), paid(3, 31, use(1, 31))));
            assertThat(fold.violation().orElseThrow().message())
                    .startsWith("leaves a balance that does not add up: ")
                    .endsWith("available=19, pending=0, held=0, debt=-1]");
        }

        @Test
        @Tag("N2")
        void debtsCanBePaidThoughAllThatEverCameIsAsMuchAsALongCanHold() {
            Balance balance = balance(owed, earned(2, 1, Long.MAX_VALUE), paid(3, 30, use(1, 30)));
            assertThat(balance.available()).isEqualTo(Long.MAX_VALUE - 30);
            assertThat(balance.debt()).isZero();
            assertThat(balance.isConserved()).isTrue();
        }
    }

    @Nested
    class OtherEntries {
        @Test
        void entriesThatRedeemExpireOrPayADebtHaveNoShortfall() {
            refused(
                    "REDEEM cannot have a shortfall, but had 1",
                    earned(1, 1, 5),
                    debit(2, EntryKind.REDEEM, DAY_1, -5, 1, use(1, 5)));
            refused(
                    "EXPIRE cannot have a shortfall, but had -1",
                    earned(1, 1, 5),
                    debit(2, EntryKind.EXPIRE, DAY_1, -5, -1, use(1, 5)));
            refused(
                    "DEBT_PAID cannot have a shortfall, but had 2",
                    taken(1, -5),
                    earned(2, 1, 5),
                    debit(3, EntryKind.DEBT_PAID, DAY_1, 5, 2, use(1, 5)));
        }
    }
}
