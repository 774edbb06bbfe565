package dev.laurel.examples.replay.sample;

import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the shop has on file of a member. */
final class Profile {
    private final List<String> segments;
    private @Nullable MonthDay birthday;
    private Instant birthdaySince;

    Profile(@Nullable MonthDay birthday, List<String> segments, Instant since) {
        this.birthday = birthday;
        this.segments = new ArrayList<>(segments);
        this.birthdaySince = since;
    }

    @Nullable
    MonthDay birthday() {
        return birthday;
    }

    /** Since when the birthday is known to be this. */
    Instant birthdaySince() {
        return birthdaySince;
    }

    void changeBirthday(MonthDay to, Instant now) {
        birthday = to;
        birthdaySince = now;
    }

    void addSegment(String segment) {
        if (!segments.contains(segment)) {
            segments.add(segment);
            Collections.sort(segments);
        }
    }

    /** All of it, to be written. */
    Details.Profile details() {
        return new Details.Profile(birthday, List.copyOf(segments));
    }
}
