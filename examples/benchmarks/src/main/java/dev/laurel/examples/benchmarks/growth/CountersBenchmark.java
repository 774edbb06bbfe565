package dev.laurel.examples.benchmarks.growth;

import static dev.laurel.dsl.Laurel.MONTH;
import static dev.laurel.dsl.Laurel.USD;
import static dev.laurel.dsl.Laurel.atMost;
import static dev.laurel.dsl.Laurel.expiring;
import static dev.laurel.dsl.Laurel.inactiveFor;
import static dev.laurel.dsl.Laurel.pointCurrency;
import static dev.laurel.dsl.Laurel.program;
import static dev.laurel.dsl.Laurel.rule;
import static dev.laurel.dsl.Laurel.sku;
import static dev.laurel.dsl.Laurel.usd;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.examples.benchmarks.shop.Shop;
import dev.laurel.examples.benchmarks.shop.Terms;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a purchase costs, by the number of capped rules that have counted something of the member this month. */
@State(Scope.Thread)
public class CountersBenchmark extends GrowthBenchmark {
    private static final PointCurrency POINTS = pointCurrency("points");

    /** How many rules have counted. */
    @Param({"10", "100", "1000", "10000"})
    public int counters;

    private LoyaltyEngine engine;
    private Account account;
    private Purchase purchase;

    /** Makes the program, and buys each article once. */
    @Setup
    public void setUp() {
        engine = LoyaltyEngine.of(cappedProgram());
        List<PurchaseLine> lines =
                IntStream.range(0, counters).mapToObj(CountersBenchmark::line).toList();
        account = engine.evaluate(engine.newAccount(OneMember.ID), purchase("all", lines))
                .orThrow()
                .account();
        purchase = purchase("one", lines.subList(0, 1));
    }

    private LoyaltyProgram cappedProgram() {
        EarnRule[] capped =
                IntStream.range(0, counters).mapToObj(CountersBenchmark::ruleOf).toArray(EarnRule[]::new);
        EarnRule base = rule("base").onPurchase().earns(POINTS.points(1).per(usd(1)));
        return program("counters", "1")
                .zone(Terms.ZONE)
                .money(USD)
                .points(POINTS, expiring(inactiveFor(Terms.INACTIVITY)))
                .earn(base, capped)
                .build();
    }

    private static EarnRule ruleOf(int number) {
        return rule("article-" + number)
                .onPurchase()
                .of(sku("sku-" + number))
                .earns(POINTS.points(2))
                .capped(atMost(POINTS.points(100)).per(MONTH));
    }

    private static PurchaseLine line(int number) {
        return PurchaseLine.of("line-" + number, "sku-" + number, usd(20));
    }

    private static Purchase purchase(String id, List<PurchaseLine> lines) {
        return new Purchase(id, OneMember.ID, Shop.start(), Basket.of(lines));
    }

    /** A purchase that touches one counter. */
    @Benchmark
    public Decision purchase(CpuClock clock) {
        clock.operations++;
        return engine.evaluate(account, purchase);
    }
}
