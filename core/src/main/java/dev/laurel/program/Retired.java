package dev.laurel.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.tier.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a program no longer has, but an earlier one had. A version that lacks a point currency, a ladder, a tier, a reward or an offer
 * of the one before it, and does not retire it, is refused together with that.
 *
 * @param points point currencies that nothing earns any more: their lots go on by these terms, and can be spent as the program says
 * @param tiers tiers that nobody holds any more, with those on which their members stand
 * @param ladders the ids of ladders of which nobody holds a tier any more
 * @param rewards the ids of rewards that nobody can redeem any more; open holds of them are captured and released as before
 * @param offers the ids of offers that nobody can claim any more
 */
public record Retired(
        List<PointPolicy> points,
        List<RetiredTier> tiers,
        Set<String> ladders,
        Set<String> rewards,
        Set<String> offers) {
    /** Nothing. */
    public static final Retired NOTHING = new Retired(List.of(), List.of(), Set.of(), Set.of(), Set.of());

    /**
     * A tier that nobody holds any more.
     *
     * @param tier the tier
     * @param standsOn the tier on which its members stand
     */
    public record RetiredTier(Tier tier, Tier standsOn) {}

    /** Takes copies. */
    public Retired {
        points = ImmutableList.copyOf(points);
        tiers = ImmutableList.copyOf(tiers);
        ladders = ImmutableSortedSet.copyOf(ladders);
        rewards = ImmutableSortedSet.copyOf(rewards);
        offers = ImmutableSortedSet.copyOf(offers);
    }

    /** A copy with a point currency more. */
    Retired and(PointPolicy policy) {
        return new Retired(with(points, policy), tiers, ladders, rewards, offers);
    }

    /** A copy with a tier more. */
    Retired and(RetiredTier tier) {
        return new Retired(points, with(tiers, tier), ladders, rewards, offers);
    }

    /** A copy with these ladders more. */
    Retired andLadders(String... more) {
        return new Retired(points, tiers, with(ladders, more), rewards, offers);
    }

    /** A copy with these rewards more. */
    Retired andRewards(String... more) {
        return new Retired(points, tiers, ladders, with(rewards, more), offers);
    }

    /** A copy with these offers more. */
    Retired andOffers(String... more) {
        return new Retired(points, tiers, ladders, rewards, with(offers, more));
    }

    private static <T> List<T> with(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private static Set<String> with(Collection<String> some, String... more) {
        return ImmutableSortedSet.<String>naturalOrder()
                .addAll(some)
                .addAll(Arrays.asList(more))
                .build();
    }

    /** The tier on which members of a tier of the version before stand: that same one, unless it is retired. */
    public Tier inPlaceOf(Tier tier) {
        Tier standsOn = standsOn(tier);
        return standsOn == null ? tier : standsOn;
    }

    /** The tier on which members of a tier stand, or null if it is not retired. */
    public @Nullable Tier standsOn(Tier tier) {
        for (RetiredTier each : tiers) {
            if (each.tier().equals(tier)) {
                return each.standsOn();
            }
        }
        return null;
    }
}
