package dev.laurel.dsl;

import dev.laurel.counter.Cap;
import dev.laurel.dsl.syntax.CapLimit;
import dev.laurel.time.CalendarWindow;

/** A limit of which it is not said yet of what. */
record CapSentence(long limit) implements CapLimit {
    CapSentence {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit of a cap must be positive, but was " + limit);
        }
    }

    @Override
    public Cap pointsPerPurchase() {
        return Cap.pointsPerPurchase(limit);
    }

    @Override
    public Cap pointsPer(CalendarWindow window) {
        return Cap.pointsPer(window, limit);
    }

    @Override
    public Cap pointsEver() {
        return Cap.pointsEver(limit);
    }

    @Override
    public Cap usesPer(CalendarWindow window) {
        return Cap.usesPer(window, limit);
    }

    @Override
    public Cap usesEver() {
        return Cap.usesEver(limit);
    }
}
