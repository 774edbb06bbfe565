package dev.laurel.testkit;

import dev.laurel.event.Adjustment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.TimePassed;
import dev.laurel.program.LoyaltyProgram;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The events of some customers in the order in which they come in: also late, swapped, sent again, or with an id that was used. */
final class RandomEvents {
    private static final int FEWEST = 20;
    private static final int MOST = 200;
    private static final int LAST = 15;
    private static final int DAYS_IN_ALL = 700;

    private final Draw draw;
    private final int count;
    private final ProgramNow now;
    private final List<Integer> known = new ArrayList<>();
    private final RandomMoments moments;
    private final Foreseen foreseen;
    private final Map<String, RandomEvent> customers = new LinkedHashMap<>();
    private final Map<String, List<LoyaltyEvent>> sent = new LinkedHashMap<>();

    private String last = "";

    RandomEvents(Draw draw, List<LoyaltyProgram> versions) {
        this.draw = draw;
        now = new ProgramNow(draw, versions);
        // Short histories are more likely: most mistakes need few events.
        int most = MOST - FEWEST + 1;
        count = FEWEST + Math.min(draw.below(most), draw.below(most));
        moments = new RandomMoments(draw, now, 1 + DAYS_IN_ALL / count);
        foreseen = new Foreseen(versions);
        int some = 1 + draw.below(3);
        for (int i = some; i > 0; i--) {
            String customer = "c" + i;
            List<String> others = IntStream.rangeClosed(1, some)
                    .mapToObj(other -> "c" + other)
                    .filter(other -> !other.equals(customer))
                    .toList();
            customers.put(customer, new RandomEvent(draw, now, moments, foreseen, customer, others));
            sent.put(customer, new ArrayList<>());
        }
    }

    List<LoyaltyEvent> make() {
        List<LoyaltyEvent> events = new ArrayList<>(count);
        Instant at = moments.first();
        for (int i = 0; i < count; i++) {
            // An order is placed, shipped in parts and sent back within days.
            at = isBusy(at) && draw.chance(70) ? moments.soonAfter(at) : moments.after(at);
            now.moveTo(at);
            int versions = now.known();
            known.add(versions);
            foreseen.know(versions);
            if (draw.chance(2)) {
                // A job ran long after, so that all that comes next happened before the present of the account.
                events.add(new TimePassed(
                        draw.pick(List.copyOf(customers.keySet())), at.plus(10 + draw.below(150), ChronoUnit.DAYS)));
                continue;
            }
            Instant when = draw.chance(8) ? moments.before(at) : at;
            // Nothing is accepted after an erasure, so those come last.
            LoyaltyEvent event = event("e" + i, when, draw.chance(i < count - LAST ? 0 : 4));
            moments.note(event);
            events.add(event);
            if (i > 0 && draw.chance(4)) {
                Collections.swap(events, i - 1, i);
            }
        }
        return events;
    }

    /** How many versions of the program are known to the service that is given each of the events. */
    List<Integer> known() {
        return known;
    }

    /** Whether the last customer has points on hold that pay orders. */
    private boolean isBusy(Instant at) {
        RandomEvent maker = customers.get(last);
        return maker != null && maker.isPayingAt(at);
    }

    private LoyaltyEvent event(String id, Instant at, boolean isEnd) {
        String customer = isBusy(at) && draw.chance(70) ? last : draw.pick(List.copyOf(customers.keySet()));
        last = customer;
        List<LoyaltyEvent> before = sent.get(customer);
        RandomEvent maker = customers.get(customer);
        if (maker == null || before == null) {
            throw new IllegalStateException("customer '" + customer + "' is not there");
        }
        LoyaltyEvent event;
        if (before.isEmpty()) {
            event = maker.first(id, at);
        } else if (foreseen.isErased(customer) && draw.chance(50)) {
            LoyaltyEvent known = draw.pick(before);
            event = draw.chance(50) || !known.id().startsWith("e") ? known : maker.again(known.id(), at);
        } else if (draw.chance(5)) {
            event = draw.chance(70) ? draw.pickLately(before) : draw.pick(before);
        } else if (draw.chance(1)) {
            String used = draw.pickLately(before).id();
            event = used.startsWith("e")
                    ? new Adjustment(used, customer, at, "points", 1, "used twice", "agent-2")
                    : maker.next(id, at);
        } else {
            event = isEnd ? maker.end(id, at) : maker.next(id, at);
        }
        before.add(event);
        maker.note(event, foreseen.isAccepted(event));
        return event;
    }
}
