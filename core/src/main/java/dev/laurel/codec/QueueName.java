package dev.laurel.codec;

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

        /** Stands for it for ever. */
        char letter() {
            return letter;
        }

        boolean isPending() {
            return this == PENDING;
        }
    }
}
