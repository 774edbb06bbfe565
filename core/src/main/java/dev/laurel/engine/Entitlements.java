package dev.laurel.engine;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.condition.Condition;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.customer.Birthday;
import dev.laurel.decision.Decision;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.FactsOfMember;
import dev.laurel.engine.draft.FactsOfPurchase;
import dev.laurel.engine.earn.CoveredOrder;
import dev.laurel.engine.guard.BasketGuard;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.Versions;
import dev.laurel.engine.settle.Evaluation;
import dev.laurel.event.Basket;
import dev.laurel.event.Claim;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Offer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member can claim or has without paying, as a function of account and instant. */
final class Entitlements {
    private final Versions versions;

    Entitlements(Versions versions) {
        this.versions = versions;
    }

    /** An offer is open with the choices that a claim would be accepted for. */
    List<OpenOffer> offersFor(Account account, Instant at) {
        ImmutableList.Builder<OpenOffer> open = ImmutableList.builder();
        AccountDraft draft = caughtUp(account, at);
        for (Offer offer : draft.plan().program().offers()) {
            List<Choice> choices = new ArrayList<>();
            for (Choice choice : offer.choices()) {
                Claim claim = Claim.preview(account.customer(), at, offer.id(), choice.id());
                Decision decision = Evaluation.decide(versions, account, claim, List.of(), Evaluation.Mode.WHOLE);
                if (decision.isAccepted()) {
                    choices.add(choice);
                }
            }
            if (!choices.isEmpty()) {
                open.add(new OpenOffer(offer, choices, endOf(offer, draft, at)));
            }
        }
        return open.build();
    }

    /** As long as the member stays where they are now: what the claim gives may raise their tier. */
    private static Instant endOf(Offer offer, AccountDraft draft, Instant at) {
        Plan plan = draft.plan();
        FactsOfMember facts = new FactsOfMember(draft, at, draft.versions().present());
        BirthdayOccasion.Opening opening = ((BirthdayOccasion) offer.occasion()).openingFor(facts);
        long memberSince = draft.membership().since();
        Birthday birthday = facts.customer().birthday();
        return birthday == null
                ? at
                : opening.birthdayAt(at, birthday, plan.program().leapDay(), plan.zone(), memberSince)
                        .map(date -> opening.endFor(date, plan.zone(), memberSince))
                        .orElse(at);
    }

    /** Without an order only those that need none: nobody gets for an order that nobody asked about what only some orders have. */
    List<Benefit> benefitsFor(Account account, @Nullable Basket basket, Instant at) {
        AccountDraft draft = caughtUp(account, at);
        FactsOfMember ofMember = new FactsOfMember(draft, at, draft.versions().present());
        FactsOfPurchase ofOrder = basket == null ? null : factsOf(draft, basket, at);
        ImmutableList.Builder<Benefit> benefits = ImmutableList.builder();
        for (Benefit benefit : draft.plan().program().benefits()) {
            if (benefit.conditions().stream().allMatch(condition -> isMet(benefit, condition, ofMember, ofOrder))) {
                benefits.add(benefit);
            }
        }
        return benefits.build();
    }

    private static @Nullable FactsOfPurchase factsOf(AccountDraft draft, Basket basket, Instant at) {
        Plan plan = draft.plan();
        if (!basket.currency().equals(plan.program().money())) {
            throw new CurrencyMismatchException(plan.program().money(), basket.currency());
        }
        BasketGuard.requireFits(basket);
        try {
            return new FactsOfPurchase(draft, at, draft.versions().present(), new CoveredOrder(plan, basket).basket());
        } catch (RefusedSignal failed) {
            // Of an order of which it is not known what is covered, nothing is known.
            return null;
        }
    }

    private static boolean isMet(
            Benefit benefit, PurchaseCondition condition, FactsOfMember ofMember, @Nullable FactsOfPurchase ofOrder) {
        try {
            if (condition instanceof Condition needsNoOrder) {
                return RuleGuard.ask(benefit.id(), "condition", () -> needsNoOrder.check(ofMember))
                        .met();
            }
            return ofOrder != null
                    && RuleGuard.ask(benefit.id(), "condition", () -> condition.check(ofOrder))
                            .met();
        } catch (RefusedSignal failed) {
            // A condition that fails to answer gives nobody anything.
            return false;
        }
    }

    private AccountDraft caughtUp(Account account, Instant at) {
        AccountDraft draft = AccountDraft.of(versions, account, at);
        draft.catchUp(at);
        return draft;
    }
}
