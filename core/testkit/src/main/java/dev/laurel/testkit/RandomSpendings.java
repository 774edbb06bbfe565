package dev.laurel.testkit;

import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one customer spends points: redemptions, holds and what becomes of them; most can be accepted. */
final class RandomSpendings {
    /** Of all rewards whose price can be chosen. */
    private static final String CURRENCY = "points";

    private final Draw draw;
    private final ProgramNow now;
    private final RandomMoments moments;
    private final RandomBaskets baskets;
    private final String customer;
    private final Foreseen foreseen;
    private final List<RandomSpending> spendings = new ArrayList<>();

    RandomSpendings(
            Draw draw,
            ProgramNow now,
            RandomMoments moments,
            RandomBaskets baskets,
            Foreseen foreseen,
            String customer) {
        this.draw = draw;
        this.now = now;
        this.moments = moments;
        this.baskets = baskets;
        this.foreseen = foreseen;
        this.customer = customer;
    }

    /** All that was redeemed or set aside so far. */
    List<RandomSpending> all() {
        return spendings;
    }

    /** The holds that are open at an instant, as far as can be said. */
    List<RandomSpending> openAt(Instant at) {
        return spendings.stream().filter(spending -> spending.isOpenAt(at)).toList();
    }

    /** A redemption, a hold, what becomes of a hold, or a cancellation. */
    LoyaltyEvent drawn(String id, Instant at, int kind) {
        List<RandomSpending> redeemed =
                spendings.stream().filter(RandomSpending::isTaken).toList();
        List<RandomSpending> holds =
                spendings.stream().filter(RandomSpending::isHold).toList();
        if (kind < 100 || (kind >= 180 && redeemed.isEmpty())) {
            return redemption(id, at);
        }
        if (kind < 170 || (kind < 180 && holds.isEmpty())) {
            return hold(id, at);
        }
        return kind < 180 ? resolution(id, at, holds) : cancellation(id, at, redeemed);
    }

    /** Remembers what was accepted, and seldom something that was not. */
    void note(LoyaltyEvent event, boolean isAccepted) {
        if (!isAccepted && !draw.chance(2)) {
            return;
        }
        if (event instanceof Redemption redemption) {
            note(redemption, redemption.reward(), redemption.points(), null);
        } else if (event instanceof Hold hold) {
            note(hold, hold.reward(), hold.points(), hold.until());
        } else if (event instanceof Capture capture) {
            ofId(capture.hold())
                    .ifPresent(hold ->
                            hold.captured(capture.id(), capture.occurredAt(), capture.points(), capture.more()));
        } else if (event instanceof Release release) {
            ofId(release.hold()).ifPresent(RandomSpending::released);
        } else if (event instanceof Purchase purchase) {
            for (Payment payment : purchase.basket().payments()) {
                ofId(payment.redemption())
                        .ifPresent(spending -> spending.pay(payment.amount().millionths()));
            }
        }
    }

    private void note(LoyaltyEvent event, String reward, @Nullable Long points, @Nullable Instant until) {
        now.program()
                .reward(reward)
                .ifPresent(known -> spendings.add(new RandomSpending(
                        event.id(),
                        known,
                        points == null ? known.price().least() : points,
                        event.occurredAt(),
                        until)));
    }

    private Optional<RandomSpending> ofId(@Nullable String id) {
        return id == null
                ? Optional.empty()
                : spendings.stream()
                        .filter(spending ->
                                spending.id().equals(id) || spending.takenBy().contains(id))
                        .findFirst();
    }

    private Redemption redemption(String id, Instant at) {
        Reward reward = reward();
        return reward == null || reward.id().equals(RandomOfferings.PLAIN)
                ? Redemption.of(id, customer, at, RandomOfferings.PLAIN)
                : new Redemption(id, customer, at, idOf(reward), pointsFor(reward), orderOrNull(reward));
    }

    private Hold hold(String id, Instant at) {
        Instant until = moments.endOfHoldAfter(at);
        Reward reward = reward();
        return reward == null || reward.id().equals(RandomOfferings.PLAIN)
                ? Hold.of(id, customer, at, RandomOfferings.PLAIN, until)
                : new Hold(id, customer, at, idOf(reward), until, pointsFor(reward), orderOrNull(reward));
    }

    /** Mostly one that needs nothing but points; none where a program had to withdraw all of them. */
    private @Nullable Reward reward() {
        String wanted = draw.chance(55) ? RandomOfferings.PAYS : RandomOfferings.PLAIN;
        Reward easy = now.program().reward(wanted).orElse(null);
        if (easy != null && draw.chance(70)) {
            return easy;
        }
        List<Reward> rewards = now.program().rewards();
        return rewards.isEmpty() ? null : draw.pick(rewards);
    }

    private String idOf(Reward reward) {
        return draw.chance(98) ? reward.id() : "no-such-reward";
    }

    /** So many points as a redemption may state; now and then some that it may not. */
    private @Nullable Long pointsFor(Reward reward) {
        Price price = reward.price();
        if (price instanceof FixedPrice) {
            return draw.chance(90) ? null : Long.valueOf(price.least() + draw.below(5) / 4);
        }
        if (draw.chance(3)) {
            return draw.chance(50) ? null : Long.valueOf(draw.chance(50) ? 1 : draw.manyPoints());
        }
        long available = foreseen.available(customer, CURRENCY);
        long most = draw.chance(90) ? Math.max(price.least(), Math.min(available, 2_000)) : price.least() + 2_000;
        long points = price.mostWithin(price.least() + draw.below(1 + most - price.least()));
        return draw.chance(96) ? points : Long.valueOf(points + 1);
    }

    /** Points that are to pay an order later are often redeemed before it is known. */
    private @Nullable Basket orderOrNull(Reward reward) {
        if (draw.chance(reward.id().equals(RandomOfferings.PAYS) ? 80 : 20)) {
            return null;
        }
        return draw.chance(2) ? RandomBaskets.inPounds() : baskets.drawn();
    }

    /** What becomes of one of some holds. */
    LoyaltyEvent resolution(String id, Instant at, List<RandomSpending> holds) {
        RandomSpending hold = oneOf(holds);
        if (hold == null) {
            return new Release(id, customer, at, "no-such-hold");
        }
        if (draw.chance(18)) {
            return new Release(id, customer, at, hold.id());
        }
        Long points = captured(hold);
        // That more follows of what is captured whole makes no difference.
        boolean more = draw.chance(points == null ? 15 : 93);
        return new Capture(id, customer, at, hold.id(), points, more);
    }

    /** All that is left, or for a price that can be chosen often a part; now and then what it may not be. */
    private @Nullable Long captured(RandomSpending hold) {
        if (draw.chance(8)) {
            return Long.valueOf(1 + draw.below(15));
        }
        if (!(hold.reward().price() instanceof ChosenPrice price) || hold.left() <= 0) {
            return null;
        }
        if (draw.chance(25)) {
            return draw.chance(50) ? null : Long.valueOf(hold.left());
        }
        return Math.max(price.least(), price.mostWithin(1 + draw.below(hold.left())));
    }

    private Cancellation cancellation(String id, Instant at, List<RandomSpending> redeemed) {
        RandomSpending spending = oneOf(redeemed);
        if (spending == null) {
            return new Cancellation(id, customer, at, "no-such-redemption", null);
        }
        boolean inPart = spending.isOfChosenPrice() ? draw.chance(60) : draw.chance(10);
        // A hold itself cannot be cancelled, only its captures.
        String named = draw.chance(97) ? draw.pick(spending.takenBy()) : spending.id();
        return new Cancellation(id, customer, at, named, inPart ? Long.valueOf(1 + draw.below(15)) : null);
    }

    /** One of these, mostly the last; seldom none. */
    private @Nullable RandomSpending oneOf(List<RandomSpending> values) {
        return values.isEmpty() || draw.chance(3) ? null : draw.pickLatelyOrBefore(values);
    }
}
