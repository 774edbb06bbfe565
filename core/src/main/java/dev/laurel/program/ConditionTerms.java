package dev.laurel.program;

import static dev.laurel.program.Markdown.code;
import static dev.laurel.program.Markdown.escaped;

import com.google.common.collect.Iterables;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Scope;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.tier.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Conditions and selectors in words. They may be anybody's, so they say themselves what they are; the commonest of Laurel's own
 * are recognized by being equal to them, and said in plainer words.
 */
final class ConditionTerms {
    private ConditionTerms() {}

    /** All conditions in words that follow something, such as {@code for members who are `vib`}; empty without any. */
    static String of(List<? extends PurchaseCondition> conditions) {
        return conditions.stream().map(ConditionTerms::of).collect(Collectors.joining(", "));
    }

    private static String of(PurchaseCondition condition) {
        Scope scope = condition.scope();
        LocalDate from = scope.from();
        LocalDate to = scope.to();
        if (from != null && to != null && Conditions.during(from, to).equals(condition)) {
            return "from " + from + " to " + to;
        }
        Tier tier = single(condition.mentions().tiers());
        if (tier != null && Conditions.memberIs(tier).equals(condition)) {
            return "for members who are " + code(tier.id());
        }
        if (tier != null && Conditions.memberIsAtLeast(tier).equals(condition)) {
            return "for members who are " + code(tier.id()) + " or higher";
        }
        return "where " + escaped(condition.describe());
    }

    private static @Nullable Tier single(Set<Tier> tiers) {
        return tiers.size() == 1 ? Iterables.getOnlyElement(tiers) : null;
    }

    /** The lines that a selector chooses, as members see them: items. */
    static String items(Selector selector) {
        return Selectors.discounted().equals(selector)
                ? "discounted items"
                : "items of " + escaped(selector.describe());
    }

    static boolean isEverything(Selector selector) {
        return Selectors.everything().equals(selector);
    }
}
