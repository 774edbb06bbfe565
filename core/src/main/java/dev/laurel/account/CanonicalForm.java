package dev.laurel.account;

import com.google.common.hash.Hashing;
import dev.laurel.event.LoyaltyEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that stand for a value, as its {@link Codec} writes them: equal for equal values, on every machine, however the value
 * was written. Digests and the hash by which a repeated event is told from a conflicting one are taken of them.
 */
public final class CanonicalForm {
    private final byte[] bytes;

    private CanonicalForm(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The form of an account. */
    public static CanonicalForm of(Account account) {
        return new CanonicalForm(Codec.ACCOUNTS.encode(account));
    }

    /** The form of a receipt. */
    public static CanonicalForm of(Receipt receipt) {
        return new CanonicalForm(Codec.RECEIPTS.encode(receipt));
    }

    /** The form of an event. */
    public static CanonicalForm of(LoyaltyEvent event) {
        return new CanonicalForm(Codec.EVENTS.encode(event));
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The SHA-256 of the bytes, in hexadecimal. */
    public String sha256() {
        return Hashing.sha256().hashBytes(bytes).toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CanonicalForm that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The size only: the bytes hold personal data. */
    @Override
    public String toString() {
        return "CanonicalForm[" + bytes.length + " bytes]";
    }
}
