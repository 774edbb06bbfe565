package dev.laurel.rule;

import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Scope;
import dev.laurel.condition.Selector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a program: on which occasion, of what and when, something follows. It is a value that can be named, tested, shared between
 * programs and printed. The occasion of every rule is a purchase. A rule earns by itself, or it multiplies one that does; what only one of
 * the two can say, only that one has.
 */
public sealed interface Rule permits EarnRule, Multiplier {
    /** Kebab-case and permanent: it is written into entries. */
    String id();

    /** The lines that it is about. */
    Selector selector();

    /** What must hold, all of it, in the order in which they are asked. */
    List<PurchaseCondition> conditions();

    /** What it does. */
    Effect effect();

    /** How much it may award. */
    List<Cap> caps();

    /** Why there is this rule, for the customer, or null. */
    @Nullable
    String reason();

    /** For which purchases the rule can apply at all. */
    default Scope scope() {
        Scope scope = selector().scope();
        for (PurchaseCondition condition : conditions()) {
            scope = scope.and(condition.scope());
        }
        return scope;
    }

    /** What of a program the rule speaks of. */
    default Mentions mentions() {
        Mentions mentions = effect().mentions();
        for (PurchaseCondition condition : conditions()) {
            mentions = mentions.and(condition.mentions());
        }
        return mentions;
    }

    /** Whether the start of a membership decides where it counts, or when its points become available or expire. */
    default boolean needsMember() {
        return caps().stream().anyMatch(Cap::needsMember);
    }

    /** The rule in words, for a program's stable text. Its reason is no term of it. */
    String describe();
}
