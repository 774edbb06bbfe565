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

    /** The first history that fails. */
    private Optional<SeededHistory> failing(FaultyStore.Breach breach, LongStream seeds) {
        return seeds.parallel()
                .mapToObj(SeededHistory::of)
                .filter(history -> failureOf(history, breach).isPresent())
                .findFirst();
    }

    private Optional<String> failureOf(SeededHistory history, FaultyStore.Breach breach) {
        Tally own = new Tally();
        try {
            FaultySimulation.run(history, breach, own);
        } catch (SimulationFailure e) {
            return Optional.of(e.getMessage());
        }
        synchronized (tally) {
            tally.add(own);
        }
        return Optional.empty();
    }

    private String report(SeededHistory history) {
        SeededHistory shrunk = history.shrunk(
                smaller -> failureOf(smaller, FaultyStore.Breach.NONE).isPresent());
        return "seed " + history.seed() + ", repeated by -Dlaurel.seed=" + history.seed() + ": "
                + failureOf(shrunk, FaultyStore.Breach.NONE).orElseThrow() + "\nThe shrunk history:\n"
                + shrunk.describe();
    }

    @Test
    @Tag("I6")
    @Tag("I18")
    @Tag("K3")
    void nothingIsLostDoubledOrAnsweredOtherwiseBecauseOfAFault() {
        Optional<SeededHistory> failing =
                failing(FaultyStore.Breach.NONE, SEED == null ? LongStream.range(0, HISTORIES) : LongStream.of(SEED));
        failing.ifPresent(history -> {
            throw new AssertionError(report(history));
        });
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
        assertThat(failing(FaultyStore.Breach.LOSES_COMMITS, LongStream.range(0, FEW)))
                .isPresent();
    }

    /** So a store may answer no read from a copy that is behind, whatever it is read for: nothing checks a refusal later. */
    @Test
    void aReadOlderThanACommitThatReturnedIsFound() {
        assertThat(failing(FaultyStore.Breach.READS_OLDER, LongStream.range(0, FEW)))
                .isPresent();
    }
}
