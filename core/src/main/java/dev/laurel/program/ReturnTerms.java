package dev.laurel.program;

import static dev.laurel.program.Markdown.code;

import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.time.Periods;
import java.util.ArrayList;
import java.util.List;

/** What a return takes back, and until when it can. */
final class ReturnTerms {
    private final LoyaltyProgram program;

    ReturnTerms(LoyaltyProgram program) {
        this.program = program;
    }

    void writeTo(Markdown terms) {
        terms.heading(2, "Returns");
        if (program.returnPeriod().isZero()) {
            terms.block("No return of a purchase is accepted.");
            return;
        }
        terms.block("A return is accepted for " + Periods.inWords(program.returnPeriod())
                + " after the purchase. It takes back what the purchase earned by the terms that were in force then: of each"
                + " item that is returned its share of the points, and all of them once everything is returned. Points of the"
                + " purchase that expired unused count as taken back first. Points that paid for what is returned go back to"
                + " the member, with the dates on which they expire.");
        List<String> others = new ArrayList<>();
        for (PurchaseRule rule : program.purchaseRules()) {
            if (rule instanceof EarnRule earns && !earns.returns().equals(TermsOfReturn.BY_LINE)) {
                others.add(
                        Markdown.item(0, "The points of " + code(rule.id()) + " are " + words(earns.returns()) + "."));
            }
        }
        if (!others.isEmpty()) {
            terms.block(String.join("\n", others));
        }
        program.ladders().stream()
                .filter(ladder -> ladder.window().isPresent())
                .map(ladder -> afterReturn(ladder, program.ladders().size() > 1))
                .forEach(terms::block);
    }

    private static String words(TermsOfReturn terms) {
        if (terms instanceof TermsOfReturn.ByPurchase) {
            return "taken back in the proportion of what is returned to the whole purchase";
        }
        if (terms instanceof TermsOfReturn.WorkedOutAnew anew) {
            return "worked out anew on what is not returned, and what they are more than that is taken back"
                    + (MoneySteps.areFalling(anew.steps())
                            ? "; what was taken back stays so when a step below gives more"
                            : "");
        }
        if (terms instanceof TermsOfReturn.ByLine) {
            return "taken back by each item that is returned in its proportion";
        }
        if (terms instanceof TermsOfReturn.LostBelow below) {
            return "lost when what is not returned costs less than " + below.minimum();
        }
        if (terms instanceof TermsOfReturn.LostOnAnyReturn) {
            return "lost when anything is returned";
        }
        return terms instanceof TermsOfReturn.LostOnFullReturn
                ? "lost when everything is returned, and kept until then"
                : "kept, whatever is returned";
    }

    private static String afterReturn(Ladder ladder, boolean isNamed) {
        return "What is returned no longer counts toward a tier" + (isNamed ? " of " + code(ladder.id()) : "") + ". "
                + switch (ladder.afterReturn()) {
                    case KEPT_UNTIL_REVIEW -> "A tier that is held is kept to its end all the same.";
                    case JUDGED_ANEW -> "A tier that is no longer reached without it is lost at once.";
                };
    }
}
