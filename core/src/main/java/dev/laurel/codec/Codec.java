package dev.laurel.codec;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.laurel.account.Account;
import dev.laurel.decision.PostedEvent;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Promise;
import dev.laurel.receipt.Receipt;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;

/**
 * Writes accounts, receipts, events, what a journal has of them, and promises as bytes, and reads them again: for stores, for the state of
 * stream processors, and for digests, which are over these bytes.
 *
 * <p>Equal values give equal bytes, on every machine, and different values different ones. Reading gives back an equal value, or
 * refuses. What is read costs time and memory in proportion to the bytes, whatever they claim. The bytes hold personal data.
 *
 * <p>They begin with the number of their layout, and end with the CRC-32C of all before, which is looked at first: bytes that a fault
 * has changed are refused. Each layout that was released is read for ever; new bytes are written in the newest. The checksum is no
 * seal against somebody who means to change them; {@link #isCanonical} tells whether bytes were made otherwise.
 *
 * @param <T> what is written and read
 */
public final class Codec<T> {
    /** The layout in which all is written. */
    static final int LAYOUT = 1;

    /** Of accounts. */
    public static final Codec<Account> ACCOUNTS = new Codec<>("account", LAYOUT, ImmutableList.of(AccountForm.KIND));

    /** Of receipts. */
    public static final Codec<Receipt> RECEIPTS = new Codec<>("receipt", LAYOUT, ReceiptForm.KINDS);

    /** Of events. */
    public static final Codec<LoyaltyEvent> EVENTS = new Codec<>("event", LAYOUT, EventForm.KINDS);

    /** Of the events of a journal, with what they did. */
    public static final Codec<PostedEvent> POSTED_EVENTS =
            new Codec<>("posted event", LAYOUT, ImmutableList.of(PostedForm.KIND));

    /** Of promises, for as long as a checkout lasts. */
    public static final Codec<Promise> PROMISES = new Codec<>("promise", LAYOUT, ImmutableList.of(PromiseForm.KIND));

    private final String what;
    private final int newest;
    private final List<Kind<? extends T>> kinds;

    /**
     * A codec of these kinds, each of which knows all layouts up to the newest.
     *
     * @param newest the layout in which it writes; it reads this one and all before
     */
    Codec(String what, int newest, ImmutableList<Kind<? extends T>> kinds) {
        this.what = what;
        this.newest = newest;
        this.kinds = kinds;
    }

    /**
     * The bytes of a value.
     *
     * @throws IllegalArgumentException if it was made by hand and holds an instant finer than a microsecond, or a text with half
     *     a character, of which there are no bytes
     */
    public byte[] encode(T value) {
        requireNonNull(value, what);
        CanonicalWriter out = new CanonicalWriter(newest);
        Kind.write(out, kinds, value);
        return out.toBytes();
    }

    /**
     * The value of bytes.
     *
     * @throws MalformedBytesException if their checksum does not fit, no value is written like them, or only by a later version, or
     *     they are of an account whose sums do not agree
     */
    public T decode(byte[] bytes) {
        CanonicalReader in = new CanonicalReader(what, bytes, newest);
        T value;
        try {
            value = Kind.read(in, what, kinds);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            // Without its message, which may hold what is personal, and so not as the cause either.
            throw in.malformed("the values read up to here are not allowed");
        }
        if (in.left() > 0) {
            throw in.malformed(in.left() + " bytes more than the " + what + " takes");
        }
        return value;
    }

    /**
     * Whether bytes are just those that are written of their value. All that were written in the newest layout are; others are of an
     * older one, or were made by something else.
     *
     * @throws MalformedBytesException as {@link #decode} does
     */
    public boolean isCanonical(byte[] bytes) {
        return Arrays.equals(encode(decode(bytes)), bytes);
    }

    /**
     * The SHA-256 of a value's bytes, in hexadecimal: equal for equal values, on every machine. An account's is what two replays
     * agree in.
     *
     * @throws IllegalArgumentException as {@link #encode} does
     */
    public String digest(T value) {
        return Hashing.sha256().hashBytes(encode(value)).toString();
    }
}
