package dev.laurel.engine.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableIntArray;
import dev.laurel.condition.LineKey;
import dev.laurel.decision.RuleOutcome.NotConsidered.Reason;
import dev.laurel.event.PurchaseLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the rules that can match a purchase by its time, its member's tier and its lines, without looking at the others. */
final class RuleLookup {
    private final PlannedRule[] rules;
    private final RuleIndex always;
    private final Map<String, RuleIndex> byCategory;
    private final Map<String, RuleIndex> bySku;
    private final Map<String, RuleIndex> byBrand;

    RuleLookup(PlannedRule[] rules) {
        this.rules = rules;
        List<PlannedRule> unkeyed = new ArrayList<>();
        Map<LineKey, List<PlannedRule>> keyed = new HashMap<>();
        for (PlannedRule rule : rules) {
            Set<LineKey> keys = rule.rule().scope().keys();
            if (keys == null) {
                unkeyed.add(rule);
            } else {
                for (LineKey key : keys) {
                    keyed.computeIfAbsent(key, k -> new ArrayList<>()).add(rule);
                }
            }
        }
        always = new RuleIndex(unkeyed);
        byCategory = indexes(keyed, LineKey.Kind.CATEGORY);
        bySku = indexes(keyed, LineKey.Kind.SKU);
        byBrand = indexes(keyed, LineKey.Kind.BRAND);
    }

    private static Map<String, RuleIndex> indexes(Map<LineKey, List<PlannedRule>> keyed, LineKey.Kind kind) {
        ImmutableMap.Builder<String, RuleIndex> indexes = ImmutableMap.builder();
        keyed.forEach((key, rules) -> {
            if (key.kind() == kind) {
                indexes.put(key.value(), new RuleIndex(rules));
            }
        });
        return indexes.buildOrThrow();
    }

    /** The rules that can match a purchase of these lines at a microsecond since 1970. */
    Candidates candidates(List<PurchaseLine> lines, long instant, long tiersHeld) {
        Candidates candidates = new Candidates(instant, tiersHeld);
        always.collect(candidates);
        // One for all lines, where a loop over their categories makes an iterator for each.
        Consumer<String> ofCategory = category -> collect(byCategory.get(category), candidates);
        for (int i = 0; i < lines.size(); i++) {
            PurchaseLine line = lines.get(i);
            if (!byCategory.isEmpty()) {
                line.categories().forEach(ofCategory);
            }
            if (!bySku.isEmpty()) {
                collect(bySku.get(line.sku()), candidates);
            }
            String brand = line.brand();
            if (brand != null && !byBrand.isEmpty()) {
                collect(byBrand.get(brand), candidates);
            }
        }
        candidates.settle();
        return candidates;
    }

    /** The ordinals of the rules that are no candidates, ascending, by the reason. */
    Map<Reason, List<Integer>> leftOut(Candidates candidates) {
        Map<Reason, ImmutableIntArray.Builder> leftOut = new EnumMap<>(Reason.class);
        int next = 0;
        for (int ordinal = 0; ordinal < rules.length; ordinal++) {
            if (next < candidates.size() && candidates.get(next) == ordinal) {
                next++;
            } else {
                Reason reason = rules[ordinal].reasonLeftOut(candidates.instant(), candidates.tiersHeld());
                leftOut.computeIfAbsent(reason, r -> ImmutableIntArray.builder())
                        .add(ordinal);
            }
        }
        return Maps.transformValues(leftOut, ordinals -> ordinals.build().asList());
    }

    private static void collect(@Nullable RuleIndex index, Candidates into) {
        if (index != null) {
            index.collect(into);
        }
    }
}
