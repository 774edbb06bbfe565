package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CanonicalWriter} writes. Nothing that it makes is larger than a multiple of the bytes that are there: whatever
 * claims a length takes at least a byte each, and is compared with the bytes that are left before anything is made for it.
 *
 * <p>It does not see to it that a value is written in one way only: {@link Codec#isCanonical} writes it again and compares.
 */
final class CanonicalReader {
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int LAST_SHIFT = 63;
    private static final int NANOS_PER_MICRO = 1_000;

    /** The bytes of a number of the most bits that there may be, and one for its sign. */
    private static final int MOST_BYTES_OF_A_TERM = Ratio.MAX_BITS / Byte.SIZE + 1;

    private final String what;
    private final byte[] bytes;
    private final int end;
    private final int layout;
    private int at;

    /**
     * Reads bytes that are to be a {@code what}.
     *
     * @param newest the newest layout that is known; it is read, and so are all before it
     * @throws MalformedBytesException if their checksum does not fit, or they are of another layout
     */
    CanonicalReader(String what, byte[] bytes, int newest) {
        this.what = what;
        this.bytes = bytes;
        end = bytes.length - CanonicalWriter.BYTES_OF_CHECKSUM;
        if (end < 0 || !isIntact(bytes, end)) {
            throw new MalformedBytesException(
                    what, Math.max(end, 0), "the checksum does not fit, so the bytes were changed or cut off");
        }
        layout = octet();
        if (layout < 1 || layout > newest) {
            throw malformed("layout " + layout + " is not known, only "
                    + (newest == 1 ? "layout 1" : "layouts 1 to " + newest)
                    + "; if a later version of Laurel wrote it, read it with that");
        }
    }

    private static boolean isIntact(byte[] bytes, int end) {
        return Arrays.equals(
                CanonicalWriter.checksum(bytes, end).asBytes(), Arrays.copyOfRange(bytes, end, bytes.length));
    }

    /** The layout in which is read. */
    int layout() {
        return layout;
    }

    /** An error here, where what has been read is wrong. */
    MalformedBytesException malformed(String problem) {
        return new MalformedBytesException(what, at, problem);
    }

    int left() {
        return end - at;
    }

    int octet() {
        if (at == end) {
            throw malformed("the bytes end here, but more was to follow");
        }
        return bytes[at++] & 0xff;
    }

    boolean flag() {
        int flag = octet();
        if (flag > 1) {
            throw malformed("a flag must be 0 or 1, but was " + flag);
        }
        return flag == 1;
    }

    long number() {
        long bits = bits();
        return (bits >>> 1) ^ -(bits & 1);
    }

    /** The number of things that follow, each of which takes at least a byte. */
    int count() {
        long count = bits();
        if (count < 0 || count > left()) {
            throw malformed("a length must not exceed the " + left() + " bytes that are left, but was "
                    + Long.toUnsignedString(count));
        }
        return (int) count;
    }

    /** Sixty-four bits, of which the last are mostly 0. */
    long bits() {
        long bits = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
            int next = octet();
            if (shift == LAST_SHIFT && next > 1) {
                throw malformed("a number must have at most 64 bits");
            }
            bits |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return bits;
            }
        }
        throw new AssertionError("the last byte of a number is followed by none");
    }

    String text() {
        int length = count();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    private byte[] bytes(int most) {
        int length = count();
        if (length > most) {
            throw malformed("a number must have at most " + most + " bytes, but had " + length);
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    Instant instant(Instant near) {
        Instant instant = instantOrNull(near);
        if (instant == null) {
            throw malformed("an instant is missing");
        }
        return instant;
    }

    @Nullable
    Instant instantOrNull(Instant near) {
        long bits = bits();
        if (bits == 0) {
            return null;
        }
        long zigzag = bits >>> CanonicalWriter.UNIT_BITS;
        long units = (zigzag >>> 1) ^ -(zigzag & 1);
        long perUnit = switch ((int) bits & ((1 << CanonicalWriter.UNIT_BITS) - 1)) {
            case CanonicalWriter.SECONDS -> CanonicalWriter.MICROS_PER_SECOND;
            case CanonicalWriter.MILLIS -> CanonicalWriter.MICROS_PER_MILLI;
            case CanonicalWriter.MICROS -> 1;
            default -> throw malformed("an instant must have a unit");
        };
        long micros = Math.addExact(CanonicalWriter.micros(near), Math.multiplyExact(units, perUnit));
        long second = Math.floorDiv(micros, CanonicalWriter.MICROS_PER_SECOND);
        if (Math.abs(second) > CanonicalWriter.MOST_SECONDS) {
            throw malformed("an instant must be of no distant millennium");
        }
        return Instant.ofEpochSecond(
                second, Math.floorMod(micros, CanonicalWriter.MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }

    Currency currency() {
        return Currency.getInstance(text());
    }

    Money money() {
        return money(currency());
    }

    /** An amount of a currency that is known. */
    Money money(Currency currency) {
        return Money.ofMillionths(currency, number());
    }

    Ratio ratio() {
        return Ratio.of(new BigInteger(bytes(MOST_BYTES_OF_A_TERM)), new BigInteger(bytes(MOST_BYTES_OF_A_TERM)));
    }

    <T> T oneOf(ImmutableList<T> table) {
        long place = bits();
        if (place < 0 || place >= table.size()) {
            throw malformed("there is no choice " + Long.toUnsignedString(place) + " of " + table.size());
        }
        return table.get((int) place);
    }

    <T> @Nullable T orNull(Function<CanonicalReader, T> read) {
        return flag() ? read.apply(this) : null;
    }

    <T> ImmutableList<T> list(Function<CanonicalReader, T> read) {
        ImmutableList.Builder<T> values = ImmutableList.builder();
        for (int count = count(); count > 0; count--) {
            values.add(read.apply(this));
        }
        return values.build();
    }

    <T> Map<String, T> map(Function<CanonicalReader, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        for (int count = count(); count > 0; count--) {
            if (values.put(text(), read.apply(this)) != null) {
                throw malformed("there is something twice that can be there once only");
            }
        }
        return values;
    }
}
