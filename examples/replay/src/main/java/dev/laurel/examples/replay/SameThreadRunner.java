package dev.laurel.examples.replay;

import dev.laurel.service.LoyaltyService;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Runs each event at once. */
final class SameThreadRunner implements Runner {
    private final Partition everybody;

    SameThreadRunner(LoyaltyService service) {
        everybody = new Partition(service);
    }

    @Override
    public void take(Arrival arrival) {
        everybody.take(arrival);
    }

    @Override
    public List<CustomerResult> resultsAt(Instant until) {
        List<CustomerResult> results = everybody.resultsAt(until);
        results.sort(Comparator.comparing(CustomerResult::customer));
        return results;
    }

    @Override
    public void close() {
        // There is nothing to end: the thread is not its own.
    }
}
