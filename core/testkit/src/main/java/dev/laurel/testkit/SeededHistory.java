package dev.laurel.testkit;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.program.LoyaltyProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A program and what happens in it to one, two or three customers, all made up from one seed: the same on every JVM.
 *
 * <p>The program has every kind of rule, expiry, reward, offer and benefit, and now and then a rule that misbehaves: it
 * throws, has no answer, or awards less than nothing or more than fits. Activities and enrollments earn points or grant a tier. It has none to three ladders, on sums of every kind in windows of
 * every kind, with goals that are often reached; some tiers are only granted. The events are of every kind, 20 to 200 of them. Most
 * can be accepted. Some come late or in another order than they happened, are sent again, have an id that was used, or ask for
 * what must be refused. Many happen where mistakes are likely: at midnight, when clocks change, at the very instant at which
 * points expire, a tier ends or something else happened. Orders are paid with points that were redeemed, captured or are on hold,
 * and what was bought is returned by line, with its tax, with shipping, or by an amount over all of it. Clerks do what they can do, and
 * undo it: they add points with dates of their own, grant tiers and end them, cancel claims, bring members over in the middle of their
 * history, close accounts and open them again. In a third of the histories the program has two or three versions, some of which become
 * known to the service after their date, and now and then an old service is given an event. A {@link dev.laurel.event.TimePassed} in it stands for a job that writes down what time
 * has brought about.
 *
 * <p>It is meant for tests that hold for every history, such as that a store gives back what it was given:
 *
 * <pre>{@code
 * for (long seed = 0; seed < 1_000; seed++) {
 *     SeededHistory history = SeededHistory.of(seed);
 *     if (fails(history)) {
 *         throw new AssertionError(history.shrunk(this::fails).describe());
 *     }
 * }
 * }</pre>
 *
 * <p>where {@code fails} submits the events one by one, in their order, and says whether something is wrong then. Events that are
 * refused are part of every history.
 *
 * <p>What a seed gives changes from one release to the next, as there is more that can happen.
 */
public final class SeededHistory {
    private static final String PROGRAM = "seeded";

    /** The program of one of so many histories changes. */
    private static final int CHANGING = 3;

    private final long seed;
    private final List<LoyaltyProgram> versions;
    private final List<LoyaltyEvent> events;

    /** How many versions are known to the service that is given each event. */
    private final List<Integer> known;

    private SeededHistory(long seed, List<LoyaltyProgram> versions, List<LoyaltyEvent> events, List<Integer> known) {
        this.seed = seed;
        this.versions = ImmutableList.copyOf(versions);
        this.events = ImmutableList.copyOf(events);
        this.known = ImmutableList.copyOf(known);
    }

    /** The history of a seed. */
    public static SeededHistory of(long seed) {
        return of(seed, PROGRAM);
    }

    /** The same history in a program of another id. */
    static SeededHistory of(long seed, String programId) {
        Draw draw = new Draw(seed);
        LoyaltyProgram program = new RandomProgram(draw, programId).declared();
        boolean changes = Math.floorMod(seed, CHANGING) == CHANGING - 1;
        List<LoyaltyProgram> versions = changes ? RandomVersions.of(draw, program) : List.of(program);
        RandomEvents events = new RandomEvents(draw, versions);
        return new SeededHistory(seed, versions, events.make(), events.known());
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** The program, in its first version. */
    public LoyaltyProgram program() {
        return versions.get(0);
    }

    /** All versions of the program, in the order in which they come into force; mostly one. */
    public List<LoyaltyProgram> versions() {
        return versions;
    }

    /**
     * The versions that are known to the service that is given an event: the first of all of them. A version can be deployed after its
     * date, and an old service may still run.
     *
     * @param event the place of the event
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public List<LoyaltyProgram> versionsAt(int event) {
        return versions.subList(0, known.get(event));
    }

    /** The events in the order in which they come in; one may be there twice. */
    public List<LoyaltyEvent> events() {
        return events;
    }

    /**
     * The ids of the customers to whom something happens, in their order. A transfer can go to a customer who is not among them.
     */
    public List<String> customers() {
        return events.stream().map(LoyaltyEvent::customer).distinct().sorted().toList();
    }

    /**
     * A copy without some events.
     *
     * @param from the place of the first event that is left out
     * @param until the place of the first after it that stays
     * @throws IndexOutOfBoundsException if there are no such places
     */
    public SeededHistory without(int from, int until) {
        List<LoyaltyEvent> fewer = new ArrayList<>(events);
        fewer.subList(from, until).clear();
        List<Integer> fewerKnown = new ArrayList<>(known);
        fewerKnown.subList(from, until).clear();
        return new SeededHistory(seed, versions, fewer, fewerKnown);
    }

    /** A copy with the events of one customer only. */
    public SeededHistory onlyOf(String customer) {
        List<LoyaltyEvent> fewer = new ArrayList<>();
        List<Integer> fewerKnown = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).customer().equals(customer)) {
                fewer.add(events.get(i));
                fewerKnown.add(known.get(i));
            }
        }
        return new SeededHistory(seed, versions, fewer, fewerKnown);
    }

    /**
     * The smallest history that can be found, by leaving out customers and events, for which something still holds: mostly that
     * a test fails. It is found with few hundred questions, not with all that there are.
     *
     * @param holds whether it holds for a history; asked for smaller ones only, and expected to hold for this one
     */
    public SeededHistory shrunk(Predicate<SeededHistory> holds) {
        return Shrinking.of(this, holds);
    }

    /** The program in all its versions, and the events, one a line, for people who look for a mistake. */
    public String describe() {
        StringBuilder text = new StringBuilder(toString()).append('\n');
        versions.forEach(version -> text.append(version.stableText()));
        for (int i = 0; i < events.size(); i++) {
            text.append(EventText.of(events.get(i)));
            text.append(versions.size() == 1 ? "" : " [known: " + known.get(i) + "]")
                    .append('\n');
        }
        return text.toString();
    }

    /** The seed and the size. */
    @Override
    public String toString() {
        return "SeededHistory[seed " + seed + ", customers " + String.join(" ", customers()) + ", " + events.size()
                + " events]";
    }
}
