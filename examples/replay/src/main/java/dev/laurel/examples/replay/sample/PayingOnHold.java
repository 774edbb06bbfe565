package dev.laurel.examples.replay.sample;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Has points set aside that are to pay, a cent each, until the order that they pay for is certain, or the orders. */
final class PayingOnHold {
    private static final Duration HELD = Duration.ofMinutes(30);
    private static final List<Ending> ENDINGS = List.of(Ending.values());
    private static final Weights HOW_OFTEN = Weights.of(ENDINGS, ending -> ending.weight);

    private final Dice dice;

    private enum Ending {
        /** The order is placed, and then the points are taken. */
        CAPTURED(40),
        /** The same, in two orders. */
        CAPTURED_FOR_TWO(14),
        /** The points are taken, and then the order is placed. */
        CAPTURED_BEFORE(14),
        /** Some of the points are taken, which pay for the order. */
        CAPTURED_IN_PART(12),
        /** The order is placed, and the points are given back: it is to be paid otherwise. */
        RELEASED(6),
        /** The customer buys nothing. */
        ABANDONED(5),
        /** The order is placed, and nobody takes the points in time. */
        LAPSED(6),
        /** The order is placed, and the points are to be taken too late. */
        CAPTURED_TOO_LATE(3);

        private final int weight;

        Ending(int weight) {
            this.weight = weight;
        }
    }

    PayingOnHold(Dice dice) {
        this.dice = dice;
    }

    /** Sets points aside now for a basket, and sees to the end of it, which comes before the next visit. */
    void pay(Life life, Basket basket, int points) {
        Instant until = life.now().plus(HELD);
        Basket on = points <= basket.payableWithPoints() ? basket : null;
        String hold = life.write(EventKind.HOLD, new Details.Hold(Details.Use.toPay(points, on), until));
        life.standing().give(points);
        Instant soon = life.now().plusSeconds(dice.between(20, 180));
        // Later than whoever calls the order off at once.
        Instant later = soon.plusSeconds(dice.between(60, 600));
        Ending ending = ENDINGS.get(HOW_OFTEN.draw(dice));
        switch (ending) {
            case CAPTURED, CAPTURED_FOR_TWO -> {
                life.plan(soon, () -> place(life, basket, hold, points, ending == Ending.CAPTURED_FOR_TWO));
                life.plan(later, () -> capture(life, hold, points, points));
            }
            case CAPTURED_BEFORE ->
                life.plan(soon, () -> buy(life, basket, capture(life, hold, points, points), points));
            case CAPTURED_IN_PART -> {
                int part = dice.between(1, points);
                life.plan(soon, () -> buy(life, basket, capture(life, hold, points, part), part));
            }
            case RELEASED -> {
                life.plan(soon, () -> place(life, basket, hold, points, false));
                life.plan(later, () -> release(life, hold, points));
            }
            case ABANDONED -> life.plan(later, () -> release(life, hold, points));
            case LAPSED, CAPTURED_TOO_LATE -> {
                life.plan(soon, () -> place(life, basket, hold, points, false));
                life.plan(until, () -> life.standing().getBack(points));
                if (ending == Ending.CAPTURED_TOO_LATE) {
                    life.plan(
                            until.plusSeconds(dice.between(0, 240)),
                            () -> life.write(EventKind.CAPTURE, new Details.Capture(hold, null)));
                }
            }
        }
    }

    /** Places an order that a hold is to pay for; or two, if there is enough for that in the basket. */
    private void place(Life life, Basket basket, String hold, int points, boolean inTwo) {
        List<Line> lines = basket.lines();
        if (!inTwo || lines.size() == 1) {
            life.buy(Order.paidWith(dice, basket, Payment.withHeldPoints(points, hold)));
            return;
        }
        int paid = placePart(life, basket.withLines(lines.subList(0, 1)), hold, dice.between(1, points));
        placePart(life, basket.withLines(lines.subList(1, lines.size())), hold, points - paid);
    }

    /** Returns how many points pay for it. */
    @CanIgnoreReturnValue
    private int placePart(Life life, Basket part, String hold, int points) {
        int cents = (int) Math.min(points, Order.payableWithPoints(part));
        life.buy(
                cents == 0
                        ? Order.of(dice, part, null)
                        : Order.paidWith(dice, part, Payment.withHeldPoints(cents, hold)));
        return cents;
    }

    private void buy(Life life, Basket basket, String capture, int points) {
        life.buy(Order.paidWith(dice, basket, Payment.withTakenPoints(points, capture)));
    }

    /** Returns the id of the capture. */
    @CanIgnoreReturnValue
    private static String capture(Life life, String hold, int points, int part) {
        String capture = life.write(EventKind.CAPTURE, new Details.Capture(hold, part == points ? null : part));
        life.standing().getBack(points - part);
        return capture;
    }

    private static void release(Life life, String hold, int points) {
        life.write(EventKind.RELEASE, new Details.Release(hold));
        life.standing().getBack(points);
    }
}
