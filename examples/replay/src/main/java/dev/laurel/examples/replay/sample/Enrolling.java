package dev.laurel.examples.replay.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the program, sometimes because a friend said so. */
final class Enrolling implements Habit {
    private static final int TRIES = 8;

    private final Dice dice;
    private final List<Person> people;

    /**
     * The habit of a customer.
     *
     * @param people all customers, each after those who came earlier
     */
    Enrolling(Dice dice, List<Person> people) {
        this.dice = dice;
        this.people = people;
    }

    @Override
    public void begin(Life life) {
        Instant enrolled = life.person().enrolled();
        if (enrolled != null) {
            life.plan(enrolled, () -> enroll(life));
        }
    }

    private void enroll(Life life) {
        Person person = life.person();
        String referrer = dice.happens(90) ? friend(person, life.now()) : null;
        life.write(
                EventKind.ENROLL,
                new Details.Enrollment(person.birthday(), referrer, person.attributes(), person.segments()));
        life.enroll(new Profile(person.birthday(), person.segments(), life.now()));
    }

    /** Somebody who joined earlier, so that nobody refers friends in a ring. */
    private @Nullable String friend(Person person, Instant now) {
        for (int tries = 0; tries < TRIES && person.number() > 1; tries++) {
            Person candidate = people.get(dice.below(person.number() - 1));
            Instant joined = candidate.enrolled();
            if (joined != null && joined.isBefore(now)) {
                return candidate.id();
            }
        }
        return null;
    }
}
