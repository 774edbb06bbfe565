package dev.laurel.program;

import static dev.laurel.program.Markdown.code;

import dev.laurel.condition.Selector;
import dev.laurel.event.Pricing;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Content;
import dev.laurel.reward.Discount;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.Item;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import dev.laurel.time.Dates;
import dev.laurel.time.Periods;
import java.time.LocalDate;

/** What points buy. */
final class RewardTerms {
    private final LoyaltyProgram program;

    RewardTerms(LoyaltyProgram program) {
        this.program = program;
    }

    void writeTo(Markdown terms) {
        MarkdownTable table = new MarkdownTable("Reward", "Price", "Gives", "Conditions", "At most", "Dates");
        for (Reward reward : program.rewards()) {
            table.row(
                    code(reward.id()),
                    price(reward.price()),
                    content(reward.content()),
                    ConditionTerms.of(reward.conditions()),
                    Wording.limits(reward.limits()),
                    dates(reward.validity()));
        }
        terms.heading(2, "Rewards");
        terms.block(table.text());
        if (has(AmountOff.class)) {
            terms.block(
                    "An amount off can be used where the items that it is taken off cost at least that much without tax.");
        }
        if (has(PercentageOff.class)) {
            terms.block(
                    "A percentage is taken of what the items that it is taken off cost without tax, and rounded down to the"
                            + " smallest unit of the currency.");
        }
        if (program.pricing() == Pricing.GROSS && (has(AmountOff.class) || has(PercentageOff.class))) {
            terms.block("The tax of what something is taken off is lower in proportion.");
        }
        if (has(FreeItem.class)) {
            terms.block("A free item is one piece, the dearest of those that it can be and that are still paid.");
        }
        if (has(PointsAsPayment.class)) {
            terms.block(payments());
        }
        if (program.rewards().stream().filter(RewardTerms::changesOrder).count() > 1) {
            terms.block(
                    "Several rewards of one order are taken off it in the same way, in whatever order they are chosen:"
                            + " free items first, then percentages, then amounts; points pay for what is left. A condition about an"
                            + " order asks for the order as it is before any reward.");
        }
        if (!program.isLongestHoldUsual()) {
            terms.block(holds());
        }
    }

    private static boolean changesOrder(Reward reward) {
        return reward.content() instanceof Discount || reward.content() instanceof PointsAsPayment;
    }

    private String holds() {
        return program.longestHold().isZero()
                ? "Points cannot be set aside for a reward that is not taken yet."
                : "Points can be set aside for a reward that is not taken yet, for at most "
                        + Periods.inWords(program.longestHold()) + ".";
    }

    private String payments() {
        boolean ofPart = program.rewards().stream()
                .anyMatch(reward -> reward.content() instanceof PointsAsPayment payment && payment.needsOrder());
        return "All points that pay for an order together never pay more than what of it takes part in this program costs"
                + " with tax, and its shipping."
                + (ofPart
                        ? " A part of the order is taken of what these items cost with tax after all that is taken off."
                        : "")
                + " What points pay is rounded down to the smallest unit of the currency.";
    }

    private boolean has(Class<? extends Content> kind) {
        return program.rewards().stream().anyMatch(reward -> kind.isInstance(reward.content()));
    }

    private String price(Price price) {
        PointCurrency named = price.currency();
        PointCurrency currency = named == null ? program.points().get(0).currency() : named;
        if (!(price instanceof ChosenPrice chosen)) {
            return Wording.points(currency.points(price.least()));
        }
        String number = chosen.least() == 1
                ? "any number of " + code(currency.id())
                : Wording.points(currency.points(chosen.least())) + " or more";
        return chosen.step() == 1 ? number : number + ", in steps of " + chosen.step();
    }

    /** What a reward or an offer gives. */
    static String content(Content content) {
        if (content instanceof AmountOff off) {
            return off.amount() + " off" + items(off.selector());
        }
        if (content instanceof PercentageOff off) {
            Money most = off.most();
            return off.percentage() + "% off" + items(off.selector()) + (most == null ? "" : ", at most " + most);
        }
        if (content instanceof FreeItem free) {
            return ConditionTerms.isEverything(free.selector())
                    ? "one item free"
                    : "one of the " + ConditionTerms.items(free.selector()) + " free";
        }
        if (content instanceof PointsAsPayment payment) {
            return payment(payment);
        }
        return content instanceof Bonus bonus ? Wording.points(bonus.points()) : code(((Item) content).id());
    }

    private static String items(Selector selector) {
        return ConditionTerms.isEverything(selector) ? "" : " " + ConditionTerms.items(selector);
    }

    private static String payment(PointsAsPayment payment) {
        Ratio percentage = payment.percentage();
        return "a payment of " + payment.worth() + " for each "
                + (payment.points() == 1 ? "point" : payment.points() + " points")
                + (percentage == null ? "" : ", at most " + percentage + "% of the order");
    }

    private static String dates(Dates validity) {
        LocalDate from = validity.from();
        LocalDate to = validity.to();
        if (from == null) {
            return to == null ? "" : "until " + to;
        }
        return "from " + from + (to == null ? "" : " to " + to);
    }
}
