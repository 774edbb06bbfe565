package dev.laurel.examples.replay.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** Visits the shop, and buys: with points, if there are enough. */
final class Shopping implements Habit {
    /** Whoever comes again sooner has not left. */
    private static final Duration VISIT = Duration.ofMinutes(40);

    private final Dice dice;
    private final Baskets baskets;
    private final PointUse points;

    Shopping(Dice dice, Baskets baskets, PointUse points) {
        this.dice = dice;
        this.baskets = baskets;
        this.points = points;
    }

    private record Visit(Instant at, Channel channel) implements Comparable<Visit> {
        @Override
        public int compareTo(Visit other) {
            return at.compareTo(other.at);
        }
    }

    @Override
    public void begin(Life life) {
        Person person = life.person();
        TreeSet<Visit> visits = new TreeSet<>();
        visits.add(new Visit(person.firstVisit(), person.channel()));
        LocalDate secondDay = TwoYears.dayOf(person.firstVisit()).plusDays(1);
        LocalDate end = person.lastDay().plusDays(1);
        for (int count = 1; count < person.visits() && secondDay.isBefore(end); count++) {
            visits.add(visitOn(person, Seasons.day(dice, secondDay, end)));
        }
        Instant free = TwoYears.START;
        for (Visit visit : visits) {
            if (!visit.at().isBefore(free)) {
                free = visit.at().plus(VISIT);
                life.plan(visit.at(), () -> visit(life, visit.channel()));
            }
        }
    }

    private Visit visitOn(Person person, LocalDate day) {
        Channel channel = dice.happens(780) ? person.channel() : dice.oneOf(List.of(Channel.values()));
        return new Visit(TwoYears.instant(day, channel.time(dice)), channel);
    }

    private void visit(Life life, Channel channel) {
        LocalDate day = TwoYears.dayOf(life.now());
        life.standing().wakeOn(day);
        Basket basket = baskets.next(day, channel);
        if (!points.isUsedOn(life, basket)) {
            buy(life, basket);
        }
    }

    /** A till in a store that is cut off sends its purchases days later, once in a while longer than any shop waits. */
    private void buy(Life life, Basket basket) {
        Order order = Order.of(dice, basket, null);
        if (basket.channel() != Channel.STORE || !dice.happens(12)) {
            life.buy(order);
            return;
        }
        Instant at = life.now();
        if (dice.happens(120)) {
            life.plan(dice.between(45, 70), Channel.STORE.time(dice), () -> forget(life, order, at));
        } else {
            life.plan(dice.between(1, 12), Channel.STORE.time(dice), () -> life.buy(order, at));
        }
    }

    /** Who has been there since then gets nothing for it any more; who has not, does. */
    private static void forget(Life life, Order order, Instant at) {
        life.write(EventKind.PURCHASE, at, new Details.Purchase(order));
        life.standing().mayHaveGot((int) (order.basket().merchandise() / 50));
    }
}
