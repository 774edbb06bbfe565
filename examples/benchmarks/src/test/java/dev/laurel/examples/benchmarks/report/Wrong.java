package dev.laurel.examples.benchmarks.report;

import dev.laurel.examples.benchmarks.contender.Contender;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.time.Instant;
import java.util.OptionalLong;

/** A contender that does as another does, but for what a test changes. */
abstract class Wrong implements Contender {
    private final Contender right;

    Wrong(Contender right) {
        this.right = right;
    }

    @Override
    public void open(Shop shop) {
        right.open(shop);
    }

    @Override
    public long buy(Order order) {
        return right.buy(order);
    }

    @Override
    public long earned(int member) {
        return right.earned(member);
    }

    @Override
    public OptionalLong available(int member, Instant at) {
        return right.available(member, at);
    }
}
