package dev.laurel.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import dev.laurel.money.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N3")
class LineSharesTest {
    private static final Ratio HALF = Ratio.of("0.5");
    private static final Ratio THIRD = Ratio.of(1, 3);
    private static final LineShares NONE = new LineShares(List.of(), new int[0], new long[0]);

    private static int[] rates(int... rateOfLine) {
        return rateOfLine;
    }

    private static long[] weights(long... weightOfLine) {
        return weightOfLine;
    }

    /** Shares of 3/2, nothing, 1/3 and 2. */
    private static LineShares shares() {
        return new LineShares(List.of(HALF, THIRD), rates(0, LineShares.NO_RATE, 1, 0), weights(3, 9, 1, 4));
    }

    @Nested
    class Of {
        @Test
        void theShareOfALineIsItsWeightTimesItsRate() {
            LineShares shares = shares();
            assertThat(shares.lines()).isEqualTo(4);
            assertThat(shares.of(0)).isEqualTo(Ratio.of(3, 2));
            assertThat(shares.of(2)).isEqualTo(THIRD);
            assertThat(shares.of(3)).isEqualTo(Ratio.of(2));
        }

        @Test
        void theShareOfALineThatHasNoRateOrNoWeightIsNothing() {
            assertThat(shares().of(1)).isEqualTo(Ratio.ZERO);
            assertThat(new LineShares(List.of(HALF), rates(0), weights(0)).of(0))
                    .isEqualTo(Ratio.ZERO);
            assertThat(new LineShares(List.of(), rates(-1, -1), weights(0, 5)).of(1))
                    .isEqualTo(Ratio.ZERO);
        }

        @Test
        void theShareOfALineIsExactForTheGreatestWeight() {
            assertThat(new LineShares(List.of(THIRD), rates(0), weights(Long.MAX_VALUE)).of(0))
                    .isEqualTo(Ratio.of("9223372036854775807/3"));
        }

        @Test
        void theShareOfALineThatThereIsNotIsRefused() {
            assertThatThrownBy(() -> shares().of(4)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> shares().of(-1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> NONE.of(0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Nested
    class Sum {
        @Test
        void theSumOfSharesIsThatOfAllLines() {
            assertThat(shares().sum()).isEqualTo(Ratio.of(23, 6));
        }

        @Test
        void theSumOfTheSharesOfNoLinesIsZero() {
            assertThat(NONE.lines()).isZero();
            assertThat(NONE.sum()).isEqualTo(Ratio.ZERO);
            assertThat(new LineShares(List.of(HALF), rates(-1, -1), weights(1, 2)).sum())
                    .isEqualTo(Ratio.ZERO);
        }

        @Test
        void theSumOfTheSharesOfLinesThatHaveARateInCommonIsExact() {
            int[] rateOfLine = new int[1_000];
            long[] weightOfLine = new long[1_000];
            Arrays.fill(weightOfLine, 1);
            assertThat(new LineShares(List.of(THIRD), rateOfLine, weightOfLine).sum())
                    .isEqualTo(Ratio.of(1_000, 3));
        }
    }

    @Nested
    @Tag("V2")
    class Values {
        @Test
        void lineSharesAreEqualIfAllTheirPartsAre() {
            List<Ratio> rates = List.of(HALF, THIRD);
            new EqualsTester()
                    .addEqualityGroup(
                            shares(),
                            shares(),
                            new LineShares(
                                    new ArrayList<>(List.of(Ratio.of(2, 4), Ratio.of(3, 9))),
                                    rates(0, -1, 1, 0),
                                    weights(3, 9, 1, 4)))
                    .addEqualityGroup(new LineShares(List.of(HALF, HALF), rates(0, -1, 1, 0), weights(3, 9, 1, 4)))
                    .addEqualityGroup(
                            new LineShares(List.of(HALF, THIRD, THIRD), rates(0, -1, 1, 0), weights(3, 9, 1, 4)))
                    .addEqualityGroup(new LineShares(rates, rates(0, -1, 1, 1), weights(3, 9, 1, 4)))
                    .addEqualityGroup(new LineShares(rates, rates(0, 1, 1, 0), weights(3, 9, 1, 4)))
                    .addEqualityGroup(new LineShares(rates, rates(0, -1, 1, 0), weights(3, 9, 1, 5)))
                    .addEqualityGroup(new LineShares(rates, rates(0, -1, 1, 0), weights(3, 8, 1, 4)))
                    .addEqualityGroup(new LineShares(rates, rates(0, -1, 1), weights(3, 9, 1)))
                    .addEqualityGroup(new LineShares(rates, rates(), weights()))
                    .addEqualityGroup(NONE, new LineShares(new ArrayList<>(), rates(), weights()))
                    .testEquals();
        }

        @Test
        void lineSharesThatDifferInAPartDifferInTheirHash() {
            assertThat(Stream.of(
                                    shares(),
                                    new LineShares(List.of(HALF, HALF), rates(0, -1, 1, 0), weights(3, 9, 1, 4)),
                                    new LineShares(List.of(HALF, THIRD), rates(0, 1, 1, 0), weights(3, 9, 1, 4)),
                                    new LineShares(List.of(HALF, THIRD), rates(0, -1, 1, 0), weights(3, 9, 1, 5)))
                            .map(LineShares::hashCode))
                    .doesNotHaveDuplicates();
        }

        @Test
        void lineSharesAreNotChangedWithWhatTheyWereMadeOf() {
            List<Ratio> rates = new ArrayList<>(List.of(HALF, THIRD));
            int[] rateOfLine = rates(0, -1, 1, 0);
            long[] weightOfLine = weights(3, 9, 1, 4);
            LineShares shares = new LineShares(rates, rateOfLine, weightOfLine);
            int hash = shares.hashCode();
            rates.set(0, Ratio.ONE);
            rates.remove(1);
            Arrays.fill(rateOfLine, 7);
            Arrays.fill(weightOfLine, 7);
            assertThat(shares).isEqualTo(shares()).hasSameHashCodeAs(shares());
            assertThat(shares.hashCode()).isEqualTo(hash);
            assertThat(shares.sum()).isEqualTo(Ratio.of(23, 6));
            assertThat(shares.of(1)).isEqualTo(Ratio.ZERO);
        }

        @Test
        void lineSharesShowTheShareOfEachLine() {
            assertThat(shares()).hasToString("LineShares[1.5, 0, 1/3, 2]");
            assertThat(NONE).hasToString("LineShares[]");
        }
    }

    @Nested
    class Refused {
        private void refused(ThrowingCallable call, String message) {
            assertThatThrownBy(call)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }

        @Test
        void ratesAndWeightsThatDifferInNumberAreRefused() {
            refused(
                    () -> new LineShares(List.of(HALF), rates(0, 0), weights(1)),
                    "2 lines have a rate, but 1 a weight");
            refused(() -> new LineShares(List.of(HALF), rates(), weights(1)), "0 lines have a rate, but 1 a weight");
        }

        @Test
        void ratesThatThereAreNotAreRefused() {
            refused(() -> new LineShares(List.of(HALF), rates(0, 1), weights(1, 1)), "there is no rate 1");
            refused(() -> new LineShares(List.of(), rates(0), weights(0)), "there is no rate 0");
            refused(() -> new LineShares(List.of(HALF), rates(-2), weights(0)), "there is no rate -2");
            refused(
                    () -> new LineShares(List.of(HALF), rates(Integer.MIN_VALUE), weights(0)),
                    "there is no rate " + Integer.MIN_VALUE);
        }

        @Test
        @Tag("F1")
        void nullRatesAndWeightsAreRefused() {
            assertThatNullPointerException().isThrownBy(() -> new LineShares(null, rates(), weights()));
            assertThatNullPointerException().isThrownBy(() -> new LineShares(List.of(), null, weights()));
            assertThatNullPointerException().isThrownBy(() -> new LineShares(List.of(), rates(), null));
            assertThatNullPointerException()
                    .isThrownBy(() -> new LineShares(Collections.singletonList(null), rates(), weights()));
        }
    }
}
