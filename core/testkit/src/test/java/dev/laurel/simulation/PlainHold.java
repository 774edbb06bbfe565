package dev.laurel.simulation;

import dev.laurel.ledger.LotUse;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.List;

/** Points set aside; one that is resolved is remembered for ever. */
record PlainHold(
        String id,
        Reward reward,
        String currency,
        Instant occurredAt,
        Instant until,
        List<LotUse> lots,
        boolean isOpen) {
    long points() {
        return PlainAccount.sum(lots);
    }

    PlainHold resolved() {
        return new PlainHold(id, reward, currency, occurredAt, until, lots, false);
    }
}
