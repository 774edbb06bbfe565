package dev.laurel.rule;

import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Scope;
import dev.laurel.condition.Selector;
import java.util.List;

/** A rule on purchases. It earns by itself, or it multiplies one that does. */
public sealed interface PurchaseRule extends Rule permits EarnRule, Multiplier {
    /** The lines that it is about. */
    Selector selector();

    @Override
    List<PurchaseCondition> conditions();

    /** What it does. */
    Effect effect();

    /** For which purchases the rule can apply at all. */
    default Scope scope() {
        Scope scope = selector().scope();
        for (PurchaseCondition condition : conditions()) {
            scope = scope.and(condition.scope());
        }
        return scope;
    }

    @Override
    default Mentions mentions() {
        Mentions mentions = effect().mentions();
        for (PurchaseCondition condition : conditions()) {
            mentions = mentions.and(condition.mentions());
        }
        return mentions;
    }
}
