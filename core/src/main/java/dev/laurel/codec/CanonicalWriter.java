package dev.laurel.codec;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Verify.verify;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that no two different sequences of values give the same bytes: everything has a length or a fixed end. Each
 * method has its counterpart of the same name in {@link CanonicalReader}.
 */
final class CanonicalWriter {
    /** Of the units of an instant the largest that gives a whole number is taken; 0 stands for no instant. */
    static final int SECONDS = 1;

    static final int MILLIS = 2;
    static final int MICROS = 3;
    static final int UNIT_BITS = 2;
    static final int BYTES_OF_CHECKSUM = 4;
    static final long MICROS_PER_MILLI = 1_000L;
    static final long MICROS_PER_SECOND = 1_000_000L;

    /** Some 28,000 years: more than the longest period after the last year, and the microseconds between two fit into 60 bits. */
    static final long MOST_SECONDS = 900_000_000_000L;

    private static final int NANOS_PER_MICRO = 1_000;

    private static final int FIRST_SIZE = 256;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int MOST_BYTES_OF_A_NUMBER = 10;

    private final int layout;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    /** Begins with the number of the layout in which it writes. */
    CanonicalWriter(int layout) {
        this.layout = layout;
        octet(layout);
    }

    /** The layout in which is written. */
    int layout() {
        return layout;
    }

    /** What was written, and the checksum of it. */
    byte[] toBytes() {
        byte[] sealed = Arrays.copyOf(bytes, size + BYTES_OF_CHECKSUM);
        int written = checksum(bytes, size).writeBytesTo(sealed, size, BYTES_OF_CHECKSUM);
        verify(written == BYTES_OF_CHECKSUM);
        return sealed;
    }

    /** The CRC-32C of the first bytes. */
    static HashCode checksum(byte[] bytes, int length) {
        return Hashing.crc32c().hashBytes(bytes, 0, length);
    }

    /** How many bytes have been written. */
    int size() {
        return size;
    }

    void octet(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void flag(boolean flag) {
        octet(flag ? 1 : 0);
    }

    /** Zigzag, so that small numbers are short whatever their sign. */
    void number(long number) {
        bits((number << 1) ^ (number >> (Long.SIZE - 1)));
    }

    /** A number that is not negative. */
    void count(int count) {
        bits(count);
    }

    /** Seven bits a byte, least first. */
    private void bits(long bits) {
        ensure(MOST_BYTES_OF_A_NUMBER);
        long rest = bits;
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes[size++] = (byte) (((int) rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Bits that stand in front of what was written from a place on. */
    void bitsAt(int place, long bits) {
        int end = size;
        bits(bits);
        byte[] moved = Arrays.copyOfRange(bytes, end, size);
        System.arraycopy(bytes, place, bytes, place + moved.length, end - place);
        System.arraycopy(moved, 0, bytes, place, moved.length);
    }

    void text(String text) {
        int length = text.length();
        int start = size;
        ensure(MOST_BYTES_OF_A_NUMBER + length);
        bits(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > SEVEN_BITS) {
                size = start;
                bytes(utf8(text));
                return;
            }
            bytes[size++] = (byte) c;
        }
    }

    private static byte[] utf8(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        // Half a character has no bytes of its own: two texts that differ in it could not be told apart.
        checkArgument(
                new String(encoded, StandardCharsets.UTF_8).equals(text), "a text must not hold unpaired surrogates");
        return encoded;
    }

    private void bytes(byte[] value) {
        bits(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** An instant as the difference to another one, which is shorter the nearer they are. */
    void instant(Instant instant, Instant near) {
        long micros = micros(instant) - micros(near);
        if (micros % MICROS_PER_SECOND == 0) {
            difference(micros / MICROS_PER_SECOND, SECONDS);
        } else if (micros % MICROS_PER_MILLI == 0) {
            difference(micros / MICROS_PER_MILLI, MILLIS);
        } else {
            difference(micros, MICROS);
        }
    }

    private void difference(long units, int unit) {
        long zigzag = (units << 1) ^ (units >> (Long.SIZE - 1));
        bits((zigzag << UNIT_BITS) | unit);
    }

    static long micros(Instant instant) {
        checkArgument(
                Math.abs(instant.getEpochSecond()) <= MOST_SECONDS && instant.getNano() % NANOS_PER_MICRO == 0,
                "an instant must be to the microsecond, and of no distant millennium, but was %s",
                instant);
        return instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
    }

    void instantOrNull(@Nullable Instant instant, Instant near) {
        if (instant == null) {
            octet(0);
        } else {
            instant(instant, near);
        }
    }

    void money(Money money) {
        text(money.currency().getCurrencyCode());
        number(money.millionths());
    }

    void ratio(Ratio ratio) {
        bytes(ratio.numerator().toByteArray());
        bytes(ratio.denominator().toByteArray());
    }

    /** A value that stands in a table, as its place there. */
    <T> void oneOf(ImmutableList<T> table, T value) {
        int place = table.indexOf(value);
        checkArgument(place >= 0, "no place is known for %s", value);
        count(place);
    }

    <T> void orNull(@Nullable T value, BiConsumer<CanonicalWriter, T> write) {
        flag(value != null);
        if (value != null) {
            write.accept(this, value);
        }
    }

    <T> void list(Collection<T> values, BiConsumer<CanonicalWriter, T> write) {
        count(values.size());
        for (T value : values) {
            write.accept(this, value);
        }
    }

    /** A map in its own order. */
    <T> void map(Map<String, T> values, BiConsumer<CanonicalWriter, T> write) {
        count(values.size());
        for (Map.Entry<String, T> value : values.entrySet()) {
            text(value.getKey());
            write.accept(this, value.getValue());
        }
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
