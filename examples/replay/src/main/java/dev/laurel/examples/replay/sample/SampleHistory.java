package dev.laurel.examples.replay.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * The made-up history of a cosmetics shop in New York in 2024 and 2025, as lines of JSON.
 *
 * <p>Equal settings give equal lines on every machine. Lines are in the order in which they were written down, those of one
 * instant in the order of customers, those of one customer as they happened. That is the order of time but for purchases at tills
 * that were cut off, which come days later.
 */
public final class SampleHistory implements Iterable<String> {
    private final List<Event> events;

    private SampleHistory(List<Event> events) {
        this.events = events;
    }

    /** Makes up a history. Its events are held; their lines are made when they are asked for, and not held. */
    public static SampleHistory of(SampleSettings settings) {
        List<Person> people = People.drawn(Dice.ofSeed(settings.seed()), settings.customers());
        List<Event> events = new ArrayList<>();
        for (Person person : people) {
            Life.of(person, habits(person, people, settings.shop())).stream()
                    .filter(event -> settings.kinds().contains(event.kind()))
                    .forEach(events::add);
        }
        // Stable: events of one instant stay in the order of customers and of their lives.
        events.sort(Comparator.comparing(Event::written));
        return new SampleHistory(events);
    }

    /** What a customer does. What is done later of what happens at one instant comes later here. */
    private static List<Habit> habits(Person person, List<Person> people, Shop shop) {
        Dice dice = person.dice();
        List<Habit> habits = new ArrayList<>();
        habits.add(new Enrolling(dice.named("enrolling"), people));
        if (!shop.pointsPay()) {
            habits.add(new StatusMatches(dice.named("status-matches")));
        }
        habits.add(new ProfileChanges(dice.named("profile-changes")));
        if (!shop.pointsPay()) {
            habits.add(new Birthdays(dice.named("birthdays")));
        }
        Dice shopping = dice.named("shopping");
        PointUse points = shop.pointsPay()
                ? new Paying(dice.named("paying"), new PayingOnHold(dice.named("paying-on-hold")))
                : new AmountsOff(
                        shopping, new Redeeming(dice.named("redeeming")), new Reserving(dice.named("reserving")));
        habits.add(new Shopping(shopping, new Baskets(shop.currency(), dice.named("baskets"), person.liked()), points));
        habits.add(new Returning(dice.named("returning")));
        habits.add(new Goodwill(dice.named("goodwill")));
        habits.add(new Reviewing(dice.named("reviewing")));
        return habits;
    }

    /** How many lines there are. */
    public int size() {
        return events.size();
    }

    /** The lines, without their ends. */
    @Override
    public Iterator<String> iterator() {
        return events.stream().map(EventJson::line).iterator();
    }
}
