package dev.laurel.examples.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A line that tells an event, with what was read of it so far.
 *
 * @param number the number of the line in its history, from 1
 * @param heading what was read of it
 * @param line the line, without its end
 */
record HeadedLine(long number, Heading heading, LineBytes line) {
    private static final int CUSTOMER_AT = Integer.BYTES + 3 * Long.BYTES + Integer.BYTES;

    /** The line as bytes, the first four of which say how many there are. */
    byte[] encoded() {
        byte[] customer = heading.customer().getBytes(UTF_8);
        Instant at = heading.at();
        int length = CUSTOMER_AT + Integer.BYTES + customer.length + line.length();
        ByteBuffer bytes = ByteBuffer.allocate(length)
                .putInt(length)
                .putLong(number)
                .putLong(heading.row())
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .putInt(customer.length)
                .put(customer);
        line.putInto(bytes);
        return bytes.array();
    }

    /** How many bytes the line has that begins there. */
    static int lengthAt(byte[] bytes, int offset) {
        return ByteBuffer.wrap(bytes).getInt(offset);
    }

    /** The customer of the line that begins there. */
    static String customerAt(byte[] bytes, int offset) {
        int length = ByteBuffer.wrap(bytes).getInt(offset + CUSTOMER_AT);
        return new String(bytes, offset + CUSTOMER_AT + Integer.BYTES, length, UTF_8);
    }

    /**
     * The line that begins there.
     *
     * @param customer its customer, which whoever looks for it knows
     */
    static HeadedLine at(byte[] bytes, int offset, String customer) {
        ByteBuffer in = ByteBuffer.wrap(bytes).position(offset);
        int end = offset + in.getInt();
        long number = in.getLong();
        long row = in.getLong();
        Instant at = Instant.ofEpochSecond(in.getLong(), in.getInt());
        int customerLength = in.getInt();
        int from = in.position() + customerLength;
        return new HeadedLine(number, new Heading(customer, at, row), new LineBytes(bytes, from, end - from));
    }
}
