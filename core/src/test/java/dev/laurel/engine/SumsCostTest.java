package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.laurel.account.Account;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Benefit;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a purchase allocates for the sums that a program asks for, beside what it does for all else. */
@Tag("A10")
class SumsCostTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FEW = 10;
    private static final int MANY = 20;
    private static final int PURCHASES = 400;
    private static final int ROUNDS = 60;
    private static final long BYTES_PER_PLAIN = 32;
    private static final long BYTES_PER_ROLLING = 300;
    private static final long BYTES_PER_LADDER = 128;
    private static final Window LAST_YEAR = Window.overTheLast(Period.ofMonths(12));

    private static LoyaltyProgram.Builder program() {
        return Shop.program().earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))));
    }

    /** Benefits ask, so that a purchase counts for the sums but does not ask for them. */
    private static LoyaltyProgram counting(int counters, Window window) {
        LoyaltyProgram.Builder program = program();
        for (int i = 0; i < counters; i++) {
            Counter<MoneySum> counter = PurchaseCounter.spend("spend-" + i);
            program.benefits(
                    Benefit.of("benefit-" + i).where(counter.per(window).isAtLeast(usd("1000000"))));
        }
        return program.build();
    }

    private static LoyaltyProgram withLadders(int ladders) {
        LoyaltyProgram.Builder program = program();
        for (int i = 0; i < ladders; i++) {
            Counter<CountSum> counter = PurchaseCounter.purchases("purchases-" + i);
            program.ladders(Ladder.startingAt("ladder-" + i, Tier.of("lowest-" + i))
                    .then(
                            Tier.of("middle-" + i),
                            counter.per(BoundedWindow.YEAR).reaches(5))
                    .then(Tier.of("top-" + i), counter.per(BoundedWindow.YEAR).reaches(1_000_000)));
        }
        return program.build();
    }

    /** On average, of a purchase a day in the best of some rounds, so that neither loading nor compiling is counted. */
    private static long bytesOfAPurchase(LoyaltyProgram program) {
        LoyaltyEngine engine = LoyaltyEngine.of(program);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            Account account = engine.newAccount(CUSTOMER);
            Instant at = noon("2026-01-01");
            long bytes = 0;
            for (int i = 0; i < PURCHASES; i++) {
                Purchase purchase =
                        new Purchase("p" + i, CUSTOMER, at.plus(Duration.ofDays(i)), Basket.of(line("1", "10")));
                long before = THREADS.getCurrentThreadAllocatedBytes();
                account = engine.evaluate(account, purchase).account();
                bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
            }
            assertThat(account.sequence()).isEqualTo(PURCHASES);
            least = Math.min(least, bytes / PURCHASES);
        }
        return least;
    }

    private static long more(LoyaltyProgram few, LoyaltyProgram many) {
        return (bytesOfAPurchase(many) - bytesOfAPurchase(few)) / (MANY - FEW);
    }

    @Test
    void aPlainSumCostsAPurchaseHardlyMoreThanItsCell() {
        assertThat(more(counting(FEW, Window.EVER), counting(MANY, Window.EVER)))
                .isLessThanOrEqualTo(BYTES_PER_PLAIN);
    }

    @Test
    void aRollingSumCostsAPurchaseTheEndOfItsDays() {
        assertThat(more(counting(FEW, LAST_YEAR), counting(MANY, LAST_YEAR))).isLessThanOrEqualTo(BYTES_PER_ROLLING);
    }

    @Test
    void aLadderCostsAPurchaseItsSumAndLittleMore() {
        assertThat(more(withLadders(FEW), withLadders(MANY))).isLessThanOrEqualTo(BYTES_PER_LADDER);
    }
}
