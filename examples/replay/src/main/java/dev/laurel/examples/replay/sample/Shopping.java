package dev.laurel.examples.replay.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Visits the shop, and buys: with points, if there are enough. */
final class Shopping implements Habit {
    /** Whoever comes again sooner has not left. */
    private static final Duration VISIT = Duration.ofMinutes(40);

    private final Dice dice;
    private final Baskets baskets;
    private final Redeeming redeeming;

    Shopping(Dice dice, Baskets baskets, Redeeming redeeming) {
        this.dice = dice;
        this.baskets = baskets;
        this.redeeming = redeeming;
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
        Optional<Reward> reward = redeeming.choice(life, basket);
        if (reward.isEmpty()) {
            buy(life, basket);
            return;
        }
        life.write(EventKind.REDEEM, new Details.Redemption(reward.get(), basket));
        Basket lowered = redeeming.outcome(life, reward.get(), basket);
        life.plan(life.now().plusSeconds(dice.between(20, 180)), () -> buy(life, lowered));
    }

    private void buy(Life life, Basket basket) {
        life.buy(Order.of(dice, basket));
    }
}
