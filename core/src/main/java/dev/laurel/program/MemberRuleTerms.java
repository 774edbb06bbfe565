package dev.laurel.program;

import static dev.laurel.program.Markdown.code;
import static dev.laurel.program.Markdown.escaped;

import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.ActivityWith;
import dev.laurel.occasion.Occasion;
import dev.laurel.occasion.SumEach;
import dev.laurel.occasion.SumGoal;
import dev.laurel.occasion.SumOccasion;
import dev.laurel.occasion.SumRun;
import dev.laurel.occasion.TierReached;
import dev.laurel.rule.MemberEffect;
import dev.laurel.rule.MemberRule;
import dev.laurel.time.Periods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        whenUndone(rule).ifPresent(sentences::add);
        sentences.addAll(Wording.capsOfMemberRule(rule.caps()));
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
        if (occasion instanceof SumOccasion on) {
            return words(on);
        }
        if (occasion instanceof TierReached on) {
            return "for reaching the tier " + code(on.tier().id())
                    + (on.isPassed() ? ", also on the way to a higher one" : " and no higher one at once");
        }
        return "for the enrollment";
    }

    private static String words(SumOccasion occasion) {
        if (occasion instanceof SumEach each) {
            return "for each full " + escaped(each.stepInWords());
        }
        if (occasion instanceof SumRun run) {
            return "for at least " + escaped(run.goal().leastInWords()) + ", " + run.windows() + " times in a row";
        }
        return "for at least " + escaped(((SumGoal) occasion).leastInWords());
    }

    /** What becomes of points once what they were for is undone. */
    private static Optional<String> whenUndone(MemberRule rule) {
        if (rule.points().isEmpty()) {
            return Optional.empty();
        }
        if (rule.occasion() instanceof TierReached) {
            return Optional.of(
                    rule.keepsWhatIsAvailable()
                            ? "As long as they are pending, they are taken back when a return undoes the tier."
                            : "They are taken back when a return undoes the tier.");
        }
        if (rule.occasion() instanceof SumOccasion on && on.canFall()) {
            return Optional.of(
                    rule.keepsWhatIsAvailable()
                            ? "As long as they are pending, returns take back what is left gives no more."
                            : "Returns take back what is left gives no more.");
        }
        return Optional.empty();
    }
}
