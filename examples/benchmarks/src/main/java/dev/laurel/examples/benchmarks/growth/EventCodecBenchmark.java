package dev.laurel.examples.benchmarks.growth;

import dev.laurel.codec.Codec;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.examples.benchmarks.shop.Shop;
import dev.laurel.money.Money;
import java.util.Currency;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What writing and reading a purchase costs, and the digest by which a repetition is known, by the number of lines. */
@State(Scope.Thread)
public class EventCodecBenchmark extends GrowthBenchmark {
    private static final Money PRICE = Money.of(Currency.getInstance("USD"), "19.90");

    /** How many lines the purchase has. */
    @Param({"3", "30", "300"})
    public int lines;

    private LoyaltyEvent purchase;
    private byte[] bytes;

    /** Makes the purchase. */
    @Setup
    public void setUp() {
        Basket basket = Basket.of(IntStream.range(0, lines)
                .mapToObj(number -> PurchaseLine.of("line-" + number, "sku-" + number, PRICE)
                        .withCategories("makeup"))
                .toList());
        purchase = new Purchase("order", OneMember.ID, Shop.start(), basket);
        bytes = Codec.EVENTS.encode(purchase);
    }

    /** The bytes of the purchase. */
    @Benchmark
    public byte[] encode(CpuClock clock) {
        clock.operations++;
        return Codec.EVENTS.encode(purchase);
    }

    /** The purchase of the bytes. */
    @Benchmark
    public LoyaltyEvent decode(CpuClock clock) {
        clock.operations++;
        return Codec.EVENTS.decode(bytes);
    }

    /** The digest of the purchase. */
    @Benchmark
    public String digest(CpuClock clock) {
        clock.operations++;
        return Codec.EVENTS.digest(purchase);
    }
}
