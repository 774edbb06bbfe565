package dev.laurel.dsl;

import dev.laurel.dsl.syntax.PaymentRate;
import dev.laurel.money.Money;
import dev.laurel.reward.PointsAsPayment;

/** An amount of which it is not said yet how many points pay it. */
record PaymentSentence(Money worth) implements PaymentRate {
    PaymentSentence {
        if (worth.isNegative() || worth.isZero()) {
            throw new IllegalArgumentException("worth of points must be more than nothing, but was " + worth);
        }
    }

    @Override
    public PointsAsPayment perPoint() {
        return PointsAsPayment.of(worth, 1);
    }

    @Override
    public PointsAsPayment perPoints(long points) {
        return PointsAsPayment.of(worth, points);
    }
}
