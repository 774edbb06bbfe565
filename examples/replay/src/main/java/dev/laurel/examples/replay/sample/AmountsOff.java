package dev.laurel.examples.replay.sample;

import java.util.Optional;

/** Uses points on rewards that take amounts off: directly, or set aside first. */
final class AmountsOff implements PointUse {
    private final Dice dice;
    private final Redeeming redeeming;
    private final Reserving reserving;

    AmountsOff(Dice dice, Redeeming redeeming, Reserving reserving) {
        this.dice = dice;
        this.redeeming = redeeming;
        this.reserving = reserving;
    }

    @Override
    public boolean isUsedOn(Life life, Basket basket) {
        Optional<Reward> reward = redeeming.choice(life, basket);
        if (reward.isEmpty()) {
            return false;
        }
        if (reserving.isWanted(life, reward.get(), basket)) {
            reserving.reserve(life, reward.get(), basket, (bought, used) -> life.buy(Order.of(dice, bought, used)));
        } else {
            redeem(life, reward.get(), basket);
        }
        return true;
    }

    private void redeem(Life life, Reward reward, Basket basket) {
        String redemption = life.write(EventKind.REDEEM, new Details.Redemption(Details.Use.of(reward, basket)));
        Basket lowered = redeeming.outcome(life, reward, basket);
        // In vain, if it did not make the basket cheaper.
        UsedPoints used = lowered.equals(basket) ? null : new UsedPoints(redemption, reward.points());
        life.plan(life.now().plusSeconds(dice.between(20, 180)), () -> life.buy(Order.of(dice, lowered, used)));
    }
}
