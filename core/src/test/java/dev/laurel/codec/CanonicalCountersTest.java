package dev.laurel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.base.Strings;
import dev.laurel.account.Account;
import dev.laurel.counter.WindowSums;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counters as bytes, each written as what it differs in from the one before. */
@Tag("D2")
class CanonicalCountersTest {
    private static final WindowSums SUMS = WindowSums.of(Map.of(677L, 100L));

    private static Map<String, WindowSums> counters(String... ids) {
        Map<String, WindowSums> counters = new TreeMap<>();
        for (String id : ids) {
            counters.put(id, SUMS);
        }
        return counters;
    }

    private static byte[] bytes(Map<String, WindowSums> counters) {
        CanonicalWriter out = new CanonicalWriter(1);
        CounterForm.counters(out, counters, true);
        return out.toBytes();
    }

    private static Map<String, WindowSums> read(byte[] bytes) {
        return CounterForm.counters(new CanonicalReader("counters", bytes, 1), null);
    }

    @Test
    void countersWhoseIdsBeginAlikeAreReadAsTheyWere() {
        String lengthy = Strings.repeat("campaign-of-summer", 10);
        for (Map<String, WindowSums> counters : List.of(
                counters(),
                counters(""),
                counters("", "a"),
                counters("a", "aa", "aaa", "b"),
                counters(lengthy + "-1", lengthy + "-2", lengthy),
                counters("\ud83c\udf81", "\ud83c\udf82"),
                counters(Strings.repeat("x", 63) + "\ud83c\udf81a", Strings.repeat("x", 63) + "\ud83c\udf81b"))) {
            assertThat(read(bytes(counters))).isEqualTo(counters);
        }
    }

    @Test
    void aCounterOfARuleThatHasOneBeforeTakesFewBytes() {
        int one = bytes(counters("campaign-1:points:month")).length;
        assertThat(bytes(counters("campaign-1:points:month", "campaign-1:uses:month")).length - one)
                .isEqualTo(1 + 1 + "uses:month".length() + 1 + 1 + 2);
    }

    @Test
    void anAccountWhoseCountersShareMoreThanTheyHaveIsRefused() {
        CanonicalWriter out = new CanonicalWriter(1);
        out.count(1);
        out.count(1);
        out.text("a");
        byte[] bytes = out.toBytes();
        assertThatExceptionOfType(MalformedBytesException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageContaining("an id must not share more with the one before than that has");
    }

    @Test
    void countersThatAreThereTwiceAreRefused() {
        CanonicalWriter out = new CanonicalWriter(1);
        out.count(2);
        for (int i = 0; i < 2; i++) {
            out.count(i);
            out.text(i == 0 ? "a" : "");
            out.count(0);
        }
        byte[] bytes = out.toBytes();
        assertThatExceptionOfType(MalformedBytesException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageContaining("there is something twice that can be there once only");
    }

    @Test
    void countersKeepTheirWindowsWithAnySumsAndNumbers() {
        Account account = Samples.account();
        Map<String, WindowSums> counters = Map.of(
                "a", WindowSums.of(Map.of(Long.MIN_VALUE, 1L, Long.MAX_VALUE, -1L)),
                "b", WindowSums.NONE,
                "c", WindowSums.of(Map.of(0L, Long.MIN_VALUE, -1L, Long.MAX_VALUE)));
        Account with = (Account) Parts.with(account, "counters", counters);
        assertThat(Codec.ACCOUNTS.decode(Codec.ACCOUNTS.encode(with)).counters())
                .isEqualTo(counters);
        AccountBytes stored = AccountBytes.of(with);
        assertThat(AccountBytes.decode(stored.header(), stored.chunks()).counters())
                .isEqualTo(counters);
    }
}
