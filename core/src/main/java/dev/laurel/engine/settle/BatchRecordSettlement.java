package dev.laurel.engine.settle;

import dev.laurel.event.BatchRecord;

/** A batch does nothing beside what its events do; so it comes on every account, and not even time passes for it. */
final class BatchRecordSettlement implements Settlement<BatchRecord> {
    @Override
    public boolean letsTimePass() {
        return false;
    }

    @Override
    public void admit(Evaluation<BatchRecord> on) {}

    @Override
    public void settle(Evaluation<BatchRecord> on) {}
}
