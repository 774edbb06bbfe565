package dev.laurel.testkit;

import dev.laurel.customer.Customer;
import dev.laurel.event.Activity;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.TimePassed;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Offer;
import dev.laurel.rule.MemberRule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Events of one customer that are about what is known of them, and what they are given for it. */
final class RandomMemberEvent {
    /** What customers do that is no business of the program, unless it says so. */
    static final List<String> ACTIVITIES = List.of("review", "check-in");

    /** One that no program declares. */
    private static final String UNKNOWN_ACTIVITY = "survey";

    /** Mostly no more is accepted that is later. */
    private static final int MOST_DAYS_LATE = 20;

    private final Draw draw;
    private final ProgramNow now;
    private final RandomClerk clerk;
    private final String customer;
    private boolean isEnrolled;
    private @Nullable Instant lastActivity;

    RandomMemberEvent(Draw draw, ProgramNow now, RandomClerk clerk, String customer) {
        this.draw = draw;
        this.now = now;
        this.clerk = clerk;
        this.customer = customer;
    }

    LoyaltyEvent drawn(String id, Instant at, int kind) {
        if (kind < 70) {
            return claim(id, at);
        }
        if (kind < 110) {
            return profileChange(id, at);
        }
        if (kind < 127) {
            return activity(id, at);
        }
        if (kind < 150 && (!now.program().ladders().isEmpty() || draw.chance(10))) {
            return clerk.grant(id, at);
        }
        if (kind < 155) {
            return clerk.opening(id, at);
        }
        if (isEnrolled && draw.chance(80)) {
            return new TimePassed(customer, at);
        }
        return enrollment(id, at);
    }

    /** What rules on a member give something for, where the program has such rules, or null: an enrollment is often late. */
    @Nullable
    LoyaltyEvent rewarded(String id, Instant at) {
        List<MemberRule> rules = now.program().memberRules();
        if (!rules.isEmpty() && draw.chance(10)) {
            MemberRule rule = draw.pick(rules);
            if (rule.occasion().activity().isPresent()) {
                return activity(id, late(at));
            }
            return isEnrolled && draw.chance(90) ? null : enrollment(id, at);
        }
        return null;
    }

    /** Now and then as early as the last activity, which caps of a day count with it; or before the present version came into force. */
    private Instant late(Instant at) {
        Instant first = at.minus(MOST_DAYS_LATE, ChronoUnit.DAYS);
        Instant border = ProgramNow.startOf(now.program());
        if (border.isAfter(first) && border.isBefore(at) && draw.chance(40)) {
            return border.minus(1 + draw.below(48L), ChronoUnit.HOURS);
        }
        return lastActivity != null && lastActivity.isAfter(first) && draw.chance(40) ? lastActivity : at;
    }

    /** Often one that says of which plan it is. */
    private Activity activity(String id, Instant at) {
        lastActivity = at;
        String name = draw.chance(4) ? UNKNOWN_ACTIVITY : draw.pick(ACTIVITIES);
        return new Activity(
                id,
                customer,
                at,
                name,
                draw.chance(60) ? Map.of(RandomMemberRules.ATTRIBUTE, draw.pick(RandomMemberRules.VALUES)) : Map.of());
    }

    Enrollment enrollment(String id, Instant at) {
        isEnrolled = true;
        Customer profile = new Customer(
                customer, draw.chance(50) ? clerk.birthday(at) : null, Map.of("newsletter", "yes"), segments());
        String referrer = draw.chance(3) ? customer : "c0";
        return new Enrollment(id, at, profile, draw.chance(25) ? referrer : null);
    }

    private Claim claim(String id, Instant at) {
        if (now.program().offers().isEmpty()) {
            return new Claim(id, customer, at, "no-such-gift", null);
        }
        Offer offer = draw.pick(now.program().offers());
        Choice choice = draw.pick(offer.choices());
        String chosen = draw.chance(95) ? choice.id() : "no-such-choice";
        return new Claim(
                id, customer, at, draw.chance(97) ? offer.id() : "no-such-gift", draw.chance(95) ? chosen : null);
    }

    /** Each field is set, cleared or left. */
    ProfileChange profileChange(String id, Instant at) {
        if (draw.chance(70)) {
            return ProfileChange.ofBirthday(id, customer, at, clerk.birthday(at));
        }
        if (draw.chance(10)) {
            return ProfileChange.withoutBirthday(id, customer, at);
        }
        Customer profile = new Customer(
                customer,
                draw.chance(80) ? clerk.birthday(at) : null,
                draw.chance(80) ? Map.of("newsletter", "no") : Map.of(),
                segments());
        List<ProfileChange.Field> fields =
                draw.shuffled(List.of(ProfileChange.Field.values())).subList(0, 1 + draw.below(3));
        return new ProfileChange(id, at, profile, EnumSet.copyOf(fields));
    }

    private Set<String> segments() {
        return new TreeSet<>(draw.shuffled(RandomConditions.SEGMENTS).subList(0, draw.below(3)));
    }
}
