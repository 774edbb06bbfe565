package dev.laurel.examples.replay.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has points set aside at the till of the web shop and the app, until it is certain that they are needed. */
final class Reserving {
    private static final Duration HELD = Duration.ofMinutes(30);
    private static final List<Ending> ENDINGS = List.of(Ending.values());
    private static final Weights HOW_OFTEN = Weights.of(ENDINGS, ending -> ending.weight);

    private final Dice dice;

    private enum Ending {
        /** The order is paid. */
        CAPTURED(76),
        /** The customer pays without points after all. */
        RELEASED(8),
        /** The customer buys nothing. */
        ABANDONED(6),
        /** The customer buys nothing, and nobody tells the program. */
        LAPSED(7),
        /** The order is paid too late, and so in full. */
        CAPTURED_TOO_LATE(3);

        private final int weight;

        Ending(int weight) {
            this.weight = weight;
        }
    }

    /** Pays for a basket, with points or without. */
    interface Till {
        void pay(Basket basket, @Nullable UsedPoints used);
    }

    Reserving(Dice dice) {
        this.dice = dice;
    }

    /** Whether a reward is set aside first: not in the store, and not where it may be asked for in vain. */
    boolean isWanted(Life life, Reward reward, Basket basket) {
        return basket.channel() != Channel.STORE && life.standing().atLeast() >= reward.points() && dice.happens(450);
    }

    /** Sets points aside now, and sees to the end of it, which comes before the next visit. */
    void reserve(Life life, Reward reward, Basket basket, Till till) {
        Instant until = life.now().plus(HELD);
        String hold = life.write(EventKind.HOLD, new Details.Hold(Details.Use.of(reward, basket), until));
        life.standing().give(reward.points());
        Instant soon = life.now().plusSeconds(dice.between(20, 180));
        switch (ENDINGS.get(HOW_OFTEN.draw(dice))) {
            case CAPTURED -> life.plan(soon, () -> capture(life, hold, reward, basket, till));
            case RELEASED ->
                life.plan(soon, () -> {
                    release(life, hold, reward);
                    till.pay(basket, null);
                });
            case ABANDONED -> life.plan(soon.plusSeconds(dice.between(0, 600)), () -> release(life, hold, reward));
            case LAPSED -> life.plan(until, () -> life.standing().getBack(reward.points()));
            case CAPTURED_TOO_LATE ->
                life.plan(until.plusSeconds(dice.between(0, 240)), () -> {
                    life.write(EventKind.CAPTURE, new Details.Capture(hold, null));
                    life.standing().getBack(reward.points());
                    till.pay(basket, null);
                });
        }
    }

    private static void capture(Life life, String hold, Reward reward, Basket basket, Till till) {
        String capture = life.write(EventKind.CAPTURE, new Details.Capture(hold, null));
        till.pay(basket.lessBy(reward.centsOff()), new UsedPoints(capture, reward.points()));
    }

    private static void release(Life life, String hold, Reward reward) {
        life.write(EventKind.RELEASE, new Details.Release(hold));
        life.standing().getBack(reward.points());
    }
}
