package dev.laurel.examples.replay;

import dev.laurel.examples.replay.scratch.Spool;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of some customers, in the order of the history: all lines of each of them. */
final class Partition {
    private final Spool spool;
    private @Nullable String customer;
    private boolean hasMore;

    Partition(Spool spool) {
        this.spool = spool;
    }

    void add(HeadedLine line) throws IOException {
        String next = line.heading().customer();
        if (customer == null) {
            customer = next;
        }
        hasMore = hasMore || !next.equals(customer);
        byte[] bytes = line.encoded();
        spool.write(bytes, 0, bytes.length);
    }

    /** The lines, each {@linkplain HeadedLine#encoded() as bytes}. */
    Spool spool() {
        return spool;
    }

    /** The only customer, or null if there are more or none. */
    @Nullable
    String onlyCustomer() {
        return hasMore ? null : customer;
    }
}
