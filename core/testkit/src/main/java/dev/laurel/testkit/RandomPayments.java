package dev.laurel.testkit;

import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How orders are paid: in money, with points of what was redeemed, captured or is on hold, and with those of somebody else. */
final class RandomPayments {
    static final String CARD = "card";

    private final Draw draw;
    private final ProgramNow now;

    RandomPayments(Draw draw, ProgramNow now) {
        this.draw = draw;
        this.now = now;
    }

    /**
     * The basket with payments, or without; often such that nothing of it is paid in money, so that nothing earns.
     *
     * @param spendings what the customer redeemed or set aside
     */
    Basket paid(Basket basket, List<RandomSpending> spendings, Instant at) {
        if (!isPayable(basket)) {
            return basket;
        }
        Basket paid = basket;
        long left = payable(basket);
        List<RandomSpending> paying = draw.shuffled(
                spendings.stream().filter(spending -> pays(spending, at)).toList());
        if (draw.chance(60)) {
            // What is on hold is captured and returned in more ways.
            paying.sort(Comparator.comparing(spending -> !spending.isOpenAt(at)));
        }
        boolean isHeld = paying.stream().anyMatch(spending -> spending.isOpenAt(at));
        int count = draw.chance(isHeld ? 75 : 45) ? Math.min(paying.size(), draw.chance(15) ? 2 : 1) : 0;
        for (int i = 0; i < count && left > 0; i++) {
            RandomSpending spending = paying.get(i);
            long amount = amount(Math.min(left, spending.payableAt(at)));
            paid = paidWith(paid, spending, amount);
            left -= amount;
        }
        if (left > 0 && draw.chance(6)) {
            long amount = amount(left);
            paid = paid.paidBy(Payment.withForeignPoints(money(amount)));
            left -= amount;
        }
        paid = draw.chance(6) ? withWrongPayment(paid, spendings, left) : paid;
        long total = basket.total().millionths() - paid.paidWithPoints().millionths();
        paid = total > 0 && draw.chance(35) ? inMoney(paid, total) : paid;
        return draw.chance(5) ? withPaymentOfNothing(paid, spendings) : paid;
    }

    /** By card, or by card and in cash; now and then what is paid is not what the order costs. */
    private Basket inMoney(Basket basket, long total) {
        long byCard = draw.chance(60) ? total : draw.below(total + 1);
        Basket paid = basket.paidBy(Payment.of(CARD, money(byCard)));
        boolean isAll = byCard == total || draw.chance(10);
        return isAll ? paid : paid.paidBy(Payment.of("cash", money(total - byCard)));
    }

    /** Whether something is left to pay with, and orders can still be paid with it; of what is long ago now and then too. */
    private boolean pays(RandomSpending spending, Instant at) {
        Instant over = spending.at()
                .atZone(now.program().zone())
                .plus(now.program().returnPeriod())
                .toInstant();
        return spending.payableAt(at) > 0 && (spending.isOpenAt(at) || at.isBefore(over) || draw.chance(5));
    }

    private Money money(long millionths) {
        return Money.ofMillionths(draw.currency(), millionths);
    }

    private long amount(long most) {
        return draw.chance(45) ? most : 1 + draw.below(most);
    }

    /** By the id of the redemption; of a hold, by its own or that of a capture, now and then by both. */
    private Basket paidWith(Basket basket, RandomSpending spending, long amount) {
        String takenBy = draw.pick(spending.takenBy());
        String id = draw.chance(50) ? spending.id() : takenBy;
        if (amount > 1 && draw.chance(10)) {
            long part = 1 + draw.below(amount - 1);
            return basket.paidBy(Payment.withPoints(money(part), spending.id()))
                    .paidBy(Payment.withPoints(money(amount - part), takenBy));
        }
        return basket.paidBy(Payment.withPoints(money(amount), id));
    }

    /** More than it is worth or than points may pay, of what is no payment, or of nothing that there is. */
    private Basket withWrongPayment(Basket basket, List<RandomSpending> spendings, long left) {
        List<RandomSpending> paying =
                spendings.stream().filter(RandomSpending::isPayment).toList();
        List<RandomSpending> others =
                spendings.stream().filter(spending -> !spending.isPayment()).toList();
        return switch (draw.below(5)) {
            case 0 -> basket.paidBy(Payment.withPoints(money(1 + left / 2), "no-such-redemption"));
            case 1 -> others.isEmpty() ? basket : paidWith(basket, draw.pickLately(others), 1 + left / 3);
            case 2 -> basket.paidBy(Payment.withForeignPoints(money(left + 1 + draw.below(1_000_000))));
            default -> paying.isEmpty() ? basket : paidWith(basket, draw.pickLately(paying), 1 + draw.below(left + 1));
        };
    }

    private Basket withPaymentOfNothing(Basket basket, List<RandomSpending> spendings) {
        return basket.paidBy(
                spendings.isEmpty() || draw.chance(50)
                        ? Payment.of("card", money(0))
                        : Payment.withPoints(
                                money(0), draw.pickLately(spendings).id()));
    }

    /** What points may pay, in millionths. */
    private long payable(Basket basket) {
        long sum = basket.shipping().millionths();
        for (PurchaseLine line : basket.lines()) {
            boolean excluded = now.program().exclusions().stream().anyMatch(exclusion -> exclusion.selects(line));
            sum += excluded ? 0 : line.net().millionths() + line.tax().millionths();
        }
        return sum;
    }

    /** Some amounts cannot even be added up. */
    private static boolean isPayable(Basket basket) {
        return basket.lines().stream().noneMatch(line -> line.net().millionths() > Money.MAX_MILLIONTHS / 100);
    }
}
