package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountStore;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import dev.laurel.service.StoredAccount;
import dev.laurel.testkit.ForwardingStore;
import dev.laurel.testkit.SeededHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The past of any history is the same from each of its snapshots as from its first event. */
@Tag("L3")
@Tag("P2")
@Tag("slow")
class SnapshotHistoriesTest {
    private static final int HISTORIES = 40;
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    /** No event of a history is to be refused since it is ahead of the clock. */
    private static final Duration TOLERANCE = Duration.ofDays(3_650_000);

    /** The past of one event of so many is looked at, since each costs what all before it do. */
    private static final int EVERY = 5;

    private int event;
    private int snapshots;
    private int explanations;
    private int accounts;

    @Test
    void thePastIsTheSameFromEachSnapshotAsFromTheFirstEvent() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            requireSame(SeededHistory.of(seed), 1 + (int) (seed % 4));
        }
        // Otherwise nothing was compared.
        assertThat(snapshots).isGreaterThan(HISTORIES);
        assertThat(explanations).isGreaterThan(HISTORIES / 2);
        assertThat(accounts).isGreaterThan(HISTORIES);
    }

    private void requireSame(SeededHistory history, int every) {
        InMemoryAccountStore store = new InMemoryAccountStore();
        play(history, store, every);
        LoyaltyEngine engine = LoyaltyEngine.ofVersions(history.versions());
        LoyaltyService service = service(engine, store);
        LoyaltyService withoutSnapshots = service(engine, new WithoutSnapshots(store));
        for (String customer : history.customers()) {
            String of = "customer " + customer + " of seed " + history.seed();
            assertThat(service.verify(customer)).as(of).isEmpty();
            snapshots += store.snapshots(new AccountKey(engine.programId(), customer), Long.MAX_VALUE, 1_000)
                    .size();
            TreeSet<Instant> instants = new TreeSet<>();
            for (PostedEvent posted : Iterables.filter(service.journal(customer), any -> isLookedAt())) {
                String id = posted.event().id();
                instants.add(posted.event().occurredAt());
                instants.add(posted.event().occurredAt().minus(1, ChronoUnit.MICROS));
                assertThat(service.verify(customer, posted.recordedAt())).as(of).isEmpty();
                Optional<Explanation> explanation = service.explain(customer, id);
                assertThat(explanation.map(Explanation::text))
                        .as("the explanation of %s of %s", id, of)
                        .isEqualTo(withoutSnapshots.explain(customer, id).map(Explanation::text));
                explanations += explanation.isPresent() ? 1 : 0;
            }
            for (Instant at : instants) {
                assertThat(service.accountAt(customer, at))
                        .as("the account at %s of %s", at, of)
                        .isEqualTo(withoutSnapshots.accountAt(customer, at));
                accounts++;
            }
        }
    }

    private boolean isLookedAt() {
        return event++ % EVERY == 0;
    }

    /** With a service for each list of versions that is known at an event. */
    private static void play(SeededHistory history, AccountStore store, int every) {
        Map<Integer, LoyaltyService> services = new HashMap<>();
        int place = 0;
        for (LoyaltyEvent event : history.events()) {
            List<LoyaltyProgram> versions = history.versionsAt(place++);
            Outcome unused = services.computeIfAbsent(
                            versions.size(),
                            known -> service(LoyaltyEngine.ofVersions(versions), store)
                                    .withSnapshotsEvery(every))
                    .submit(event);
        }
    }

    private static LoyaltyService service(LoyaltyEngine engine, AccountStore store) {
        return LoyaltyService.of(engine, store).withClock(() -> NOON).withTolerance(TOLERANCE);
    }

    /** Where all is worked out from the first event on. */
    private static final class WithoutSnapshots extends ForwardingStore {
        WithoutSnapshots(AccountStore store) {
            super(store);
        }

        @Override
        public List<StoredAccount> snapshots(AccountKey key, long before, int limit) {
            return List.of();
        }
    }
}
