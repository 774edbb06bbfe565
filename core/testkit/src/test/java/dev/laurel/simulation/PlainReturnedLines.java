package dev.laurel.simulation;

import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What is left of the lines of a purchase, and of its shipping, after a return. */
final class PlainReturnedLines {
    private PlainReturnedLines() {}

    static void requireCurrency(Return event, Currency currency) {
        List<Money> amounts = new ArrayList<>();
        amounts.add(event.amount());
        event.lines().forEach(line -> amounts.add(line.amount()));
        event.lines().forEach(line -> amounts.add(line.gross()));
        for (Money amount : amounts) {
            PlainRefusal.unless(amount == null || amount.currency().equals(currency), "WRONG_CURRENCY");
        }
    }

    static PlainPurchase after(PlainPurchase purchase, Return event) {
        if (event.isOfAll()) {
            PlainRefusal.unless(!purchase.isReturned(), "EXCEEDS_PURCHASE");
            List<PlainPurchase.Line> none =
                    purchase.lines().stream().map(line -> line.with(Ratio.ZERO)).toList();
            return purchase.with(none, true);
        }
        List<PlainPurchase.Line> lines =
                event.amount() == null ? afterLines(purchase, event.lines()) : afterAmount(purchase, event.amount());
        boolean isOfShippingAlone = event.lines().isEmpty() && event.amount() == null;
        if (event.shipping()) {
            boolean isFree = purchase.shipping().isZero();
            PlainRefusal.unless(purchase.isShippingLeft() || (isFree && !isOfShippingAlone), "EXCEEDS_PURCHASE");
        }
        return purchase.with(lines, purchase.isShippingReturned() || event.shipping());
    }

    private static List<PlainPurchase.Line> afterLines(PlainPurchase purchase, List<ReturnedLine> all) {
        for (ReturnedLine returned : all) {
            PlainRefusal.unless(
                    purchase.lines().stream().anyMatch(line -> line.id().equals(returned.line())), "UNKNOWN_LINE");
        }
        List<PlainPurchase.Line> lines = new ArrayList<>();
        for (PlainPurchase.Line line : purchase.lines()) {
            PlainPurchase.Line left = line;
            for (ReturnedLine returned : all) {
                left = returned.line().equals(line.id()) ? line.less(partOf(line, returned)) : left;
            }
            PlainRefusal.unless(left.left().signum() >= 0, "EXCEEDS_PURCHASE");
            lines.add(left);
        }
        return lines;
    }

    /** What comes back as a part of the line as it was bought. */
    private static Ratio partOf(PlainPurchase.Line line, ReturnedLine returned) {
        if (returned.quantity() != null) {
            return returned.quantity().toRatio().dividedBy(line.quantity().toRatio());
        }
        Ratio whole = returned.amount() != null ? line.net().toRatio() : line.gross();
        Money part = returned.amount() != null ? returned.amount() : returned.gross();
        PlainRefusal.unless(whole.signum() > 0, "EXCEEDS_PURCHASE");
        return part.toRatio().dividedBy(whole);
    }

    /** An amount is spread over what is left of all lines, as the program counts it, in whole millionths that add up. */
    private static List<PlainPurchase.Line> afterAmount(PlainPurchase purchase, Money amount) {
        long all = 0;
        for (PlainPurchase.Line line : purchase.lines()) {
            all += costLeft(line);
        }
        PlainRefusal.unless(amount.millionths() <= all, "EXCEEDS_PURCHASE");
        List<PlainPurchase.Line> lines = new ArrayList<>();
        long upToIt = 0;
        long spread = 0;
        for (PlainPurchase.Line line : purchase.lines()) {
            upToIt += costLeft(line);
            long now = BigInteger.valueOf(amount.millionths())
                    .multiply(BigInteger.valueOf(upToIt))
                    .divide(BigInteger.valueOf(all))
                    .longValueExact();
            lines.add(
                    now == spread
                            ? line
                            : line.less(Ratio.of(now - spread, 1_000_000).dividedBy(line.cost())));
            spread = now;
        }
        return lines;
    }

    private static long costLeft(PlainPurchase.Line line) {
        return line.left().times(line.cost()).times(Ratio.of(1_000_000)).rounded(Rounding.DOWN);
    }
}
