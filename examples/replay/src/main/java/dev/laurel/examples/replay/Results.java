package dev.laurel.examples.replay;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.examples.replay.scratch.Scratch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is left of the results of some customers once they are dropped: their sums, and what is written of them. For one thread. */
final class Results {
    private final Wanted wanted;
    private final Totals totals;
    private final Ladders ladders;
    private final Verification verification = new Verification();
    private final Map<String, CustomerResult> stories = new HashMap<>();
    private final Scratch scratch;
    private final List<Run> runs = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    private final JsonOutput json = JsonOutput.to(text);

    Results(LoyaltyEngine engine, Wanted wanted, Scratch scratch) throws IOException {
        this.wanted = wanted;
        totals = new Totals(engine);
        ladders = Ladders.of(engine.programs());
        this.scratch = scratch;
        runs.add(new Run(scratch.spool()));
    }

    /** Adds a customer, whose id comes after all before; only before {@link #addAll}. */
    void add(CustomerResult result) throws IOException {
        totals.add(result);
        if (wanted.verification()) {
            verification.add(result);
        }
        if (wanted.stories().contains(result.customer())) {
            stories.put(result.customer(), result);
        }
        runs.get(0).add(written(result));
    }

    private Written written(CustomerResult result) throws IOException {
        FinalAccount last = result.finalAccount();
        if (wanted.accounts() && last != null) {
            AccountsFile.write(json, last, ladders);
        }
        byte[] account = taken();
        if (wanted.ledger()) {
            LedgerFile.write(json, result);
        }
        return new Written(result.customer(), last == null ? "" : last.digest(), account, taken());
    }

    /** The bytes that were written since they were last taken. */
    private byte[] taken() throws IOException {
        json.generator().flush();
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }

    /** Adds other results, which are not used any more. No customer is in two of all these. */
    void addAll(List<Results> others) {
        for (Results other : others) {
            totals.add(other.totals);
            verification.add(other.verification);
            stories.putAll(other.stories);
            runs.addAll(other.runs);
        }
    }

    /** Makes one run of those that were added, so that there are not too many to be read at once. */
    void compact() throws IOException {
        Run one = new Run(scratch.spool());
        Run.merge(runs, one::add);
        runs.clear();
        runs.add(one);
    }

    Totals totals() {
        return totals;
    }

    Verification verification() {
        return verification;
    }

    /** The result of a customer of whom all is told, if there was an event. */
    Optional<CustomerResult> story(String customer) {
        return Optional.ofNullable(stories.get(customer));
    }

    /** Gives what is written of each customer, in the order of the ids, once. */
    void drainTo(Run.Sink sink) throws IOException {
        Run.merge(runs, sink);
    }
}
