package dev.laurel.testkit;

import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A redemption or hold, and what of it orders can be paid with. */
final class RandomSpending {
    private final String id;
    private final Reward reward;
    private final long points;
    private final @Nullable Instant until;
    private Instant at;
    private @Nullable String capture;
    private boolean released;
    private long payable;

    /**
     * What was redeemed or set aside.
     *
     * @param until until when it is set aside, or null for what is redeemed at once
     */
    RandomSpending(String id, Reward reward, long points, Instant at, @Nullable Instant until) {
        this.id = id;
        this.at = at;
        this.reward = reward;
        this.points = points;
        this.until = until;
        if (reward.content() instanceof PointsAsPayment payment && points <= payment.mostPoints()) {
            payable = payment.worthOf(points).millionths();
        }
    }

    String id() {
        return id;
    }

    Reward reward() {
        return reward;
    }

    long points() {
        return points;
    }

    boolean isHold() {
        return until != null;
    }

    boolean isOpenAt(Instant instant) {
        return until != null && until.isAfter(instant) && capture == null && !released;
    }

    /** Whether it was redeemed at once or captured. */
    boolean isTaken() {
        return until == null || capture != null;
    }

    /** The id of what took the points for good; of a hold that is not captured, its own. */
    String takenBy() {
        return capture == null ? id : capture;
    }

    /** It is captured, which what it pays must not be worth more than. */
    void captured(String event, Instant when, @Nullable Long captured) {
        capture = event;
        at = when;
        if (captured != null
                && captured < points
                && payable > 0
                && reward.content() instanceof PointsAsPayment payment) {
            pay(payment.worthOf(points).millionths() - payment.worthOf(captured).millionths());
        }
    }

    void released() {
        released = true;
    }

    boolean isOfChosenPrice() {
        return reward.price() instanceof ChosenPrice;
    }

    boolean isPayment() {
        return reward.content() instanceof PointsAsPayment;
    }

    /** When it was redeemed, or captured if it was. */
    Instant at() {
        return at;
    }

    /** How much can be paid with it at an instant, in millionths. */
    long payableAt(Instant instant) {
        return isTaken() || isOpenAt(instant) ? payable : 0;
    }

    void pay(long millionths) {
        payable = Math.max(0, payable - millionths);
    }
}
