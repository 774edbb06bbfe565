package dev.laurel.program;

import static dev.laurel.program.Markdown.code;
import static dev.laurel.program.Markdown.escaped;

import com.google.common.collect.ImmutableListMultimap;
import dev.laurel.event.Pricing;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What earns points, and what does not. */
final class EarningTerms {
    private static final Ratio HALF = Ratio.of(1, 2);

    private final LoyaltyProgram program;
    private final ImmutableListMultimap<String, Multiplier> multipliers;

    EarningTerms(LoyaltyProgram program) {
        this.program = program;
        ImmutableListMultimap.Builder<String, Multiplier> byMultiplied = ImmutableListMultimap.builder();
        for (PurchaseRule rule : program.purchaseRules()) {
            if (rule instanceof Multiplier multiplier) {
                byMultiplied.put(multiplier.effect().rule(), multiplier);
            }
        }
        multipliers = byMultiplied.build();
    }

    void writeTo(Markdown terms) {
        terms.heading(2, "Earning points");
        if (program.purchaseRules().isEmpty()) {
            terms.block("Purchases earn no points.");
        } else {
            terms.block(introduction());
            terms.block(String.join("\n", rules()));
        }
        new MemberRuleTerms(program).writeTo(terms);
        if (program.rules().isEmpty()) {
            return;
        }
        if (!program.caps().isEmpty()) {
            terms.block(String.join(" ", Wording.capsOfProgram(program.caps()))
                    + " What is over is taken from the rules with the last ids first.");
        }
        terms.heading(2, "What earns nothing");
        terms.block(String.join("\n", exclusions()));
        if (!program.ladders().isEmpty()) {
            terms.block("None of this counts toward a tier either.");
        }
        if (!program.exclusions().isEmpty()) {
            terms.block(
                    "Items that earn nothing do not take part in this program: conditions about an order do not count them, rewards"
                            + " take nothing off them, and points do not pay for them.");
        }
    }

    private String introduction() {
        String text = "Purchases earn points by these rules; the points of all rules that apply add up.";
        return asksForTiers() ? text + " The tier that counts is the one held before the purchase." : text;
    }

    /** Whether it matters to a purchase which tier is held. */
    private boolean asksForTiers() {
        return Stream.concat(
                        program.rules().stream().map(Rule::mentions),
                        program.sums().stream().map(upTo -> upTo.sum().counter().mentions()))
                .anyMatch(mentions -> !mentions.tiers().isEmpty());
    }

    /** Each earning rule, and under it the multipliers on it. */
    private List<String> rules() {
        List<String> items = new ArrayList<>();
        for (PurchaseRule rule : program.purchaseRules()) {
            if (rule instanceof EarnRule earns) {
                List<Multiplier> onIt = multipliers.get(rule.id());
                items.add(Markdown.item(0, earning(earns, onIt)));
                onIt.forEach(multiplier -> items.add(Markdown.item(1, multiplying(multiplier))));
            }
        }
        return items;
    }

    private String earning(EarnRule rule, List<Multiplier> multipliers) {
        Amount amount = rule.effect().amount();
        List<String> sentences = new ArrayList<>();
        sentences.add(name(rule) + ": " + amount(rule, amount) + conditions(rule) + ".");
        if (amount instanceof MoneySteps steps) {
            sentences.add("The highest step that the total reaches counts for all of it; less than "
                    + steps.steps().get(0).from() + " earns nothing.");
        }
        if (rule.method() != null) {
            sentences.add("That is its part of all payments of the order, and no more than is paid in money.");
        }
        if (amount.fixedPoints() == 0) {
            sentences.add(rounding(rule, multipliers));
        }
        if (multipliers.size() > 1) {
            sentences.add(combination(rule.combination(), multipliers.stream().anyMatch(EarningTerms::isBelowOne)));
        }
        if (rule.available() != null) {
            sentences.add("The points can be used " + Wording.momentOfPurchase(rule.available())
                    + "; until then they are pending.");
        }
        if (rule.expiry() != null) {
            sentences.add("They expire "
                    + (rule.expiry().isFromAvailability()
                            ? Wording.moment(rule.expiry().date(), "they became available")
                            : Wording.momentOfPurchase(rule.expiry().date()))
                    + ", whatever is said below of other points.");
        }
        sentences.addAll(Wording.caps(rule.caps()));
        if (!multipliers.isEmpty() && !rule.caps().isEmpty()) {
            sentences.add("What multipliers add counts too.");
        }
        addReason(sentences, rule);
        return String.join(" ", sentences);
    }

    private String name(EarnRule rule) {
        if (program.points().size() == 1) {
            return code(rule.id());
        }
        String currency = rule.currency() == null
                ? program.points().get(0).currency().id()
                : rule.currency().id();
        return code(rule.id()) + " (in " + code(currency) + ")";
    }

    private static String amount(EarnRule rule, Amount amount) {
        String method = rule.method();
        String words = escaped(amount.inTerms()) + (method == null ? "" : ", of the part paid by " + code(method));
        return ConditionTerms.isEverything(rule.selector())
                ? words
                : words + (amount.fixedPoints() > 0 ? " with " : ", on ") + ConditionTerms.items(rule.selector());
    }

    private static String conditions(Rule rule) {
        return rule.conditions().isEmpty() ? "" : ", " + ConditionTerms.of(rule.conditions());
    }

    private static String rounding(EarnRule rule, List<Multiplier> multipliers) {
        boolean isMultiplied =
                multipliers.stream().anyMatch(multiplier -> multiplier.effect() instanceof Effect.MultipliesExact);
        return "The exact amount" + (isMultiplied ? ", with its multipliers," : "") + " is "
                + Wording.rounding(rule.rounding()) + ", " + Wording.step(rule.step()) + ".";
    }

    private static boolean isBelowOne(Multiplier multiplier) {
        return multiplier.effect().factor().compareTo(Ratio.ONE) < 0;
    }

    private static String combination(Combination combination, boolean isOneBelowOne) {
        String example = isOneBelowOne ? "3 times and 0.5 times" : "2 times and 3 times";
        return switch (combination) {
            case ADD ->
                "Multipliers add up: " + example + " together give " + (isOneBelowOne ? "2.5" : "4") + " times.";
            case COMPOUND ->
                "Multipliers multiply one another: " + example + " together give " + (isOneBelowOne ? "1.5" : "6")
                        + " times.";
        };
    }

    private static String multiplying(Multiplier rule) {
        List<String> sentences = new ArrayList<>();
        Effect.Multiplies effect = rule.effect();
        boolean isOfRounded = effect instanceof Effect.MultipliesRounded;
        sentences.add(code(rule.id()) + ": " + times(effect.factor())
                + (isOfRounded ? " the rounded points of " : " the points of ") + code(effect.rule()) + items(rule)
                + conditions(rule) + ".");
        if (effect instanceof Effect.MultipliesRounded rounded) {
            sentences.add("The product is " + Wording.rounding(rounded.rounding()) + " again.");
        }
        sentences.addAll(Wording.capsOfMultiplier(rule.caps()));
        addReason(sentences, rule);
        return String.join(" ", sentences);
    }

    private static String times(Ratio factor) {
        return factor.equals(HALF) ? "half" : factor + " times";
    }

    private static String items(PurchaseRule rule) {
        return ConditionTerms.isEverything(rule.selector()) ? "" : ", on " + ConditionTerms.items(rule.selector());
    }

    static void addReason(List<String> sentences, Rule rule) {
        String reason = rule.reason();
        if (reason != null) {
            sentences.add("Reason: " + Wording.sentence(escaped(reason)));
        }
    }

    private List<String> exclusions() {
        List<String> items = new ArrayList<>();
        program.exclusions().stream()
                .map(exclusion -> Markdown.item(0, ConditionTerms.items(exclusion)))
                .sorted()
                .forEach(items::add);
        String taxes = program.pricing() == Pricing.NET ? "taxes, and " : "";
        items.add(Markdown.item(0, taxes + "shipping that is charged for the order"));
        items.add(Markdown.item(0, "the part of an order that is paid with points"));
        return items;
    }
}
