package dev.laurel.examples.replay.sample;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What happens to one customer, in its order: habits write down what happens now, and put off what happens later. */
final class Life {
    private final Person person;
    private final List<Habit> habits;
    private final Standing standing = new Standing();
    private final PriorityQueue<Step> agenda = new PriorityQueue<>(Step.IN_ORDER);
    private final Map<EventKind, Integer> written = new EnumMap<>(EventKind.class);
    private final List<Event> events = new ArrayList<>();
    private @Nullable Profile profile;
    private Instant now = TwoYears.START;
    private int planned;

    /** Something to be done at an instant; at the same instant, what was planned first. */
    private record Step(Instant at, int position, Runnable deed) {
        static final Comparator<Step> IN_ORDER = Comparator.comparing(Step::at).thenComparingInt(Step::position);
    }

    private Life(Person person, List<Habit> habits) {
        this.person = person;
        this.habits = habits;
    }

    /** All that happens to a customer. */
    static List<Event> of(Person person, List<Habit> habits) {
        Life life = new Life(person, habits);
        habits.forEach(habit -> habit.begin(life));
        for (Step step = life.agenda.poll(); step != null; step = life.agenda.poll()) {
            life.now = step.at();
            step.deed().run();
        }
        return life.events;
    }

    Person person() {
        return person;
    }

    Standing standing() {
        return standing;
    }

    Instant now() {
        return now;
    }

    /** Puts something off. What would be after the end of the history never happens. */
    void plan(Instant at, Runnable deed) {
        checkArgument(!at.isBefore(now), "what is planned must not be before %s, but was at %s", now, at);
        if (at.isBefore(TwoYears.END)) {
            agenda.add(new Step(at, planned, deed));
            planned++;
        }
    }

    /** Puts something off until a time of a later day. */
    void plan(int daysLater, LocalTime time, Runnable deed) {
        plan(TwoYears.instant(TwoYears.dayOf(now).plusDays(daysLater), time), deed);
    }

    /**
     * Writes down what happens now.
     *
     * @return the id of the event
     */
    @CanIgnoreReturnValue
    String write(EventKind kind, Details details) {
        return write(kind, now, details);
    }

    /** Writes down now what happened at an instant that is not later. */
    @CanIgnoreReturnValue
    String write(EventKind kind, Instant at, Details details) {
        String id = kind.idPrefix() + written.merge(kind, 1, Integer::sum);
        events.add(new Event(kind, id, person, at, now, details));
        return id;
    }

    /** What is on file, or null as long as the customer has not joined. */
    @Nullable
    Profile profileOrNull() {
        return profile;
    }

    /** The customer joins now. */
    void enroll(Profile onFile) {
        profile = onFile;
        habits.forEach(habit -> habit.enrolled(this));
    }

    /** The customer buys now. */
    void buy(Order order) {
        buy(order, now);
    }

    /** What the customer bought at an instant that is not later is known now. */
    void buy(Order order, Instant at) {
        String purchase = write(EventKind.PURCHASE, at, new Details.Purchase(order));
        standing.spend(TwoYears.dayOf(at), order.spend());
        habits.forEach(habit -> habit.bought(this, purchase, order));
    }
}
