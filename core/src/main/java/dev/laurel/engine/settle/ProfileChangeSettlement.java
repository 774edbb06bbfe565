package dev.laurel.engine.settle;

import dev.laurel.event.ProfileChange;

/** Something else is known of the customer from now on. */
final class ProfileChangeSettlement implements Settlement<ProfileChange> {
    @Override
    public void settle(Evaluation<ProfileChange> on) {
        on.account().member().know(on.event().applied(on.account().member().profile()));
    }
}
