package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.rule.Facts;
import dev.laurel.rule.Mentions;
import dev.laurel.tier.Tier;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A birthday, once a year however often the date is edited.
 *
 * <p>A claim is for the birthday in whose window it is made, and two claimed birthdays lie at least 365 days apart.
 *
 * @param window the days on which it is open
 * @param tierWindows other windows for members of given tiers or above, by ascending tier; the last that a member's tier
 *     reaches counts
 * @param onFileFor how long the birthday must have been on file before a claim
 * @param purchasedFor how long before a claim a first purchase must have been made, or null if none is needed
 */
public record BirthdayOccasion(
        BirthdayWindow window,
        List<TierWindow> tierWindows,
        Period onFileFor,
        @Nullable Period purchasedFor) implements Occasion {
    /** How many days lie at least between two claimed birthdays. */
    public static final int LEAST_DAYS_BETWEEN = 365;

    /**
     * A window for members of a tier and those above it.
     *
     * @param tier from which tier on
     * @param window the days
     */
    public record TierWindow(Tier tier, BirthdayWindow window) {
        /** Checks that both are given. */
        public TierWindow {
            requireNonNull(tier, "tier");
            requireNonNull(window, "window");
        }
    }

    /**
     * Takes a copy of the list.
     *
     * @throws IllegalArgumentException if a period is negative
     */
    public BirthdayOccasion {
        requireNonNull(window, "window");
        tierWindows = ImmutableList.copyOf(tierWindows);
        requireNotNegative(onFileFor);
        if (purchasedFor != null) {
            requireNotNegative(purchasedFor);
        }
    }

    private static void requireNotNegative(Period period) {
        boolean negative = period.getYears() < 0 || period.getMonths() < 0 || period.get(ChronoUnit.DAYS) < 0;
        checkArgument(!negative, "a period before a claim must not be negative, but was %s", period);
    }

    /** A birthday that only needs to be on file. */
    public static BirthdayOccasion within(BirthdayWindow window) {
        return new BirthdayOccasion(window, List.of(), Period.ZERO, null);
    }

    /** A copy with another window for members of a tier and those above it. */
    public BirthdayOccasion from(Tier tier, BirthdayWindow windowOfTier) {
        List<TierWindow> more = new ArrayList<>(tierWindows);
        more.add(new TierWindow(tier, windowOfTier));
        return new BirthdayOccasion(window, more, onFileFor, purchasedFor);
    }

    /** A copy for which the birthday must have been on file so long. */
    public BirthdayOccasion onFileFor(Period period) {
        return new BirthdayOccasion(window, tierWindows, period, purchasedFor);
    }

    /** A copy for which a first purchase must have been made so long before. */
    public BirthdayOccasion purchasedFor(Period period) {
        return new BirthdayOccasion(window, tierWindows, onFileFor, requireNonNull(period, "period"));
    }

    @Override
    public Mentions mentions() {
        return tierWindows.stream().map(other -> Mentions.of(other.tier())).reduce(Mentions.NOTHING, Mentions::and);
    }

    /** The window for a member: the last that the member's tier reaches, or the one of everybody. */
    public BirthdayWindow windowFor(Facts member) {
        BirthdayWindow reached = window;
        for (TierWindow other : tierWindows) {
            reached = member.holdsAtLeast(other.tier()) ? other.window() : reached;
        }
        return reached;
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder(window.describe());
        for (TierWindow other : tierWindows) {
            text.append(", from ")
                    .append(other.tier().id())
                    .append(" on ")
                    .append(other.window().describe());
        }
        if (!onFileFor.isZero()) {
            text.append(", on file for ").append(onFileFor);
        }
        if (purchasedFor != null) {
            text.append(
                    purchasedFor.isZero()
                            ? ", with a purchase before"
                            : ", with a purchase " + purchasedFor + " before");
        }
        return text.toString();
    }
}
