package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points that another customer gave arrive. The engine makes it of an accepted {@link Transfer}; a host never does. Its id
 * follows from the giver and the transfer, so that delivering it twice is harmless.
 *
 * @param customer the host's id of the customer who receives
 * @param occurredAt when they arrived
 * @param from the host's id of the customer who gave them
 * @param transfer the id of the transfer
 * @param currency the id of the point currency
 * @param lots the points with their dates, in the order in which they were taken
 */
public record TransferReceived(
        String customer, Instant occurredAt, String from, String transfer, String currency, List<Points> lots)
        implements LoyaltyEvent {
    private static final int ID_BYTES = 16;

    /**
     * Points that were earned and expire together.
     *
     * @param points how many, more than zero
     * @param earned when they were earned
     * @param expires from when they are gone, or null if nothing gave them a date where they came from
     */
    public record Points(
            long points, Instant earned, @Nullable Instant expires) {
        /**
         * Checks the points.
         *
         * @throws IllegalArgumentException if they are not positive
         */
        public Points {
            checkArgument(points > 0, "points that arrive must be positive, but were %s", points);
            earned = Timestamps.checked("earned", earned);
            expires = expires == null ? null : Timestamps.checked("expires", expires);
        }
    }

    /**
     * Takes a copy of the lots.
     *
     * @throws IllegalArgumentException if an id is malformed, nothing arrives, or an instant is out of range
     */
    public TransferReceived {
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.hostId("giving customer's id", from);
        Identifiers.hostId("transfer id", transfer);
        Identifiers.text("point currency", currency, Identifiers.MAX_HOST_ID_LENGTH);
        lots = ImmutableList.copyOf(lots);
        checkArgument(!lots.isEmpty(), "points that arrive must be at least one lot");
    }

    /** Derived from the giver and the transfer: the first 128 bits of the SHA-256 of both, each with its length. */
    @Override
    public String id() {
        HashCode hash = Hashing.sha256()
                .newHasher()
                .putInt(from.length())
                .putString(from, StandardCharsets.UTF_8)
                .putInt(transfer.length())
                .putString(transfer, StandardCharsets.UTF_8)
                .hash();
        return Identifiers.RESERVED_PREFIX + "transfer:" + HashCode.fromBytes(Arrays.copyOf(hash.asBytes(), ID_BYTES));
    }

    @Override
    public boolean isSubmittable() {
        return false;
    }
}
