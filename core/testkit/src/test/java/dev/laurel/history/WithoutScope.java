package dev.laurel.history;

import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selector;
import dev.laurel.event.PurchaseLine;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.Rule;
import java.util.List;

/** The same selectors and conditions without the hint for which purchases they can say yes. */
final class WithoutScope {
    private WithoutScope() {}

    static Rule of(Rule rule) {
        return rule instanceof Multiplier multiplier
                ? of(multiplier)
                : rule instanceof EarnRule earns ? of(earns) : rule;
    }

    private static List<PurchaseCondition> plain(List<PurchaseCondition> conditions) {
        return conditions.stream()
                .map(condition -> (PurchaseCondition) new PlainCondition(condition))
                .toList();
    }

    private static Multiplier of(Multiplier rule) {
        return new Multiplier(
                rule.id(),
                new PlainSelector(rule.selector()),
                plain(rule.conditions()),
                rule.effect(),
                rule.caps(),
                rule.reason());
    }

    private static EarnRule of(EarnRule rule) {
        return new EarnRule(
                rule.id(),
                new PlainSelector(rule.selector()),
                rule.method(),
                plain(rule.conditions()),
                rule.effect(),
                rule.currency(),
                rule.step(),
                rule.rounding(),
                rule.combination(),
                rule.caps(),
                rule.available(),
                rule.expiry(),
                rule.returns(),
                rule.reason());
    }

    private record PlainSelector(Selector selector) implements Selector {
        @Override
        public boolean selects(PurchaseLine line) {
            return selector.selects(line);
        }

        @Override
        public String describe() {
            return selector.describe();
        }
    }

    private record PlainCondition(PurchaseCondition condition) implements PurchaseCondition {
        @Override
        public Finding check(PurchaseFacts facts) {
            return condition.check(facts);
        }

        @Override
        public String describe() {
            return condition.describe();
        }

        @Override
        public Mentions mentions() {
            return condition.mentions();
        }
    }
}
