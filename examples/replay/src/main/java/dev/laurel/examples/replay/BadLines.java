package dev.laurel.examples.replay;

import java.io.PrintWriter;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of bad lines: the first ends the run, or all are counted and the first of them reported. The first is that of the lowest
 * number, in whatever order they are found. Safe for use by any number of threads.
 */
final class BadLines {
    /** A file that is wrong throughout must not fill the heap with its own complaints. */
    private static final int MAX_REPORTED = 1_000;

    private final String history;
    private final boolean keepGoing;
    private final TreeMap<Long, String> reports = new TreeMap<>();
    private long count;
    private volatile long lastLine = Long.MAX_VALUE;
    private @Nullable BadInputException last;

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

    synchronized void add(long line, BadInputException bad) {
        if (!keepGoing || bad.endsRun()) {
            if (line < lastLine) {
                lastLine = line;
                last = bad;
            }
            return;
        }
        count++;
        reports.put(line, report(line, bad));
        if (reports.size() > MAX_REPORTED) {
            reports.pollLastEntry();
        }
    }

    private String report(long line, BadInputException bad) {
        return history + ":" + line + ": " + bad.reason();
    }

    /** Whether the run ends before a line is read. */
    boolean endBefore(long line) {
        return line > lastLine;
    }

    /** Fails for the bad line that ends the run, if there is one. */
    synchronized void requireNoEnd() throws ReplayException {
        if (last != null) {
            throw new ReplayException(report(lastLine, last), last);
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized void report(PrintWriter err) {
        reports.values().forEach(err::println);
        if (count > reports.size()) {
            err.println(history + ": and " + (count - reports.size()) + " bad lines more");
        }
    }
}
