package dev.laurel.testkit;

import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Closure;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of every kind of one customer, most of them such as can be accepted after what happened before. */
final class RandomEvent {
    /** One of them does nothing but receive. */
    private static final List<String> CUSTOMERS = List.of("c1", "c2", "c3", "c4");

    static final List<String> CURRENCIES = List.of("points", "points", "status");

    private final Draw draw;
    private final LoyaltyProgram program;
    private final RandomMoments moments;
    private final RandomBaskets baskets;
    private final RandomMemberEvent ofMember;
    private final String customer;
    private final List<String> others;
    private final List<Purchase> purchases = new ArrayList<>();
    private final List<Spending> spendings = new ArrayList<>();
    private final List<Spending> holds = new ArrayList<>();
    /** A redemption, hold or capture that may have been accepted, by its id; it is likely to where it needs nothing but points. */
    private record Spending(
            String id, boolean isLikely, @Nullable Instant until) {
        static Spending of(String id, String reward, @Nullable Instant until) {
            return new Spending(id, reward.equals(RandomOfferings.PLAIN), until);
        }

        boolean isOpenAt(Instant at) {
            return until != null && until.isAfter(at);
        }
    }

    RandomEvent(Draw draw, LoyaltyProgram program, RandomMoments moments, String customer) {
        others = CUSTOMERS.stream().filter(other -> !other.equals(customer)).toList();
        this.draw = draw;
        this.program = program;
        this.moments = moments;
        this.customer = customer;
        baskets = new RandomBaskets(draw);
        ofMember = new RandomMemberEvent(draw, program, customer);
    }

    /** The first event of the customer, often one that brings something. */
    LoyaltyEvent first(String id, Instant at) {
        return switch (draw.below(10)) {
            case 0, 1, 2 -> ofMember.opening(id, at);
            case 3, 4, 5 -> ofMember.profileChange(id, at);
            case 6 -> ofMember.enrollment(id, at);
            default -> next(id, at);
        };
    }

    LoyaltyEvent next(String id, Instant at) {
        LoyaltyEvent event = drawn(id, at);
        if (event instanceof Purchase purchase) {
            purchases.add(purchase);
        } else if (event instanceof Redemption redemption) {
            spendings.add(Spending.of(id, redemption.reward(), null));
        } else if (event instanceof Hold hold) {
            holds.add(Spending.of(id, hold.reward(), hold.until()));
        } else if (event instanceof Capture) {
            spendings.add(new Spending(id, true, null));
        }
        return event;
    }

    /** An event after which nothing more is accepted, or only an erasure. */
    LoyaltyEvent end(String id, Instant at) {
        return draw.chance(60) ? new Closure(id, customer, at) : new Erasure(id, customer, at);
    }

    private LoyaltyEvent drawn(String id, Instant at) {
        List<Spending> open = holds.stream().filter(hold -> hold.isOpenAt(at)).toList();
        if (!open.isEmpty() && draw.chance(12)) {
            return resolution(id, at, open);
        }
        int kind = draw.below(1_000);
        if (kind < 340) {
            return new Purchase(
                    id, customer, at, draw.chance(98) ? baskets.drawn(spendingIds()) : RandomBaskets.inPounds());
        }
        if (kind < 560) {
            return spending(id, at, kind - 340);
        }
        if (kind < 670) {
            return returned(id, at);
        }
        if (kind < 830) {
            return ofMember.drawn(id, at, kind - 670);
        }
        if (kind < 910) {
            return adjustment(id, at);
        }
        if (kind < 950) {
            return transfer(id, at);
        }
        if (kind < 951) {
            return end(id, at);
        }
        return new TimePassed(customer, at);
    }

    private LoyaltyEvent spending(String id, Instant at, int kind) {
        if (kind < 100 || (kind >= 180 && spendings.isEmpty())) {
            return redemption(id, at);
        }
        if (kind < 170 || (kind < 180 && holds.isEmpty())) {
            return hold(id, at);
        }
        if (kind < 180) {
            return resolution(id, at, holds);
        }
        return new Cancellation(
                id,
                customer,
                at,
                likely(spendings, "no-such-redemption"),
                draw.chance(50) ? null : Long.valueOf(1 + draw.below(15)));
    }

    private LoyaltyEvent resolution(String id, Instant at, List<Spending> of) {
        String hold = likely(of, "no-such-hold");
        return draw.chance(70)
                ? new Capture(id, customer, at, hold, draw.chance(50) ? null : Long.valueOf(1 + draw.below(15)))
                : new Release(id, customer, at, hold);
    }

    private List<String> spendingIds() {
        return spendings.stream().map(Spending::id).toList();
    }

    /** The id of one of these that was likely accepted, mostly of the last. */
    private String likely(List<Spending> values, String otherwise) {
        List<Spending> accepted = values.stream().filter(Spending::isLikely).toList();
        List<Spending> any = accepted.isEmpty() || draw.chance(15) ? values : accepted;
        return any.isEmpty() || draw.chance(3) ? otherwise : latelyOrBefore(any).id();
    }

    private Redemption redemption(String id, Instant at) {
        // A program that had to withdraw all its rewards has none.
        if (program.rewards().isEmpty() || draw.chance(50)) {
            return Redemption.of(id, customer, at, RandomOfferings.PLAIN);
        }
        Reward reward = draw.pick(program.rewards());
        return new Redemption(id, customer, at, idOf(reward), pointsFor(reward), orderOrNull());
    }

    private Hold hold(String id, Instant at) {
        Instant until = moments.endAfter(at);
        if (program.rewards().isEmpty() || draw.chance(70)) {
            return Hold.of(id, customer, at, RandomOfferings.PLAIN, until);
        }
        Reward reward = draw.pick(program.rewards());
        return new Hold(id, customer, at, idOf(reward), until, pointsFor(reward), orderOrNull());
    }

    private String idOf(Reward reward) {
        return draw.chance(97) ? reward.id() : "no-such-reward";
    }

    /** So many points as a redemption may state; now and then some that it may not. */
    private @Nullable Long pointsFor(Reward reward) {
        Price price = reward.price();
        if (price instanceof FixedPrice) {
            return draw.chance(90) ? null : Long.valueOf(price.least() + draw.below(5) / 4);
        }
        if (draw.chance(4)) {
            return draw.chance(50) ? null : Long.valueOf(draw.chance(50) ? 1 : Long.MAX_VALUE - draw.below(9));
        }
        long points = price.mostWithin(price.least() + draw.below(draw.chance(80) ? 30 : 2_000));
        return draw.chance(95) ? points : Long.valueOf(points + 1);
    }

    private @Nullable Basket orderOrNull() {
        if (draw.chance(20)) {
            return null;
        }
        return draw.chance(2) ? RandomBaskets.inPounds() : baskets.drawn(List.of());
    }

    /** To one of the other customers, or to one who is not there yet. */
    private Transfer transfer(String id, Instant at) {
        String to = draw.chance(5) ? customer : draw.pick(others);
        String currency = draw.chance(95) ? draw.pick(CURRENCIES) : "miles";
        return new Transfer(id, customer, at, to, currency, 1 + draw.below(draw.chance(80) ? 20 : 300));
    }

    /** Mostly of a purchase that was made lately, so that it can be returned and often is before. */
    private Return returned(String id, Instant at) {
        if (purchases.isEmpty() || draw.chance(2)) {
            return Return.ofAll(id, customer, at, "no-such-purchase");
        }
        Purchase purchase = latelyOrBefore(purchases);
        if (draw.chance(20)) {
            return Return.ofAll(id, customer, at, purchase.id());
        }
        List<ReturnedLine> lines = new ArrayList<>();
        for (PurchaseLine line : purchase.basket().lines()) {
            if (draw.chance(60)) {
                lines.add(returned(line));
            }
        }
        if (draw.chance(2)) {
            lines.add(ReturnedLine.of("no-such-line", Quantity.ONE));
        }
        if (draw.chance(1)) {
            lines.add(ReturnedLine.of("in-pounds", RandomBaskets.inPounds().net()));
        }
        return new Return(id, customer, at, purchase.id(), lines);
    }

    private <T> T latelyOrBefore(List<T> values) {
        int kind = draw.below(10);
        return kind < 5 ? values.get(values.size() - 1) : kind < 9 ? draw.pickLately(values) : draw.pick(values);
    }

    private ReturnedLine returned(PurchaseLine line) {
        long net = line.net().millionths();
        if (draw.chance(40) && net > 0) {
            return ReturnedLine.of(
                    line.id(), Money.ofMillionths(line.net().currency(), draw.chance(20) ? net : 1 + draw.below(net)));
        }
        long quantity = line.quantity().millionths();
        return ReturnedLine.of(
                line.id(),
                draw.chance(60) && line.quantity().isWhole()
                        ? Quantity.ONE
                        : Quantity.ofMillionths(draw.chance(50) ? quantity : 1 + draw.below(quantity)));
    }

    private Adjustment adjustment(String id, Instant at) {
        long points = draw.chance(3) ? Long.MAX_VALUE - draw.below(3) : 1 + draw.below(400);
        String currency = draw.chance(95) ? draw.pick(CURRENCIES) : "miles";
        return new Adjustment(id, customer, at, currency, draw.chance(50) ? points : -points, "goodwill", "agent-1");
    }
}
