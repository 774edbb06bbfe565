package dev.laurel.decision;

import dev.laurel.event.LoyaltyEvent;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where two events differ: the path of the first component that is not the same, without its values, which may be personal. */
final class Difference {
    static final String KIND = "kind";
    static final String INSTANT = "occurredAt";

    private Difference() {}

    /**
     * The first component in which two events differ. Instants come last, and that of the event last of all: it is named only if
     * nothing else differs.
     *
     * @throws IllegalArgumentException if they are equal
     */
    static String between(LoyaltyEvent one, LoyaltyEvent other) {
        if (one.equals(other)) {
            throw new IllegalArgumentException("events that are equal do not differ");
        }
        if (one.getClass() != other.getClass()) {
            return KIND;
        }
        for (RecordComponent component : componentsOf(one)) {
            String path = component.getName().equals(INSTANT)
                    ? null
                    : between(component.getName(), read(component, one), read(component, other));
            if (path != null) {
                return path;
            }
        }
        return INSTANT;
    }

    /** Those that are no instants first. */
    private static List<RecordComponent> componentsOf(Object record) {
        List<RecordComponent> components =
                new ArrayList<>(Arrays.asList(record.getClass().getRecordComponents()));
        components.sort(Comparator.comparing(component -> component.getType() == Instant.class));
        return components;
    }

    private static @Nullable String between(String path, @Nullable Object one, @Nullable Object other) {
        if (Objects.equals(one, other)) {
            return null;
        }
        if (one instanceof List<?> list && other instanceof List<?> others && list.size() == others.size()) {
            for (int i = 0; i < list.size(); i++) {
                String below = between(path + "[" + i + "]", list.get(i), others.get(i));
                if (below != null) {
                    return below;
                }
            }
        }
        if (one instanceof Record && other != null && one.getClass() == other.getClass()) {
            for (RecordComponent component : componentsOf(one)) {
                String below = between(path + "." + component.getName(), read(component, one), read(component, other));
                if (below != null) {
                    return below;
                }
            }
        }
        return path;
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot read " + component, e);
        }
    }
}
