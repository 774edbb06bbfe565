package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * How far a run has come that writes down what happened by itself.
 *
 * @param looked how many accounts it has looked at
 * @param written how many of them something had happened to
 * @param entries how many ledger entries that made
 * @param failed the customers whose accounts failed, at most a thousand; the log says why
 * @param isDone whether the run is over
 */
public record DueProgress(long looked, long written, long entries, List<String> failed, boolean isDone) {
    /** Takes a copy of the list. */
    public DueProgress {
        failed = ImmutableList.copyOf(failed);
    }
}
