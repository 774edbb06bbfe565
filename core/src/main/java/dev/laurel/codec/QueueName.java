package dev.laurel.codec;

import dev.laurel.account.Wallet;
import dev.laurel.ledger.LotQueue;

/**
 * Which queue of an account it is.
 *
 * @param currency the id of the point currency
 * @param kind which of the queues of its wallet
 */
record QueueName(String currency, Kind kind) {
    /** The queues that each wallet has. */
    enum Kind {
        DATED('d'),
        UNDATED('u'),
        PENDING('p');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        /** The queue of this kind of a wallet. */
        LotQueue of(Wallet wallet) {
            return switch (this) {
                case DATED -> wallet.dated();
                case UNDATED -> wallet.undated();
                case PENDING -> wallet.pending();
            };
        }

        /** Stands for it for ever. */
        char letter() {
            return letter;
        }

        boolean isPending() {
            return this == PENDING;
        }
    }
}
