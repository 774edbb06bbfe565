package dev.laurel.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.PointRate;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An amount by steps of a total: what the selected lines cost together, as far as it is paid in money, chooses the step, and all of it
 * earns as that step says. Less than the first step earns nothing.
 *
 * <p>A purchase is rounded once, since the total is that of all its lines. A program refuses steps that do not ascend, and warns of those
 * by which an order that is split can earn more than the whole.
 */
public final class MoneySteps implements Amount {
    private final PointCurrency currency;
    private final ImmutableList<MoneyStep> steps;

    private MoneySteps(PointCurrency currency, ImmutableList<MoneyStep> steps) {
        this.currency = currency;
        this.steps = steps;
    }

    /**
     * From a total on, points at a rate for all of it.
     *
     * @throws IllegalArgumentException if total or points are not positive, or the rate is for items
     */
    public static MoneySteps of(Money from, PointRate rate) {
        return new MoneySteps(rate.points().currency(), ImmutableList.of(step(from, rate)));
    }

    /**
     * From a total on, so many points for all of it.
     *
     * @throws IllegalArgumentException if total or points are not positive
     */
    public static MoneySteps of(Money from, Points points) {
        return new MoneySteps(points.currency(), ImmutableList.of(step(from, points)));
    }

    /**
     * A copy with a step more: from a higher total on, points at a rate for all of it.
     *
     * @throws IllegalArgumentException if total or points are not positive, the rate is for items, or its points are of another currency
     */
    public MoneySteps then(Money from, PointRate rate) {
        return with(step(from, rate), rate.points().currency());
    }

    /**
     * A copy with a step more: from a higher total on, so many points for all of it.
     *
     * @throws IllegalArgumentException if total or points are not positive, or the points are of another currency
     */
    public MoneySteps then(Money from, Points points) {
        return with(step(from, points), points.currency());
    }

    private MoneySteps with(MoneyStep step, PointCurrency given) {
        checkArgument(
                given.equals(currency),
                "steps must give '%s', as the first does, but one gave '%s'",
                currency.id(),
                given.id());
        return new MoneySteps(
                currency,
                ImmutableList.<MoneyStep>builder().addAll(steps).add(step).build());
    }

    private static MoneyStep step(Money from, PointRate rate) {
        Money unit = rate.money();
        checkArgument(unit != null, "a step must give points for money or in all, but gave them for each item");
        return new MoneyStep(positive(from), rate.points().count(), unit, rate.basis() == PointRate.Basis.FULL_MONEY);
    }

    private static MoneyStep step(Money from, Points points) {
        return new MoneyStep(positive(from), points.count(), null, false);
    }

    private static Money positive(Money from) {
        checkArgument(!from.isNegative() && !from.isZero(), "a step must begin above zero, but began at %s", from);
        return from;
    }

    /** The currency of its points. */
    public PointCurrency currency() {
        return currency;
    }

    /** The steps, in their order. */
    public List<MoneyStep> steps() {
        return steps;
    }

    /** The step that so much money reaches, the highest of them; empty if that is less than the first. */
    public Optional<MoneyStep> reachedBy(Ratio total) {
        return steps.reverse().stream().filter(step -> step.isReachedBy(total)).findFirst();
    }

    @Override
    public Ratio of(Selection selection, PurchaseFacts facts) {
        return reachedBy(selection.money())
                .map(step -> step.of(selection.money()))
                .orElse(Ratio.ZERO);
    }

    /** Whether a step gives less for its money than one below it can, so that an order that is split can earn more than the whole. */
    public boolean areFalling() {
        return areFalling(steps);
    }

    /** Whether a step gives less for its money than one before it can. */
    public static boolean areFalling(List<MoneyStep> steps) {
        Ratio best = Ratio.ZERO;
        for (MoneyStep step : steps) {
            Ratio from = step.from().toRatio();
            if (best.signum() > 0 && step.of(from).dividedBy(from).compareTo(best) < 0) {
                return true;
            }
            best = step.bestRate().compareTo(best) > 0 ? step.bestRate() : best;
        }
        return false;
    }

    @Override
    public TermsOfReturn returns() {
        return new TermsOfReturn.WorkedOutAnew(steps);
    }

    @Override
    public Mentions mentions() {
        Mentions mentions = Mentions.NOTHING;
        for (MoneyStep step : steps) {
            mentions = mentions.and(Mentions.of(step.from()));
            mentions = step.unit() == null ? mentions : mentions.and(Mentions.of(step.unit()));
        }
        return mentions;
    }

    @Override
    public String describe() {
        return describe(steps);
    }

    /** Steps in words, such as {@code 5 points per USD 1.00 from USD 50.00 on, 7 points per USD 1.00 from USD 100.00 on}. */
    static String describe(List<MoneyStep> steps) {
        return steps.stream()
                .map(step -> step.describe() + " from " + step.from() + " on")
                .collect(Collectors.joining(", "));
    }

    @Override
    public String inTerms() {
        return steps.stream()
                .map(step -> "from " + step.from() + " on " + step.inTerms())
                .collect(Collectors.joining("; "));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MoneySteps that && currency.equals(that.currency) && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return 31 * currency.hashCode() + steps.hashCode();
    }

    /** The steps. */
    @Override
    public String toString() {
        return "MoneySteps[" + describe() + "]";
    }
}
