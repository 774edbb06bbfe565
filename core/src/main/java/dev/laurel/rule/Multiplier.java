package dev.laurel.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that multiplies what another earns. It awards points of the currency of that rule, with its dates and its terms of return, and has
 * none of its own.
 *
 * @param id kebab-case and permanent: it is written into entries
 * @param selector the lines that it is about
 * @param conditions what must hold, all of it, in the order in which they are asked
 * @param effect what it multiplies, and by what
 * @param caps how much it may add
 * @param reason why there is this rule, for the customer, or null
 */
public record Multiplier(
        String id,
        Selector selector,
        List<PurchaseCondition> conditions,
        Effect.Multiplies effect,
        List<Cap> caps,
        @Nullable String reason)
        implements PurchaseRule {
    /**
     * Takes copies of the lists.
     *
     * @throws IllegalArgumentException if the id is not kebab-case or the reason is malformed
     */
    public Multiplier {
        RuleTexts.check(id, reason);
        conditions = ImmutableList.copyOf(conditions);
        caps = ImmutableList.copyOf(caps);
    }

    /** A rule that multiplies the exact amount of another, before it is rounded. */
    public static Multiplier of(String id, EarnRule rule, Ratio factor) {
        return of(id, new Effect.MultipliesExact(rule.id(), factor));
    }

    /** A rule that multiplies the rounded points of another; the product is rounded down again. */
    public static Multiplier ofRounded(String id, EarnRule rule, Ratio factor) {
        return ofRounded(id, rule, factor, Rounding.DOWN);
    }

    /** A rule that multiplies the rounded points of another; the product is rounded again, in this way. */
    public static Multiplier ofRounded(String id, EarnRule rule, Ratio factor, Rounding rounding) {
        return of(id, new Effect.MultipliesRounded(rule.id(), factor, rounding));
    }

    private static Multiplier of(String id, Effect.Multiplies effect) {
        return new Multiplier(id, Selectors.everything(), List.of(), effect, List.of(), null);
    }

    /** A copy about these lines. */
    public Multiplier of(Selector selector) {
        return new Multiplier(id, selector, conditions, effect, caps, reason);
    }

    /** A copy for which these conditions must hold too. */
    public Multiplier where(PurchaseCondition... more) {
        List<PurchaseCondition> all = ImmutableList.copyOf(Iterables.concat(conditions, Arrays.asList(more)));
        return new Multiplier(id, selector, all, effect, caps, reason);
    }

    /** A copy that adds no more than these caps allow too. */
    public Multiplier capped(Cap... more) {
        List<Cap> all = ImmutableList.copyOf(Iterables.concat(caps, Arrays.asList(more)));
        return new Multiplier(id, selector, conditions, effect, all, reason);
    }

    /** A copy with a reason for the customer. */
    public Multiplier because(String reason) {
        return new Multiplier(id, selector, conditions, effect, caps, reason);
    }

    @Override
    public String describe() {
        StringBuilder text = RuleTexts.start(this);
        if (effect instanceof Effect.MultipliesRounded rounded) {
            text.append(", ")
                    .append(rounded.rounding().describe())
                    .append(' ')
                    .append(RoundingStep.PER_PURCHASE.describe());
        }
        RuleTexts.addCaps(text, caps);
        return text.toString();
    }
}
