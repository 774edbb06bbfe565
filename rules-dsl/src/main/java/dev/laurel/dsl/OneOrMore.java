package dev.laurel.dsl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a word takes of which there must be one: a sentence without any does not compile. */
final class OneOrMore {
    private OneOrMore() {}

    /** A copy, so that the array can change without the sentence changing. */
    static <T> List<T> of(T first, T[] more) {
        List<T> all = new ArrayList<>(more.length + 1);
        all.add(first);
        Collections.addAll(all, more);
        return List.copyOf(all);
    }
}
