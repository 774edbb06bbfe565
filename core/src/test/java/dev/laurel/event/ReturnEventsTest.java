package dev.laurel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Returns and cancellations. */
@Tag("E1")
class ReturnEventsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class Returns {
        private final ReturnedLine line = ReturnedLine.of("1", Quantity.ONE);

        @Test
        @Tag("V1")
        void aReturnNamesAPurchaseAndEachLineOnce() {
            List<ReturnedLine> lines = new ArrayList<>(List.of(line));
            Return event = new Return("e-1", "c-1", AT.plusNanos(999), "p-1", lines);
            lines.clear();
            assertThat(event.lines()).containsExactly(line);
            assertThat(event.occurredAt()).isEqualTo(AT);
            assertThat(event.isPreview()).isFalse();
            assertThat(Return.ofAll("e-1", "c-1", AT, "p-1").lines()).isEmpty();
            refused(
                    () -> new Return("e-1", "c-1", AT, "p-1", List.of(line, ReturnedLine.of("1", Money.of(USD, 1)))),
                    "a return must have a line once, but '1' occurs twice");
            refused(() -> Return.ofAll("", "c-1", AT, "p-1"), "event id must not be empty");
            refused(() -> Return.ofAll("e-1", "", AT, "p-1"), "customer id must not be empty");
            refused(() -> Return.ofAll("e-1", "c-1", AT, ""), "purchase id must not be empty");
            assertThatNullPointerException().isThrownBy(() -> new Return("e-1", "c-1", AT, "p-1", null));
        }

        @Test
        @Tag("V1")
        @Tag("K22")
        void aReturnHasLinesOfAQuantityOrAnAmountWithoutOrWithTax() {
            assertThat(line.amount()).isNull();
            assertThat(line.gross()).isNull();
            assertThat(ReturnedLine.ofGross("1", Money.of(USD, 5)).gross()).isEqualTo(Money.of(USD, 5));
            assertThat(ReturnedLine.ofGross("1", Money.of(USD, 5)).amount()).isNull();
            assertThat(ReturnedLine.of("1", Money.of(USD, 5)).quantity()).isNull();
            String either =
                    "a line that is returned must have either a quantity, an amount or a gross amount: line '1'";
            refused(() -> new ReturnedLine("1", null, null, null), either);
            refused(() -> new ReturnedLine("1", Quantity.ONE, Money.of(USD, 1), null), either);
            refused(() -> new ReturnedLine("1", Quantity.ONE, null, Money.of(USD, 1)), either);
            refused(() -> new ReturnedLine("1", null, Money.of(USD, 1), Money.of(USD, 1)), either);
            refused(
                    () -> ReturnedLine.of("1", Quantity.of("0")),
                    "quantity returned of line '1' must be positive, but was 0");
            refused(
                    () -> ReturnedLine.of("1", Money.zero(USD)),
                    "amount returned of line '1' must be positive, but was USD 0.00");
            refused(
                    () -> ReturnedLine.of("1", Money.of(USD, "-5")),
                    "amount returned of line '1' must be positive, but was USD -5.00");
            refused(
                    () -> ReturnedLine.ofGross("1", Money.zero(USD)),
                    "amount returned of line '1' must be positive, but was USD 0.00");
            refused(() -> ReturnedLine.of("", Quantity.ONE), "line id must not be empty");
        }
    }

    @Nested
    @Tag("R3")
    class Cancellations {
        @Test
        void aCancellationNamesARedemptionAndPerhapsHowManyPoints() {
            assertThat(Cancellation.ofAll("e-1", "c-1", AT, "r-1").points()).isNull();
            Cancellation event = new Cancellation("e-1", "c-1", AT.plusNanos(999), "r-1", 5L);
            assertThat(event.points()).isEqualTo(5);
            assertThat(event.occurredAt()).isEqualTo(AT);
            assertThat(event.isPreview()).isFalse();
        }

        @Test
        @Tag("K22")
        void aCancellationIsOfMoreThanNothing() {
            refused(
                    () -> new Cancellation("e-1", "c-1", AT, "r-1", 0L),
                    "points of a cancellation must be positive, but were 0");
            refused(
                    () -> new Cancellation("e-1", "c-1", AT, "r-1", -5L),
                    "points of a cancellation must be positive, but were -5");
            refused(() -> Cancellation.ofAll("e-1", "c-1", AT, ""), "redemption id must not be empty");
            refused(() -> Cancellation.ofAll("", "c-1", AT, "r-1"), "event id must not be empty");
        }
    }
}
