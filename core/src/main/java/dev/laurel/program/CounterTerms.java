package dev.laurel.program;

import static dev.laurel.program.Markdown.code;
import static dev.laurel.program.Markdown.escaped;

import com.google.common.collect.Streams;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Question;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.PurchaseMeasure;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is counted, where rules and others ask for it. */
final class CounterTerms {
    private final List<SumUpTo> sums;

    /** Before what a condition asks; a tier goes by what is counted after the purchase. */
    private final List<String> asking;

    CounterTerms(LoyaltyProgram program) {
        sums = program.sums();
        asking = new ArrayList<>();
        List<Counter<?>> counters = new ArrayList<>();
        sums.forEach(upTo -> counters.add(upTo.sum().counter()));
        addIfAnyAsks(
                "purchase",
                Streams.concat(
                        program.rules().stream().map(Rule::mentions),
                        counters.stream()
                                .filter(counter -> !isOfActivities(counter))
                                .map(Counter::mentions)));
        addIfAnyAsks(
                "activity",
                counters.stream().filter(CounterTerms::isOfActivities).map(Counter::mentions));
        addIfAnyAsks("redemption", program.rewards().stream().map(Reward::mentions));
        addIfAnyAsks("claim", program.offers().stream().map(Offer::mentions));
    }

    private static boolean isOfActivities(Counter<?> counter) {
        return counter instanceof MemberCounter<?> ofMember && ofMember.measure() instanceof MemberMeasure.Activities;
    }

    private void addIfAnyAsks(String what, Stream<Mentions> parts) {
        boolean isOffer = what.equals("claim");
        if (parts.flatMap(mentions -> mentions.questions().stream()).anyMatch(question -> asks(question, isOffer))) {
            asking.add(what);
        }
    }

    /** Whether a sum is asked for; an offer that asks for any purchase asks what was so when it opened. */
    private static boolean asks(Question question, boolean isOffer) {
        return question instanceof Sum || (question instanceof SumUpTo upTo && !(isOffer && upTo.isOfAnyPurchase()));
    }

    void writeTo(Markdown terms) {
        terms.heading(2, "What is counted");
        List<String> items = sums.stream()
                .map(upTo -> upTo.sum().counter())
                .distinct()
                .map(counter -> Markdown.item(0, code(counter.id()) + " is " + words(counter) + "."))
                .toList();
        terms.block(String.join("\n", items));
        String asked = asking.isEmpty()
                ? ""
                : "Where it is asked how much that is, it is what it was before the " + Wording.listed(asking, "or")
                        + " that asks. ";
        terms.block(asked + "What is returned counts no longer.");
    }

    private static String words(Counter<?> counter) {
        if (counter instanceof MemberCounter<?> ofMember) {
            return measure(ofMember.measure()) + conditions(ofMember.conditions());
        }
        PurchaseCounter<?> ofPurchases = (PurchaseCounter<?>) counter;
        String of = ConditionTerms.isEverything(ofPurchases.selector())
                ? ""
                : ", counting only " + ConditionTerms.items(ofPurchases.selector());
        return measure(ofPurchases.measure()) + of + conditions(ofPurchases.conditions());
    }

    private static String conditions(List<? extends PurchaseCondition> conditions) {
        return conditions.isEmpty() ? "" : ", " + ConditionTerms.of(conditions);
    }

    private static String measure(MemberMeasure measure) {
        return measure instanceof MemberMeasure.Earned earned
                ? "how many " + code(earned.currency().id()) + " a member has earned"
                : "how often a member has done "
                        + code(((MemberMeasure.Activities) measure).kind().name());
    }

    private static String measure(PurchaseMeasure measure) {
        if (measure instanceof PurchaseMeasure.Distinct distinct) {
            return "how many different " + escaped(distinct.property().describe()) + " a member buys of";
        }
        if (!(measure instanceof PurchaseMeasure.Usual usual)) {
            return escaped(measure.describe()) + " of a member's purchases";
        }
        return switch (usual) {
            case SPEND -> "what a member's purchases cost, after discounts and without what earns nothing";
            case PURCHASES -> "how many purchases a member makes";
            case QUANTITY -> "how many items a member buys";
            case DAYS -> "on how many days a member buys something";
        };
    }
}
