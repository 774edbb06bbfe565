package dev.laurel.examples.replay;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What becomes of bad lines: the first ends the run, or all are counted and the first of them reported. */
final class BadLines {
    /** A file that is wrong throughout must not fill the heap with its own complaints. */
    private static final int MAX_REPORTED = 1_000;

    private final String history;
    private final boolean keepGoing;
    private final List<String> reports = new ArrayList<>();
    private long count;

    /**
     * Those of one history.
     *
     * @param history how reports name it
     * @param keepGoing whether the run goes on at the first
     */
    BadLines(String history, boolean keepGoing) {
        this.history = history;
        this.keepGoing = keepGoing;
    }

    void add(long line, BadInputException bad) throws ReplayException {
        String report = history + ":" + line + ": " + bad.reason();
        if (!keepGoing || bad.endsRun()) {
            throw new ReplayException(report, bad);
        }
        count++;
        if (reports.size() < MAX_REPORTED) {
            reports.add(report);
        }
    }

    long count() {
        return count;
    }

    void report(PrintWriter err) {
        reports.forEach(err::println);
        if (count > reports.size()) {
            err.println(history + ": and " + (count - reports.size()) + " bad lines more");
        }
    }
}
