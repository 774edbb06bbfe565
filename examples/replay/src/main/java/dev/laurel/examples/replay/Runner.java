package dev.laurel.examples.replay;

import dev.laurel.program.PointPolicy;
import dev.laurel.service.LoyaltyService;
import java.time.Instant;
import java.util.List;

/** Runs events through a service, those of one customer in the order in which it is given them. */
interface Runner extends AutoCloseable {
    /**
     * A runner on so many threads besides the one that reads, or for one thread on that itself. Where customers may give each
     * other points, what becomes of one depends on the others, so all events are run in the order of the file.
     */
    static Runner onThreads(int threads, LoyaltyService service) {
        boolean isEachAlone = service.engine().program().points().stream().noneMatch(PointPolicy::isTransferable);
        return threads > 1 && isEachAlone ? new ParallelRunner(service, threads) : new SameThreadRunner(service);
    }

    /** Takes the next event of the file. */
    void take(Arrival arrival) throws InterruptedException;

    /** What became of each customer by an instant that is not before any event, sorted by the customers' ids. */
    List<CustomerResult> resultsAt(Instant until) throws InterruptedException;

    @Override
    void close();
}
