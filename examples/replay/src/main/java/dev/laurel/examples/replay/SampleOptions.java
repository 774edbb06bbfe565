package dev.laurel.examples.replay;

import dev.laurel.examples.replay.sample.EventKind;
import dev.laurel.examples.replay.sample.SampleHistory;
import dev.laurel.examples.replay.sample.SampleSettings;
import dev.laurel.examples.replay.sample.Shop;
import dev.laurel.id.Identifiers;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.PointsAsPayment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line says of a history that is to be made up. */
final class SampleOptions {
    @Option(
            names = "--sample",
            arity = "0..1",
            fallbackValue = "" + SampleSettings.DEFAULT_SEED,
            paramLabel = "SEED",
            description = "Replays the made-up history of a cosmetics shop in place of --events; equal seeds make equal"
                    + " histories (default: ${FALLBACK-VALUE}). In a program where points pay, they do so in the shop.")
    private @Nullable Long seed;

    @Option(
            names = "--sample-customers",
            paramLabel = "N",
            description = "How many customers are made up (default: " + SampleSettings.DEFAULT_CUSTOMERS + ").")
    private @Nullable Integer customers;

    @Option(
            names = "--sample-kinds",
            paramLabel = "TYPE",
            split = ",",
            description = "Which types of events are given, the others being left out (default: all but activity).")
    private List<String> kinds = new ArrayList<>();

    @Option(
            names = "--write-sample",
            paramLabel = "FILE",
            description =
                    "Writes the made-up history (of the seed of --sample, if it is there), gzipped if the name ends"
                            + " so, and replays nothing.")
    private @Nullable Path file;

    /** Whether a history is to be made up. */
    boolean isAsked() {
        return seed != null || file != null;
    }

    /** Whether it is to be written, and not replayed. */
    boolean isToBeWritten() {
        return file != null;
    }

    /** Fails where options say something of a sample that nobody asks for, or the history is in a file too. */
    void requireUse(@Nullable Path events) throws BadInputException {
        if (isAsked() && events != null) {
            throw new BadInputException((file == null ? "--sample" : "--write-sample")
                    + " and --events exclude each other: a history is made up or read");
        }
        if (!isAsked() && (customers != null || !kinds.isEmpty())) {
            throw new BadInputException((customers == null ? "--sample-kinds" : "--sample-customers")
                    + " needs --sample or --write-sample");
        }
    }

    /** The history to replay through a program. */
    HistorySource source(LoyaltyProgram program) throws BadInputException {
        SampleSettings settings = settings(program);
        return new SampleSource("sample of seed " + settings.seed(), SampleHistory.of(settings));
    }

    /**
     * Writes the history.
     *
     * @param program for which it is, or null for the usual one
     * @return a sentence on what was written
     */
    String write(@Nullable LoyaltyProgram program) throws BadInputException, ReplayException {
        SampleSettings settings = settings(program);
        SampleHistory history = SampleHistory.of(settings);
        try {
            SampleFile.write(Objects.requireNonNull(file), history);
        } catch (IOException e) {
            throw new ReplayException("cannot write: " + e, e);
        }
        return String.format(
                Locale.ROOT,
                "Wrote %,d events of %,d customers, made up from seed %d, to %s",
                history.size(),
                settings.customers(),
                settings.seed(),
                file);
    }

    private SampleSettings settings(@Nullable LoyaltyProgram program) throws BadInputException {
        SampleSettings settings = SampleSettings.ofSeed(seed == null ? SampleSettings.DEFAULT_SEED : seed)
                .withShop(shopFor(program));
        try {
            settings = customers == null ? settings : settings.withCustomers(customers);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("--sample-customers: " + e.getMessage());
        }
        return kinds.isEmpty() ? settings : settings.withKinds(chosenKinds());
    }

    /** In a program where points are a payment, a shop where they are. */
    private static Shop shopFor(@Nullable LoyaltyProgram program) {
        if (program == null
                || program.rewards().stream().noneMatch(reward -> reward.content() instanceof PointsAsPayment)) {
            return Shop.USUAL;
        }
        return Shop.wherePointsPay(program.money().getCurrencyCode());
    }

    private Set<EventKind> chosenKinds() throws BadInputException {
        Set<EventKind> chosen = EnumSet.noneOf(EventKind.class);
        for (String label : kinds) {
            chosen.add(EventKind.ofLabel(label)
                    .orElseThrow(() -> new BadInputException("--sample-kinds knows "
                            + String.join(", ", EventKind.labels()) + ", but not '" + Identifiers.shown(label) + "'")));
        }
        return chosen;
    }
}
