package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.event.Batch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a batch: all of its events were accepted, now or before, or none of those that were new was. */
public final class BatchOutcome {
    private final Batch batch;
    private final Account account;
    private final List<Outcome> outcomes;
    private final @Nullable Outcome refused;

    private BatchOutcome(Batch batch, Account account, List<Outcome> outcomes, @Nullable Outcome refused) {
        this.batch = batch;
        this.account = account;
        this.outcomes = ImmutableList.copyOf(outcomes);
        this.refused = refused;
    }

    static BatchOutcome accepted(Batch batch, Account account, List<Outcome> outcomes) {
        return new BatchOutcome(batch, account, outcomes, null);
    }

    static BatchOutcome refused(Batch batch, Outcome refused) {
        return new BatchOutcome(batch, refused.account(), List.of(), refused);
    }

    /** The batch. */
    public Batch batch() {
        return batch;
    }

    /** The account after the batch; if it was refused, or there was nothing new in it, as it stands. */
    public Account account() {
        return account;
    }

    /** Whether all of its events were accepted, now or before. */
    public boolean isAccepted() {
        return refused == null;
    }

    /** Whether all of it was accepted before; then nothing new was done. */
    public boolean isRepeat() {
        return isAccepted() && outcomes.stream().allMatch(Outcome::isRepeat);
    }

    /** Why it was refused, if it was: the first refusal of its events. */
    public Optional<Refusal> refusal() {
        return refused().flatMap(Outcome::refusal);
    }

    /** What became of the event that was refused, if one was. */
    public Optional<Outcome> refused() {
        return Optional.ofNullable(refused);
    }

    /** What became of each event, in their order; each that was accepted before is a repetition. Empty if the batch was refused. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /**
     * This outcome, if the batch was accepted.
     *
     * @throws RefusedException if it was refused
     */
    @CanIgnoreReturnValue
    public BatchOutcome orThrow() {
        if (refused != null) {
            refused.orThrow();
        }
        return this;
    }

    /** Ids and counts only. */
    @Override
    public String toString() {
        return "BatchOutcome[" + batch.id() + " of " + batch.customer() + ": "
                + (refused == null ? outcomes.size() + " events" : refused.toString())
                + (isRepeat() ? ", repeated]" : "]");
    }
}
