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
import dev.laurel.time.Window;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a purchase allocates for the sums that a program asks for. */
@Tag("A10")
class SumsCostTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PURCHASES = 400;
    private static final int COUNTERS = 10;
    private static final Window YEAR = Window.overTheLast(Period.ofMonths(12));

    private static LoyaltyProgram.Builder program() {
        return Shop.program().earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))));
    }

    private static LoyaltyProgram.Builder counting(LoyaltyProgram.Builder program, Window window) {
        for (int i = 0; i < COUNTERS; i++) {
            Counter<MoneySum> counter = PurchaseCounter.spend("spend-" + i);
            program.benefits(Benefit.of("benefit-" + i)
                    .where(counter.per(window).isAtLeast(usd("1000000"))));
        }
        return program;
    }

    private static Ladder ladder(String id, Counter<CountSum> counter, Window window) {
        return Ladder.startingAt(id, Tier.of(id + "-lowest"))
                .then(Tier.of(id + "-middle"), counter.per(window).reaches(1_000_000))
                .then(Tier.of(id + "-top"), counter.per(window).reaches(2_000_000));
    }

    /** On average, once classes are loaded. */
    private static long bytesOfAPurchase(LoyaltyProgram.Builder program, Duration every) {
        LoyaltyEngine engine = LoyaltyEngine.of(program.build());
        long bytes = 0;
        for (int round = 0; round < 40; round++) {
            Account account = engine.newAccount(CUSTOMER);
            Instant at = noon("2026-01-01");
            bytes = 0;
            for (int i = 0; i < PURCHASES; i++) {
                Purchase purchase = new Purchase("p" + i, CUSTOMER, at.plus(every.multipliedBy(i)), Basket.of(line("1", "10")));
                long before = THREADS.getCurrentThreadAllocatedBytes();
                account = engine.evaluate(account, purchase).account();
                bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
            }
        }
        return bytes / PURCHASES;
    }

    @Test
    void show() {
        Duration hour = Duration.ofHours(1);
        Duration day = Duration.ofDays(1);
        Counter<CountSum> visits = PurchaseCounter.purchases("visits");
        Counter<CountSum> items = PurchaseCounter.quantity("items");
        for (Duration every : new Duration[] {hour, day}) {
            long bare = bytesOfAPurchase(program(), every);
            long plain = bytesOfAPurchase(counting(program(), Window.EVER), every);
            long month = bytesOfAPurchase(counting(program(), dev.laurel.time.BoundedWindow.MONTH), every);
            long rolling = bytesOfAPurchase(counting(program(), YEAR), every);
            long ladders = bytesOfAPurchase(
                    program().ladders(ladder("a", visits, dev.laurel.time.BoundedWindow.YEAR), ladder("b", items, dev.laurel.time.BoundedWindow.YEAR)), every);
            long rollingLadders = bytesOfAPurchase(program().ladders(ladder("a", visits, YEAR), ladder("b", items, YEAR)), every);
            System.out.println(every + " bare " + bare + " ten plain " + (plain - bare) + " ten month " + (month - bare) + " ten rolling " + (rolling - bare)
                    + " two ladders " + (ladders - bare) + " two rolling ladders " + (rollingLadders - bare));
        }
        assertThat(true).isTrue();
    }
}
