package dev.laurel.examples.benchmarks.report;

import dev.laurel.examples.benchmarks.contender.Entrant;
import java.io.IOException;

/** Measures a contender. */
interface Measurer {
    /**
     * What a contender costs.
     *
     * @throws IOException if it could not be measured
     */
    Measurement measure(Entrant entrant, int campaigns, Extent extent) throws IOException, InterruptedException;
}
