package dev.laurel.engine.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.codec.GoldenValues;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.Transfer;
import dev.laurel.receipt.HoldReceipt;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        private static final Set<Class<?>> NAMING =
                Set.of(Return.class, Cancellation.class, Capture.class, Release.class);

        private static Collection<LoyaltyEvent> samples() {
            Collection<LoyaltyEvent> samples = GoldenValues.events().values();
            assertThat(samples.stream().<Class<?>>map(LoyaltyEvent::getClass))
                    .contains(LoyaltyEvent.class.getPermittedSubclasses());
            return samples;
        }

        @Test
        @Tag("V2")
        void anEventNamesTheOneWhoseReceiptItNeedsAndNoOtherEventNamesAny() {
            for (LoyaltyEvent event : List.of(
                    Return.ofAll("e", "c", AT, "earlier"),
                    Cancellation.ofAll("e", "c", AT, "earlier"),
                    Capture.ofAll("e", "c", AT, "earlier"),
                    new Release("e", "c", AT, "earlier"))) {
                assertThat(Settlements.of(event).receiptsNamedBy(event)).containsExactly("earlier");
            }
            assertThat(samples())
                    .allSatisfy(event -> assertThat(
                                    Settlements.of(event).receiptsNamedBy(event).isEmpty())
                            .isNotEqualTo(NAMING.contains(event.getClass())));
        }

        @Test
        void aTransferChangesTheAccountsOfBothCustomersAndNoOtherEventDoes() {
            Transfer transfer = new Transfer("e", "c", AT, "d", "points", 5);
            assertThat(Settlements.customersOf(transfer)).containsExactly("c", "d");
            assertThat(samples())
                    .allSatisfy(event -> assertThat(Settlements.customersOf(event))
                            .hasSize(event instanceof Transfer ? 2 : 1)
                            .startsWith(event.customer()));
        }

        @Test
        @Tag("V2")
        void theReceiptsOfAReturnAreThatOfItsPurchaseAndOfTheRedemptionsThatPaid() {
            PurchaseReceipt bought = new PurchaseReceipt(
                    "p",
                    "c",
                    "shop@1",
                    AT,
                    Currency.getInstance("USD"),
                    List.of(),
                    List.of(),
                    List.of(new PointPayment("x", 0), new PointPayment("gone", 0)),
                    List.of());
            HoldReceipt paid = new HoldReceipt("x", "c", "shop@1", AT, AT, "r", "points", 5);
            Map<String, Receipt> store = Map.of("p", bought, "x", paid, "other", paid);
            assertThat(Settlements.receiptsOf(
                            Return.ofAll("e", "c", AT, "p"), id -> Optional.ofNullable(store.get(id))))
                    .containsExactly(bought, paid);
            assertThat(Settlements.receiptsOf(Return.ofAll("e", "c", AT, "q"), id -> Optional.empty()))
                    .isEmpty();
        }
    }
}
