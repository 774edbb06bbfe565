package dev.laurel.examples.benchmarks.contender;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Purchase;
import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Laurel's engine alone: account and purchase give a decision, whose account is kept for the next. */
final class LaurelEvaluate implements Contender {
    private final LoyaltyEngine engine;
    private final ToLongFunction<Decision> further;
    private @Nullable Shop shop;
    private Account[] enrolled = {};
    private Account[] accounts = {};
    private Purchase[] purchases = {};

    /** Kept, because a caller does something with it: what nobody looks at, the compiler need not make. */
    @Nullable
    Decision last;

    /** What came of what is done with a decision further. */
    long seen;

    private LaurelEvaluate(List<Campaign> campaigns, ToLongFunction<Decision> further) {
        engine = LoyaltyEngine.of(LaurelProgram.of(campaigns));
        this.further = further;
    }

    static Contender plain(List<Campaign> campaigns) {
        return new LaurelEvaluate(campaigns, decision -> 0);
    }

    /** Asks for each explanation, of which words are made when they are read. */
    static Contender explained(List<Campaign> campaigns) {
        return new LaurelEvaluate(
                campaigns, decision -> decision.explanation().outcomes().size());
    }

    /** Asks for each explanation, and reads all of it. */
    static Contender read(List<Campaign> campaigns) {
        return new LaurelEvaluate(
                campaigns, decision -> decision.explanation().text().length());
    }

    @Override
    public void open(Shop shop) {
        if (this.shop != shop) {
            LaurelEvents events = LaurelEvents.of(shop);
            purchases = events.purchases().toArray(Purchase[]::new);
            enrolled = events.enrollments().stream().map(this::enroll).toArray(Account[]::new);
            this.shop = shop;
        }
        accounts = enrolled.clone();
    }

    private Account enroll(Enrollment enrollment) {
        return engine.evaluate(engine.newAccount(enrollment.customer()), enrollment)
                .orThrow()
                .account();
    }

    @Override
    public long buy(Order order) {
        Decision decision = engine.evaluate(accounts[order.member()], purchases[order.index()])
                .orThrow();
        accounts[order.member()] = decision.account();
        last = decision;
        seen += further.applyAsLong(decision);
        return decision.earned(LaurelProgram.POINTS.id());
    }

    @Override
    public long earned(int member) {
        return accounts[member].balance(LaurelProgram.POINTS.id()).earned();
    }

    @Override
    public OptionalLong available(int member, Instant at) {
        Account then = engine.advance(accounts[member], at).orThrow().account();
        return OptionalLong.of(then.balance(LaurelProgram.POINTS.id()).available());
    }
}
