package dev.laurel.testkit;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.AccountStore;
import dev.laurel.service.OutboxMessage;
import dev.laurel.time.Moment;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** A place in a store where one check is alone: programs that nobody else has. */
final class StoreRoom {
    static final Currency USD = Currency.getInstance("USD");

    private static final int FIRST_LIMIT = 1_000;

    private final AccountStore store;
    private final String name;

    StoreRoom(AccountStore store, String name) {
        this.store = store;
        this.name = name;
    }

    AccountStore store() {
        return store;
    }

    /** The id of the program of those who need only one. */
    String program() {
        return name;
    }

    /** The id of a program of several. */
    String program(String rest) {
        return name + "-" + rest;
    }

    /** An account in the one program. */
    StoredBook book(String customer) {
        return book(program(), customer);
    }

    /** An account in one of several programs. */
    StoredBook book(String program, String customer) {
        return new StoredBook(store, engine(program), customer);
    }

    static LoyaltyEngine engine(String program) {
        return LoyaltyEngine.of(LoyaltyProgram.builder(program, "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                .redeem(Reward.costing("thousand", 1_000))
                .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
                .build());
    }

    /** All messages of this room that are in the outbox, in their order there. */
    List<OutboxMessage> messages() {
        // Others may have messages of their own in it, before and between ours.
        int limit = FIRST_LIMIT;
        List<OutboxMessage> all = store.outbox(limit);
        while (all.size() == limit) {
            limit *= 2;
            all = store.outbox(limit);
        }
        return all.stream().filter(message -> isOurs(message.key().program())).toList();
    }

    private boolean isOurs(String program) {
        return program.equals(name) || program.startsWith(name + "-");
    }

    /** Leaves an outbox without messages of this room. */
    void leave() {
        store.delivered(messages().stream().map(OutboxMessage::id).toList());
    }
}
