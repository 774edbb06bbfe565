package dev.laurel.examples.replay.sample;

import java.time.Duration;
import java.util.Optional;

/** Decides whether a basket is worth some points. */
final class Redeeming {
    /** Longer than anybody takes from the reward to the till: whoever has one also buys. */
    private static final Duration TO_THE_TILL = Duration.ofMinutes(5);

    private final Dice dice;
    private final boolean saver;

    Redeeming(Dice dice) {
        this.dice = dice;
        this.saver = dice.happens(300);
    }

    /** What the customer asks for. */
    Optional<Reward> choice(Life life, Basket basket) {
        boolean late = !life.now().plus(TO_THE_TILL).isBefore(TwoYears.END);
        if (late || life.profileOrNull() == null) {
            return Optional.empty();
        }
        Standing standing = life.standing();
        for (Reward reward : Reward.values()) {
            boolean possible = standing.atLeast() >= reward.points()
                    && basket.merchandise() >= reward.centsOff()
                    && isWanted(reward, standing.level(life.now()));
            if (possible && dice.happens(perMille(reward))) {
                return Optional.of(reward);
            }
        }
        return isDueSoon(standing) && basket.merchandise() >= Reward.CASH_10.centsOff() && dice.happens(5)
                ? Optional.of(Reward.CASH_10)
                : Optional.empty();
    }

    /** The greatest reward is for the best customers only, and those who save take no lesser ones than they can have. */
    private boolean isWanted(Reward reward, Level level) {
        return switch (reward) {
            case ROUGE -> level == Level.ROUGE;
            case CASH_25 -> !saver || level != Level.ROUGE;
            case CASH_10 -> !saver;
        };
    }

    /** A few ask when they only nearly have enough, if that is sure: otherwise they would have to pay less. */
    private static boolean isDueSoon(Standing standing) {
        return standing.atLeast() * 2 >= Reward.CASH_10.points() && isInVain(standing, Reward.CASH_10);
    }

    private static int perMille(Reward reward) {
        return switch (reward) {
            case ROUGE -> 400;
            case CASH_25 -> 300;
            case CASH_10 -> 230;
        };
    }

    private static boolean isInVain(Standing standing, Reward reward) {
        return standing.atMost() < reward.points();
    }

    /** What the basket comes to. */
    Basket outcome(Life life, Reward reward, Basket basket) {
        if (isInVain(life.standing(), reward)) {
            return basket;
        }
        life.standing().give(reward.points());
        return basket.lessBy(reward.centsOff());
    }
}
