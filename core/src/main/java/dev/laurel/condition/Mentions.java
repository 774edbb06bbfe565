package dev.laurel.condition;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import java.util.Currency;
import java.util.Set;

/**
 * What of a program a condition or an amount speaks of, so that a program can be held against it when it is built.
 *
 * @param tiers the tiers that the program must have
 * @param currencies the currencies of money; the program's must be the only one
 * @param questions what is asked of a member's past, which accounts must keep for it
 */
public record Mentions(Set<Tier> tiers, Set<Currency> currencies, Set<Question> questions) {
    /** Nothing of a program. */
    public static final Mentions NOTHING = new Mentions(Set.of(), Set.of(), Set.of());

    /** Takes copies of the sets. */
    public Mentions {
        tiers = ImmutableSet.copyOf(tiers);
        currencies = ImmutableSet.copyOf(currencies);
        questions = ImmutableSet.copyOf(questions);
    }

    /** A tier. */
    public static Mentions of(Tier tier) {
        return new Mentions(Set.of(tier), Set.of(), Set.of());
    }

    /** The currency of an amount of money. */
    public static Mentions of(Money money) {
        return new Mentions(Set.of(), Set.of(money.currency()), Set.of());
    }

    /** A question. */
    public static Mentions of(Question question) {
        return new Mentions(Set.of(), Set.of(), Set.of(question));
    }

    /** What either speaks of. */
    public Mentions and(Mentions other) {
        return new Mentions(
                Sets.union(tiers, other.tiers),
                Sets.union(currencies, other.currencies),
                Sets.union(questions, other.questions));
    }
}
