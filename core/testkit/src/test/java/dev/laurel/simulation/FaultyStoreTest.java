package dev.laurel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.testkit.SeededHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever a store fails at, and whenever: a host that sends an event again until it has an answer gets the answers, accounts and
 * journals that it would have got without a fault. {@code -Dlaurel.histories=10000} runs more of them than the build does.
 */
class FaultyStoreTest {
    private static final long HISTORIES = Long.getLong("laurel.histories", 200);

    private static final Long SEED = Long.getLong("laurel.seed");

    /** From so many histories on, every fault must have happened. */
    private static final long MANY = 100;

    /** So many histories show a broken promise. */
    private static final long FEW = 20;

    private final Tally tally = new Tally();

    private Optional<String> failure(FaultyStore.Breach breach, LongStream seeds) {
        return seeds.parallel()
                .mapToObj(seed -> failureOf(seed, breach))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> failureOf(long seed, FaultyStore.Breach breach) {
        Tally own = new Tally();
        try {
            FaultySimulation.run(SeededHistory.of(seed), breach, own);
        } catch (SimulationFailure e) {
            return Optional.of("seed " + seed + ", repeated by -Dlaurel.seed=" + seed + ": " + e.getMessage());
        }
        synchronized (tally) {
            tally.add(own);
        }
        return Optional.empty();
    }

    @Test
    @Tag("I6")
    @Tag("I18")
    @Tag("K3")
    void nothingIsLostDoubledOrAnsweredOtherwiseBecauseOfAFault() {
        Optional<String> failure =
                failure(FaultyStore.Breach.NONE, SEED == null ? LongStream.range(0, HISTORIES) : LongStream.of(SEED));
        assertThat(failure).isEmpty();
        assertThat(tally.of("histories")).isEqualTo(SEED == null ? HISTORIES : 1);
        if (SEED == null && HISTORIES >= MANY) {
            for (String fault : List.of(
                    "stalled",
                    "broke before a read",
                    "broke before a commit",
                    "broke before a page",
                    "gave way",
                    "on its way",
                    "broke after a commit",
                    "arrived before a read",
                    "arrived in the midst of a read",
                    "arrived before a commit",
                    "arrived too late",
                    "answered as a repetition",
                    "broke before messages were read",
                    "broke before messages were delivered",
                    "broke after messages were delivered",
                    "told again",
                    "a batch was sent again",
                    "an order was sent again",
                    "an account was left by the nightly job")) {
                assertThat(tally.of("fault: " + fault)).as(fault).isPositive();
            }
        }
    }

    @Test
    void aCommitThatIsLostIsFound() {
        assertThat(failure(FaultyStore.Breach.LOSES_COMMITS, LongStream.range(0, FEW)))
                .isPresent();
    }

    /** So a store may answer no read from a copy that is behind, whatever it is read for: nothing checks a refusal later. */
    @Test
    void aReadOlderThanACommitThatReturnedIsFound() {
        assertThat(failure(FaultyStore.Breach.READS_OLDER, LongStream.range(0, FEW)))
                .isPresent();
    }
}
