package dev.laurel.reward;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.id.Identifiers;
import java.util.Arrays;
import java.util.List;

/**
 * Something that members have for as long as conditions hold, such as free shipping: it is asked about, not claimed. Where a
 * condition is about an order, it is had with such an order only.
 *
 * @param id kebab-case and permanent
 * @param conditions who has it: all of them must hold
 */
public record Benefit(String id, List<PurchaseCondition> conditions) {
    /**
     * Takes a copy of the conditions.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public Benefit {
        Identifiers.declaredId("benefit id", id);
        conditions = ImmutableList.copyOf(conditions);
    }

    /** A benefit of everybody. */
    public static Benefit of(String id) {
        return new Benefit(id, List.of());
    }

    /** A copy for which these conditions must hold too. */
    public Benefit where(PurchaseCondition... more) {
        return new Benefit(id, ImmutableList.copyOf(Iterables.concat(conditions, Arrays.asList(more))));
    }

    /** What of a program it speaks of. */
    public Mentions mentions() {
        return conditions.stream().map(PurchaseCondition::mentions).reduce(Mentions.NOTHING, Mentions::and);
    }

    /** The benefit in words, for a program's stable text. */
    public String describe() {
        StringBuilder text = new StringBuilder(id);
        conditions.forEach(condition -> text.append(", where ").append(condition.describe()));
        return text.toString();
    }
}
