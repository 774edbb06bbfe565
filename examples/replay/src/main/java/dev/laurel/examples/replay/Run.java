package dev.laurel.examples.replay;

import dev.laurel.examples.replay.scratch.Spool;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is written of some customers, sorted by their ids. */
final class Run {
    private static final int BUFFER = 1 << 15;

    private final Spool spool;
    private long customers;

    /** Takes what is written of one customer after the other. */
    @FunctionalInterface
    interface Sink {
        void take(Written written) throws IOException;
    }

    /** A run that is read, up to a customer. */
    private static final class Reading implements Closeable {
        private final DataInputStream in;
        private long left;
        private @Nullable Written present;

        Reading(Run run) throws IOException {
            in = new DataInputStream(new BufferedInputStream(run.spool.open(), BUFFER));
            left = run.customers;
        }

        boolean next() throws IOException {
            present = left == 0 ? null : Written.read(in);
            left--;
            return present != null;
        }

        Written present() {
            if (present == null) {
                throw new IllegalStateException("the run is over, or not begun");
            }
            return present;
        }

        String customer() {
            return present().customer();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    Run(Spool spool) {
        this.spool = spool;
    }

    /** Adds a customer, whose id comes after all before. */
    void add(Written written) throws IOException {
        byte[] bytes = written.encoded();
        spool.write(bytes, 0, bytes.length);
        customers++;
    }

    /** Gives all customers of some runs in the order of their ids, and clears the runs. No customer is in two of them. */
    static void merge(List<Run> runs, Sink sink) throws IOException {
        List<Reading> open = new ArrayList<>();
        try {
            PriorityQueue<Reading> queue = new PriorityQueue<>(Comparator.comparing(Reading::customer));
            for (Run run : runs) {
                Reading reading = new Reading(run);
                open.add(reading);
                if (reading.next()) {
                    queue.add(reading);
                }
            }
            for (Reading first = queue.poll(); first != null; first = queue.poll()) {
                sink.take(first.present());
                if (first.next()) {
                    queue.add(first);
                }
            }
        } finally {
            for (Reading reading : open) {
                reading.close();
            }
        }
        for (Run run : runs) {
            run.spool.clear();
            run.customers = 0;
        }
    }
}
