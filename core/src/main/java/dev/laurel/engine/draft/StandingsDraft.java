package dev.laurel.engine.draft;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.decision.TierChange;
import dev.laurel.engine.plan.PlannedLadder;
import dev.laurel.engine.plan.TierPlace;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of an account, while an event is being settled. In a program without ladders there is nothing here. It is changed by way
 * of the account only, since something can follow from that for points.
 */
public final class StandingsDraft {
    private static final LadderDraft[] NO_LADDERS = {};
    private static final Tier[] NO_TIERS = {};

    private final AccountDraft account;
    private final List<Standings> before;
    private final LadderDraft[] ladders;
    private List<TierChange> changes;
    private Tier[] held;

    /**
     * The standings before an event.
     *
     * @param before those of the account, or none if nothing has happened to it yet: then it begins with the lowest tiers
     * @param changesBefore the changes that this event has brought already, under an earlier version
     */
    StandingsDraft(AccountDraft account, List<Standings> before, List<TierChange> changesBefore) {
        this.account = account;
        this.before = before;
        changes = changesBefore.isEmpty() ? changesBefore : new ArrayList<>(changesBefore);
        PlannedLadder[] planned = account.plan().ladders();
        ladders = planned.length == 0 ? NO_LADDERS : new LadderDraft[planned.length];
        held = planned.length == 0 ? NO_TIERS : new Tier[planned.length];
        for (int place = 0; place < planned.length; place++) {
            ladders[place] = new LadderDraft(account, planned[place], standingsOf(planned[place], place));
            held[place] = ladders[place].held().tier();
        }
    }

    private Standings standingsOf(PlannedLadder ladder, int place) {
        // What was made under these terms has its standings in their order.
        if (place < before.size() && before.get(place).ladder().equals(ladder.id())) {
            return before.get(place);
        }
        for (Standings standings : before) {
            if (standings.ladder().equals(ladder.id())) {
                return standings;
            }
        }
        return Standings.earned(ladder.id(), ladder.ground());
    }

    List<Standings> toStandings() {
        if (isUnchanged()) {
            return before;
        }
        ImmutableList.Builder<Standings> after = ImmutableList.builderWithExpectedSize(ladders.length);
        for (LadderDraft ladder : ladders) {
            after.add(ladder.toStandings());
        }
        return after.build();
    }

    @SuppressWarnings("ReferenceEquality") // whether it is the very same, which needs no copy
    private boolean isUnchanged() {
        boolean isSame = before.size() == ladders.length;
        for (int place = 0; place < ladders.length && isSame; place++) {
            isSame = ladders[place].toStandings() == before.get(place);
        }
        return isSame;
    }

    List<TierChange> changes() {
        return changes;
    }

    /** The tiers held, in the order of the plan's ladders. Nobody changes the array. */
    Tier[] held() {
        for (int place = 0; place < held.length; place++) {
            if (!ladders[place].held().tier().equals(held[place])) {
                held = held.clone();
                held[place] = ladders[place].held().tier();
            }
        }
        return held;
    }

    /** Whether any of the tiers held is such a one. */
    boolean holdsAny(Predicate<Tier> wanted) {
        for (LadderDraft ladder : ladders) {
            if (wanted.test(ladder.held().tier())) {
                return true;
            }
        }
        return false;
    }

    /** Notes which standings held are others than they were. */
    void noteChanges(String cause) {
        for (LadderDraft ladder : ladders) {
            TierStanding from = ladder.noteHeld();
            if (from != null) {
                note(new TierChange(ladder.ladder().id(), from, ladder.held(), account.asOf(), cause));
            }
        }
    }

    private void note(TierChange change) {
        changes = changes.isEmpty() ? new ArrayList<>(1) : changes;
        changes.add(change);
    }

    /** When time alone next changes something here, or never. */
    long nextChange() {
        long next = Timestamps.NEVER;
        for (LadderDraft ladder : ladders) {
            next = Math.min(next, ladder.nextChange());
        }
        return next;
    }

    /** When time alone next changes what a member holds, or never. */
    long nextVisibleChange() {
        long next = Timestamps.NEVER;
        for (LadderDraft ladder : ladders) {
            next = Math.min(next, ladder.nextVisibleChange());
        }
        return next;
    }

    /** Lets happen what does by itself at the instant at which the account stands. */
    void review() {
        for (LadderDraft ladder : ladders) {
            ladder.review();
        }
    }

    /** Follows what the event has counted. */
    void follow() {
        for (LadderDraft ladder : ladders) {
            ladder.follow();
        }
    }

    /** Follows what the event has taken out of sums. */
    void undo() {
        for (LadderDraft ladder : ladders) {
            ladder.undo();
        }
    }

    /** The places of the tiers that are earned, in the order of the plan's ladders. */
    int[] ranksEarned() {
        int[] ranks = new int[ladders.length];
        for (int place = 0; place < ranks.length; place++) {
            ranks[place] = ladders[place].rankEarned();
        }
        return ranks;
    }

    /** Whether a tier of the program is earned, or a higher one. */
    boolean isEarned(Tier tier) {
        TierPlace place = account.plan().placeOf(tier);
        return place != null && ladders[place.ladder()].rankEarned() >= place.rank();
    }

    /** Until when what is earned of the ladder of a tier is, or null. */
    @Nullable
    Instant earnedUntil(Tier tier) {
        return of(tier).earnedUntil();
    }

    private LadderDraft of(Tier tier) {
        TierPlace place = requireNonNull(account.plan().placeOf(tier), "tier");
        return ladders[place.ladder()];
    }

    /** Grants a tier of the program until an instant, in place of an earlier grant of it; one that is over already only ends that. */
    public void grant(TierStanding grant) {
        of(grant.tier()).grant(grant);
    }

    /**
     * Grants a tier for longer than it is granted already; one that the program does not have any more is not granted.
     *
     * @param until works out until when from when the running grant of it ends, which is null if none runs
     */
    public void prolong(Tier tier, Function<@Nullable Instant, Instant> until) {
        if (account.plan().placeOf(tier) != null) {
            LadderDraft ladder = of(tier);
            ladder.grant(new TierStanding(tier, until.apply(ladder.grantedUntil(tier))));
        }
    }

    /**
     * A tier of the program is brought over from another system.
     *
     * @param until until when it is held, or null for as long as one that is reached then
     * @param at when it is brought
     */
    public void bring(Tier tier, @Nullable Instant until, Instant at) {
        of(tier).bring(tier, until, at);
    }

    /** Other terms come into force: everybody begins a new ladder at its lowest tier, and holds nothing of one that is gone. */
    void adopt(PlannedLadder[] earlier, String cause) {
        for (PlannedLadder gone : earlier) {
            PlannedLadder now = account.plan().ladder(gone.id());
            for (Standings standings : before) {
                boolean isOn = standings.ladder().equals(gone.id());
                if (isOn && now == null && gone.rankOf(standings.held().tier()) > 0) {
                    note(new TierChange(gone.id(), standings.held(), null, account.asOf(), cause));
                }
            }
            for (LadderDraft ladder : ladders) {
                if (ladder.ladder().id().equals(gone.id())) {
                    ladder.adopt(gone);
                }
            }
        }
        noteChanges(cause);
    }
}
