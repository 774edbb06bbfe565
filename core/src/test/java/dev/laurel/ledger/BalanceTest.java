package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("L2")
class BalanceTest {
    /** In the order of the components. */
    private static Balance of(long... totals) {
        return new Balance(
                totals[0],
                totals[1],
                totals[2],
                totals[3],
                totals[4],
                totals[5],
                totals[6],
                totals[7],
                totals[8],
                totals[9],
                totals[10],
                totals[11],
                totals[12]);
    }

    @Nested
    class Plus {
        @Test
        void aBalanceCountsEachKindOfEntryWhereItBelongs() {
            Balance balance = Balance.ZERO
                    .plus(EntryKind.OPEN, 100)
                    .plus(EntryKind.EARN, 50)
                    .plus(EntryKind.REDEEM, -30)
                    .plus(EntryKind.EXPIRE, -20);
            assertThat(balance).isEqualTo(of(100, 50, 0, 0, 30, 20, 0, 0, 0, 100, 0, 0, 0));
            assertThat(balance.outstanding()).isEqualTo(100);
            assertThat(balance.isConserved()).isTrue();
            assertThat(Balance.ZERO).isEqualTo(of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        }

        @Test
        @Tag("N2")
        void aBalanceRefusesATotalThatNoLongCanHold() {
            Balance full = Balance.ZERO.plus(EntryKind.EARN, Long.MAX_VALUE);
            assertThatThrownBy(() -> full.plus(EntryKind.EARN, 1)).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> full.plus(EntryKind.OPEN, 1)).isInstanceOf(ArithmeticException.class);
            Balance spent = full.plus(EntryKind.REDEEM, -Long.MAX_VALUE);
            assertThat(spent.available()).isZero();
            assertThatThrownBy(() -> spent.plus(EntryKind.REDEEM, -1)).isInstanceOf(ArithmeticException.class);
        }

        @Test
        void aBalanceCountsAdjustmentsBySignAndOwesWhatNoLotHad() {
            Balance balance = Balance.ZERO.plus(EntryKind.ADJUST, 10).plus(EntryKind.ADJUST, -25, 10);
            assertThat(balance).isEqualTo(of(0, 0, 10, 0, 0, 0, 0, 25, 0, 0, 0, 0, 15));
            assertThat(balance.isConserved()).isTrue();
            Balance both = balance.plus(EntryKind.EARN, 20);
            assertThat(both).isEqualTo(of(0, 20, 10, 0, 0, 0, 0, 25, 0, 20, 0, 0, 15));
            assertThat(both.isConserved()).isFalse();
            assertThat(both.addsUp()).isTrue();
            Balance paid = both.plus(EntryKind.DEBT_PAID, 15);
            assertThat(paid).isEqualTo(of(0, 20, 10, 0, 0, 0, 0, 25, 0, 5, 0, 0, 0));
            assertThat(paid.isConserved()).isTrue();
        }

        @Test
        void aBalanceForgetsAShortfall() {
            assertThat(Balance.ZERO
                            .plus(EntryKind.ADJUST, 10)
                            .plus(EntryKind.ADJUST, -10, 10)
                            .plus(EntryKind.ADJUST, 0, 0))
                    .isEqualTo(of(0, 0, 10, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0));
        }

        @Test
        @Tag("N2")
        void aBalanceLetsADebtBePaidOfAllThatALongCanHold() {
            Balance paid = Balance.ZERO
                    .plus(EntryKind.ADJUST, -5, 0)
                    .plus(EntryKind.EARN, Long.MAX_VALUE)
                    .plus(EntryKind.DEBT_PAID, 5);
            assertThat(paid.available()).isEqualTo(Long.MAX_VALUE - 5);
            assertThat(paid.isConserved()).isTrue();
        }

        @Test
        @Tag("N2")
        void aBalanceRefusesADebtThatNoLongCanHold() {
            Balance owing = Balance.ZERO.plus(EntryKind.ADJUST, -Long.MAX_VALUE, 0);
            assertThat(owing.debt()).isEqualTo(Long.MAX_VALUE);
            assertThat(owing.isConserved()).isTrue();
            assertThatThrownBy(() -> owing.plus(EntryKind.ADJUST, -1, 0)).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> Balance.ZERO.plus(EntryKind.ADJUST, Long.MIN_VALUE, 0))
                    .isInstanceOf(ArithmeticException.class);
        }

        @Test
        void aBalanceRefusesAKindOfEntryThatIsNull() {
            assertThatNullPointerException().isThrownBy(() -> Balance.ZERO.plus((EntryKind) null, 1));
        }
    }

    @Nested
    class IsConserved {
        @ParameterizedTest
        @CsvSource({
            "0,0,0,0,0,0,0,0,0,0,0,0,0",
            "1,2,3,4,0,0,0,0,0,10,0,0,0",
            "1,2,3,4,1,1,1,1,1,5,0,0,0",
            "1,2,3,4,0,0,0,0,0,3,3,4,0",
            "0,5,0,0,0,0,8,0,0,0,0,0,3"
        })
        void aBalanceIsConservedWhereWhatCameIsThereOrWent(
                long a,
                long b,
                long c,
                long d,
                long e,
                long f,
                long g,
                long h,
                long i,
                long j,
                long k,
                long l,
                long m) {
            assertThat(of(a, b, c, d, e, f, g, h, i, j, k, l, m).isConserved()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "1,0,0,0,0,0,0,0,0,0,0,0,0",
            "0,1,0,0,0,0,0,0,0,2,0,0,0",
            "0,0,0,0,0,0,0,0,0,1,0,0,1",
            "0,5,0,0,0,0,6,0,0,-1,0,0,0",
            "0,0,0,0,0,0,0,0,0,-1,1,0,0",
            "0,0,0,0,0,0,0,0,0,1,-1,0,0",
            "0,0,0,0,0,0,0,0,0,1,0,-1,0",
            "0,0,0,0,1,0,0,0,0,0,0,-1,0",
            "0,0,0,0,-1,0,0,0,0,1,0,0,0",
            "0,0,0,0,0,-1,0,0,0,1,0,0,0",
            "0,0,0,0,0,0,-1,0,0,1,0,0,0",
            "0,0,0,0,0,0,0,-1,0,1,0,0,0",
            "0,0,0,0,0,0,0,0,-1,1,0,0,0",
            "0,1,0,0,0,0,0,0,0,0,0,0,-1",
            "-1,1,0,0,0,0,0,0,0,0,0,0,0",
            "1,-1,0,0,0,0,0,0,0,0,0,0,0",
            "1,0,-1,0,0,0,0,0,0,0,0,0,0",
            "1,0,0,-1,0,0,0,0,0,0,0,0,0"
        })
        void aBalanceIsNotConservedWherePointsWereLostOrMadeUp(
                long a,
                long b,
                long c,
                long d,
                long e,
                long f,
                long g,
                long h,
                long i,
                long j,
                long k,
                long l,
                long m) {
            assertThat(of(a, b, c, d, e, f, g, h, i, j, k, l, m).isConserved()).isFalse();
        }
    }
}
