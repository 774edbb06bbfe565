package dev.laurel.engine.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("E1")
class SettlementsTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Nested
    class Table {
        private static Stream<Class<?>> kinds() {
            return Stream.of(LoyaltyEvent.class.getPermittedSubclasses());
        }

        @ParameterizedTest
        @MethodSource("kinds")
        void theTableHasALineForEveryKindOfEvent(Class<? extends LoyaltyEvent> kind) {
            assertThat(Settlements.kinds()).contains(kind);
        }

        /** A kind whose line is of another kind compiles nowhere, but one settlement could stand in two lines. */
        @ParameterizedTest
        @MethodSource("kinds")
        void everyKindOfEventIsSettledByASettlementOfItsOwn(Class<? extends LoyaltyEvent> kind) {
            assertThat(Settlements.settlementOf(kind))
                    .extracting(settlement -> settlement.getClass().getSimpleName())
                    .isEqualTo(kind.getSimpleName() + "Settlement");
        }
    }

    @Nested
    class Named {
        @Test
        @Tag("V2")
        void anEventNamesTheOneWhoseReceiptItNeeds() {
            for (LoyaltyEvent event : List.of(
                    Return.ofAll("e", "c", AT, "earlier"),
                    Cancellation.ofAll("e", "c", AT, "earlier"),
                    Capture.ofAll("e", "c", AT, "earlier"),
                    new Release("e", "c", AT, "earlier"))) {
                assertThat(Settlements.of(event).receiptsNamedBy(event)).containsExactly("earlier");
            }
        }

        @Test
        void aTransferChangesTheAccountsOfBothCustomersAndNoOtherEventDoes() {
            Transfer transfer = new Transfer("e", "c", AT, "d", "points", 5);
            assertThat(Settlements.customersOf(transfer)).containsExactly("c", "d");
            assertThat(Settlements.customersOf(Return.ofAll("e", "c", AT, "p"))).containsExactly("c");
        }
    }
}
