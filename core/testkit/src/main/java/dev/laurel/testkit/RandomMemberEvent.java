package dev.laurel.testkit;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Activity;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Offer;
import dev.laurel.tier.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Events of one customer that are about what is known of them, and what they are given for it. */
final class RandomMemberEvent {
    /** What customers do that is no business of the program, unless it says so. */
    static final List<String> ACTIVITIES = List.of("review", "check-in");

    private final Draw draw;
    private final LoyaltyProgram program;
    private final ZoneId zone;
    private final String customer;
    private boolean isEnrolled;

    RandomMemberEvent(Draw draw, LoyaltyProgram program, String customer) {
        this.draw = draw;
        this.program = program;
        this.customer = customer;
        zone = program.zone();
    }

    LoyaltyEvent drawn(String id, Instant at, int kind) {
        if (kind < 45) {
            return claim(id, at);
        }
        if (kind < 105) {
            return profileChange(id, at);
        }
        if (kind < 125) {
            return new Activity(id, customer, at, draw.pick(ACTIVITIES), Map.of());
        }
        if (kind < 150 && (program.ladder().isPresent() || draw.chance(10))) {
            return grant(id, at);
        }
        if (kind < 155 && draw.chance(50)) {
            return opening(id, at);
        }
        if (isEnrolled && draw.chance(80)) {
            return new TimePassed(customer, at);
        }
        isEnrolled = true;
        return enrollment(id, at);
    }

    Enrollment enrollment(String id, Instant at) {
        Customer profile =
                new Customer(customer, draw.chance(50) ? birthday(at) : null, Map.of("newsletter", "yes"), segments());
        String referrer = draw.chance(3) ? customer : "c0";
        return new Enrollment(id, at, profile, draw.chance(25) ? referrer : null);
    }

    private Claim claim(String id, Instant at) {
        if (program.offers().isEmpty()) {
            return new Claim(id, customer, at, "no-such-gift", null);
        }
        Offer offer = draw.pick(program.offers());
        Choice choice = draw.pick(offer.choices());
        String chosen = draw.chance(95) ? choice.id() : "no-such-choice";
        return new Claim(
                id, customer, at, draw.chance(97) ? offer.id() : "no-such-gift", draw.chance(95) ? chosen : null);
    }

    ProfileChange profileChange(String id, Instant at) {
        boolean all = draw.chance(20);
        boolean birthday = all || draw.chance(70);
        return new ProfileChange(
                id,
                customer,
                at,
                birthday ? birthday(at) : null,
                all ? Map.of("newsletter", "no") : null,
                all || !birthday ? segments() : null);
    }

    /** Mostly around now, so that its window is open; often on a day that not every year has, or around the new year. */
    private Birthday birthday(Instant at) {
        if (draw.chance(20)) {
            return Birthday.parse(draw.pick(List.of("--02-29", "--03-01", "--12-31", "--01-01")));
        }
        LocalDate date = LocalDate.ofInstant(at, zone).plusDays(draw.below(40) - 30);
        return new Birthday(date.getMonth(), date.getDayOfMonth());
    }

    private Set<String> segments() {
        return new TreeSet<>(draw.shuffled(RandomConditions.SEGMENTS).subList(0, draw.below(3)));
    }

    private TierGrant grant(String id, Instant at) {
        String tier = draw.chance(95) ? draw.pick(RandomProgram.TIERS).id() : "no-such-tier";
        Instant until = draw.chance(40)
                ? LocalDate.ofInstant(at, zone)
                        .plusMonths(draw.below(14))
                        .withDayOfMonth(1)
                        .atStartOfDay(zone)
                        .toInstant()
                : at.plus(draw.below(400) - 20, ChronoUnit.DAYS);
        return new TierGrant(id, customer, at, tier, until);
    }

    Opening opening(String id, Instant at) {
        List<OpeningLot> lots = new ArrayList<>();
        for (int i = draw.below(4); i > 0; i--) {
            Instant earned = at.minus(draw.below(100), ChronoUnit.DAYS);
            lots.add(new OpeningLot(
                    draw.chance(80) ? "points" : "status",
                    1 + draw.below(300),
                    earned,
                    draw.chance(50) ? null : earned.plus(1 + draw.below(300), ChronoUnit.DAYS)));
        }
        Tier tier = program.ladder().isPresent() && draw.chance(50) ? draw.pick(RandomProgram.TIERS) : null;
        Instant until = tier != null && draw.chance(50) ? at.plus(draw.below(200) - 20, ChronoUnit.DAYS) : null;
        return new Opening(
                id,
                customer,
                at,
                lots,
                tier == null ? null : tier.id(),
                until,
                draw.chance(50) ? draw.money(draw.below(40_000)) : null);
    }
}
