package dev.laurel.engine.settle;

import dev.laurel.event.Activity;

/** An activity of the host's own, by which a customer counts as active where the program names it. */
final class ActivitySettlement implements Settlement<Activity> {
    @Override
    public void settle(Evaluation<Activity> on) {
        on.account().recordActivity(on.event().name(), on.event().occurredAt());
    }
}
