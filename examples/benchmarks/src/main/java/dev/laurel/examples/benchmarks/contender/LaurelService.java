package dev.laurel.examples.benchmarks.contender;

import dev.laurel.account.Account;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Purchase;
import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Laurel as a host runs it: load, evaluate, commit once and for all, over the store in memory, which keeps everything. */
final class LaurelService implements Contender {
    private final LoyaltyEngine engine;
    private LoyaltyService service;
    private @Nullable Shop shop;
    private LaurelEvents events = new LaurelEvents(List.of(), List.of());
    private Purchase[] purchases = {};

    LaurelService(List<Campaign> campaigns) {
        engine = LoyaltyEngine.of(LaurelProgram.of(campaigns));
        service = LoyaltyService.of(engine, new InMemoryAccountStore());
    }

    @Override
    public void open(Shop shop) {
        if (this.shop != shop) {
            events = LaurelEvents.of(shop);
            purchases = events.purchases().toArray(Purchase[]::new);
            this.shop = shop;
        }
        service = LoyaltyService.of(engine, new InMemoryAccountStore());
        events.enrollments().forEach(enrollment -> service.submit(enrollment).orThrow());
    }

    @Override
    public long buy(Order order) {
        return service.submit(purchases[order.index()]).orThrow().earned(LaurelProgram.POINTS.id());
    }

    @Override
    public long earned(int member) {
        return account(member).balance(LaurelProgram.POINTS.id()).earned();
    }

    @Override
    public OptionalLong available(int member, Instant at) {
        Account then = engine.advance(account(member), at).orThrow().account();
        return OptionalLong.of(then.balance(LaurelProgram.POINTS.id()).available());
    }

    private Account account(int member) {
        return service.account(events.enrollments().get(member).customer()).orElseThrow();
    }
}
