package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import com.sun.management.ThreadMXBean;
import dev.laurel.account.Account;
import dev.laurel.codec.AccountBytes;
import dev.laurel.codec.Codec;
import dev.laurel.codec.MalformedBytesException;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.history.Encodings.Encoding;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Bytes that were changed are refused by their checksum. If somebody gives them the right one, they are read as a value or refused:
 * nothing else happens.
 */
@Tag("D2")
@Tag("K24")
@Tag("K34")
@Tag("slow")
class HostileBytesTest {
    private static final int HISTORIES = 60;
    private static final int INPUTS = 200_000;
    private static final int LARGE = 200_000;
    private static final int BYTES_OF_CHECKSUM = 4;

    /** What is made of a byte: an empty text in a list, at most, and what lists need to grow. */
    private static final long ALLOCATED_PER_BYTE = 400;

    private static final long ALLOCATED_AT_ALL = 100_000;

    private final List<Encoding<?>> encodings = Encodings.ofHistories(HISTORIES);

    private static <T> boolean isRefused(Codec<T> codec, byte[] bytes, Set<String> problems) {
        try {
            T value = codec.decode(bytes);
            assertThat(codec.decode(codec.encode(value))).isEqualTo(value);
            return false;
        } catch (MalformedBytesException e) {
            assertThat(e.offset() >= 0 && e.offset() <= bytes.length).isTrue();
            problems.add(CharMatcher.inRange('0', '9').removeFrom(e.getMessage()));
            return true;
        }
    }

    /** Only reads them. */
    private static <T> boolean isRead(Codec<T> codec, byte[] bytes) {
        try {
            T unused = codec.decode(bytes);
            return true;
        } catch (MalformedBytesException e) {
            return false;
        }
    }

    private static byte[] sealed(byte[] bytes) {
        return Bytes.concat(bytes, Hashing.crc32c().hashBytes(bytes).asBytes());
    }

    private static byte[] unsealed(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - BYTES_OF_CHECKSUM);
    }

    @Test
    void bytesThatWereChangedAreRefused() {
        Random random = new Random(1);
        Mutations mutations = new Mutations(2);
        Set<String> problems = new TreeSet<>();
        for (int i = 0; i < INPUTS; i++) {
            Encoding<?> encoding = encodings.get(random.nextInt(encodings.size()));
            byte[] other = encodings.get(random.nextInt(encodings.size())).bytes();
            byte[] changed = mutations.of(encoding.bytes(), other);
            assertThat(isRefused(encoding.codec(), changed, problems)
                            || Arrays.equals(changed, encoding.bytes())
                            || Arrays.equals(changed, other))
                    .isTrue();
        }
    }

    @Test
    void hostileBytesWithTheRightChecksumAreReadAsAValueOrRefused() {
        Random random = new Random(3);
        Mutations mutations = new Mutations(4);
        Set<String> problems = new TreeSet<>();
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            Encoding<?> encoding = encodings.get(random.nextInt(encodings.size()));
            byte[] other =
                    unsealed(encodings.get(random.nextInt(encodings.size())).bytes());
            byte[] changed = sealed(mutations.of(unsealed(encoding.bytes()), other));
            refused += isRefused(encoding.codec(), changed, problems) ? 1 : 0;
        }
        assertThat(refused).isBetween(INPUTS / 2, INPUTS - INPUTS / 50);
        assertThat(problems).hasSizeGreaterThan(20);
    }

    @Test
    void hostileHeadersAndChunksWithTheRightChecksumAreReadAsAnAccountOrRefused() {
        RandomHistory history = new RandomHistory(1);
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        Account account = engine.evaluate(
                        engine.newAccount(RandomHistory.CUSTOMER),
                        ManyLots.opening(
                                history.program(), history.events().get(0).occurredAt()))
                .account();
        AccountBytes bytes = AccountBytes.of(account);
        assertThat(bytes.chunks()).isNotEmpty();
        List<String> keys = List.copyOf(bytes.chunks().keySet());
        Random random = new Random(5);
        Mutations mutations = new Mutations(6);
        int refused = 0;
        for (int i = 0; i < INPUTS / 20; i++) {
            byte[] header = bytes.header();
            Map<String, byte[]> chunks = new TreeMap<>(bytes.chunks());
            String key = keys.get(random.nextInt(keys.size()));
            byte[] other = unsealed(bytes.chunks().get(key));
            if (random.nextBoolean()) {
                header = sealed(mutations.of(unsealed(header), other));
            } else {
                chunks.put(key, sealed(mutations.of(other, unsealed(header))));
            }
            try {
                Account decoded = AccountBytes.decode(header, chunks);
                assertThat(Codec.ACCOUNTS.decode(Codec.ACCOUNTS.encode(decoded)))
                        .isEqualTo(decoded);
            } catch (MalformedBytesException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(INPUTS / 20 / 2);
    }

    @Test
    void hostileBytesTakeMemoryInProportionToWhatTheyAreNotToWhatTheyClaim() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Set<String> problems = new TreeSet<>();
        for (Encoding<?> encoding : encodings.subList(0, encodings.size() / 20)) {
            byte[] body = unsealed(encoding.bytes());
            for (int at = 0; at < body.length; at++) {
                byte[] bytes = sealed(Mutations.withHugeLength(body, at));
                // Once before, so that no class is loaded while it is watched.
                boolean refused = isRefused(encoding.codec(), bytes, problems);
                long before = threads.getCurrentThreadAllocatedBytes();
                assertThat(isRead(encoding.codec(), bytes)).isEqualTo(!refused);
                assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                        .isLessThan(ALLOCATED_AT_ALL + ALLOCATED_PER_BYTE * bytes.length);
            }
        }
        assertThat(problems).anyMatch(problem -> problem.contains("a length must not exceed"));
    }

    /** A list of 190,000 things that are each as small as can be: whatever stands behind a length of that many zeros or ones. */
    @Test
    void hostileBytesOfALargeSizeAreRefusedInMemoryInProportionToIt() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (LoyaltyEvent event : List.of(
                new RandomHistory(3).events().get(0),
                new RandomHistory(4).events().get(1))) {
            byte[] bytes = unsealed(Codec.EVENTS.encode(event));
            for (int at = 2; at < bytes.length; at++) {
                for (byte filling : new byte[] {0, 1}) {
                    byte[] many = new byte[LARGE];
                    Arrays.fill(many, filling);
                    byte[] large = sealed(Bytes.concat(Arrays.copyOf(bytes, at), new byte[] {-80, -52, 11}, many));
                    long before = threads.getCurrentThreadAllocatedBytes();
                    assertThat(isRead(Codec.EVENTS, large)).isFalse();
                    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                            .isLessThan(ALLOCATED_AT_ALL + ALLOCATED_PER_BYTE * large.length);
                }
            }
        }
    }
}
