package dev.laurel.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.event.Payment;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.PointRate;
import dev.laurel.ledger.Points;
import dev.laurel.money.Rounding;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which purchases earn points.
 *
 * @param id kebab-case and permanent: it is written into entries
 * @param selector the lines that it is about
 * @param method the payment method, of what which paid of the lines it is only about, or null for all that was paid in money
 * @param conditions what must hold, all of it, in the order in which they are asked
 * @param effect what it earns
 * @param currency the point currency of what it earns, or null for the program's first
 * @param step on what the award is rounded
 * @param rounding how it is rounded
 * @param combination how the multipliers on it combine
 * @param caps how much it may award, its multipliers included
 * @param available from when its points can be spent, from the purchase, or null for at once
 * @param expiry when its points expire, or null for when those of their currency do
 * @param returns what becomes of what it awards when the purchase is returned, as its amount has it unless said
 * @param reason why there is this rule, for the customer, or null
 */
public record EarnRule(
        String id,
        Selector selector,
        @Nullable String method,
        List<PurchaseCondition> conditions,
        Effect.Earns effect,
        @Nullable PointCurrency currency,
        RoundingStep step,
        Rounding rounding,
        Combination combination,
        List<Cap> caps,
        @Nullable Moment available,
        @Nullable Expiry expiry,
        TermsOfReturn returns,
        @Nullable String reason)
        implements PurchaseRule {
    /**
     * Takes copies of the lists.
     *
     * @throws IllegalArgumentException if the id is not kebab-case, or the payment method or the reason is malformed
     */
    public EarnRule {
        RuleTexts.check(id, reason);
        if (method != null) {
            Identifiers.text("payment method", method, Payment.MAX_METHOD_LENGTH);
        }
        conditions = ImmutableList.copyOf(conditions);
        caps = ImmutableList.copyOf(caps);
    }

    /** A rule that earns an amount: for every purchase and all its lines, rounded down once per purchase. */
    public static EarnRule earning(String id, Amount amount) {
        return new EarnRule(
                id,
                Selectors.everything(),
                null,
                List.of(),
                new Effect.Earns(amount),
                null,
                RoundingStep.PER_PURCHASE,
                Rounding.DOWN,
                Combination.ADD,
                List.of(),
                null,
                null,
                amount.returns(),
                null);
    }

    /** A rule that earns points of a currency at a rate: for every purchase and all its lines, rounded down once per purchase. */
    public static EarnRule earning(String id, PointRate rate) {
        return earning(id, Amounts.at(rate)).awarding(rate.points().currency());
    }

    /** A rule that earns by steps of what a purchase costs: for every purchase and all its lines, rounded down once per purchase. */
    public static EarnRule earning(String id, MoneySteps steps) {
        return earning(id, (Amount) steps).awarding(steps.currency());
    }

    /** A rule that earns so many points for every purchase. */
    public static EarnRule earning(String id, Points points) {
        return earning(id, Amounts.fixed(points.count())).awarding(points.currency());
    }

    /** A copy about these lines. */
    public EarnRule of(Selector selector) {
        Copy copy = new Copy(this);
        copy.selector = selector;
        return copy.rule();
    }

    /**
     * A copy about what was paid by a method alone: of what each line costs, and of its pieces, only the part that its payments are of all
     * payments of the order, and no more than was paid in money.
     *
     * @throws IllegalArgumentException if the method is malformed
     */
    public EarnRule partPaidBy(String method) {
        Copy copy = new Copy(this);
        copy.method = requireNonNull(method, "method");
        return copy.rule();
    }

    /** A copy for which these conditions must hold too. */
    public EarnRule where(PurchaseCondition... more) {
        Copy copy = new Copy(this);
        copy.conditions = ImmutableList.copyOf(Iterables.concat(conditions, Arrays.asList(more)));
        return copy.rule();
    }

    /** A copy that earns this point currency. */
    public EarnRule awarding(PointCurrency currency) {
        Copy copy = new Copy(this);
        copy.currency = currency;
        return copy.rule();
    }

    /** A copy that is rounded so. */
    public EarnRule rounded(Rounding rounding, RoundingStep step) {
        Copy copy = new Copy(this);
        copy.step = step;
        copy.rounding = rounding;
        return copy.rule();
    }

    /** A copy whose multipliers combine so. */
    public EarnRule combining(Combination combination) {
        Copy copy = new Copy(this);
        copy.combination = combination;
        return copy.rule();
    }

    /** A copy that awards no more than these caps allow too. */
    public EarnRule capped(Cap... more) {
        Copy copy = new Copy(this);
        copy.caps = ImmutableList.copyOf(Iterables.concat(caps, Arrays.asList(more)));
        return copy.rule();
    }

    /**
     * A copy whose points are pending until a moment from the purchase on, so that returns can come in: they are shown, but cannot be spent
     * before.
     */
    public EarnRule availableFrom(Moment moment) {
        Copy copy = new Copy(this);
        copy.available = requireNonNull(moment, "moment");
        return copy.rule();
    }

    /** A copy whose points expire so, whatever the terms of their currency say: no tier suspends that, and no activity moves it. */
    public EarnRule expiring(Expiry expiry) {
        Copy copy = new Copy(this);
        copy.expiry = requireNonNull(expiry, "expiry");
        return copy.rule();
    }

    /** A copy whose awards are treated so when the purchase is returned. */
    public EarnRule returning(TermsOfReturn terms) {
        Copy copy = new Copy(this);
        copy.returns = terms;
        return copy.rule();
    }

    /** A copy with a reason for the customer. */
    public EarnRule because(String reason) {
        Copy copy = new Copy(this);
        copy.reason = reason;
        return copy.rule();
    }

    /** Whether a return treats what it awards as its amount has it, so that nobody needs to say it. */
    public boolean hasUsualReturns() {
        return returns.equals(effect.amount().returns());
    }

    @Override
    public boolean needsMember() {
        return PurchaseRule.super.needsMember()
                || (available != null && available.needsMember())
                || (expiry != null && expiry.date().needsMember());
    }

    @Override
    public String describe() {
        StringBuilder text = RuleTexts.start(this);
        if (method != null) {
            text.append(", the part paid by ").append(Identifiers.quoted(method));
        }
        if (currency != null) {
            text.append(", in ").append(currency.id());
        }
        text.append(", ").append(rounding.describe()).append(' ').append(step.describe());
        text.append(", ").append(combination.describe());
        RuleTexts.addCaps(text, caps);
        if (available != null) {
            text.append(", available ").append(available.describe("earning"));
        }
        if (expiry != null) {
            text.append(", expires ").append(expiry.describe());
        }
        if (!hasUsualReturns()) {
            text.append(", ").append(returns.describe());
        }
        return text.toString();
    }

    /** What a copy is to have, as in the rule at first. */
    private static final class Copy {
        private final String id;
        private final Effect.Earns effect;
        private Selector selector;
        private @Nullable String method;
        private List<PurchaseCondition> conditions;
        private @Nullable PointCurrency currency;
        private RoundingStep step;
        private Rounding rounding;
        private Combination combination;
        private List<Cap> caps;
        private @Nullable Moment available;
        private @Nullable Expiry expiry;
        private TermsOfReturn returns;
        private @Nullable String reason;

        Copy(EarnRule rule) {
            id = rule.id;
            effect = rule.effect;
            selector = rule.selector;
            method = rule.method;
            conditions = rule.conditions;
            currency = rule.currency;
            step = rule.step;
            rounding = rule.rounding;
            combination = rule.combination;
            caps = rule.caps;
            available = rule.available;
            expiry = rule.expiry;
            returns = rule.returns;
            reason = rule.reason;
        }

        EarnRule rule() {
            return new EarnRule(
                    id,
                    selector,
                    method,
                    conditions,
                    effect,
                    currency,
                    step,
                    rounding,
                    combination,
                    caps,
                    available,
                    expiry,
                    returns,
                    reason);
        }
    }
}
