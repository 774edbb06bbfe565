package dev.laurel.simulation;

import dev.laurel.occasion.Sum;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tiers of one customer, ladder by ladder. */
final class PlainTiers {
    /** By the id of the ladder. */
    final Map<String, PlainLadder> ladders = new TreeMap<>();

    private PlainTiers() {}

    PlainTiers(LoyaltyProgram program, PlainAccount account) {
        program.ladders().forEach(ladder -> ladders.put(ladder.id(), new PlainLadder(ladder, account)));
    }

    /** The tiers under another version. */
    static PlainTiers under(LoyaltyProgram program, PlainTiers before, PlainAccount account) {
        PlainTiers tiers = new PlainTiers();
        for (Ladder ladder : program.ladders()) {
            tiers.ladders.put(ladder.id(), PlainLadder.under(ladder, before.ladders.get(ladder.id()), account));
        }
        return tiers;
    }

    PlainTiers copyFor(PlainAccount other) {
        PlainTiers copy = new PlainTiers();
        ladders.forEach((id, ladder) -> copy.ladders.put(id, ladder.copyFor(other)));
        return copy;
    }

    SortedMap<String, TierStanding> held() {
        SortedMap<String, TierStanding> held = new TreeMap<>();
        ladders.forEach((id, ladder) -> held.put(id, ladder.named(ladder.held())));
        return held;
    }

    Set<Tier> tiersHeld() {
        return held().values().stream().map(TierStanding::tier).collect(Collectors.toSet());
    }

    /** The ladder that has a tier, or null. */
    PlainLadder of(Tier tier) {
        return ladders.values().stream()
                .filter(ladder -> ladder.ladder.has(tier))
                .findFirst()
                .orElse(null);
    }

    Instant nextChange() {
        Instant next = null;
        for (PlainLadder ladder : ladders.values()) {
            next = earlier(next, ladder.nextChange());
        }
        return next;
    }

    Instant nextChangeToSee() {
        Instant next = null;
        for (PlainLadder ladder : ladders.values()) {
            next = earlier(next, ladder.nextChangeToSee());
        }
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    void review(Instant now) {
        ladders.values().forEach(ladder -> ladder.review(now));
    }

    /** Something counted for some sums at an instant. */
    void follow(Set<String> sums, Instant at) {
        for (PlainLadder ladder : ladders.values()) {
            if (ladder.ladder.sums().stream().map(Sum::id).anyMatch(sums::contains)) {
                ladder.follow(at);
            }
        }
    }

    /** Something counts no longer, by the sum for which it did, each with the window; each ladder is judged once. */
    void undo(Map<String, Long> sums) {
        for (PlainLadder ladder : ladders.values()) {
            ladder.ladder.sums().stream()
                    .map(Sum::id)
                    .filter(sums::containsKey)
                    .findFirst()
                    .ifPresent(sum -> ladder.undo(sums.get(sum)));
        }
    }
}
