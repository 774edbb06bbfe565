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
            Life.of(person, habits(person, people)).stream()
                    .filter(event -> settings.kinds().contains(event.kind()))
                    .forEach(events::add);
        }
        // Stable: events of one instant stay in the order of customers and of their lives.
        events.sort(Comparator.comparing(Event::written));
        return new SampleHistory(events);
    }

    /** What a customer does. What is done later of what happens at one instant comes later here. */
    private static List<Habit> habits(Person person, List<Person> people) {
        Dice dice = person.dice();
        Baskets baskets = new Baskets(dice.named("baskets"), person.liked());
        return List.of(
                new Enrolling(dice.named("enrolling"), people),
                new StatusMatches(dice.named("status-matches")),
                new ProfileChanges(dice.named("profile-changes")),
                new Birthdays(dice.named("birthdays")),
                new Shopping(
                        dice.named("shopping"),
                        baskets,
                        new Redeeming(dice.named("redeeming")),
                        new Reserving(dice.named("reserving"))),
                new Returning(dice.named("returning")),
                new Goodwill(dice.named("goodwill")),
                new Reviewing(dice.named("reviewing")));
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
