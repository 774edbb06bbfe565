package dev.laurel.examples.replay.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;

/** Fetches the birthday gift in the month of the birthday: most do, some of them points, which are for the better customers. */
final class Birthdays implements Habit {
    private static final List<Instant> MONTH_STARTS = TwoYears.FIRST_DAY
            .datesUntil(TwoYears.END_DAY, Period.ofMonths(1))
            .map(day -> TwoYears.instant(day, LocalTime.MIDNIGHT))
            .toList();

    private static final String POINTS = "points";
    private static final int POINTS_GIVEN = 250;

    /** A day more than programs ask for. */
    private static final int DAYS_KNOWN = 2;

    private final Dice dice;
    private int lastYear;

    Birthdays(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void begin(Life life) {
        MONTH_STARTS.forEach(start -> life.plan(start, () -> consider(life, 0)));
    }

    @Override
    public void enrolled(Life life) {
        consider(life, DAYS_KNOWN);
    }

    /** Decides once for the month whether to come, and when: not before so many days from now. */
    private void consider(Life life, int soonest) {
        LocalDate today = TwoYears.dayOf(life.now());
        int latest = today.lengthOfMonth() - today.getDayOfMonth();
        if (isBirthdayMonth(life) && lastYear != today.getYear() && soonest <= latest && dice.happens(550)) {
            int days = dice.between(soonest, latest);
            life.plan(days, life.person().channel().time(dice), () -> claim(life));
        }
    }

    private void claim(Life life) {
        Profile profile = life.profileOrNull();
        boolean known =
                profile != null && !life.now().isBefore(profile.birthdaySince().plus(Duration.ofDays(DAYS_KNOWN)));
        int year = TwoYears.dayOf(life.now()).getYear();
        // Whoever changed the birthday meanwhile may have come for another one.
        if (known && isBirthdayMonth(life) && lastYear != year) {
            lastYear = year;
            String choice = choice(life);
            life.write(EventKind.CLAIM, new Details.Claim("birthday", choice));
            if (choice.equals(POINTS)) {
                life.standing().mayHaveGot(POINTS_GIVEN);
            }
        }
    }

    private String choice(Life life) {
        boolean mayHavePoints = life.standing().level(life.now()).isAtLeast(Level.VIB);
        if (dice.happens(mayHavePoints ? 450 : 8)) {
            return POINTS;
        }
        return dice.happens(550) ? "mini-lipstick" : "mini-mascara";
    }

    private static boolean isBirthdayMonth(Life life) {
        Profile profile = life.profileOrNull();
        MonthDay birthday = profile == null ? null : profile.birthday();
        return birthday != null
                && birthday.getMonth() == TwoYears.dayOf(life.now()).getMonth();
    }
}
