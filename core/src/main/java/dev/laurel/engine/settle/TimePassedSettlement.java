package dev.laurel.engine.settle;

import dev.laurel.event.TimePassed;

/** Time passes for every account, closed or not, and never too late. What it brings has happened when the account has caught up. */
final class TimePassedSettlement implements Settlement<TimePassed> {
    @Override
    public void admit(Evaluation<TimePassed> on) {
        on.catchUp();
    }

    @Override
    public void settle(Evaluation<TimePassed> on) {}
}
