package dev.laurel.program;

import static dev.laurel.program.Markdown.code;
import static dev.laurel.program.Markdown.escaped;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.PurchaseMeasure;
import dev.laurel.occasion.SumUpTo;
import java.util.List;

/** What is counted, where rules and others ask for it. */
final class CounterTerms {
    private final List<SumUpTo> sums;

    CounterTerms(List<SumUpTo> sums) {
        this.sums = sums;
    }

    void writeTo(Markdown terms) {
        terms.heading(2, "What is counted");
        List<String> items = sums.stream()
                .map(upTo -> upTo.sum().counter())
                .distinct()
                .map(counter -> Markdown.item(0, code(counter.id()) + " is " + words(counter) + "."))
                .toList();
        terms.block(String.join("\n", items));
        terms.block(
                "Where it is asked how much that is, it is what it was before the purchase, redemption or claim that asks. What is returned counts no"
                        + " longer.");
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
