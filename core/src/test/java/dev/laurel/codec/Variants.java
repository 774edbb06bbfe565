package dev.laurel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** A value and others that all differ from it in one thing, by what differs. */
final class Variants<T> {
    private final String name;
    private final T original;
    private final Map<String, T> values = new LinkedHashMap<>();

    private Variants(String what, T original) {
        name = what;
        this.original = original;
        values.put(what, original);
    }

    static <T> Variants<T> of(String what, T original) {
        return new Variants<>(what, original);
    }

    private void add(String what, T value) {
        assertThat(values.put(what, value)).as(what).isNull();
    }

    Variants<T> with(String what, T value) {
        add(what, value);
        return this;
    }

    /** The original with another value of one component. */
    Variants<T> with(String what, String component, Object value) {
        return with(what, changed(component, value));
    }

    /** The variants of a part, each in its place in the whole. */
    <P> Variants<T> withPart(Variants<P> part, Function<P, T> whole) {
        part.values.forEach((what, value) -> {
            if (!value.equals(part.original)) {
                add(part.name + ": " + what, whole.apply(value));
            }
        });
        return this;
    }

    Map<String, T> values() {
        return values;
    }

    /**
     * For each component of the original there must be a variant that differs from it in that one alone, unless it
     * is an enum of one constant, of which there is no other.
     */
    Variants<T> coverEveryComponent() {
        return coverEveryComponentBut("");
    }

    /** As {@link #coverEveryComponent}, but for one that cannot differ alone. */
    Variants<T> coverEveryComponentBut(String name) {
        for (String part : Parts.names(original)) {
            Object[] constants = Parts.type(original, part).getEnumConstants();
            if (!part.equals(name) && (constants == null || constants.length > 1)) {
                assertThat(values.values())
                        .as("variants that differ in %s", part)
                        .anyMatch(value -> differing(value).equals(List.of(part)));
            }
        }
        return this;
    }

    private List<String> differing(T value) {
        return Parts.names(original).stream()
                .filter(part -> !Objects.equals(Parts.get(original, part), Parts.get(value, part)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private T changed(String name, Object value) {
        return (T) Parts.with(original, name, value);
    }

    /** Each is written differently, and read as what it is. */
    <S> void haveFormsOfTheirOwn(Codec<S> codec, Class<S> type) {
        allDiffer(values, value -> codec.encode(type.cast(value)));
        values.forEach((what, value) -> assertThat(codec.decode(codec.encode(type.cast(value))))
                .as(what)
                .isEqualTo(value));
    }

    static <T> void allDiffer(Map<String, T> values, Function<T, byte[]> encode) {
        Map<String, List<String>> byHash = new TreeMap<>();
        values.forEach((what, value) -> byHash.computeIfAbsent(
                        Hashing.sha256().hashBytes(encode.apply(value)).toString(), h -> new ArrayList<>())
                .add(what));
        assertThat(byHash.values().stream().filter(same -> same.size() > 1).toList())
                .as("different values with the same hash")
                .isEmpty();
    }
}
