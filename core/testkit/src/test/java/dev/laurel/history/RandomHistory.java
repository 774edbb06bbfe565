package dev.laurel.history;

import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.TimePassed;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Cap;
import dev.laurel.rule.Rule;
import dev.laurel.testkit.SeededHistory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The first customer of a seeded history, as an engine can be asked about it without a service: each id once, and no passage of
 * time. With it come questions that properties ask, all from the same seed.
 */
public final class RandomHistory {
    public static final String CUSTOMER = "c1";

    private static final int DAYS = 900;
    private static final long MUCH = Money.MAX_MILLIONTHS / 100;

    private final SeededHistory seeded;
    private final List<LoyaltyEvent> events = new ArrayList<>();
    private final Random random;

    public RandomHistory(long seed) {
        seeded = SeededHistory.of(seed);
        random = new Random(seed);
        Set<String> ids = new HashSet<>();
        for (LoyaltyEvent event : seeded.onlyOf(CUSTOMER).events()) {
            if (!(event instanceof TimePassed) && ids.add(event.id())) {
                events.add(event);
            }
        }
    }

    public LoyaltyProgram program() {
        return seeded.program();
    }

    /** The program with its parts declared in another order. */
    public LoyaltyProgram programDeclaredInAnotherOrder() {
        return declared(this::shuffled, this::shuffled, this::shuffled, this::shuffled);
    }

    /** The program with rules that do not say for which purchases they can apply, so that each is looked at for every purchase. */
    public LoyaltyProgram programWithoutScopes() {
        return declared(
                rules -> rules.stream().map(WithoutScope::of).toList(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity());
    }

    private LoyaltyProgram declared(
            UnaryOperator<List<Rule>> rules,
            UnaryOperator<List<Reward>> rewards,
            UnaryOperator<List<Offer>> offers,
            UnaryOperator<List<Benefit>> benefits) {
        return ProgramCopy.of(
                program(),
                builder -> builder.earn(rules.apply(program().rules()).toArray(Rule[]::new))
                        .capped(program().caps().toArray(Cap[]::new))
                        .redeem(rewards.apply(program().rewards()).toArray(Reward[]::new))
                        .offers(offers.apply(program().offers()).toArray(Offer[]::new))
                        .benefits(benefits.apply(program().benefits()).toArray(Benefit[]::new)));
    }

    public List<LoyaltyEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** An instant between two, for a sweep; the bounds are as likely as what lies between. */
    public Instant instantBetween(Instant from, Instant to) {
        if (!from.isBefore(to) || chance(20)) {
            return to;
        }
        Instant earliest = to.minus(DAYS, ChronoUnit.DAYS);
        Instant start = from.isBefore(earliest) ? earliest : from;
        return start.plus(random.nextLong(ChronoUnit.MICROS.between(start, to)), ChronoUnit.MICROS);
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Some of these, in another order; perhaps none. */
    public <T> List<T> someOf(List<T> values) {
        return shuffled(values).subList(0, random.nextInt(values.size() + 1));
    }

    private <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** The points that a redemption of a reward may state, or none; now and then some that it may not. */
    public Long pointsFor(Reward reward) {
        Price price = reward.price();
        if (price instanceof FixedPrice || chance(4)) {
            return chance(90) ? null : Long.valueOf(price.least() + random.nextInt(2));
        }
        long points = price.mostWithin(price.least() + random.nextInt(chance(60) ? 60 : 2_000));
        return chance(95) ? points : points + 1;
    }

    /** A basket of the kind that the events have. */
    public Basket basket() {
        List<Basket> baskets = new ArrayList<>();
        for (LoyaltyEvent event : seeded.events()) {
            // With tax, some of the largest cannot be added up, which is not what is asked about.
            if (event instanceof Purchase purchase
                    && purchase.basket().lines().stream()
                            .noneMatch(line -> line.net().millionths() > MUCH)) {
                baskets.add(purchase.basket());
            }
        }
        return baskets.isEmpty()
                ? Basket.ofTotal(Money.of(program().money(), 10))
                : baskets.get(random.nextInt(baskets.size()));
    }
}
