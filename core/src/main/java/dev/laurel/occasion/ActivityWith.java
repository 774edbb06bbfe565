package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.customer.Customer;
import dev.laurel.id.Identifiers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Activities of a kind that have a value as an attribute, such as subscriptions whose plan is annual.
 *
 * @param kind their kind
 * @param attribute the name of the attribute
 * @param values the values of which one must be there
 */
public record ActivityWith(ActivityKind kind, String attribute, SortedSet<String> values) implements Occasion {
    /**
     * Takes a copy of the values.
     *
     * @throws IllegalArgumentException if the attribute or a value is malformed, or there is no value
     */
    public ActivityWith {
        requireNonNull(kind, "kind");
        values = ImmutableSortedSet.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an attribute of an activity must be asked for a value");
        }
        for (String value : values) {
            // As an event could carry them.
            Customer asked = new Customer("c", null, Map.of(attribute, value), Set.of());
            attribute = asked.attributes().keySet().iterator().next();
        }
    }

    /** Whether an activity of the kind that has these attributes is one of them. */
    public boolean isMetBy(Map<String, String> attributes) {
        String value = attributes.get(attribute);
        return value != null && values.contains(value);
    }

    @Override
    public Optional<ActivityKind> activity() {
        return Optional.of(kind);
    }

    @Override
    public String describe() {
        return kind.describe() + " with " + Identifiers.quoted(attribute) + " "
                + values.stream().map(Identifiers::quoted).collect(Collectors.joining(" or "));
    }
}
