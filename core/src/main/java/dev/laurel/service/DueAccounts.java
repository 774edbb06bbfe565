package dev.laurel.service;

import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run over the accounts to which something happened by itself. */
final class DueAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyService.class);
    private static final int PAGE = 500;
    private static final int MOST_FAILED = 1_000;

    private final LoyaltyService service;
    private final AccountStore store;
    private final Instant now;
    private final Duration tolerance;
    private final List<String> failed = new ArrayList<>();
    private long looked;
    private long written;
    private long entries;

    DueAccounts(LoyaltyService service, AccountStore store, Instant now, Duration tolerance) {
        this.service = service;
        this.store = store;
        this.now = now;
        this.tolerance = tolerance;
    }

    DueProgress advance(Instant until, Consumer<DueProgress> progress) {
        if (Duration.between(now, until).compareTo(tolerance) > 0) {
            throw new RefusedException(new Refusal.EventTooEarly(until, now, tolerance));
        }
        String program = service.engine().programId();
        String version = service.engine().programAt(until).version();
        DueAccount last = null;
        List<DueAccount> page;
        do {
            page = store.due(program, until, version, last, PAGE);
            for (DueAccount due : page) {
                advance(due.customer(), until);
                last = due;
            }
            if (page.size() == PAGE) {
                progress.accept(soFar(false));
            }
        } while (page.size() == PAGE);
        DueProgress all = soFar(true);
        progress.accept(all);
        return all;
    }

    private void advance(String customer, Instant until) {
        looked++;
        try {
            Outcome outcome = service.advance(customer, until).orThrow();
            if (outcome.posted().isPresent() && !outcome.isRepeat()) {
                written++;
                entries += outcome.entries().size();
            }
        } catch (RuntimeException e) {
            if (store.isJoined()) {
                // What failed may have ended the host's transaction.
                throw e;
            }
            // Only the type of what was thrown: its message may hold personal data.
            LOG.warn(
                    "customer {} could not be advanced: that threw {}",
                    customer,
                    e.getClass().getName());
            if (failed.size() < MOST_FAILED) {
                failed.add(customer);
            }
        }
    }

    private DueProgress soFar(boolean isDone) {
        return new DueProgress(looked, written, entries, failed, isDone);
    }
}
