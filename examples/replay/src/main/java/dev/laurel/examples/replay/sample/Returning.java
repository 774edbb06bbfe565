package dev.laurel.examples.replay.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings back what does not please, all of it or some; points that took something off are given back for all of it. */
final class Returning implements Habit {
    /** What is too cheap to ask for some of it back. */
    private static final long WORTH_A_WORD = 8_00;

    private final Dice dice;
    private @Nullable Bought last;

    Returning(Dice dice) {
        this.dice = dice;
    }

    /** A purchase of which something is brought back. */
    private static final class Bought {
        private final String id;
        private final Order order;
        private final LocalDate day;
        /** The numbers of lines of which nothing was brought back. */
        private final Set<Integer> untouched = new TreeSet<>();
        /** What the goods that are kept have cost. */
        private long left;

        private boolean shippingIsRefunded;

        Bought(String id, Order order, LocalDate day) {
            this.id = id;
            this.order = order;
            this.day = day;
            left = order.basket().merchandise();
            for (int number = 1; number <= order.basket().lines().size(); number++) {
                if (line(number).merchandise() > 0) {
                    untouched.add(number);
                }
            }
        }

        Line line(int number) {
            return order.basket().lines().get(number - 1);
        }

        boolean holdsGiftCards() {
            return order.basket().lines().stream()
                    .anyMatch(line -> line.product().isGiftCard());
        }
    }

    @Override
    public void bought(Life life, String purchase, Order order) {
        Bought bought = new Bought(purchase, order, TwoYears.dayOf(life.now()));
        boolean paidWithPoints = order.isWithPoints();
        if (paidWithPoints && last != null && dice.happens(80)) {
            // So some try to keep what points bought, and not to pay for what earned them.
            Bought before = last;
            life.plan(dice.between(1, 5), time(), () -> bringAll(life, before));
        }
        last = bought;
        if (order.isOnHold() && dice.happens(150)) {
            // Called off before the points are taken.
            life.plan(life.now().plusSeconds(dice.between(10, 50)), () -> comeBack(life, bought));
        }
        if (order.shipping() > 0 && dice.happens(20)) {
            // It came late.
            life.plan(dice.between(2, 12), time(), () -> refundShipping(life, bought));
        }
        if (dice.happens(paidWithPoints ? 110 : 65)) {
            // Some come when it is too late for that.
            int days = dice.happens(12) ? dice.between(366, 400) : dice.between(1, 35);
            life.plan(days, time(), () -> comeBack(life, bought));
        }
    }

    private LocalTime time() {
        return Channel.STORE.time(dice);
    }

    private void comeBack(Life life, Bought bought) {
        if (bought.untouched.isEmpty() || dice.happens(300)) {
            bringAll(life, bought);
            return;
        }
        if (!bought.holdsGiftCards() && bought.left >= WORTH_A_WORD && dice.happens(60)) {
            makeAmends(life, bought);
            return;
        }
        bringSome(life, bought);
        if (dice.happens(250)) {
            life.plan(dice.between(1, 25), time(), () -> comeBack(life, bought));
        }
    }

    private void bringAll(Life life, Bought bought) {
        if (bought.left == 0) {
            // Nobody comes for the sake of a gift card.
            return;
        }
        life.write(EventKind.RETURN, new Details.ReturnOfAll(bought.id));
        life.standing().bringBack(bought.day, bought.left);
        bought.left = 0;
        bought.untouched.clear();
        UsedPoints used = bought.order.used();
        if (used != null) {
            // What points took off comes back by itself only where they were a payment.
            life.write(EventKind.CANCEL, new Details.Cancellation(used.redemption(), null));
            life.standing().getBack(used.points());
        }
        if (dice.happens(25)) {
            // By mistake once more.
            life.plan(1, time(), () -> life.write(EventKind.RETURN, new Details.ReturnOfAll(bought.id)));
        }
    }

    private static void refundShipping(Life life, Bought bought) {
        if (bought.left > 0 && !bought.shippingIsRefunded) {
            bought.shippingIsRefunded = true;
            life.write(EventKind.RETURN, new Details.Return(bought.id, List.of(), true));
        }
    }

    /** All is kept, but for less; who got that much comes back for no part of it. */
    private void makeAmends(Life life, Bought bought) {
        long cents = bought.left * dice.between(1, 4) / 10;
        life.write(EventKind.RETURN, new Details.Amends(bought.id, cents));
        life.standing().bringBack(bought.day, cents);
        bought.left -= cents;
        bought.untouched.clear();
    }

    private void bringSome(Life life, Bought bought) {
        List<Integer> numbers = new ArrayList<>(bought.untouched);
        List<ReturnedLine> lines = new ArrayList<>();
        lines.add(returned(bought, dice.oneOf(numbers)));
        numbers.removeIf(number -> !bought.untouched.contains(number));
        if (!numbers.isEmpty() && dice.happens(200)) {
            lines.add(returned(bought, dice.oneOf(numbers)));
        }
        boolean shipping = bought.order.shipping() > 0 && !bought.shippingIsRefunded && dice.happens(100);
        bought.shippingIsRefunded |= shipping;
        life.write(EventKind.RETURN, new Details.Return(bought.id, lines, shipping));
        long cents = lines.stream().mapToLong(ReturnedLine::cents).sum();
        life.standing().bringBack(bought.day, cents);
        bought.left -= cents;
    }

    private ReturnedLine returned(Bought bought, int number) {
        bought.untouched.remove(number);
        Line line = bought.line(number);
        if (line.net() >= WORTH_A_WORD && dice.happens(150)) {
            // Kept, but for less.
            return new ReturnedLine(number, 0, line.net() * dice.between(1, 5) / 10, dice.happens(400));
        }
        int quantity = dice.between(1, line.quantity());
        // Up to a cent, as good as it needs to be for what the customer believes to have.
        return new ReturnedLine(number, quantity, line.net() * quantity / line.quantity(), false);
    }
}
