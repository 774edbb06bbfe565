package dev.laurel.examples.replay;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import dev.laurel.examples.replay.scratch.Scratch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines dealt out by customer: which partition a customer is in follows from the id. */
final class Partitions {
    /** Enough that each of a hundred million purchases fits in memory, and few enough to be merged at once. */
    static final int FIRST = 256;

    /** A partition that does not fit is a few times too large, not hundreds. */
    static final int FURTHER = 16;

    private final List<Partition> all = new ArrayList<>();
    private final HashFunction hash;

    /**
     * So many, without a line.
     *
     * @param depth how often the lines were dealt out before, so that those of one partition part here
     */
    Partitions(Scratch scratch, int count, int depth) {
        for (int i = 0; i < count; i++) {
            all.add(new Partition(scratch.spool()));
        }
        hash = Hashing.murmur3_32_fixed(depth);
    }

    void add(HeadedLine line) throws IOException {
        int code = hash.hashString(line.heading().customer(), StandardCharsets.UTF_8)
                .asInt();
        all.get(Math.floorMod(code, all.size())).add(line);
    }

    List<Partition> all() {
        return all;
    }
}
