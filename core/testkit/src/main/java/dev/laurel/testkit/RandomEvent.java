package dev.laurel.testkit;

import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of every kind of one customer, most of them such as can be accepted after what happened before. */
final class RandomEvent {
    /** Nothing ever happens to this one, and nothing can be sent there. */
    private static final String STRANGER = "c4";

    /** For so many days windows of most ladders count when they are over. */
    private static final int A_SEASON = 120;

    static final List<String> CURRENCIES = List.of("points", "points", "status");

    private final Draw draw;
    private final ProgramNow now;
    private final RandomBaskets baskets;
    private final RandomMemberEvent ofMember;
    private final RandomClerk clerk;
    private final Foreseen foreseen;
    private final String customer;
    private final List<String> others;
    private final List<Purchase> purchases = new ArrayList<>();
    private final RandomSpendings spendings;
    private final RandomPayments payments;

    RandomEvent(
            Draw draw, ProgramNow now, RandomMoments moments, Foreseen foreseen, String customer, List<String> others) {
        this.others = others;
        this.draw = draw;
        this.now = now;
        this.foreseen = foreseen;
        this.customer = customer;
        baskets = new RandomBaskets(draw);
        spendings = new RandomSpendings(draw, now, moments, baskets, foreseen, customer);
        payments = new RandomPayments(draw, now);
        clerk = new RandomClerk(draw, now, customer);
        ofMember = new RandomMemberEvent(draw, now, clerk, customer);
    }

    /** The first event of the customer, often one that brings something. */
    LoyaltyEvent first(String id, Instant at) {
        return switch (draw.below(10)) {
            case 0, 1, 2 -> clerk.opening(id, at);
            case 3, 4, 5 -> ofMember.profileChange(id, at);
            case 6 -> ofMember.enrollment(id, at);
            default -> next(id, at);
        };
    }

    LoyaltyEvent next(String id, Instant at) {
        LoyaltyEvent undone = foreseen.isClosed(customer) ? clerk.afterClosure(id, at) : null;
        return undone == null ? drawn(id, at) : undone;
    }

    /** Remembers what was accepted, and seldom something that was not. */
    void note(LoyaltyEvent event, boolean isAccepted) {
        spendings.note(event, isAccepted);
        if (event instanceof Purchase purchase && (isAccepted || draw.chance(2))) {
            purchases.add(purchase);
        } else if (event instanceof Claim claim && isAccepted) {
            clerk.note(claim);
        }
    }

    /** An event after which nothing more is accepted, or only that it is undone. */
    LoyaltyEvent end(String id, Instant at) {
        return clerk.end(id, at);
    }

    /** Something under an id that was used before the customer was erased. */
    LoyaltyEvent again(String id, Instant at) {
        return clerk.again(id, at);
    }

    private LoyaltyEvent drawn(String id, Instant at) {
        List<RandomSpending> open = spendings.openAt(at);
        if (!open.isEmpty() && draw.chance(22)) {
            return spendings.resolution(id, at, open);
        }
        Purchase paid = paidBy(open);
        if (paid != null && draw.chance(open.stream().anyMatch(RandomSpending::isTaken) ? 50 : 14)) {
            return draw.chance(50) ? Return.ofAll(id, customer, at, paid.id()) : returned(id, at, paid);
        }
        List<Purchase> before = purchasesBeforeTheVersion(at);
        if (!before.isEmpty() && draw.chance(22)) {
            return returned(id, at, draw.pickLately(before));
        }
        LoyaltyEvent rewarded = ofMember.rewarded(id, at);
        if (rewarded != null) {
            return rewarded;
        }
        Cancellation ofClaim = draw.chance(12) ? clerk.cancellationOfClaim(id, at) : null;
        if (ofClaim != null) {
            return ofClaim;
        }
        // What is on hold or pending and would pay a debt is what a closure must not lose.
        if (draw.chance(foreseen.owesAndWaits(customer) ? 60 : open.isEmpty() ? 0 : 8)) {
            return new Closure(id, customer, at);
        }
        int kind = draw.below(1_000);
        if (kind < 340) {
            Basket basket =
                    draw.chance(98) ? payments.paid(baskets.drawn(), spendings.all(), at) : RandomBaskets.inPounds();
            return new Purchase(id, customer, at, basket);
        }
        if (kind < 560 && foreseen.available(customer, "points") == 0 && draw.chance(50)) {
            return clerk.goodwill(id, at);
        }
        if (kind < 560) {
            return spendings.drawn(id, at, kind - 340);
        }
        if (kind < 670) {
            return returned(id, at);
        }
        if (kind < 830) {
            return ofMember.drawn(id, at, kind - 670);
        }
        if (kind < 910) {
            return clerk.adjustment(
                    id, at, purchases.isEmpty() ? null : draw.pick(purchases).id());
        }
        if (kind < 950) {
            return transfer(id, at);
        }
        if (kind < 960) {
            return draw.chance(95) ? new Closure(id, customer, at) : new Reopening(id, customer, at);
        }
        return new TimePassed(customer, at);
    }

    /** Whether points are on hold that pay orders. */
    boolean isPayingAt(Instant at) {
        return spendings.openAt(at).stream().anyMatch(RandomSpending::isPayment);
    }

    /** The last order that one of these is to pay, or null. */
    private @Nullable Purchase paidBy(List<RandomSpending> holds) {
        for (int i = purchases.size() - 1; i >= 0; i--) {
            Purchase purchase = purchases.get(i);
            for (Payment payment : purchase.basket().payments()) {
                if (holds.stream().anyMatch(hold -> hold.isNamedBy(payment))) {
                    return purchase;
                }
            }
        }
        return null;
    }

    /** What was bought not long ago, but under an earlier version than the present one: a return of it is judged by what held then. */
    private List<Purchase> purchasesBeforeTheVersion(Instant at) {
        Instant border = ProgramNow.startOf(now.program());
        Instant first = at.minus(A_SEASON, ChronoUnit.DAYS);
        return purchases.stream()
                .filter(purchase -> purchase.occurredAt().isBefore(border)
                        && purchase.occurredAt().isAfter(first))
                .toList();
    }

    /** To one of the other customers, who may not be there yet, or be there no more. */
    private Transfer transfer(String id, Instant at) {
        String to = draw.chance(5) ? customer : others.isEmpty() || draw.chance(5) ? STRANGER : draw.pick(others);
        String currency = draw.chance(95) ? draw.pick(now.currencies()) : "miles";
        long some = 1L + draw.below(draw.chance(80) ? 20 : 300);
        long available = foreseen.available(customer, currency);
        if (draw.chance(2)) {
            return new Transfer(id, customer, at, to, currency, draw.manyPoints());
        }
        return new Transfer(
                id,
                customer,
                at,
                to,
                currency,
                available > 0 && draw.chance(80) ? 1 + draw.below(Math.min(available, some)) : some);
    }

    /** Mostly of a purchase that was made lately, so that it can be returned and often is before. */
    private Return returned(String id, Instant at) {
        if (purchases.isEmpty() || draw.chance(2)) {
            return Return.ofAll(id, customer, at, "no-such-purchase");
        }
        return returned(id, at, draw.pickLatelyOrBefore(purchases));
    }

    private Return returned(String id, Instant at, Purchase purchase) {
        Basket basket = purchase.basket();
        int kind = draw.below(100);
        if (kind < 20) {
            return Return.ofAll(id, customer, at, purchase.id());
        }
        if (kind < 26) {
            return Return.ofShipping(id, customer, at, purchase.id());
        }
        Return some = kind < 40
                ? Return.ofAmount(id, customer, at, purchase.id(), goodwill(basket))
                : new Return(id, customer, at, purchase.id(), lines(basket));
        return draw.chance(basket.shipping().isZero() ? 4 : 25) ? some.withShipping() : some;
    }

    /** Mostly less than the order cost, without tax or with it. */
    private Money goodwill(Basket basket) {
        if (draw.chance(2)) {
            return RandomBaskets.inPounds().net();
        }
        boolean withTax = draw.chance(40);
        long most = 0;
        for (PurchaseLine line : basket.lines()) {
            most += Math.min(line.net().millionths(), Money.MAX_MILLIONTHS / 100);
            most += withTax ? line.tax().millionths() : 0;
        }
        return Money.ofMillionths(
                basket.currency(), draw.chance(85) ? 1 + draw.below(1 + most / 2) : 1 + most + draw.below(2));
    }

    private List<ReturnedLine> lines(Basket basket) {
        List<ReturnedLine> lines = new ArrayList<>();
        for (PurchaseLine line : basket.lines()) {
            if (draw.chance(60)) {
                lines.add(returned(line));
            }
        }
        if (draw.chance(2)) {
            lines.add(ReturnedLine.of("no-such-line", Quantity.ONE));
        }
        if (draw.chance(1)) {
            Money pounds = RandomBaskets.inPounds().net();
            lines.add(draw.chance(50) ? ReturnedLine.of("pounds", pounds) : ReturnedLine.ofGross("pounds", pounds));
        }
        return lines;
    }

    private ReturnedLine returned(PurchaseLine line) {
        long net = line.net().millionths();
        long gross = Math.min(net, Money.MAX_MILLIONTHS / 2) + line.tax().millionths();
        if (draw.chance(25) && gross > 0) {
            return ReturnedLine.ofGross(
                    line.id(),
                    Money.ofMillionths(line.net().currency(), draw.chance(20) ? gross : 1 + draw.below(gross)));
        }
        if (draw.chance(35) && net > 0) {
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
}
