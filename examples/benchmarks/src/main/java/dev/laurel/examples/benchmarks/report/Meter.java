package dev.laurel.examples.benchmarks.report;

import com.sun.management.ThreadMXBean;
import dev.laurel.examples.benchmarks.contender.Contender;
import dev.laurel.examples.benchmarks.contender.Entrant;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Measures one contender in this JVM, which has run no other: warms it up, then runs over the orders of all members again and again,
 * then once more with a clock around each order. A run that takes too long ends early, so a slow contender is measured over the first
 * orders only.
 */
final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MOST_BUILDS = 20;
    private static final int MOST_WARM_UP = 10;
    private static final int RUNS_TO_SETTLE = 3;

    /** Between two looks at the clock, which would cost a fast contender too much after each order. */
    private static final int STRIDE = 64;

    private final Entrant entrant;
    private final Shop shop;
    private final long budget;
    private final long[] nanos;

    private int runOrders;
    private long runPoints;
    private long orders;
    private long cpu;
    private long wall;
    private long bytes;

    /**
     * A meter.
     *
     * @param seconds for how long of CPU at least to warm up, and then to measure; a run ends after twice that
     */
    Meter(Entrant entrant, Shop shop, int seconds) {
        this.entrant = entrant;
        this.shop = shop;
        budget = seconds * 1_000_000_000L;
        nanos = new long[shop.orders().size()];
    }

    Measurement measure() {
        long firstBuild = microsToBuild();
        long build = microsOfFastestBuild(firstBuild);
        Contender contender = entrant.of(shop.campaigns());
        warmUp(contender);
        measure(contender);
        int timed = timeEach(contender);
        contender.close();
        return new Measurement(
                entrant,
                shop.campaigns().size(),
                cpu / orders,
                wall / orders,
                nanos[timed / 2],
                nanos[(int) (timed * 99L / 100)],
                bytes / orders,
                firstBuild,
                build,
                runOrders,
                runPoints);
    }

    private long microsToBuild() {
        long begin = System.nanoTime();
        entrant.of(shop.campaigns()).close();
        return (System.nanoTime() - begin) / 1_000;
    }

    private long microsOfFastestBuild(long first) {
        long fastest = first;
        long end = System.nanoTime() + budget;
        for (int i = 0; i < MOST_BUILDS && System.nanoTime() < end; i++) {
            fastest = Math.min(fastest, microsToBuild());
        }
        return fastest;
    }

    /** Until runs get no faster: where others use the machine too, the compiler is late, and a time alone would not do. */
    private void warmUp(Contender contender) {
        reset();
        long fastest = Long.MAX_VALUE;
        int settled = 0;
        while (cpu < MOST_WARM_UP * budget && (cpu < budget || settled < RUNS_TO_SETTLE)) {
            long cpuBefore = cpu;
            run(contender);
            long each = (cpu - cpuBefore) / runOrders;
            settled = each < fastest - fastest / 20 ? 0 : settled + 1;
            fastest = Math.min(fastest, each);
        }
    }

    private void measure(Contender contender) {
        reset();
        while (cpu < budget) {
            run(contender);
        }
    }

    private void reset() {
        orders = 0;
        cpu = 0;
        wall = 0;
        bytes = 0;
    }

    private void run(Contender contender) {
        contender.open(shop);
        long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        long wallBefore = System.nanoTime();
        long cpuBefore = THREADS.getCurrentThreadCpuTime();
        int done = 0;
        long given = 0;
        for (Order order : shop.orders()) {
            if (done % STRIDE == 0 && THREADS.getCurrentThreadCpuTime() - cpuBefore > 2 * budget) {
                break;
            }
            given += contender.buy(order);
            done++;
        }
        cpu += THREADS.getCurrentThreadCpuTime() - cpuBefore;
        wall += System.nanoTime() - wallBefore;
        bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        orders += done;
        runOrders = done;
        runPoints = given;
    }

    /** Sorts the times of the orders, and tells how many there are. */
    private int timeEach(Contender contender) {
        contender.open(shop);
        long begin = System.nanoTime();
        long before = begin;
        int done = 0;
        long given = 0;
        for (Order order : shop.orders()) {
            if (before - begin > 2 * budget) {
                break;
            }
            given += contender.buy(order);
            long after = System.nanoTime();
            nanos[done++] = after - before;
            before = after;
        }
        runOrders = done;
        runPoints = given;
        Arrays.sort(nanos, 0, done);
        return done;
    }
}
