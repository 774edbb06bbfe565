package dev.laurel.rule;

import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a program: on which occasion, for whom and when, something follows. It is a value that can be named, tested, shared between
 * programs and printed. A rule on purchases knows the lines of an order; a rule on a member follows from anything else. What only one
 * of the two can say, only that one has.
 */
public sealed interface Rule permits PurchaseRule, MemberRule {
    /** Kebab-case and permanent: it is written into entries. */
    String id();

    /** What must hold, all of it, in the order in which they are asked. */
    List<? extends PurchaseCondition> conditions();

    /** How much it may award. */
    List<Cap> caps();

    /** Why there is this rule, for the customer, or null. */
    @Nullable
    String reason();

    /** What of a program the rule speaks of. */
    Mentions mentions();

    /** Whether the start of a membership decides where it counts, or when its points become available or expire. */
    default boolean needsMember() {
        return caps().stream().anyMatch(Cap::needsMember);
    }

    /** The rule in words, for a program's stable text. Its reason is no term of it. */
    String describe();
}
