package dev.laurel.examples.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What the outputs say of one customer, as it is written there. */
final class Written {
    private final String customer;
    private final String digest;
    private final byte[] account;
    private final byte[] ledger;

    /**
     * That of one customer.
     *
     * @param digest the digest of the account, or an empty text if there is none
     * @param account the customer's line among the accounts
     * @param ledger the customer's lines of the ledger
     */
    Written(String customer, String digest, byte[] account, byte[] ledger) {
        this.customer = customer;
        this.digest = digest;
        this.account = account;
        this.ledger = ledger;
    }

    String customer() {
        return customer;
    }

    String digest() {
        return digest;
    }

    byte[] account() {
        return account;
    }

    byte[] ledger() {
        return ledger;
    }

    /** All of it as bytes. */
    byte[] encoded() {
        byte[][] parts = {customer.getBytes(UTF_8), digest.getBytes(UTF_8), account, ledger};
        int length = 0;
        for (byte[] part : parts) {
            length += Integer.BYTES + part.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            bytes.putInt(part.length).put(part);
        }
        return bytes.array();
    }

    /** What was encoded. */
    static Written read(DataInputStream in) throws IOException {
        return new Written(new String(part(in), UTF_8), new String(part(in), UTF_8), part(in), part(in));
    }

    private static byte[] part(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
