package dev.laurel.rule;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.id.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of a rule that all rules have in common. */
final class RuleTexts {
    private static final int MAX_REASON_LENGTH = 500;

    private RuleTexts() {}

    static void check(String id, @Nullable String reason) {
        Identifiers.declaredId("rule id", id);
        if (reason != null) {
            Identifiers.text("reason", reason, MAX_REASON_LENGTH);
        }
    }

    /** What it does, of what, and when. */
    static StringBuilder start(PurchaseRule rule) {
        StringBuilder text =
                new StringBuilder(rule.id()).append(": ").append(rule.effect().describe());
        text.append(", of ").append(rule.selector().describe());
        for (PurchaseCondition condition : rule.conditions()) {
            text.append(", where ").append(condition.describe());
        }
        return text;
    }

    /** The caps, in an order of their own: that of their declaration has no influence. */
    static void addCaps(StringBuilder text, List<Cap> caps) {
        caps.stream()
                .map(Cap::describe)
                .sorted()
                .forEach(cap -> text.append(", at most ").append(cap));
    }
}
