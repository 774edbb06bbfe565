package dev.laurel.examples.replay.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Is granted the second tier for one held in another shop's program. */
final class StatusMatches implements Habit {
    private static final int MONTHS = 12;

    private final Dice dice;

    StatusMatches(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void enrolled(Life life) {
        if (dice.happens(14)) {
            life.plan(dice.between(1, 14), Channel.STORE.time(dice), () -> grant(life));
        }
    }

    private static void grant(Life life) {
        LocalDate end = TwoYears.dayOf(life.now()).plusMonths(MONTHS);
        Instant until = TwoYears.instant(end, LocalTime.MIDNIGHT);
        life.write(EventKind.GRANT_TIER, new Details.TierGrant("vib", until));
        life.standing().grantVib(until);
    }
}
