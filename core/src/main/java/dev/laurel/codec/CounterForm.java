package dev.laurel.codec;

import com.google.common.collect.Maps;
import dev.laurel.account.Account;
import dev.laurel.counter.CounterChunk;
import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How what is counted in windows is written and read: all of it, or without the chunks that have bytes of their own. */
final class CounterForm {
    private CounterForm() {}

    /** The one that nearly all have stands first, without its id. */
    static void all(PartsWriter parts, Map<String, WindowSums> counters) {
        parts.part(counters.get(Account.QUALIFYING_SPEND), CounterForm::sums);
        parts.map(Maps.filterKeys(counters, id -> !id.equals(Account.QUALIFYING_SPEND)), CounterForm::sums);
    }

    static Map<String, WindowSums> all(PartsReader parts) {
        WindowSums spend = parts.part(CounterForm::sums);
        Map<String, WindowSums> counters = parts.map(CounterForm::sums);
        if (spend == null) {
            return counters;
        }
        Map<String, WindowSums> with = new TreeMap<>(counters);
        with.put(Account.QUALIFYING_SPEND, spend);
        return with;
    }

    /** Whether they are more than one chunk, so that each has bytes of its own. */
    static boolean hasChunks(Counters counters) {
        return counters.chunks().size() > 1;
    }

    /** What tells whether all chunks are there, and no others. */
    static void seal(CanonicalWriter out, Counters counters) {
        out.number(counters.chunks().size());
        out.number(fingerprint(counters.chunks()));
    }

    static Counters sealed(CanonicalReader in, List<CounterChunk> chunks) {
        if (in.number() != chunks.size() || in.number() != fingerprint(chunks)) {
            throw in.malformed("the chunks of counters are not those of this account");
        }
        return Counters.ofChunks(chunks);
    }

    private static long fingerprint(List<CounterChunk> chunks) {
        long sum = 0;
        for (CounterChunk chunk : chunks) {
            sum += chunk.fingerprint();
        }
        return sum;
    }

    static void sums(CanonicalWriter out, WindowSums sums) {
        Map<Long, Long> byWindow = sums.toMap();
        out.count(byWindow.size());
        long last = 0;
        for (Map.Entry<Long, Long> sum : byWindow.entrySet()) {
            out.number(sum.getKey() - last);
            out.number(sum.getValue());
            last = sum.getKey();
        }
    }

    static WindowSums sums(CanonicalReader in) {
        Map<Long, Long> byWindow = new TreeMap<>();
        long window = 0;
        for (int count = in.count(); count > 0; count--) {
            window += in.number();
            byWindow.put(window, in.number());
        }
        return WindowSums.of(byWindow);
    }
}
