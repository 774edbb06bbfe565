package dev.laurel.account;

import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes values so that no two different sequences of values give the same bytes: everything has a length or a fixed end. */
final class CanonicalWriter {
    private static final int FIRST_SIZE = 256;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void tag(char tag) {
        put(tag);
    }

    void flag(boolean flag) {
        put(flag ? 1 : 0);
    }

    /** Seven bits a byte, least first; zigzag, so that small numbers are short whatever their sign. */
    void number(long number) {
        long rest = (number << 1) ^ (number >> (Long.SIZE - 1));
        while ((rest & ~SEVEN_BITS) != 0) {
            put((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        put((int) rest);
    }

    void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void nullableText(@Nullable String text) {
        flag(text != null);
        if (text != null) {
            text(text);
        }
    }

    void bytes(byte[] value) {
        number(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    void instant(Instant instant) {
        number(instant.getEpochSecond());
        number(instant.getNano());
    }

    void nullableInstant(@Nullable Instant instant) {
        flag(instant != null);
        if (instant != null) {
            instant(instant);
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

    <T> void list(Collection<T> values, BiConsumer<CanonicalWriter, T> write) {
        number(values.size());
        for (T value : values) {
            write.accept(this, value);
        }
    }

    private void put(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
