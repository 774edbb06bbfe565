package dev.laurel.simulation;

import dev.laurel.testkit.SeededHistory;
import java.util.Optional;
import java.util.stream.LongStream;

/** Runs many histories, and reports the first that fails with its seed and as few of its events as show it. */
final class Simulator {
    private final Simulation.Tested tested;
    private final Tally tally = new Tally();

    Simulator(Simulation.Tested tested) {
        this.tested = tested;
    }

    /** What the histories had in them that did not fail. */
    Tally tally() {
        return tally;
    }

    /** Runs the histories of some seeds on all processors, and tells of the first that fails. */
    Optional<Report> run(LongStream seeds) {
        return seeds.parallel()
                .filter(this::fails)
                .mapToObj(SeededHistory::of)
                .findFirst()
                .map(this::shrunk);
    }

    private boolean fails(long seed) {
        Tally own = new Tally();
        Optional<String> failure = failureOf(SeededHistory.of(seed), own);
        synchronized (tally) {
            tally.add(own);
        }
        return failure.isPresent();
    }

    private Report shrunk(SeededHistory history) {
        SeededHistory shrunk =
                history.shrunk(smaller -> failureOf(smaller, new Tally()).isPresent());
        return new Report(shrunk, failureOf(shrunk, new Tally()).orElseThrow());
    }

    private Optional<String> failureOf(SeededHistory history, Tally into) {
        try {
            Simulation.run(history, tested, into);
            return Optional.empty();
        } catch (SimulationFailure e) {
            return Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            return Optional.of(e + " at " + e.getStackTrace()[0]);
        }
    }

    /**
     * A history that fails.
     *
     * @param history what is left of it
     * @param message what does not hold for it
     */
    record Report(SeededHistory history, String message) {
        /** All that is needed to find the mistake. */
        String text() {
            return "seed " + history.seed() + ", repeated by -Dlaurel.seed=" + history.seed() + ": " + message
                    + "\nThe shrunk history:\n" + history.describe();
        }
    }
}
