package dev.laurel.dsl;

import dev.laurel.counter.Cap;
import dev.laurel.dsl.syntax.CapLimit;
import dev.laurel.time.Window;

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
    public Cap pointsPer(Window window) {
        return Cap.pointsPer(window, limit);
    }

    @Override
    public Cap usesPer(Window window) {
        return Cap.usesPer(window, limit);
    }
}
