package dev.laurel.program;

import com.google.common.math.LongMath;
import dev.laurel.condition.OrderTotal;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selectors;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.PurchaseMeasure;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumOccasion;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.time.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what is not wrong with a program that has no problems, but may not be meant. */
final class ProgramWarnings {
    private static final String PROGRAM = "program";

    private final LoyaltyProgram.Builder program;
    private final List<ProgramProblem> warnings = new ArrayList<>();
    private final Map<PointCurrency, Long> mostEverGiven = new HashMap<>();

    ProgramWarnings(LoyaltyProgram.Builder program) {
        this.program = program;
    }

    List<ProgramProblem> warnings() {
        if (program.money != null) {
            new ExclusionsCheck(program).giftCards(program.money).ifPresent(warnings::add);
        }
        if (program.rules.stream().noneMatch(PurchaseRule.class::isInstance)) {
            warn(
                    PROGRAM,
                    "has no rules on purchases, so these earn nothing",
                    "add one with earn(…) if that is not meant");
        }
        program.caps.forEach(this::warnOfCap);
        program.points.forEach(this::warnOfTransfers);
        program.rules.forEach(this::warnOfSplitting);
        program.rules.forEach(this::warnOfComingFirstAgain);
        program.rules.forEach(this::warnOfSteps);
        program.rules.forEach(this::warnOfKeeping);
        program.rewards.forEach(this::warnOfPrice);
        return warnings;
    }

    private void warn(String where, String wrong, String remedy) {
        warnings.add(new ProgramProblem(where, wrong, remedy));
    }

    private void warnOfCap(Cap cap) {
        if (cap instanceof PointCap points
                && earning(points.most().currency()).findAny().isEmpty()
                && awarding(points.most().currency()).findAny().isEmpty()) {
            warn(
                    PROGRAM,
                    "has a cap of '" + points.most().currency().id() + "', which no rule earns",
                    "add a rule that earns them, or leave out the cap, if that is not meant");
        }
    }

    private void warnOfTransfers(PointPolicy policy) {
        if (isSentAtOnce(policy)) {
            warn(
                    "point currency '" + policy.currency().id() + "'",
                    "can be transferred as soon as it is earned, so it can be gone when the order is returned or the claim cancelled",
                    "ask for an age with transferableAfter(…), or hold back what rules award");
        }
    }

    /** Whether customers may give points to each other whose order can still be returned, or whose claim be cancelled. */
    private boolean isSentAtOnce(PointPolicy policy) {
        PointCurrency currency = policy.currency();
        return policy.transferAge() != null
                && policy.transferAge().isZero()
                && (earning(currency).anyMatch(rule -> rule.available() == null)
                        || awarding(currency).anyMatch(rule -> rule.available().isEmpty())
                        || program.offers.stream().anyMatch(offer -> gives(offer, currency)));
    }

    private static boolean gives(Offer offer, PointCurrency currency) {
        return offer.choices().stream()
                .anyMatch(choice -> choice.content() instanceof Bonus bonus
                        && bonus.points().currency().equals(currency));
    }

    /** The rules that earn points of a currency by themselves. */
    private Stream<EarnRule> earning(PointCurrency currency) {
        return program.rules.stream()
                .flatMap(rule -> rule instanceof EarnRule earns ? Stream.of(earns) : Stream.empty())
                .filter(rule -> currency.equals(orFirst(rule.currency())));
    }

    /** The rules on a member that earn points of a currency. */
    private Stream<MemberRule> awarding(PointCurrency currency) {
        return program.rules.stream()
                .flatMap(rule -> rule instanceof MemberRule onMember ? Stream.of(onMember) : Stream.empty())
                .filter(rule -> rule.points().stream()
                        .anyMatch(points -> points.currency().equals(currency)));
    }

    private PointCurrency orFirst(@Nullable PointCurrency currency) {
        return currency == null ? program.points.get(0).currency() : currency;
    }

    private void warnOfSplitting(Rule rule) {
        Rounding rounding = roundingOf(rule);
        if (rounding != null && rounding.rewardsSplitting()) {
            warn(
                    "rule '" + rule.id() + "'",
                    "is " + rounding.describe() + ", so an order that is split can earn more than the whole",
                    "round down if that is not meant");
        }
    }

    /** Whoever returns a little of an order that was counted keeps its points, and the next order finds as few as before it. */
    private void warnOfComingFirstAgain(Rule rule) {
        if (rule instanceof EarnRule earns) {
            for (PurchaseCondition condition : earns.conditions()) {
                Sum.boundedBy(condition)
                        .filter(sum -> totalsOf(sum.counter()).stream()
                                .anyMatch(total -> !isLostBelow(earns.returns(), total)))
                        .ifPresent(sum -> warnOfComingFirstAgain(earns, sum));
            }
        }
    }

    private void warnOfComingFirstAgain(EarnRule rule, Sum sum) {
        warn(
                "rule '" + rule.id() + "'",
                "asks for few purchases by counter '" + sum.counter().id() + "', which counts none any more of which a"
                        + " return leaves less than a total, but keeps points of it, so the next can earn them again",
                "take them back with lostBelow(…) of that total, or LOST_ON_ANY_RETURN, if that is not meant");
    }

    /** What must be left of a purchase for a counter of purchases to count it. */
    private static List<OrderTotal> totalsOf(Counter<?> counter) {
        return counter instanceof PurchaseCounter<?> ofPurchases
                        && ofPurchases.measure() == PurchaseMeasure.Usual.PURCHASES
                ? ofPurchases.conditions().stream()
                        .flatMap(condition -> totalsOf(condition).stream())
                        .toList()
                : List.of();
    }

    /** None of a condition of somebody's that fails: the purchases of which it is asked do, too. */
    private static List<OrderTotal> totalsOf(PurchaseCondition condition) {
        try {
            return List.copyOf(condition.totals());
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return List.of();
        }
    }

    /** Whether an award is taken back as a whole once less than a total is left. */
    private static boolean isLostBelow(TermsOfReturn returns, OrderTotal total) {
        return returns instanceof TermsOfReturn.LostOnAnyReturn
                || (returns instanceof TermsOfReturn.LostBelow below
                        && total.lines().equals(Selectors.everything())
                        && below.minimum().compareTo(total.least()) >= 0);
    }

    /** Whoever returns what reached the goal keeps what was given for it. */
    private void warnOfKeeping(Rule rule) {
        if (rule instanceof MemberRule onMember
                && onMember.points().isPresent()
                && onMember.available().isEmpty()
                && onMember.occasion() instanceof SumOccasion on
                && !on.canFall()
                && on.sum().counter() instanceof PurchaseCounter<?>) {
            warn(
                    "rule '" + rule.id() + "'",
                    "gives points on " + on.describe() + ", and keeps them when the orders are returned",
                    "hold them back with availableFrom(…) if that is not meant");
        }
    }

    private void warnOfSteps(Rule rule) {
        if (rule instanceof EarnRule earns
                && earns.effect().amount() instanceof MoneySteps steps
                && steps.areFalling()) {
            warn(
                    "rule '" + rule.id() + "'",
                    "has a step that gives less for its money than one below it, so an order that is split can earn more than the whole",
                    "let steps rise if that is not meant");
        }
    }

    /** How what the rule gives is rounded, or null if it is rounded with the rule that it multiplies. */
    private static @Nullable Rounding roundingOf(Rule rule) {
        if (rule instanceof EarnRule earns) {
            return earns.rounding();
        }
        return rule instanceof Multiplier multiplier && multiplier.effect() instanceof Effect.MultipliesRounded rounded
                ? rounded.rounding()
                : null;
    }

    /** Openings, adjustments and transfers bring points that no rule or offer gives. */
    private void warnOfPrice(Reward reward) {
        Price price = reward.price();
        long most = mostEverGiven.computeIfAbsent(orFirst(price.currency()), this::mostEverGiven);
        String where = "reward '" + reward.id() + "'";
        boolean isRetired = program.retired.points().stream()
                .anyMatch(policy -> policy.currency().equals(price.currency()));
        if (isRetired) {
            // An earlier version gave them.
            return;
        }
        if (most == 0) {
            warn(
                    where,
                    "costs points that no rule or offer gives, so only what is brought in some other way can pay it",
                    "add a rule that earns them if that is not meant");
        } else if (most < price.least()) {
            warn(
                    where,
                    "costs " + price.least() + (price instanceof ChosenPrice ? " points or more," : " points,")
                            + " but by their caps all rules together never award more than " + most,
                    "raise a cap, or lower the price, if that is not meant");
        }
    }

    /** How many points of a currency a customer can ever get by rules and offers, if that has a bound. */
    private long mostEverGiven(PointCurrency currency) {
        boolean given = program.offers.stream()
                .flatMap(offer -> offer.choices().stream())
                .anyMatch(choice -> choice.content() instanceof Bonus bonus
                        && bonus.points().currency().equals(currency));
        return given
                ? Long.MAX_VALUE
                : Math.min(
                        mostEver(program.caps, currency),
                        Stream.<Rule>concat(earning(currency), awarding(currency))
                                .mapToLong(rule -> mostEver(rule.caps(), currency))
                                .reduce(0, LongMath::saturatedAdd));
    }

    /** What multipliers add counts for the caps of their rule, so those alone bound it, and those of the program. */
    private static long mostEver(List<Cap> caps, PointCurrency currency) {
        return caps.stream()
                .filter(cap -> cap.window() == Window.EVER)
                .flatMap(cap -> cap instanceof PointCap points ? Stream.of(points.most()) : Stream.empty())
                .filter(most -> most.currency().equals(currency))
                .mapToLong(Points::count)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
