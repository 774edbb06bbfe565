package dev.laurel.condition;

import dev.laurel.customer.Customer;
import dev.laurel.tier.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a rule may know of the customer and the time: read-only, and the same whenever it is asked. */
public interface Facts {
    /** When the event happened. The only now there is. */
    Instant occurredAt();

    /** The program's zone, in which dates are read. */
    ZoneId zone();

    /** The date of the event in the program's zone. */
    default LocalDate date() {
        return LocalDate.ofInstant(occurredAt(), zone());
    }

    /** The customer as known before the event. */
    Customer customer();

    /** When the customer enrolled, or null if that has not happened. */
    @Nullable
    Instant enrolled();

    /** From when on a time that a condition asks for counts back: when the event happened; of an offer, when it opened. */
    default Instant countsBackFrom() {
        return occurredAt();
    }

    /**
     * The tier held before the event on the ladder that has a tier, or on that of the one that a later version of the program has in its
     * place; null if the program has no such ladder.
     */
    @Nullable
    Tier heldBeside(Tier tier);

    /** Whether the tier held before the event on its ladder is the given one, or the one that a later version has in its place. */
    boolean holds(Tier tier);

    /** Whether the tier held before the event on its ladder is the given one or above it; no if the program does not have it. */
    boolean holdsAtLeast(Tier tier);

    /**
     * The answer to a question, as it was before the event; of a window, in the one of the event's date. To that of an offer whether there
     * was any purchase, as it was when the offer opened. Money is in millionths, and so is a quantity. Less than zero where there is no such window: since enrollment, before it.
     *
     * @throws IllegalArgumentException if the program does not ask it, since the condition does not mention it
     */
    long answerTo(Question question);
}
