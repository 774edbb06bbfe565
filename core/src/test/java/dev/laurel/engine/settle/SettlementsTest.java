package dev.laurel.engine.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.codec.GoldenValues;
import dev.laurel.codec.Samples;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Payment;
import dev.laurel.event.Pricing;
import dev.laurel.event.Purchase;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.receipt.CaptureReceipt;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.RedemptionReceipt;
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
    private static final Currency USD = Currency.getInstance("USD");

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
                Set.of(Return.class, Cancellation.class, Capture.class, Release.class, Reopening.class);

        private static Collection<LoyaltyEvent> samples() {
            Collection<LoyaltyEvent> samples = GoldenValues.events().values();
            assertThat(samples.stream().<Class<?>>map(LoyaltyEvent::getClass))
                    .contains(LoyaltyEvent.class.getPermittedSubclasses());
            return samples;
        }

        @Test
        @Tag("V2")
        void anEventNamesThoseWhoseReceiptsItNeedsAndNoOtherEventNamesAny() {
            for (LoyaltyEvent event : List.of(
                    Return.ofAll("e", "c", AT, "earlier"),
                    Cancellation.ofAll("e", "c", AT, "earlier"),
                    Capture.ofAll("e", "c", AT, "earlier"),
                    new Release("e", "c", AT, "earlier"))) {
                assertThat(Settlements.of(event).receiptsNamedBy(event)).containsExactly("earlier");
            }
            assertThat(samples())
                    .filteredOn(event -> !(event instanceof Purchase))
                    .allSatisfy(event -> assertThat(
                                    Settlements.of(event).receiptsNamedBy(event).isEmpty())
                            .isNotEqualTo(NAMING.contains(event.getClass())));
        }

        @Test
        @Tag("A6")
        void aPurchaseNamesEachRedemptionThatPaysOnce() {
            Money money = Money.of(USD, 1);
            Basket basket = Basket.ofTotal(money)
                    .paidBy(Payment.withPoints(money, "x"))
                    .paidBy(Payment.of("card", money))
                    .paidBy(Payment.withPoints(money, "h"))
                    .paidBy(Payment.withPoints(money, "x"))
                    .paidBy(Payment.withForeignPoints(money))
                    .paidBy(Payment.preview(money));
            Purchase purchase = new Purchase("e", "c", AT, basket);
            assertThat(Settlements.of(purchase).receiptsNamedBy(purchase)).containsExactly("x", "h");
            Purchase paidInMoney = new Purchase("e", "c", AT, Basket.ofTotal(money));
            assertThat(Settlements.of(paidInMoney).receiptsNamedBy(paidInMoney)).isEmpty();
        }

        @Test
        @Tag("V2")
        void theReceiptsOfAReturnAreThatOfItsPurchaseAndOfTheRedemptionsThatPaid() {
            PurchaseReceipt bought = new PurchaseReceipt(
                    "p",
                    "c",
                    "shop@1",
                    AT,
                    AT,
                    USD,
                    Pricing.NET,
                    List.of(),
                    Money.zero(USD),
                    false,
                    Ratio.ONE,
                    List.of(),
                    List.of(new PointPayment("x", 5, 0), new PointPayment("gone", 0, 0)),
                    List.of(),
                    List.of(),
                    List.of());
            RedemptionReceipt paid = Samples.redemption();
            Map<String, Receipt> store = Map.of("p", bought, "x", paid, "other", paid);
            assertThat(Settlements.receiptsOf(
                            Return.ofAll("e", "c", AT, "p"), id -> Optional.ofNullable(store.get(id))))
                    .containsExactly(bought, paid);
            assertThat(Settlements.receiptsOf(Return.ofAll("e", "c", AT, "q"), id -> Optional.empty()))
                    .isEmpty();
        }

        @Test
        @Tag("V2")
        void theReceiptsOfACancellationAreThatOfTheCaptureAndOfItsHold() {
            CaptureReceipt capture = new CaptureReceipt("x", "c", AT, AT, "h");
            RedemptionReceipt hold = Samples.redemption();
            Map<String, Receipt> store = Map.of("x", capture, "h", hold);
            assertThat(Settlements.receiptsOf(
                            Cancellation.ofAll("e", "c", AT, "x"), id -> Optional.ofNullable(store.get(id))))
                    .containsExactly(capture, hold);
        }
    }
}
