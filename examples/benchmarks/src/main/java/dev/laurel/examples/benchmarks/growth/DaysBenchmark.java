package dev.laurel.examples.benchmarks.growth;

import static dev.laurel.dsl.Laurel.MONTH;
import static dev.laurel.dsl.Laurel.USD;
import static dev.laurel.dsl.Laurel.atMost;
import static dev.laurel.dsl.Laurel.days;
import static dev.laurel.dsl.Laurel.expiring;
import static dev.laurel.dsl.Laurel.inactiveFor;
import static dev.laurel.dsl.Laurel.overTheLast;
import static dev.laurel.dsl.Laurel.pointCurrency;
import static dev.laurel.dsl.Laurel.program;
import static dev.laurel.dsl.Laurel.rule;
import static dev.laurel.dsl.Laurel.usd;

import dev.laurel.account.Account;
import dev.laurel.codec.AccountBytes;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.examples.benchmarks.shop.Shop;
import dev.laurel.examples.benchmarks.shop.Terms;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;
import java.time.Duration;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the first purchase of a day costs, by the days on which a cap over the last two years has counted something. Beside it ten rules
 * have caps a month.
 */
@State(Scope.Thread)
public class DaysBenchmark extends GrowthBenchmark {
    private static final PointCurrency POINTS = pointCurrency("points");
    private static final int CAPPED_A_MONTH = 10;
    private static final int TWO_YEARS = 730;

    /** On how many days something was counted; the day after them is not the first of a month. */
    @Param({"1", "10", "100", "720"})
    public int days;

    private LoyaltyEngine engine;
    private Account account;
    private Purchase purchase;
    private Account after;

    /** Buys something on each day. */
    @Setup
    public void setUp() {
        engine = LoyaltyEngine.of(cappedProgram());
        account = engine.newAccount(OneMember.ID);
        for (int day = 0; day < days; day++) {
            account = engine.evaluate(account, purchase(day)).orThrow().account();
        }
        purchase = purchase(days);
        after = engine.evaluate(account, purchase).orThrow().account();
    }

    private static LoyaltyProgram cappedProgram() {
        EarnRule base = rule("base")
                .onPurchase()
                .earns(POINTS.points(1).per(usd(1)))
                .capped(atMost(POINTS.points(1_000_000)).per(overTheLast(days(TWO_YEARS))));
        EarnRule[] capped = IntStream.range(0, CAPPED_A_MONTH)
                .mapToObj(DaysBenchmark::ruleOf)
                .toArray(EarnRule[]::new);
        return program("days", "1")
                .zone(Terms.ZONE)
                .money(USD)
                .points(POINTS, expiring(inactiveFor(Terms.INACTIVITY)))
                .earn(base, capped)
                .build();
    }

    private static EarnRule ruleOf(int number) {
        return rule("campaign-" + number)
                .onPurchase()
                .earns(POINTS.points(2))
                .capped(atMost(POINTS.points(1_000)).per(MONTH));
    }

    private static Purchase purchase(int day) {
        return new Purchase("p-" + day, OneMember.ID, Shop.start().plus(Duration.ofDays(day)), Basket.ofTotal(usd(20)));
    }

    /** A purchase that is counted on a day more. */
    @Benchmark
    public Decision purchase(CpuClock clock) {
        clock.operations++;
        return engine.evaluate(account, purchase);
    }

    /** What a store writes of that. */
    @Benchmark
    public AccountBytes write(CpuClock clock) {
        clock.operations++;
        return AccountBytes.ofChange(account, after);
    }
}
