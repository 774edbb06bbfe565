package dev.laurel.testkit;

import dev.laurel.customer.Birthday;
import dev.laurel.event.Adjustment;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.Reopening;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Offer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a clerk does to one customer by hand, and undoes; most of it can be accepted. */
final class RandomClerk {
    private static final String ACTOR = "agent-1";

    private final Draw draw;
    private final ProgramNow now;
    private final ZoneId zone;
    private final String customer;
    private final List<Claim> claims = new ArrayList<>();
    private String lastGranted = "no-such-tier";

    RandomClerk(Draw draw, ProgramNow now, String customer) {
        this.draw = draw;
        this.now = now;
        this.customer = customer;
        zone = now.program().zone();
    }

    /** Remembers a claim that was accepted. */
    void note(Claim claim) {
        claims.add(claim);
    }

    // --- the end of an account ---

    /** An event after which nothing more is accepted, or only that it is undone. */
    LoyaltyEvent end(String id, Instant at) {
        return draw.chance(50) ? new Closure(id, customer, at) : new Erasure(id, customer, at);
    }

    /** Of a closed account: mostly it is opened again. */
    @Nullable
    LoyaltyEvent afterClosure(String id, Instant at) {
        int kind = draw.below(100);
        if (kind < 60) {
            return new Reopening(id, customer, at);
        }
        if (kind < 80) {
            return new TimePassed(customer, at);
        }
        return kind < 83 ? new Erasure(id, customer, at) : null;
    }

    /** Something under an id that was used before the customer was erased. */
    LoyaltyEvent again(String id, Instant at) {
        return draw.chance(50)
                ? new Reopening(id, customer, at)
                : new Adjustment(id, customer, at, "points", 1L + draw.below(9), "after an erasure", ACTOR);
    }

    // --- credits ---

    Adjustment goodwill(String id, Instant at) {
        return dated(new Adjustment(id, customer, at, "points", 1L + draw.below(400), "goodwill", ACTOR));
    }

    Adjustment adjustment(String id, Instant at, @Nullable String order) {
        long points = draw.chance(4) ? draw.manyPoints() : 1 + draw.below(400);
        String currency = draw.chance(95) ? draw.pick(now.currencies()) : "miles";
        long signed = draw.chance(50) ? points : -points;
        Adjustment event = new Adjustment(id, customer, at, currency, signed, "goodwill", ACTOR);
        event = order != null && draw.chance(20) ? event.about(order) : event;
        return signed > 0 ? dated(event) : event;
    }

    /** Now and then pending, or with a date of its own, or both; now and then past its date when it becomes known. */
    private Adjustment dated(Adjustment event) {
        Adjustment dated = event;
        Instant from = event.occurredAt();
        if (draw.chance(25)) {
            from = from.plus(1 + draw.below(40), ChronoUnit.DAYS);
            dated = dated.availableFrom(from);
        }
        return draw.chance(25)
                ? dated.expiring(from.plus(1 + draw.below(draw.chance(30) ? 5 : 200), ChronoUnit.DAYS))
                : dated;
    }

    // --- tiers ---

    /** Often of the tier of the one before, which it replaces; now and then one that is over already and only ends that. */
    TierGrant grant(String id, Instant at) {
        String tier = draw.chance(95) ? draw.pick(now.tiers()).id() : "no-such-tier";
        boolean isOther = draw.chance(60);
        tier = isOther ? tier : lastGranted;
        lastGranted = tier;
        boolean isOver = !isOther && draw.chance(40);
        Instant until = draw.chance(40) && !isOver
                ? LocalDate.ofInstant(at, zone)
                        .plusMonths(draw.below(14))
                        .withDayOfMonth(1)
                        .atStartOfDay(zone)
                        .toInstant()
                : at.plus(isOver ? -draw.below(3) : draw.below(400) - 20, ChronoUnit.DAYS);
        return new TierGrant(id, customer, at, tier, until);
    }

    // --- claims ---

    /** Of a claim that was accepted, as a whole; or null if there is none. Of an item there are no points to name. */
    @Nullable
    Cancellation cancellationOfClaim(String id, Instant at) {
        if (claims.isEmpty()) {
            return null;
        }
        Claim claim = draw.pickLatelyOrBefore(claims);
        long gave = pointsOf(claim);
        long named = draw.chance(60) ? gave : gave + draw.below(3) - 1;
        return new Cancellation(id, customer, at, claim.id(), draw.chance(70) || named <= 0 ? null : named);
    }

    private long pointsOf(Claim claim) {
        Offer offer = now.program().offer(claim.offer()).orElse(null);
        if (offer == null) {
            return 0;
        }
        return offer.choices().stream()
                .filter(choice -> claim.choice() == null || choice.id().equals(claim.choice()))
                .map(choice ->
                        choice.content() instanceof Bonus bonus ? bonus.points().count() : 0L)
                .findFirst()
                .orElse(0L);
    }

    // --- openings ---

    Opening opening(String id, Instant at) {
        List<OpeningLot> lots = new ArrayList<>();
        for (int i = draw.below(4); i > 0; i--) {
            Instant earned = at.minus(draw.below(100), ChronoUnit.DAYS);
            lots.add(new OpeningLot(
                    draw.chance(80) ? "points" : "status",
                    draw.chance(4) ? draw.manyPoints() / (1 + draw.below(3)) : 1 + draw.below(300),
                    earned,
                    draw.chance(50) ? null : earned.plus(1 + draw.below(300), ChronoUnit.DAYS)));
        }
        List<BroughtTier> tiers = new ArrayList<>();
        while (!now.program().ladders().isEmpty() && tiers.size() < 3 && draw.chance(50)) {
            tiers.add(new BroughtTier(
                    draw.pick(now.tiers()).id(),
                    draw.chance(50) ? at.plus(draw.below(200) - 20, ChronoUnit.DAYS) : null));
        }
        return new Opening(id, customer, at, lots, tiers, draw.chance(50) ? dates(at) : OpeningDates.NONE, sums(at));
    }

    /** Mostly of counters that the program asks for, and such as these can have. */
    private List<OpeningSum> sums(Instant at) {
        List<OpeningSum> sums = new ArrayList<>();
        for (SumUpTo asked : now.program().sums()) {
            if (draw.chance(40)) {
                boolean isOfMoney = asked.sum() instanceof MoneySum;
                BigDecimal sum =
                        BigDecimal.valueOf(draw.below(isOfMoney ? 40_000 : 12), isOfMoney || draw.chance(2) ? 2 : 0);
                String counter =
                        draw.chance(1) ? "unknown" : asked.sum().counter().id();
                sums.add(new OpeningSum(
                        counter, draw.chance(60) ? at.minus(draw.below(30), ChronoUnit.DAYS) : before(at), sum));
            }
        }
        return sums;
    }

    private OpeningDates dates(Instant at) {
        Birthday birthday = draw.chance(60) ? birthday(at) : null;
        return new OpeningDates(
                draw.chance(40) ? before(at) : null,
                draw.chance(40) ? before(at) : null,
                birthday,
                birthday != null && draw.chance(60) ? before(at) : null);
    }

    private Instant before(Instant at) {
        return at.minus(draw.below(500), ChronoUnit.DAYS);
    }

    /** Mostly around now, so that its window is open; often on a day that not every year has, or around the new year. */
    Birthday birthday(Instant at) {
        if (draw.chance(20)) {
            return Birthday.parse(draw.pick(List.of("--02-29", "--03-01", "--12-31", "--01-01")));
        }
        LocalDate date = LocalDate.ofInstant(at, zone).plusDays(draw.below(40) - 30);
        return new Birthday(date.getMonth(), date.getDayOfMonth());
    }
}
