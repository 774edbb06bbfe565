package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Activity;

/** An activity of the host's own: it is counted, can lift a tier, and keeps points alive where the program says so. */
final class ActivitySettlement implements Settlement<Activity> {
    @Override
    public void settle(Evaluation<Activity> on) {
        String name = on.event().name();
        if (!on.judgingPlan().program().knowsActivity(name)
                && !on.plan().program().knowsActivity(name)) {
            throw on.refuse(new Refusal.UnknownActivity(name));
        }
        Counts.count(on);
        on.account().recordActivity(name, on.event().occurredAt());
        on.followSums();
    }
}
