package dev.laurel.reward;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.condition.Condition;
import dev.laurel.condition.Mentions;
import java.util.Arrays;
import java.util.List;

/**
 * One thing that an offer gives, and who may choose it.
 *
 * @param content an item or a bonus
 * @param conditions all of them must hold
 */
public record Choice(Gift content, List<Condition> conditions) {
    /** Takes a copy of the conditions. */
    public Choice {
        requireNonNull(content, "content");
        conditions = ImmutableList.copyOf(conditions);
    }

    /** A choice of everybody. */
    public static Choice of(Gift content) {
        return new Choice(content, List.of());
    }

    /** A copy for which these conditions must hold too. */
    public Choice where(Condition... more) {
        return new Choice(content, ImmutableList.copyOf(Iterables.concat(conditions, Arrays.asList(more))));
    }

    /** What a claim names to choose it: the id of the item, or that of the point currency. */
    public String id() {
        return content.id();
    }

    /** What of a program it speaks of. */
    public Mentions mentions() {
        return conditions.stream().map(Condition::mentions).reduce(content.mentions(), Mentions::and);
    }

    /** The choice in words. */
    public String describe() {
        StringBuilder text = new StringBuilder(content.describe());
        conditions.forEach(condition -> text.append(" where ").append(condition.describe()));
        return text.toString();
    }
}
