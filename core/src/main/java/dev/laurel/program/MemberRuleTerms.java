package dev.laurel.program;

import static dev.laurel.program.Markdown.code;
import static dev.laurel.program.Markdown.escaped;

import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.ActivityWith;
import dev.laurel.occasion.Occasion;
import dev.laurel.rule.MemberEffect;
import dev.laurel.rule.MemberRule;
import dev.laurel.time.Periods;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What follows from what members do beside buying. */
final class MemberRuleTerms {
    private final LoyaltyProgram program;

    MemberRuleTerms(LoyaltyProgram program) {
        this.program = program;
    }

    void writeTo(Markdown terms) {
        if (program.memberRules().isEmpty()) {
            return;
        }
        terms.block("These follow from other things than purchases:");
        terms.block(program.memberRules().stream()
                .map(rule -> Markdown.item(0, words(rule)))
                .collect(Collectors.joining("\n")));
    }

    private String words(MemberRule rule) {
        List<String> sentences = new ArrayList<>();
        sentences.add(code(rule.id()) + ": " + words(rule.effect()) + " " + words(rule.occasion())
                + (rule.conditions().isEmpty() ? "" : ", " + ConditionTerms.of(rule.conditions())) + ".");
        rule.available()
                .ifPresent(moment -> sentences.add(
                        "The points can be used " + Wording.moment(moment, "then") + "; until then they are pending."));
        rule.expiry()
                .ifPresent(expiry -> sentences.add("They expire "
                        + Wording.moment(expiry.date(), expiry.isFromAvailability() ? "they became available" : "then")
                        + ", whatever is said below of other points."));
        sentences.addAll(Wording.caps(rule.caps()));
        EarningTerms.addReason(sentences, rule);
        return String.join(" ", sentences);
    }

    private String words(MemberEffect effect) {
        if (effect instanceof MemberEffect.Earns earns) {
            return program.points().size() == 1
                    ? Wording.count(earns.points().count(), "point")
                    : Wording.points(earns.points());
        }
        if (effect instanceof MemberEffect.GrantsFor grants) {
            return "the tier " + code(grants.tier().id()) + " for " + Periods.inWords(grants.period()) + " more";
        }
        MemberEffect.GrantsUntil grants = (MemberEffect.GrantsUntil) effect;
        return "the tier " + code(grants.tier().id()) + " until " + Wording.moment(grants.until(), "then");
    }

    /** In words that read after what it gives. */
    private static String words(Occasion occasion) {
        if (occasion instanceof ActivityKind kind) {
            return "for each " + code(kind.name());
        }
        if (occasion instanceof ActivityWith with) {
            return "for each " + code(with.kind().name()) + " whose " + escaped(with.attribute()) + " is "
                    + with.values().stream().map(Markdown::escaped).collect(Collectors.joining(" or "));
        }
        return "for the enrollment";
    }
}
