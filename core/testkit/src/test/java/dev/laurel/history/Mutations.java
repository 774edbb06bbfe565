package dev.laurel.history;

import com.google.common.primitives.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bytes that were changed on purpose, as faults and enemies do, all from one seed. */
final class Mutations {
    private static final byte[] BOMB = {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
    private static final byte[] TWO_GIGABYTES = {-1, -1, -1, -1, 7};
    private static final byte[] THREE_BYTES_FOR_ZERO = {-128, -128, 0};
    private static final List<byte[]> NUMBERS =
            List.of(BOMB, TWO_GIGABYTES, THREE_BYTES_FOR_ZERO, new byte[] {-1, -1, 63}, new byte[] {0}, new byte[] {1});

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    /** The bytes changed in one to three ways. */
    byte[] of(byte[] bytes, byte[] other) {
        byte[] changed = bytes;
        for (int i = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1; i > 0; i--) {
            changed = once(changed, other);
        }
        return changed;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
        return switch (random.nextInt(10)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> join(bytes, at, randomBytes(), at);
            case 2 -> join(bytes, at, new byte[0], end);
            case 3 -> join(bytes, at, Arrays.copyOfRange(bytes, at, end), at);
            // The beginning of one value and the end of another.
            case 4 -> Bytes.concat(Arrays.copyOf(bytes, at), from(other, random.nextInt(other.length)));
            case 5 -> join(bytes, at, NUMBERS.get(random.nextInt(NUMBERS.size())), at);
            case 6 -> join(bytes, at, NUMBERS.get(random.nextInt(NUMBERS.size())), Math.min(bytes.length, at + 1));
            case 7 -> with(bytes, (byte) random.nextInt(256));
            case 8 -> with(bytes, (byte) random.nextInt(3));
            default -> flipped(bytes);
        };
    }

    private byte[] with(byte[] bytes, byte value) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] = value;
        }
        return changed;
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return changed;
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[1 + random.nextInt(12)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] join(byte[] bytes, int until, byte[] between, int from) {
        return Bytes.concat(Arrays.copyOf(bytes, until), between, from(bytes, from));
    }

    private static byte[] from(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    /** The bytes with a length of two gigabytes at a place. */
    static byte[] withHugeLength(byte[] bytes, int at) {
        return join(bytes, at, TWO_GIGABYTES, at + 1);
    }
}
