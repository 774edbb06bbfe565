package dev.laurel.examples.benchmarks.growth;

import static dev.laurel.dsl.Laurel.YEAR;
import static dev.laurel.dsl.Laurel.atMost;
import static dev.laurel.dsl.Laurel.benefit;
import static dev.laurel.dsl.Laurel.counter;
import static dev.laurel.dsl.Laurel.expiring;
import static dev.laurel.dsl.Laurel.inactiveFor;
import static dev.laurel.dsl.Laurel.ladder;
import static dev.laurel.dsl.Laurel.months;
import static dev.laurel.dsl.Laurel.overTheLast;
import static dev.laurel.dsl.Laurel.pointCurrency;
import static dev.laurel.dsl.Laurel.program;
import static dev.laurel.dsl.Laurel.rule;
import static dev.laurel.dsl.Laurel.tier;
import static dev.laurel.dsl.Laurel.usd;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.dsl.Laurel;
import dev.laurel.dsl.syntax.ProgramParts;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.examples.benchmarks.shop.Shop;
import dev.laurel.examples.benchmarks.shop.Terms;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.MoneySum;
import dev.laurel.time.Window;
import java.time.Duration;
import java.util.function.BiFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the first purchase of a day costs, by the sums that a program asks for or caps, after a year with a purchase a day. */
@State(Scope.Thread)
public class SumsBenchmark extends GrowthBenchmark {
    private static final PointCurrency POINTS = pointCurrency("points");
    private static final Window ROLLING = overTheLast(months(12));
    private static final int DAYS = 364;

    /** How many sums the program asks for or caps. */
    @Param({"0", "1", "2", "10"})
    public int sums;

    private Asking plain;
    private Asking rolling;
    private Asking ladders;
    private Asking rollingLadders;
    private Asking rollingCaps;

    /** An engine, an account after a year, and one purchase more. */
    private record Asking(LoyaltyEngine engine, Account account, Purchase next) {
        static Asking of(ProgramParts program) {
            LoyaltyEngine engine = LoyaltyEngine.of(program.build());
            Account account = engine.newAccount(OneMember.ID);
            for (int day = 0; day < DAYS; day++) {
                account = engine.evaluate(account, purchase(day)).orThrow().account();
            }
            return new Asking(engine, account, purchase(DAYS));
        }

        private static Purchase purchase(int day) {
            return new Purchase(
                    "p-" + day, OneMember.ID, Shop.start().plus(Duration.ofDays(day)), Basket.ofTotal(usd(20)));
        }

        Decision decide() {
            return engine.evaluate(account, next);
        }
    }

    /** Makes the programs, and buys something on each day of a year. */
    @Setup
    public void setUp() {
        plain = asking(YEAR, SumsBenchmark::withBenefit);
        rolling = asking(ROLLING, SumsBenchmark::withBenefit);
        ladders = asking(YEAR, SumsBenchmark::withLadder);
        rollingLadders = asking(ROLLING, SumsBenchmark::withLadder);
        rollingCaps = capping();
    }

    private static ProgramParts earning() {
        return program("sums", "1")
                .zone(Terms.ZONE)
                .money(Laurel.USD)
                .points(POINTS, expiring(inactiveFor(Terms.INACTIVITY)))
                .earn(rule("base").onPurchase().earns(POINTS.points(1).per(usd(1))));
    }

    private Asking capping() {
        ProgramParts parts = earning();
        for (int number = 0; number < sums; number++) {
            parts = parts.earn(rule("campaign-" + number)
                    .onPurchase()
                    .earns(POINTS.points(2))
                    .capped(atMost(POINTS.points(1_000_000)).per(ROLLING)));
        }
        return Asking.of(parts);
    }

    private Asking asking(Window window, BiFunction<ProgramParts, MoneySum, ProgramParts> asked) {
        ProgramParts parts = earning();
        for (int number = 0; number < sums; number++) {
            parts = asked.apply(parts, counter("spend-" + number).spend().per(window));
        }
        return Asking.of(parts);
    }

    private static ProgramParts withBenefit(ProgramParts parts, MoneySum sum) {
        return parts.benefits(benefit("for-" + sum.counter().id()).where(sum.isAtLeast(usd(1_000_000))));
    }

    private static ProgramParts withLadder(ProgramParts parts, MoneySum sum) {
        String id = "by-" + sum.counter().id();
        return parts.ladders(ladder(id)
                .startingAt(tier(id + "-lowest"))
                .then(tier(id + "-middle"), sum.reaches(usd(1_000)))
                .then(tier(id + "-top"), sum.reaches(usd(1_000_000))));
    }

    /** Sums per year. */
    @Benchmark
    public Decision plain(CpuClock clock) {
        clock.operations++;
        return plain.decide();
    }

    /** Sums over the last twelve months. */
    @Benchmark
    public Decision rolling(CpuClock clock) {
        clock.operations++;
        return rolling.decide();
    }

    /** Sums per year, each with a ladder. */
    @Benchmark
    public Decision ladders(CpuClock clock) {
        clock.operations++;
        return ladders.decide();
    }

    /** Sums over the last twelve months, each with a ladder whose tier is prolonged. */
    @Benchmark
    public Decision rollingLadders(CpuClock clock) {
        clock.operations++;
        return rollingLadders.decide();
    }

    /** Rules with caps over the last twelve months. */
    @Benchmark
    public Decision rollingCaps(CpuClock clock) {
        clock.operations++;
        return rollingCaps.decide();
    }
}
