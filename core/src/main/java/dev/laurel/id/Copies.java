package dev.laurel.id;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Immutable copies of collections that a host gives. Each part is read once, so what is checked is what is kept, whatever a
 * collection answers when it is asked again. A collection is asked for no more parts than it may have and one, whatever it says of
 * its size, so one that is huge or never ends costs no more than the largest that is allowed.
 */
public final class Copies {
    private Copies() {}

    /**
     * The parts in their order.
     *
     * @param what what they are, for the message, such as {@code "lines of a basket"}
     * @param most how many there may be
     * @throws IllegalArgumentException if there are more
     */
    public static <T> List<T> list(String what, Iterable<? extends T> given, int most) {
        if (given instanceof ImmutableList<? extends T> unchanging) {
            requireNotMore(what, unchanging.size(), most);
            return ImmutableList.copyOf(unchanging);
        }
        ImmutableList.Builder<T> copy = ImmutableList.builder();
        Iterator<? extends T> parts = given.iterator();
        for (int count = 1; parts.hasNext(); count++) {
            requireNotMore(what, count, most);
            copy.add(parts.next());
        }
        return copy.build();
    }

    /**
     * The texts in their natural order, each once.
     *
     * @param what what they are, for the message, such as {@code "segments"}
     * @param most how many may be given, those counted that are given twice
     * @param check refuses a text that must not be among them
     * @throws IllegalArgumentException if there are more
     */
    public static Set<String> texts(String what, Iterable<String> given, int most, Consumer<String> check) {
        Iterator<String> texts = given.iterator();
        if (!texts.hasNext()) {
            return Set.of();
        }
        ImmutableSortedSet.Builder<String> copy = ImmutableSortedSet.naturalOrder();
        for (int count = 1; texts.hasNext(); count++) {
            requireNotMore(what, count, most);
            String text = texts.next();
            check.accept(text);
            copy.add(text);
        }
        // In the same order; but it finds a text by its hash, and a single one without looking.
        return ImmutableSet.copyOf(copy.build());
    }

    /**
     * Refuses more parts than there may be.
     *
     * @throws IllegalArgumentException if the count is above the most
     */
    public static void requireNotMore(String what, int count, int most) {
        if (count > most) {
            throw new IllegalArgumentException(what + " must be at most " + most + ", but were more");
        }
    }
}
