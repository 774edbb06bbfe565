package dev.laurel.examples.replay.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings back what does not please, all of it or some; what was paid with points is given back in points. */
final class Returning implements Habit {
    /** Points are given back in such parts of what was used. */
    private static final int PARTS = 5;
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

        private int pointsLeft;

        Bought(String id, Order order, LocalDate day) {
            this.id = id;
            this.order = order;
            this.day = day;
            left = order.basket().merchandise();
            pointsLeft = order.used() == null ? 0 : order.used().points();
            for (int number = 1; number <= order.basket().lines().size(); number++) {
                if (line(number).merchandise() > 0) {
                    untouched.add(number);
                }
            }
        }

        Line line(int number) {
            return order.basket().lines().get(number - 1);
        }
    }

    @Override
    public void bought(Life life, String purchase, Order order) {
        Bought bought = new Bought(purchase, order, TwoYears.dayOf(life.now()));
        boolean paidWithPoints = order.used() != null;
        if (paidWithPoints && last != null && dice.happens(80)) {
            // So some try to keep what points bought, and not to pay for what earned them.
            Bought before = last;
            life.plan(dice.between(1, 5), time(), () -> bringAll(life, before));
        }
        last = bought;
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
        life.write(EventKind.RETURN, new Details.Return(bought.id, List.of()));
        life.standing().bringBack(bought.day, bought.left);
        bought.left = 0;
        bought.untouched.clear();
        if (bought.pointsLeft > 0) {
            giveBack(life, bought, bought.pointsLeft);
        }
        if (dice.happens(25)) {
            // By mistake once more.
            life.plan(1, time(), () -> life.write(EventKind.RETURN, new Details.Return(bought.id, List.of())));
        }
    }

    private void bringSome(Life life, Bought bought) {
        List<Integer> numbers = new ArrayList<>(bought.untouched);
        List<ReturnedLine> lines = new ArrayList<>();
        lines.add(returned(bought, dice.oneOf(numbers)));
        numbers.removeIf(number -> !bought.untouched.contains(number));
        if (!numbers.isEmpty() && dice.happens(200)) {
            lines.add(returned(bought, dice.oneOf(numbers)));
        }
        life.write(EventKind.RETURN, new Details.Return(bought.id, lines));
        long cents = lines.stream().mapToLong(ReturnedLine::cents).sum();
        life.standing().bringBack(bought.day, cents);
        bought.left -= cents;
        if (bought.pointsLeft > 0 && dice.happens(600)) {
            giveBack(life, bought, Math.max(1, bought.pointsLeft * dice.between(1, PARTS - 1) / PARTS));
        }
    }

    private ReturnedLine returned(Bought bought, int number) {
        bought.untouched.remove(number);
        Line line = bought.line(number);
        if (line.net() >= WORTH_A_WORD && dice.happens(150)) {
            // Kept, but for less.
            return new ReturnedLine(number, 0, line.net() * dice.between(1, 5) / 10);
        }
        int quantity = dice.between(1, line.quantity());
        // Up to a cent, as good as it needs to be for what the customer believes to have.
        return new ReturnedLine(number, quantity, line.net() * quantity / line.quantity());
    }

    private static void giveBack(Life life, Bought bought, int points) {
        UsedPoints used = bought.order.used();
        if (used != null) {
            boolean rest = points == bought.pointsLeft;
            life.write(EventKind.CANCEL, new Details.Cancellation(used.redemption(), rest ? null : points));
            life.standing().getBack(points);
            bought.pointsLeft -= points;
        }
    }
}
