package dev.laurel.examples.replay.sample;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which history is made up.
 *
 * @param seed what decides everything that is left to chance
 * @param customers how many customers, at least one
 * @param shop what the shop charges, and what points do there
 * @param kinds the kinds of events that are given; the others are left out, which changes nothing in those that are given
 */
public record SampleSettings(long seed, int customers, Shop shop, Set<EventKind> kinds) {
    /** The seed, if none is asked for. */
    public static final long DEFAULT_SEED = 2024;

    /** How many customers, if no number is asked for. */
    public static final int DEFAULT_CUSTOMERS = 2_000;

    /** The most customers: all events are held at once, to be sorted. */
    public static final int MAX_CUSTOMERS = 100_000;

    /**
     * Takes a copy of the kinds.
     *
     * @throws IllegalArgumentException if there are too few or too many customers, or no kinds
     */
    public SampleSettings {
        if (customers < 1 || customers > MAX_CUSTOMERS) {
            throw new IllegalArgumentException(
                    "customers of a sample must be from 1 to " + MAX_CUSTOMERS + ", but were " + customers);
        }
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException(
                    "kinds of a sample must be at least one of " + String.join(", ", EventKind.labels()));
        }
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** The usual history of a seed: everything but activities. */
    public static SampleSettings ofSeed(long seed) {
        return new SampleSettings(seed, DEFAULT_CUSTOMERS, Shop.USUAL, EventKind.usual());
    }

    /** The same for another number of customers. */
    public SampleSettings withCustomers(int number) {
        return new SampleSettings(seed, number, shop, kinds);
    }

    /** The same with these kinds only. */
    public SampleSettings withKinds(Set<EventKind> only) {
        return new SampleSettings(seed, customers, shop, only);
    }

    /** The same in another shop. */
    public SampleSettings withShop(Shop other) {
        return new SampleSettings(seed, customers, other, kinds);
    }
}
