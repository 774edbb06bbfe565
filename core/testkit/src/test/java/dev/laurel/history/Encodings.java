package dev.laurel.history;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;

/** The accounts, receipts and events of random histories, each with its codec and its bytes. */
final class Encodings {
    /** A value, how it is written, and what that gives. */
    static final class Encoding<T> {
        private final Codec<T> codec;
        private final T value;
        private final byte[] bytes;

        private Encoding(Codec<T> codec, T value) {
            this.codec = codec;
            this.value = value;
            bytes = codec.encode(value);
        }

        Codec<T> codec() {
            return codec;
        }

        T value() {
            return value;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    private final List<Encoding<?>> all = new ArrayList<>();

    private Encodings() {}

    /** Of so many histories: each event, accepted or not, what was posted of it, each receipt as it was left, and the account after each event. */
    static List<Encoding<?>> ofHistories(int histories) {
        Encodings encodings = new Encodings();
        for (long seed = 0; seed < histories; seed++) {
            encodings.add(new RandomHistory(seed));
        }
        return encodings.all;
    }

    private void add(RandomHistory history) {
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        Account account = engine.newAccount(RandomHistory.CUSTOMER);
        KeptReceipts receipts = new KeptReceipts();
        all.add(new Encoding<>(Codec.ACCOUNTS, account));
        for (LoyaltyEvent event : history.events()) {
            all.add(new Encoding<>(Codec.EVENTS, event));
            Decision decision = receipts.next(engine, account, event);
            for (Receipt receipt : decision.receipts()) {
                all.add(new Encoding<>(Codec.RECEIPTS, receipt));
            }
            if (decision.isAccepted()) {
                all.add(new Encoding<>(Codec.POSTED_EVENTS, PostedEvent.of(decision, event.occurredAt())));
                account = decision.account();
                all.add(new Encoding<>(Codec.ACCOUNTS, account));
            }
        }
    }
}
