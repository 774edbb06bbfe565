package dev.laurel.testkit;

import dev.laurel.event.Payment;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A redemption or hold, and what of it orders can be paid with. */
final class RandomSpending {
    private final String id;
    private final Reward reward;
    private final long points;
    private final @Nullable Instant until;
    private final List<String> captures = new ArrayList<>();
    private Instant at;
    private boolean resolved;
    private long taken;
    private long paid;

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
        taken = until == null ? points : 0;
    }

    String id() {
        return id;
    }

    Reward reward() {
        return reward;
    }

    /** How many points are not captured yet. */
    long left() {
        return points - taken;
    }

    boolean isHold() {
        return until != null;
    }

    boolean isOpenAt(Instant instant) {
        return until != null && until.isAfter(instant) && !resolved;
    }

    /** Whether it was redeemed at once, or something of it captured. */
    boolean isTaken() {
        return until == null || !captures.isEmpty();
    }

    /** The ids of what took the points for good; of a hold of which nothing is captured, its own. */
    List<String> takenBy() {
        return captures.isEmpty() ? List.of(id) : captures;
    }

    /** Some of it is captured, or all that is left if nothing is said; only if more is to follow is there a rest. */
    void captured(String event, Instant when, @Nullable Long some, boolean more) {
        captures.add(event);
        at = when;
        taken = some == null ? points : Math.min(points, taken + some);
        resolved = left() == 0 || !more;
    }

    void released() {
        resolved = true;
    }

    boolean isOfChosenPrice() {
        return reward.price() instanceof ChosenPrice;
    }

    boolean isPayment() {
        return reward.content() instanceof PointsAsPayment;
    }

    /** When it was redeemed, or last captured if it was. */
    Instant at() {
        return at;
    }

    /** How much can be paid with it at an instant, in millionths. */
    long payableAt(Instant instant) {
        long worth = isOpenAt(instant) ? points : taken;
        return reward.content() instanceof PointsAsPayment payment && points <= payment.mostPoints()
                ? Math.max(0, payment.worthOf(worth).millionths() - paid)
                : 0;
    }

    /** Whether a payment is with its points, by its own id or that of a capture. */
    boolean isNamedBy(Payment payment) {
        String named = payment.redemption();
        return named != null && (named.equals(id) || captures.contains(named));
    }

    void pay(long millionths) {
        paid += millionths;
    }
}
