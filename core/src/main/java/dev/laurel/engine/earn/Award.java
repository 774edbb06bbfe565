package dev.laurel.engine.earn;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.PurchaseFacts;
import dev.laurel.decision.Reduction;
import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.Lot;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Cap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an earning rule and the multipliers on it award for a purchase. Where nothing splits or trims the amount, the points of each
 * rule are all that is kept of it: the {@link Chain} says how they came about, and is made when somebody asks.
 */
public final class Award {
    private static final long[] NOTHING = {};

    private final Match base;
    private final List<Match> multipliers;

    /** The points of the rule itself, and those of each multiplier on it, as long as there is no chain. */
    private final long own;

    private final long[] added;
    private @Nullable Chain chain;
    private @Nullable Credit first;

    private Award(Match base, List<Match> multipliers, long own, long[] added, @Nullable Chain chain) {
        this.base = base;
        this.multipliers = multipliers;
        this.own = own;
        this.added = added;
        this.chain = chain;
    }

    /**
     * Works out a rule's amount with the multipliers on it; those are by id.
     *
     * @param facts what amounts see, of the covered lines only
     * @param lines all lines of the purchase, which matches count by their place
     */
    static Award of(PurchaseFacts facts, List<PurchaseLine> lines, Match base, List<Match> multipliers) {
        if (base.paid().equals(Ratio.ONE)) {
            long own = Whole.points(base, lines);
            if (own != Whole.NONE) {
                long[] added = multipliers.isEmpty() ? NOTHING : new Whole(base, lines).added(multipliers);
                if (added != null) {
                    return new Award(base, multipliers, own, added, null);
                }
            }
        }
        Chain chain = Chain.ofRates(facts, lines, base, multipliers);
        return new Award(base, multipliers, 0, NOTHING, chain);
    }

    /** The rule that earns. */
    public PlannedRule rule() {
        return base.rule();
    }

    /** The id of the point currency that it earns. */
    public String currency() {
        return base.rule().currency();
    }

    /** The points in the end. */
    public long points() {
        if (chain != null) {
            return chain.points();
        }
        long points = own;
        for (long more : added) {
            points += more;
        }
        return points;
    }

    /** Whether nothing splits it, so that no fraction of it can be too long. */
    public boolean isWhole() {
        return chain == null || chain.isWhole();
    }

    /**
     * How the points came about.
     *
     * @param lines all lines of the purchase
     */
    public Chain chain(List<PurchaseLine> lines) {
        return chain == null ? Chain.ofWhole(lines, base, multipliers) : chain;
    }

    // --- its parts ---

    /** How many rules there are: that which earns, and the multipliers on it. */
    int size() {
        return 1 + multipliers.size();
    }

    /** A rule by its place in the order of settlement: that which earns is the first. */
    PlannedRule rule(int part) {
        if (chain != null) {
            return chain.parts().get(part).rule();
        }
        return part == 0 ? base.rule() : multipliers.get(part - 1).rule();
    }

    /** What a rule contributes in the end. */
    long points(int part) {
        if (chain != null) {
            return chain.parts().get(part).points();
        }
        return part == 0 ? own : added[part - 1];
    }

    /** Leaves a rule no more than its cap allows. */
    void trim(List<PurchaseLine> lines, int part, Cap cap, long allowed) {
        if (allowed < points(part)) {
            Chain kept = kept(lines);
            kept.trim(kept.parts().get(part), cap, allowed);
        }
    }

    /** Leaves no more in all than a cap of the rule that earns allows. */
    void trim(List<PurchaseLine> lines, Cap cap, long allowed) {
        if (allowed < points()) {
            kept(lines).trim(cap, allowed);
        }
    }

    /** Takes points of what a rule contributes, which a cap of the program does not allow. */
    void cut(List<PurchaseLine> lines, int part, Reduction.ByCapOfProgram reduction) {
        Chain kept = kept(lines);
        kept.cut(kept.parts().get(part), reduction);
    }

    /** How the points came about, which is kept from now on, since it is about to be trimmed. */
    private Chain kept(List<PurchaseLine> lines) {
        Chain known = chain(lines);
        chain = known;
        return known;
    }

    // --- credits ---

    /** Adds its points to what is credited, in the order of settlement. They all come into one lot. */
    public void credit(WalletDraft wallet, LotDates dates, List<Credit> credits) {
        int place = credits.size();
        for (int part = 0; part < size(); part++) {
            if (points(part) > 0) {
                credits.add(Credit.ofRule(rule(part).id(), wallet, points(part), dates));
            }
        }
        first = credits.get(place);
    }

    /** The lot that it came into, emptied; to be asked once it is credited. */
    public Lot toLot() {
        return requireNonNull(first).toLot();
    }
}
