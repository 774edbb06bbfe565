package dev.laurel.examples.benchmarks.report;

import dev.laurel.examples.benchmarks.contender.Contender;
import dev.laurel.examples.benchmarks.contender.Entrant;
import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Compares contenders at one number of campaigns after the other: first whether they agree, then what those cost that do. */
public final class Comparison {
    private final Collection<Entrant> entrants;
    private final Extent extent;
    private final PrintWriter progress;
    private final BiFunction<Entrant, List<Campaign>, Contender> maker;
    private final Measurer measurer;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    /**
     * A comparison that has not begun, in which each contender is measured in a JVM of its own.
     *
     * @param entrants who is compared
     * @param progress where it is told what is being done
     */
    public Comparison(Collection<Entrant> entrants, Extent extent, PrintWriter progress) {
        this(entrants, extent, progress, Entrant::of, Fork::measure);
    }

    Comparison(
            Collection<Entrant> entrants,
            Extent extent,
            PrintWriter progress,
            BiFunction<Entrant, List<Campaign>, Contender> maker,
            Measurer measurer) {
        this.maker = maker;
        this.measurer = measurer;
        this.entrants = entrants;
        this.extent = extent;
        this.progress = progress;
    }

    /**
     * Compares those who take part in it at a number of campaigns.
     *
     * @throws IOException if a JVM cannot be started, or ends without a measurement
     */
    public void run(int campaigns) throws IOException, InterruptedException {
        Shop shop = Shop.of(campaigns, extent.orders());
        Agreement agreement = new Agreement(shop, maker.apply(Entrant.HAND_WITH_LEDGER, shop.campaigns()));
        List<Entrant> agreeing = new ArrayList<>();
        for (Entrant entrant : entrants) {
            if (entrant.takesPartAt(campaigns)) {
                tell("agreement at " + campaigns + " campaigns: " + entrant.label());
                if (agreement.holdsFor(entrant.label(), maker.apply(entrant, shop.campaigns()))) {
                    agreeing.add(entrant);
                }
            }
        }
        measure(agreeing, campaigns, agreement);
        agreement
                .differences()
                .values()
                .forEach(text -> differences.add("At " + campaigns + " campaigns " + text + "."));
    }

    /** Round after round, so that a slow minute of the machine does not hit one contender alone. */
    private void measure(List<Entrant> agreeing, int campaigns, Agreement agreement)
            throws IOException, InterruptedException {
        Map<Entrant, List<Measurement>> rounds = new LinkedHashMap<>();
        for (int round = 1; round <= extent.rounds(); round++) {
            for (Entrant entrant : agreeing) {
                tell("round " + round + " at " + campaigns + " campaigns: " + entrant.label());
                Measurement measurement = measurer.measure(entrant, campaigns, extent);
                if (agreement.holdsFor(measurement.orders(), measurement.points())) {
                    rounds.computeIfAbsent(entrant, any -> new ArrayList<>()).add(measurement);
                } else {
                    differences.add("At " + campaigns + " campaigns " + entrant.label()
                            + " gives other points while it is measured.");
                }
            }
        }
        rounds.values().stream().map(Measurement::middleOf).forEach(measurements::add);
    }

    private void tell(String what) {
        progress.println(what);
        progress.flush();
    }

    /** What was measured, by number of campaigns and then in the order of the contenders. */
    List<Measurement> measurements() {
        return List.copyOf(measurements);
    }

    /** Who does not agree, in words; none if all do. */
    public List<String> differences() {
        return List.copyOf(differences);
    }
}
