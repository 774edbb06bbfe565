package dev.laurel.receipt;

import com.google.common.collect.ImmutableList;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.Lot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the closure of an account ended, so that a reopening can give it back. An account has one, that of its last closure.
 *
 * @param customer the host's id of the customer
 * @param occurredAt when the closure happened
 * @param closed when the account stood closed, which is later for a closure that came late
 * @param entry the number of the last ledger entry of the closure
 * @param wallets what expired of each point currency that was not on hold
 * @param holds the holds that ended, in the order in which they would have lapsed
 */
public record ClosureReceipt(
        String customer,
        Instant occurredAt,
        Instant closed,
        long entry,
        List<ExpiredLots> wallets,
        List<OpenHold> holds)
        implements Receipt {
    /** Under what it is kept: a reopening does not name the closure. */
    public static final String EVENT = Identifiers.RESERVED_PREFIX + "closure";

    /**
     * What expired of a point currency.
     *
     * @param currency the id of the point currency
     * @param lots the lots with what was left of them, pending ones too
     * @param runsOut when the timer of inactivity would have ended those without a date, or null if none did run or a tier suspended it
     */
    public record ExpiredLots(
            String currency, List<Lot> lots, @Nullable Instant runsOut) {
        /** Takes a copy of the lots. */
        public ExpiredLots {
            lots = ImmutableList.copyOf(lots);
        }
    }

    /** Takes copies of the lists. */
    public ClosureReceipt {
        wallets = ImmutableList.copyOf(wallets);
        holds = ImmutableList.copyOf(holds);
    }

    @Override
    public String event() {
        return EVENT;
    }

    /** The id only. */
    @Override
    public String toString() {
        return "ClosureReceipt[" + customer + "]";
    }
}
