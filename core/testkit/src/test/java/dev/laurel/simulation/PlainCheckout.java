package dev.laurel.simulation;

import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.RewardChoice;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Content;
import dev.laurel.reward.Discount;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What rewards do to an order, one after another, worked out from the clauses alone. */
public final class PlainCheckout {
    private final LoyaltyProgram program;
    private Basket order;

    public PlainCheckout(LoyaltyProgram program, Basket order) {
        this.program = program;
        this.order = order;
    }

    public Basket order() {
        return order;
    }

    /** Choices in the order in which they are worked out: kind after kind, then by id, then those of fewer points. */
    public static List<RewardChoice> inOrder(LoyaltyProgram program, List<RewardChoice> choices) {
        List<RewardChoice> sorted = new ArrayList<>();
        List<Class<?>> kinds =
                List.of(FreeItem.class, PercentageOff.class, AmountOff.class, PointsAsPayment.class, Object.class);
        for (Class<?> kind : kinds) {
            choices.stream()
                    .filter(choice -> !sorted.contains(choice))
                    .filter(choice -> kind.isInstance(program.reward(choice.reward())
                            .map(Reward::content)
                            .map(Object.class::cast)
                            .orElse("")))
                    .sorted(Comparator.comparing(RewardChoice::reward)
                            .thenComparing(choice ->
                                    Optional.ofNullable(choice.points()).orElse(0L))
                            .thenComparing(choice ->
                                    Optional.ofNullable(choice.redemption()).orElse("")))
                    .forEach(sorted::add);
        }
        return sorted;
    }

    /** The code of the refusal if the order has not enough for a reward; else it is taken, and the answer is empty. */
    public Optional<String> take(Reward reward, long points, String redemption) {
        Content content = reward.content();
        if (content instanceof PointsAsPayment payment) {
            if (!isPayable(program, payment, points, order)) {
                return Optional.of("CONDITION_NOT_MET");
            }
            Ratio worth = payment.worth().toRatio().times(points).dividedBy(Ratio.of(payment.points()));
            order = order.paidBy(Payment.withPoints(wholeUnits(worth), redemption));
        } else if (content instanceof Discount discount) {
            if (!isUsable(program, discount, order)) {
                return Optional.of("CONDITION_NOT_MET");
            }
            order = lowered(discount);
            PlainOrder left = new PlainOrder(program, order);
            if (left.paidWithPoints().signum() > 0 && left.paidWithPoints().compareTo(left.payable()) > 0) {
                return Optional.of("CONDITION_NOT_MET");
            }
        }
        return Optional.empty();
    }

    /** With the points that pay already, no more than the order, or the part of its lines and their taxes that may be paid so. */
    static boolean isPayable(LoyaltyProgram program, PointsAsPayment payment, long points, Basket basket) {
        PlainOrder order = new PlainOrder(program, basket);
        Ratio most = payment.percentage() == null
                ? order.payable()
                : order.gross().times(payment.percentage()).dividedBy(Ratio.of(100));
        Ratio pays = payment.worth().toRatio().times(points).dividedBy(Ratio.of(payment.points()));
        return pays.plus(order.paidWithPoints()).compareTo(most) <= 0;
    }

    // --- discounts ---

    /** Whether a discount takes off something, and no more than there is. */
    static boolean isUsable(LoyaltyProgram program, Discount discount, Basket order) {
        PlainCheckout checkout = new PlainCheckout(program, order);
        List<PurchaseLine> chosen = checkout.chosen(discount);
        if (discount instanceof FreeItem) {
            return chosen.stream().anyMatch(line -> checkout.piece(line).signum() > 0);
        }
        Ratio off = checkout.amount(discount, chosen);
        return off.signum() > 0 && off.compareTo(sum(chosen)) <= 0;
    }

    private List<PurchaseLine> chosen(Discount discount) {
        List<PurchaseLine> chosen = new ArrayList<>();
        for (PurchaseLine line : new PlainOrder(program, order).covered) {
            if (PlainRefusal.ask(() -> discount.selector().selects(line))) {
                chosen.add(line);
            }
        }
        return chosen;
    }

    private static Ratio sum(List<PurchaseLine> lines) {
        return lines.stream().map(line -> line.net().toRatio()).reduce(Ratio.ZERO, Ratio::plus);
    }

    private Ratio amount(Discount discount, List<PurchaseLine> chosen) {
        if (discount instanceof AmountOff off) {
            return off.amount().toRatio();
        }
        PercentageOff off = (PercentageOff) discount;
        Ratio part = wholeUnits(sum(chosen).times(off.percentage()).dividedBy(Ratio.of(100)))
                .toRatio();
        return off.most() == null || part.compareTo(off.most().toRatio()) < 0
                ? part
                : off.most().toRatio();
    }

    private Basket lowered(Discount discount) {
        List<PurchaseLine> chosen = chosen(discount);
        List<PurchaseLine> lines = new ArrayList<>(order.lines());
        if (discount instanceof FreeItem) {
            giveAway(dearest(chosen), lines);
            return order.withLines(lines);
        }
        Ratio off = amount(discount, chosen);
        boolean whole = isWhole(off)
                && chosen.stream().allMatch(line -> isWhole(line.net().toRatio()));
        Ratio unit = whole ? Ratio.of(1, units()) : Ratio.of(1, 1_000_000);
        Ratio before = Ratio.ZERO;
        Ratio borne = Ratio.ZERO;
        for (PurchaseLine line : chosen) {
            before = before.plus(line.net().toRatio());
            Ratio due = off.times(before).dividedBy(sum(chosen));
            Ratio bears = Ratio.of(due.dividedBy(unit).rounded(Rounding.DOWN)).times(unit);
            lines.set(lines.indexOf(line), lower(line, bears.minus(borne)));
            borne = bears;
        }
        return order.withLines(lines);
    }

    private PurchaseLine lower(PurchaseLine line, Ratio by) {
        if (by.signum() == 0) {
            return line;
        }
        Ratio net = line.net().toRatio().minus(by);
        Ratio tax = line.tax().toRatio();
        Ratio unit = isWhole(tax) ? Ratio.of(1, units()) : Ratio.of(1, 1_000_000);
        Ratio inUnits = tax.times(net).dividedBy(line.net().toRatio()).dividedBy(unit);
        return line.withNet(money(net))
                .withTax(money(Ratio.of(inUnits.rounded(Rounding.HALF_UP)).times(unit)));
    }

    // --- free pieces ---

    private static boolean isOne(PurchaseLine line) {
        return line.quantity().compareTo(Quantity.ONE) <= 0;
    }

    private Ratio piece(PurchaseLine line) {
        return pieceOf(line.net(), line);
    }

    private Ratio pieceOf(Money amount, PurchaseLine line) {
        return isOne(line)
                ? amount.toRatio()
                : wholeUnits(amount.toRatio().dividedBy(line.quantity().toRatio()))
                        .toRatio();
    }

    private PurchaseLine dearest(List<PurchaseLine> chosen) {
        PurchaseLine dearest = chosen.get(0);
        for (PurchaseLine line : chosen) {
            dearest = piece(line).compareTo(piece(dearest)) > 0 ? line : dearest;
        }
        return dearest;
    }

    private void giveAway(PurchaseLine line, List<PurchaseLine> lines) {
        int place = lines.indexOf(line);
        Money nothing = money(Ratio.ZERO);
        PurchaseLine free = line.withNet(nothing).withTax(nothing);
        if (isOne(line)) {
            lines.set(place, free);
            return;
        }
        lines.set(
                place,
                line.withQuantity(Quantity.ofMillionths(line.quantity().millionths() - 1_000_000))
                        .withNet(money(line.net().toRatio().minus(piece(line))))
                        .withTax(money(line.tax().toRatio().minus(pieceOf(line.tax(), line)))));
        List<String> ids = order.lines().stream().map(PurchaseLine::id).toList();
        String id = line.id() + "-free";
        for (int i = 2; ids.contains(id); i++) {
            id = line.id() + "-free-" + i;
        }
        lines.add(
                place + 1,
                new PurchaseLine(
                        id,
                        free.sku(),
                        free.categories(),
                        free.brand(),
                        Quantity.ONE,
                        nothing,
                        nothing,
                        free.discounted(),
                        free.attributes()));
    }

    // --- money ---

    /** How many of the least coin make one. */
    private long units() {
        long units = 1;
        for (int i = 0; i < order.currency().getDefaultFractionDigits(); i++) {
            units *= 10;
        }
        return units;
    }

    private boolean isWhole(Ratio amount) {
        Ratio coins = amount.times(units());
        return coins.compareTo(Ratio.of(coins.rounded(Rounding.DOWN))) == 0;
    }

    private Money wholeUnits(Ratio amount) {
        return money(Ratio.of(amount.times(units()).rounded(Rounding.DOWN), units()));
    }

    private Money money(Ratio amount) {
        return Money.ofMillionths(order.currency(), amount.times(1_000_000).rounded(Rounding.DOWN));
    }
}
