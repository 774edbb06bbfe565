package dev.laurel.engine.earn;

import static java.util.Objects.requireNonNull;

import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.Lot;
import dev.laurel.money.Ratio;
import dev.laurel.rule.PurchaseFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an earning rule and the multipliers on it award for a purchase. Where nothing multiplies, splits or trims the rule's amount,
 * its points are all that is kept of it: the {@link Chain} says how they came about, and is made when somebody asks.
 */
public final class Award {
    private final List<PurchaseLine> lines;
    private final Match base;
    private final long whole;
    private @Nullable Chain chain;
    private @Nullable Credit first;

    private Award(List<PurchaseLine> lines, Match base, long whole, @Nullable Chain chain) {
        this.lines = lines;
        this.base = base;
        this.whole = whole;
        this.chain = chain;
    }

    /**
     * Works out a rule's amount with the multipliers on it; those are by id.
     *
     * @param facts what amounts see, of the covered lines only
     * @param lines all lines of the purchase, which matches count by their place
     * @param paidInMoney the part of each line that was not paid with points, and so earns
     */
    static Award of(
            PurchaseFacts facts, List<PurchaseLine> lines, Ratio paidInMoney, Match base, List<Match> multipliers) {
        boolean isPlain = multipliers.isEmpty() && paidInMoney.equals(Ratio.ONE);
        long whole = isPlain ? Whole.points(base, lines) : Whole.NONE;
        return new Award(
                lines,
                base,
                whole,
                whole == Whole.NONE ? Chain.of(facts, lines, paidInMoney, base, multipliers) : null);
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
        return chain == null ? whole : chain.points();
    }

    /** Whether nothing splits it, so that no fraction of it can be too long. */
    public boolean isWhole() {
        return chain == null || chain.isWhole();
    }

    /** How the points came about. */
    public Chain chain() {
        return chain == null ? Chain.of(lines, base) : chain;
    }

    /** How the points came about, which is kept from now on, since it is about to be trimmed. */
    Chain kept() {
        Chain known = chain();
        chain = known;
        return known;
    }

    /** What the rule and the multipliers contribute, in the order of settlement, if anything was multiplied, split or trimmed. */
    List<Contribution> parts() {
        return chain == null ? List.of() : chain.parts();
    }

    /** Adds its points to what is credited, in the order of settlement. They all come into one lot. */
    public void credit(WalletDraft wallet, LotDates dates, List<Credit> credits) {
        int place = credits.size();
        if (chain == null) {
            credits.add(Credit.earned(wallet, whole, dates, base.rule().id()));
        } else {
            for (Contribution part : chain.parts()) {
                if (part.points() > 0) {
                    credits.add(Credit.earned(wallet, part.points(), dates, part.id()));
                }
            }
        }
        first = credits.get(place);
    }

    /** The lot that it came into, emptied; to be asked once it is credited. */
    public Lot toLot() {
        return requireNonNull(first).toLot();
    }
}
