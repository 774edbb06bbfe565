package dev.laurel.examples.replay;

import dev.laurel.service.LoyaltyService;
import java.time.Instant;
import java.util.List;

/** Runs events through a service, those of one customer in the order in which it is given them. */
interface Runner extends AutoCloseable {
    /** A runner on so many threads besides the one that reads, or for one thread on that itself. */
    static Runner onThreads(int threads, LoyaltyService service) {
        return threads == 1 ? new SameThreadRunner(service) : new ParallelRunner(service, threads);
    }

    /** Takes the next event of the file. */
    void take(Arrival arrival) throws InterruptedException;

    /** What became of each customer by an instant that is not before any event, sorted by the customers' ids. */
    List<CustomerResult> resultsAt(Instant until) throws InterruptedException;

    @Override
    void close();
}
