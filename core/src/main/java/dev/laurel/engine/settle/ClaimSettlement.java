package dev.laurel.engine.settle;

import static java.util.Objects.requireNonNull;

import dev.laurel.customer.Birthday;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.FactsOfMember;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.guard.ConditionGate;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.Claim;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayWindow;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Offer;
import dev.laurel.rule.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A gift on its way to a customer: whether it is open to them, and the points in it, if any. */
public final class ClaimSettlement {
    private final Plan plan;
    private final AccountDraft account;
    private final Claim claim;
    private final Offer offer;
    private final String named;
    private final FactsOfMember facts;
    private final ConditionGate gate;

    private ClaimSettlement(Plan plan, AccountDraft account, Claim claim, Offer offer) {
        this.plan = plan;
        this.account = account;
        this.claim = claim;
        this.offer = offer;
        named = named(offer);
        facts = new FactsOfMember(plan, account, claim.occurredAt());
        gate = new ConditionGate(offer.id(), named);
    }

    private static String named(Offer offer) {
        return "gift '" + offer.id() + "'";
    }

    /** What is wrong with a claim in itself: it chooses what the gift does not have, or does not choose where it must. */
    static void requireValid(Plan plan, Claim claim) {
        Offer offer = plan.offer(claim.offer());
        if (offer != null && chosen(offer, claim) == null) {
            String choices = offer.choices().stream().map(Choice::id).collect(Collectors.joining(" or "));
            throw new RefusedSignal(new Refusal.Invalid("choice of " + named(offer) + " must be " + choices
                    + ", but was " + (claim.choice() == null ? "not given" : "'" + claim.choice() + "'")));
        }
    }

    private static @Nullable Choice chosen(Offer offer, Claim claim) {
        String choice = claim.choice();
        if (choice == null) {
            return offer.choices().size() == 1 ? offer.choices().get(0) : null;
        }
        return offer.choice(choice).orElse(null);
    }

    /** Gives what is claimed, and remembers that it was. */
    static void settle(Plan plan, AccountDraft account, Claim claim) {
        Offer offer = plan.offer(claim.offer());
        if (offer == null) {
            throw new RefusedSignal(new Refusal.UnknownGift(claim.offer()));
        }
        new ClaimSettlement(plan, account, claim, offer).settle(requireNonNull(chosen(offer, claim)));
    }

    private void settle(Choice choice) {
        LocalDate birthday = requireOpen((BirthdayOccasion) offer.occasion());
        gate.requireAll(offer.conditions(), facts);
        new ConditionGate(offer.id(), "choice '" + choice.id() + "' of " + named)
                .requireAll(choice.conditions(), facts);
        account.claim(offer.id(), birthday);
        if (choice.content() instanceof Bonus bonus) {
            award(bonus);
        }
    }

    /** The birthday that the claim is for. */
    private LocalDate requireOpen(BirthdayOccasion occasion) {
        Birthday birthday = account.profile().birthday();
        if (birthday == null) {
            throw new RefusedSignal(new Refusal.ConditionNotMet(
                    named, "a birthday is on file", "no birthday on file", "a birthday on file"));
        }
        BirthdayWindow window = windowOf(offer, facts);
        LocalDate claimed = window.birthdayAround(
                        facts.date(), birthday, plan.program().leapDay())
                .orElseThrow(() -> new RefusedSignal(new Refusal.NotOpen(named, facts.date(), window.describe())));
        LocalDate last = account.claimed(offer.id());
        if (last != null && claimed.isBefore(last.plusDays(BirthdayOccasion.LEAST_DAYS_BETWEEN))) {
            throw new RefusedSignal(new Refusal.AlreadyClaimed(offer.id()));
        }
        requireSince(account.milestones().birthdayOnFile(), occasion.onFileFor(), "a birthday on file");
        Period purchasedFor = occasion.purchasedFor();
        if (purchasedFor != null) {
            requireSince(account.milestones().firstPurchase(), purchasedFor, "a purchase made");
        }
        return claimed;
    }

    /** The window of an offer for a member: the last that the member's tier reaches, or the one of everybody. */
    public static BirthdayWindow windowOf(Offer offer, FactsOfMember facts) {
        BirthdayOccasion occasion = (BirthdayOccasion) offer.occasion();
        BirthdayWindow window = occasion.window();
        for (BirthdayOccasion.TierWindow other : occasion.tierWindows()) {
            window = facts.holdsAtLeast(other.tier()) ? other.window() : window;
        }
        return window;
    }

    private void requireSince(@Nullable Instant since, Period period, String what) {
        boolean met = since != null
                && !since.atZone(plan.zone()).plus(period).toInstant().isAfter(claim.occurredAt());
        String condition = period.isZero() ? what : what + " for " + period;
        gate.require(condition, Finding.of(met, () -> since == null ? "none" : "since " + since, () -> condition));
    }

    private void award(Bonus bonus) {
        WalletDraft wallet =
                account.wallet(plan.walletOf(bonus.points().currency().id()));
        Instant earned = claim.occurredAt();
        long unused = account.ledger()
                .award(
                        wallet,
                        bonus.points().count(),
                        earned,
                        wallet.expiry().expiryOf(earned, plan.zone()),
                        offer.id(),
                        claim.id());
        account.settleCredits(claim.id());
    }
}
