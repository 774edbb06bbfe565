package dev.laurel.program;

import static dev.laurel.program.Markdown.code;

import dev.laurel.condition.Question;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Offer;
import dev.laurel.time.Moment;
import dev.laurel.time.Periods;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What members get without paying for it: gifts to claim, and benefits. */
final class OfferTerms {
    private final LoyaltyProgram program;

    OfferTerms(LoyaltyProgram program) {
        this.program = program;
    }

    void writeGiftsTo(Markdown terms) {
        terms.heading(2, "Gifts");
        for (Offer offer : program.offers()) {
            terms.heading(3, code(offer.id()));
            List<String> items = new ArrayList<>();
            if (offer.occasion() instanceof BirthdayOccasion birthday) {
                addBirthday(items, birthday);
            }
            if (!offer.conditions().isEmpty()) {
                items.add(Markdown.item(0, "Only " + ConditionTerms.of(offer.conditions()) + "."));
            }
            addChoices(items, offer.choices());
            if (offer.mentions().questions().stream().anyMatch(OfferTerms::isAskedOfOpening)) {
                items.add(Markdown.item(
                        0,
                        "How long a member has been enrolled, and whether there was any purchase, is asked as it was when"
                                + " the time began in which it can be claimed."));
            }
            terms.block(String.join("\n", items));
        }
    }

    private static boolean isAskedOfOpening(Question question) {
        return question == Question.ENROLLMENT || (question instanceof SumUpTo upTo && upTo.isOfAnyPurchase());
    }

    private static void addBirthday(List<String> items, BirthdayOccasion birthday) {
        items.add(Markdown.item(0, "It can be claimed " + opening(birthday.opening()) + "."));
        for (BirthdayOccasion.TierOpening other : birthday.tierOpenings()) {
            items.add(Markdown.item(
                    1,
                    "For members who are " + code(other.tier().id()) + " or higher: " + opening(other.opening())
                            + "."));
        }
        if (birthday.tierOpenings().size() > 1) {
            items.add(Markdown.item(1, "If several of these apply to a member, the last one counts."));
        }
        items.add(Markdown.item(
                0,
                "It can be claimed once for each birthday. Birthdays for which it is claimed lie at least "
                        + BirthdayOccasion.LEAST_DAYS_BETWEEN
                        + " days apart, however often the date on file is changed."));
        items.add(Markdown.item(0, onFile(birthday.knownFor())));
        Period purchasedFor = birthday.purchasedFor();
        if (purchasedFor != null) {
            items.add(Markdown.item(0, purchase(purchasedFor)));
        }
    }

    private static String opening(BirthdayOccasion.Opening opening) {
        Moment until = opening.until();
        if (until == null) {
            return "in the calendar month of the birthday";
        }
        if (until instanceof Moment.After after && after.period().toTotalMonths() == 0) {
            long more = after.period().get(ChronoUnit.DAYS) - 1;
            return more < 1
                    ? "on the birthday"
                    : "on the birthday and the " + (more == 1 ? "day" : more + " days") + " after it";
        }
        return "from the birthday on until " + Wording.moment(until, "it begins");
    }

    private static String onFile(Period period) {
        return period.isZero()
                ? "The birthday must be on file."
                : "The birthday must have been on file for at least " + Periods.inWords(period) + " before the claim.";
    }

    private static String purchase(Period period) {
        return "A purchase must have been made at least " + Periods.inWords(period)
                + " before the time began in which it can be claimed.";
    }

    private static void addChoices(List<String> items, List<Choice> choices) {
        if (choices.size() == 1) {
            items.add(Markdown.item(0, "It gives " + choice(choices.get(0)) + "."));
            return;
        }
        items.add(Markdown.item(0, "It gives one of these, as the member chooses:"));
        choices.forEach(choice -> items.add(Markdown.item(1, choice(choice))));
    }

    private static String choice(Choice choice) {
        String content = RewardTerms.content(choice.content());
        return choice.conditions().isEmpty() ? content : content + ", " + ConditionTerms.of(choice.conditions());
    }

    void writeBenefitsTo(Markdown terms) {
        MarkdownTable table = new MarkdownTable("Benefit", "For whom");
        for (Benefit benefit : program.benefits()) {
            String conditions = ConditionTerms.of(benefit.conditions());
            table.row(code(benefit.id()), conditions.isEmpty() ? "for every member" : conditions);
        }
        terms.heading(2, "Benefits");
        terms.block(table.text());
    }
}
