package dev.laurel.examples.replay.sample;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Uses points as money, a cent each: those of a redemption pay for one order, or for one after the other until none are left. */
final class Paying implements PointUse {
    /** Longer than anybody takes to the till: whoever has redeemed points also buys. */
    private static final Duration TO_THE_TILL = Duration.ofMinutes(5);
    /** Nobody asks for less. */
    private static final int LEAST = 100;

    private final Dice dice;
    private final PayingOnHold onHold;
    private @Nullable Purse purse;

    /**
     * Points that were redeemed and have not yet paid for anything.
     *
     * @param redemption the id of the redemption
     * @param redeemed how many they were
     * @param left how many they are
     */
    private record Purse(String redemption, int redeemed, int left) {}

    Paying(Dice dice, PayingOnHold onHold) {
        this.dice = dice;
        this.onHold = onHold;
    }

    @Override
    public boolean isUsedOn(Life life, Basket basket) {
        boolean late = !life.now().plus(TO_THE_TILL).isBefore(TwoYears.END);
        int payable = Math.toIntExact(Order.payableWithPoints(basket));
        if (late || payable == 0 || life.profileOrNull() == null) {
            return false;
        }
        if (dice.happens(15)) {
            life.buy(Order.paidWith(dice, basket, Payment.withForeignPoints(dice.between(1, payable))));
            return true;
        }
        if (purse != null) {
            return isPaidOutOf(purse, life, basket);
        }
        int most = (int) Math.min(payable, life.standing().atLeast());
        if (most < LEAST || !dice.happens(400)) {
            return false;
        }
        int points = dice.happens(500) ? most : dice.between(LEAST, most);
        if (basket.channel() != Channel.STORE && dice.happens(450)) {
            onHold.pay(life, basket, points);
        } else {
            redeem(life, basket, points);
        }
        return true;
    }

    private boolean isPaidOutOf(Purse left, Life life, Basket basket) {
        if (dice.happens(150)) {
            boolean all = left.left() == left.redeemed();
            life.write(EventKind.CANCEL, new Details.Cancellation(left.redemption(), all ? null : left.left()));
            life.standing().getBack(left.left());
            purse = null;
            return false;
        }
        pay(life, basket, left);
        return true;
    }

    private void redeem(Life life, Basket basket, int points) {
        Basket on = points <= basket.payableWithPoints() ? basket : null;
        String redemption = life.write(EventKind.REDEEM, new Details.Redemption(Details.Use.toPay(points, on)));
        life.standing().give(points);
        Purse full = new Purse(redemption, points, points);
        life.plan(life.now().plusSeconds(dice.between(20, 180)), () -> pay(life, basket, full));
    }

    /** Some use less than they have redeemed, and keep the rest for their next order. */
    private void pay(Life life, Basket basket, Purse from) {
        int wanted = dice.happens(300) ? dice.between(1, from.left()) : from.left();
        int cents = (int) Math.min(wanted, Order.payableWithPoints(basket));
        int left = from.left() - cents;
        purse = left == 0 ? null : new Purse(from.redemption(), from.redeemed(), left);
        life.buy(Order.paidWith(dice, basket, Payment.withTakenPoints(cents, from.redemption())));
    }
}
