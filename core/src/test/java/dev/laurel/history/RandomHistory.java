package dev.laurel.history;

import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program and the history of one customer in it, all from one seed: every kind of rule, expiry, ladder, reward and offer, and
 * events of every kind, now and then at the same instant, late, or bound to be refused.
 */
public final class RandomHistory {
    public static final String CUSTOMER = "c1";

    private final Draw draw;
    private final RandomProgram program;
    private final RandomEvents maker;
    private final List<LoyaltyEvent> events;

    public RandomHistory(long seed) {
        draw = new Draw(seed);
        program = new RandomProgram(draw);
        maker = new RandomEvents(draw, program);
        events = Collections.unmodifiableList(maker.make());
    }

    public LoyaltyProgram program() {
        return program.declared();
    }

    /** The program with its parts declared in another order. */
    public LoyaltyProgram programDeclaredInAnotherOrder() {
        return program.declaredInAnotherOrder();
    }

    /** The program with rules that do not say for which purchases they can apply, so that each is looked at for every purchase. */
    public LoyaltyProgram programWithoutScopes() {
        return program.declaredWithoutScopes();
    }

    public List<LoyaltyEvent> events() {
        return events;
    }

    /** An instant between two, for a sweep; the bounds are as likely as what lies between. */
    public Instant instantBetween(Instant from, Instant to) {
        if (!from.isBefore(to) || chance(20)) {
            return to;
        }
        Instant earliest = to.minus(Draw.DAYS, ChronoUnit.DAYS);
        Instant start = from.isBefore(earliest) ? earliest : from;
        return start.plus(draw.below(ChronoUnit.MICROS.between(start, to)), ChronoUnit.MICROS);
    }

    public boolean chance(int percent) {
        return draw.chance(percent);
    }

    /** Some of these, in another order; perhaps none. */
    public <T> List<T> someOf(List<T> values) {
        return draw.shuffled(values).subList(0, draw.below(values.size() + 1));
    }

    /** A basket of the kind that the events have. */
    public Basket basket() {
        return maker.basket();
    }

    /** The points that a redemption of a reward may state, or none; now and then some that it may not. */
    public @Nullable Long pointsFor(Reward reward) {
        return program.offerings.pointsFor(reward);
    }
}
