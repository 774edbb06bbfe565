package dev.laurel.history;

import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.program.LoyaltyProgram;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Something to begin a history with, so that its queues have chunks. */
final class ManyLots {
    private static final int LOTS = 200;

    private ManyLots() {}

    /** Hundreds of lots of each point currency, brought over from another system. */
    static Opening opening(LoyaltyProgram program, Instant at) {
        List<OpeningLot> lots = new ArrayList<>();
        program.points().forEach(policy -> {
            for (int i = 0; i < LOTS; i++) {
                lots.add(new OpeningLot(
                        policy.currency().id(),
                        1 + i % 50,
                        at.minus(Duration.ofHours(30L * i + 1)),
                        i % 5 == 0 ? null : at.plus(Duration.ofHours(50L * i + 1))));
            }
        });
        return new Opening("brought-over", RandomHistory.CUSTOMER, at, lots, List.of());
    }
}
