package dev.laurel.examples.replay;

import java.time.Instant;
import java.util.List;

/** Runs the events of customers, those of one customer in the order in which it is given them. For one thread. */
interface Fold {
    /** Takes the next event. */
    void take(Arrival arrival);

    /** What became of each customer of whom there was an event, by an instant that is not before any of them. */
    List<CustomerResult> resultsAt(Instant until);
}
