package dev.laurel.examples.replay;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What becomes of bad lines: the first ends the run, or all are counted and the first of them reported. */
final class BadLines {
    /** A file that is wrong throughout must not fill the heap with its own complaints. */
    private static final int MAX_REPORTED = 1_000;

    private final Path file;
    private final boolean keepGoing;
    private final List<String> reports = new ArrayList<>();
    private long count;

    BadLines(Path file, boolean keepGoing) {
        this.file = file;
        this.keepGoing = keepGoing;
    }

    void add(long line, BadInputException bad) throws ReplayException {
        String report = file + ":" + line + ": " + bad.reason();
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
            err.println(file + ": and " + (count - reports.size()) + " bad lines more");
        }
    }
}
