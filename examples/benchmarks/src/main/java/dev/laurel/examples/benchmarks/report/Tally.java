package dev.laurel.examples.benchmarks.report;

import dev.laurel.examples.benchmarks.contender.Contender;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.util.Optional;
import java.util.stream.LongStream;

/** The points that a contender gives in one run over a shop: for each order, and of each member. */
final class Tally {
    private final Shop shop;
    private final long[] points;
    private final long[] earned;
    private final long[] available;

    private Tally(Shop shop, long[] points, long[] earned, long[] available) {
        this.shop = shop;
        this.points = points;
        this.earned = earned;
        this.available = available;
    }

    /** Runs a contender over all orders. */
    static Tally of(Contender contender, Shop shop) {
        contender.open(shop);
        long[] points = shop.orders().stream().mapToLong(contender::buy).toArray();
        long[] earned = new long[shop.members().size()];
        LongStream.Builder available = LongStream.builder();
        for (int member = 0; member < earned.length; member++) {
            earned[member] = contender.earned(member);
            contender.available(member, Shop.end()).ifPresent(available::add);
        }
        return new Tally(shop, points, earned, available.build().toArray());
    }

    /** The points of the first orders together. */
    long pointsOfFirst(int orders) {
        return LongStream.of(points).limit(orders).sum();
    }

    /** In what another one differs first, if it does. What can be spent is compared if both keep a ledger. */
    Optional<String> differenceFrom(Tally expected) {
        for (int i = 0; i < points.length; i++) {
            if (points[i] != expected.points[i]) {
                return Optional.of(points[i] + " points for "
                        + shop.orders().get(i).id() + ", but must give " + expected.points[i]);
            }
        }
        return difference("earned by", earned, expected.earned)
                .or(() -> keepsLedger() && expected.keepsLedger()
                        ? difference("available to", available, expected.available)
                        : Optional.empty());
    }

    private boolean keepsLedger() {
        return available.length == shop.members().size();
    }

    private Optional<String> difference(String what, long[] found, long[] expected) {
        for (int i = 0; i < found.length; i++) {
            if (found[i] != expected[i]) {
                return Optional.of(found[i] + " points " + what + " "
                        + shop.members().get(i).id() + " in the end, but must give " + expected[i]);
            }
        }
        return Optional.empty();
    }
}
