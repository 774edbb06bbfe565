package dev.laurel.occasion;

import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.id.Identifiers;
import java.util.Optional;

/**
 * A kind of {@linkplain dev.laurel.event.Activity activity} that a program knows: a review, a check-in, a survey. It is an occasion itself:
 * something can follow from each activity of its name.
 *
 * @param name kebab-case and permanent: events carry it
 */
public record ActivityKind(String name) implements Occasion {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not kebab-case
     */
    public ActivityKind {
        Identifiers.declaredId("activity", name);
    }

    /**
     * Only those of them that have one of these values as an attribute.
     *
     * @throws IllegalArgumentException if the attribute or a value is malformed
     */
    public ActivityWith with(String attribute, String value, String... orValues) {
        return new ActivityWith(
                this,
                attribute,
                ImmutableSortedSet.<String>naturalOrder()
                        .add(value)
                        .add(orValues)
                        .build());
    }

    @Override
    public Optional<ActivityKind> activity() {
        return Optional.of(this);
    }

    @Override
    public String describe() {
        return "activity " + name;
    }
}
