package dev.laurel.examples.replay.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * What a customer puts together.
 *
 * @param currency the code of the money
 * @param channel where
 * @param lines the lines, each of a product of its own
 */
record Basket(String currency, Channel channel, List<Line> lines) {
    Basket {
        lines = List.copyOf(lines);
    }

    /** What the goods in it cost without tax, in cents; gift cards are none. */
    long merchandise() {
        return lines.stream().mapToLong(Line::merchandise).sum();
    }

    /** What all of it costs with tax, in cents. */
    long gross() {
        return lines.stream().mapToLong(line -> line.net() + line.tax()).sum();
    }

    /** What points may pay of it, in cents: the goods with their tax. */
    long payableWithPoints() {
        return lines.stream()
                .filter(line -> !line.product().isGiftCard())
                .mapToLong(line -> line.net() + line.tax())
                .sum();
    }

    /** The same with other lines. */
    Basket withLines(List<Line> others) {
        return new Basket(currency, channel, others);
    }

    /**
     * The same with an amount off the goods, each bearing its share, to the cent.
     *
     * @param cents at most what the goods cost
     */
    Basket lessBy(long cents) {
        long merchandise = merchandise();
        long passed = 0;
        long given = 0;
        List<Line> lowered = new ArrayList<>();
        for (Line line : lines) {
            passed += line.merchandise();
            // Off all lines so far, less what those before this one got: so no cent is lost to rounding.
            long share = cents * passed / merchandise - given;
            given += share;
            lowered.add(line.lessBy(share));
        }
        return withLines(lowered);
    }
}
