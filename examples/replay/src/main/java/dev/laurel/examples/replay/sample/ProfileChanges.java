package dev.laurel.examples.replay.sample;

import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;

/** Changes what is on file: a birthday given later or put right, and segments, which the shop decides on. */
final class ProfileChanges implements Habit {
    private static final List<String> INTERESTS = List.of("fragrance-lovers", "skincare-club", "event-guests");

    private final Dice dice;

    ProfileChanges(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void enrolled(Life life) {
        Profile profile = life.profileOrNull();
        boolean birthdayIsKnown = profile != null && profile.birthday() != null;
        if (dice.happens(birthdayIsKnown ? 30 : 280)) {
            plan(life, 5, 400, onFile -> onFile.changeBirthday(People.birthday(dice), life.now()));
        }
        if (dice.happens(80)) {
            plan(life, 30, 500, onFile -> onFile.addSegment(segment(life)));
        }
    }

    private String segment(Life life) {
        return life.standing().level(life.now()).isAtLeast(Level.VIB) ? "champions" : dice.oneOf(INTERESTS);
    }

    private void plan(Life life, int firstDay, int lastDay, Consumer<Profile> change) {
        LocalTime time = life.person().channel().time(dice);
        life.plan(dice.between(firstDay, lastDay), time, () -> {
            Profile profile = life.profileOrNull();
            if (profile != null) {
                change.accept(profile);
                life.write(EventKind.PROFILE, profile.details());
            }
        });
    }
}
