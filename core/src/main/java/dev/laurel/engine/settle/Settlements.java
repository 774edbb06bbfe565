package dev.laurel.engine.settle;

import com.google.common.collect.ImmutableMap;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.ErasedEvent;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.receipt.Receipt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The table of what each kind of event does: a line for each kind. How it is written as bytes is for the codec. */
public final class Settlements {
    private static final Settlements ALL = new Table()
            .line(Opening.class, new OpeningSettlement())
            .line(Enrollment.class, new EnrollmentSettlement())
            .line(Purchase.class, new PurchaseSettlement())
            .line(Return.class, new ReturnSettlement())
            .line(Redemption.class, new RedemptionSettlement())
            .line(Cancellation.class, new CancellationSettlement())
            .line(Hold.class, new HoldSettlement())
            .line(Capture.class, new CaptureSettlement())
            .line(Release.class, new ReleaseSettlement())
            .line(Claim.class, new ClaimSettlement())
            .line(Activity.class, new ActivitySettlement())
            .line(ProfileChange.class, new ProfileChangeSettlement())
            .line(Adjustment.class, new AdjustmentSettlement())
            .line(TierGrant.class, new TierGrantSettlement())
            .line(Transfer.class, new TransferSettlement())
            .line(TransferReceived.class, new TransferReceivedSettlement())
            .line(Closure.class, new ClosureSettlement())
            .line(Reopening.class, new ReopeningSettlement())
            .line(Erasure.class, new ErasureSettlement())
            .line(ErasedEvent.class, new ErasedEventSettlement())
            .line(BatchRecord.class, new BatchRecordSettlement())
            .line(TimePassed.class, new TimePassedSettlement())
            .made();

    private final Map<Class<? extends LoyaltyEvent>, Settlement<?>> lines;

    /** A table that is being written. A line is of one kind of event, so that looking it up by that kind is safe. */
    private static final class Table {
        private final ImmutableMap.Builder<Class<? extends LoyaltyEvent>, Settlement<?>> lines = ImmutableMap.builder();

        <E extends LoyaltyEvent> Table line(Class<E> kind, Settlement<E> settlement) {
            lines.put(kind, settlement);
            return this;
        }

        Settlements made() {
            return new Settlements(lines.buildOrThrow());
        }
    }

    private Settlements(Map<Class<? extends LoyaltyEvent>, Settlement<?>> lines) {
        this.lines = lines;
    }

    /** The kinds of events that have a line. */
    static Set<Class<? extends LoyaltyEvent>> kinds() {
        return ALL.lines.keySet();
    }

    /** What events of a kind do. */
    static Settlement<?> settlementOf(Class<?> kind) {
        Settlement<?> settlement = ALL.lines.get(kind);
        if (settlement == null) {
            throw new AssertionError("no settlement is known of " + kind.getName());
        }
        return settlement;
    }

    /** What an event does. */
    @SuppressWarnings("unchecked")
    static <E extends LoyaltyEvent> Settlement<E> of(E event) {
        return (Settlement<E>) settlementOf(event.getClass());
    }

    /** The ids of earlier events whose receipts an event needs; with them come the receipts that those lead to. */
    public static List<String> receiptsNamedBy(LoyaltyEvent event) {
        return of(event).receiptsNamedBy(event);
    }

    /**
     * The receipts that an event needs, as far as there are any: of the events that it names, and those that these lead to.
     *
     * @param byEvent gives the receipt of an event
     */
    public static List<Receipt> receiptsOf(LoyaltyEvent event, Function<String, Optional<Receipt>> byEvent) {
        Map<String, Receipt> receipts = new LinkedHashMap<>();
        for (String named : receiptsNamedBy(event)) {
            byEvent.apply(named).ifPresent(receipt -> {
                receipts.put(named, receipt);
                for (String linked : receipt.links()) {
                    byEvent.apply(linked).ifPresent(other -> receipts.put(linked, other));
                }
            });
        }
        return List.copyOf(receipts.values());
    }
}
