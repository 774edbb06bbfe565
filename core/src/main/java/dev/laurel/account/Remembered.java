package dev.laurel.account;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What a wallet remembers of lots that are gone.
 *
 * @param expired what expired unused and can still matter, by the number of the lot
 * @param redatings the suspensions of before that can still matter, in their order
 * @param shortfalls points that were to be taken but were not there and are forgotten, in their order
 */
public record Remembered(List<ExpiredPoints> expired, List<Redating> redatings, List<Shortfall> shortfalls) {
    /** Nothing. */
    public static final Remembered NOTHING = new Remembered(List.of(), List.of(), List.of());

    /** Takes copies of the lists. */
    public Remembered {
        expired = ImmutableList.copyOf(expired);
        redatings = ImmutableList.copyOf(redatings);
        shortfalls = ImmutableList.copyOf(shortfalls);
    }

    /** The same lists, or nothing if they are empty, which most are. */
    public static Remembered of(List<ExpiredPoints> expired, List<Redating> redatings, List<Shortfall> shortfalls) {
        return expired.isEmpty() && redatings.isEmpty() && shortfalls.isEmpty()
                ? NOTHING
                : new Remembered(expired, redatings, shortfalls);
    }
}
