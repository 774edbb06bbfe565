package dev.laurel.program;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Scope;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Choice;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Content;
import dev.laurel.reward.Discount;
import dev.laurel.reward.Offer;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the rewards, offers and benefits of a program. */
final class OfferingsCheck {
    private static final String OWN_ID = "give it its own id: entries name what brought them about by it";

    private final LoyaltyProgram.Builder program;
    private final AnswersCheck answers;
    private final Set<String> rules = new HashSet<>();
    private final Set<String> rewards = new HashSet<>();

    OfferingsCheck(LoyaltyProgram.Builder program, AnswersCheck answers) {
        this.program = program;
        this.answers = answers;
        program.rules.forEach(rule -> rules.add(rule.id()));
    }

    void check() {
        checkRewards();
        checkOffers();
        checkBenefits();
    }

    private void checkRewards() {
        for (Reward reward : program.rewards) {
            String where = "reward '" + reward.id() + "'";
            if (!rewards.add(reward.id())) {
                answers.problem(where, "has an id that another reward has", "give each reward its own id");
            } else if (rules.contains(reward.id())) {
                answers.problem(where, "has an id that a rule has", OWN_ID);
            }
            checkPrice(where, reward.price());
            answers.check(where, partsOf(reward), () -> checkParts(where, reward), reward::describe);
        }
    }

    private static List<Supplier<String>> partsOf(Reward reward) {
        List<Supplier<String>> parts = new ArrayList<>();
        reward.conditions().forEach(condition -> parts.add(condition::describe));
        if (reward.content() instanceof Discount discount) {
            parts.add(discount.selector()::describe);
        }
        return parts;
    }

    private void checkPrice(String where, Price price) {
        PointCurrency currency = price.currency();
        if (currency != null && answers.isNowhere(currency)) {
            answers.problem(
                    where,
                    "costs '" + currency.id() + "', which is no currency of the program",
                    "declare it with points(…)");
        }
    }

    private void checkParts(String where, Reward reward) {
        answers.checkMentions(where, reward.mentions());
        checkContent(where, reward.content());
        if (reward.content() instanceof Bonus) {
            answers.problem(where, "gives points for points", "give something else, or adjust the price");
        }
        if (reward.content() instanceof PointsAsPayment payment) {
            checkPayment(where, reward.price().least(), payment);
        } else if (reward.price() instanceof ChosenPrice) {
            answers.problem(
                    where,
                    "gives the same for whatever number of points a customer chooses",
                    "let the points pay at a rate, or set a fixed price");
        }
        if (answers.isEmpty(scopeOf(reward))) {
            answers.problem(
                    where, "can never be had", "mend its conditions, dates or selector, which exclude one another");
        }
        Set<String> counted = new HashSet<>();
        for (UseCap limit : reward.limits()) {
            answers.time(where).check(limit.window());
            if (!counted.add(String.valueOf(limit.window()))) {
                answers.problem(where, "has two limits that count the same", "keep the lower one");
            }
        }
    }

    private void checkPayment(String where, long least, PointsAsPayment payment) {
        if (least > payment.mostPoints()) {
            answers.problem(
                    where,
                    "costs " + least + " points, which are worth more than an amount of money can be",
                    "lower the price, or what a point is worth");
        } else if (payment.worthOf(least).isZero()) {
            answers.problem(
                    where,
                    "lets " + least + (least == 1 ? " point" : " points")
                            + " pay less than the currency's smallest unit, which is nothing",
                    "let it cost at least as many points as pay one");
        }
    }

    private static Scope scopeOf(Reward reward) {
        Dates validity = reward.validity();
        Scope scope = scopeOf(reward.conditions()).and(new Scope(validity.from(), validity.to(), null, Set.of()));
        return reward.content() instanceof Discount discount
                ? scope.and(discount.selector().scope())
                : scope;
    }

    private static Scope scopeOf(List<? extends PurchaseCondition> conditions) {
        Scope scope = Scope.ANY;
        for (PurchaseCondition condition : conditions) {
            scope = scope.and(condition.scope());
        }
        return scope;
    }

    private void checkContent(String where, Content content) {
        if (content instanceof Bonus bonus && answers.isUnknown(bonus.points().currency())) {
            answers.problem(
                    where,
                    "gives '" + bonus.points().currency().id() + "', which is no currency of the program",
                    "declare it with points(…)");
        }
    }

    private void checkOffers() {
        Set<String> seen = new HashSet<>();
        for (Offer offer : program.offers) {
            String where = "offer '" + offer.id() + "'";
            if (!seen.add(offer.id())) {
                answers.problem(where, "has an id that another offer has", "give each offer its own id");
            } else if (rules.contains(offer.id()) || rewards.contains(offer.id())) {
                answers.problem(where, "has an id that a rule or reward has", OWN_ID);
            }
            List<Supplier<String>> parts = new ArrayList<>();
            offer.conditions().forEach(condition -> parts.add(condition::describe));
            for (Choice choice : offer.choices()) {
                choice.conditions().forEach(condition -> parts.add(condition::describe));
            }
            answers.check(where, parts, () -> checkParts(where, offer), offer::describe);
        }
    }

    private void checkParts(String where, Offer offer) {
        answers.checkMentions(where, offer.mentions());
        if (offer.occasion() instanceof BirthdayOccasion birthday) {
            checkOccasion(where, birthday);
        }
        Scope scope = scopeOf(offer.conditions());
        if (answers.isEmpty(scope)) {
            answers.problem(where, "is made to nobody", "mend its conditions, which exclude one another");
        }
        for (Choice choice : offer.choices()) {
            checkContent(where, choice.content());
            if (!answers.isEmpty(scope) && answers.isEmpty(scope.and(scopeOf(choice.conditions())))) {
                answers.problem(
                        where,
                        "gives " + choice.content().describe() + " to nobody",
                        "mend its conditions, which exclude one another");
            }
        }
    }

    private void checkOccasion(String where, BirthdayOccasion birthday) {
        checkPeriod(where, "a birthday on file", birthday.knownFor());
        if (birthday.purchasedFor() != null) {
            checkPeriod(where, "a purchase made", birthday.purchasedFor());
        }
        checkOpening(where, birthday.opening());
        @Nullable Tier highest = null;
        for (BirthdayOccasion.TierOpening other : birthday.tierOpenings()) {
            checkOpening(where, other.opening());
            int rank = rankOf(other.tier());
            if (rank >= 0 && highest != null && rank <= rankOf(highest)) {
                answers.problem(
                        where,
                        "has an opening from tier '" + other.tier().id() + "' on that hides the one from tier '"
                                + highest.id() + "' on",
                        "name each tier once, in ascending order");
            }
            highest = highest == null || rank > rankOf(highest) ? other.tier() : highest;
        }
    }

    private void checkOpening(String where, BirthdayOccasion.Opening opening) {
        Moment until = opening.until();
        if (until == null) {
            return;
        }
        answers.time(where).check(until, "is open until a moment");
        if (until.mostDays() > BirthdayOccasion.MOST_DAYS_OPEN) {
            answers.problem(
                    where,
                    "is open " + opening.describe() + ", which can be more than " + BirthdayOccasion.MOST_DAYS_OPEN
                            + " days",
                    "open it for less, so that two birthdays never meet");
        }
    }

    /** The place of a tier, or -1 where the program does not have it. */
    private int rankOf(Tier tier) {
        Ladder ladder = program.ladderOf(tier);
        return ladder == null ? -1 : ladder.rankOf(tier);
    }

    private void checkPeriod(String where, String what, Period period) {
        if (ProgramCheck.isVast(period)) {
            answers.problem(where, "needs " + what + " for " + period, "give a period of at most 1000 years");
        }
    }

    private void checkBenefits() {
        Set<String> seen = new HashSet<>();
        for (Benefit benefit : program.benefits) {
            String where = "benefit '" + benefit.id() + "'";
            if (!seen.add(benefit.id())) {
                answers.problem(where, "has an id that another benefit has", "give each benefit its own id");
            }
            List<Supplier<String>> parts = new ArrayList<>();
            benefit.conditions().forEach(condition -> parts.add(condition::describe));
            answers.check(
                    where,
                    parts,
                    () -> {
                        answers.checkMentions(where, benefit.mentions());
                        if (answers.isEmpty(scopeOf(benefit.conditions()))) {
                            answers.problem(
                                    where, "can never be had", "mend its conditions, which exclude one another");
                        }
                    },
                    benefit::describe);
        }
    }
}
