package dev.laurel.engine.settle;

import static java.util.Objects.requireNonNull;

import dev.laurel.account.ClaimedBirthday;
import dev.laurel.account.Milestone;
import dev.laurel.condition.Finding;
import dev.laurel.customer.Birthday;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.FactsOfMember;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.guard.ConditionGate;
import dev.laurel.event.Claim;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.CountedUse;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Offer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A customer claims a gift: it is given if it is open to them, and remembered. */
final class ClaimSettlement implements Settlement<Claim> {
    private static String named(Offer offer) {
        return "gift '" + offer.id() + "'";
    }

    /** Refuses a choice that the gift does not have, and none where it must be chosen. */
    @Override
    public void requireValid(Evaluation<Claim> on) {
        Claim claim = on.event();
        Offer offer = on.plan().offer(claim.offer());
        if (offer != null && chosen(offer, claim) == null) {
            String choices = offer.choices().stream().map(Choice::id).collect(Collectors.joining(" or "));
            throw on.refuse(new Refusal.Invalid("choice of " + named(offer) + " must be " + choices + ", but was "
                    + (claim.choice() == null ? "not given" : "'" + claim.choice() + "'")));
        }
    }

    private static @Nullable Choice chosen(Offer offer, Claim claim) {
        String choice = claim.choice();
        if (choice == null) {
            return offer.choices().size() == 1 ? offer.choices().get(0) : null;
        }
        return offer.choice(choice).orElse(null);
    }

    @Override
    public void settle(Evaluation<Claim> on) {
        Claim claim = on.event();
        Offer offer = on.plan().offer(claim.offer());
        if (offer == null) {
            throw on.refuse(new Refusal.UnknownGift(claim.offer()));
        }
        Choice choice = requireNonNull(chosen(offer, claim));
        FactsOfMember facts = new FactsOfMember(
                on.account(), claim.occurredAt(), on.account().versions().present());
        ConditionGate gate = new ConditionGate(offer.id(), named(offer));
        LocalDate birthday = requireOpen(on, offer, facts);
        FactsOfMember opened = facts.ofOfferOpenedAt(
                openingOf(offer, facts).startFor(birthday, on.account().zone()));
        requireTimes(on, offer, opened, gate);
        gate.requireAll(offer.conditions(), opened);
        new ConditionGate(offer.id(), "choice '" + choice.id() + "' of " + named(offer))
                .requireAll(choice.conditions(), opened);
        on.account().member().claim(offer.id(), new ClaimedBirthday(claim.id(), birthday));
        on.expectSums();
        ClaimReceipt.GivenPoints given = choice.content() instanceof Bonus bonus ? give(on, offer, bonus) : null;
        List<CountedUse> counted = given == null ? List.of() : Counts.count(on, given);
        on.followSums();
        on.leave(new ClaimReceipt(
                claim.id(),
                claim.customer(),
                on.plan().versionedId(),
                claim.occurredAt(),
                on.returnableUntil(),
                offer.id(),
                given,
                counted,
                false));
    }

    private static ClaimReceipt.GivenPoints give(Evaluation<Claim> on, Offer offer, Bonus bonus) {
        WalletDraft wallet = on.account().wallet(bonus.points().currency().id());
        LotDates dates = on.account().datesOf(wallet, on.event().occurredAt());
        long points = bonus.points().count();
        Credit credit = Credit.ofOffer(offer.id(), wallet, points, dates);
        on.credit(List.of(credit));
        return new ClaimReceipt.GivenPoints(wallet.currency(), credit.toLot(), points);
    }

    /** The birthday that the claim is for. */
    private static LocalDate requireOpen(Evaluation<Claim> on, Offer offer, FactsOfMember facts) {
        Birthday birthday = on.account().member().profile().birthday();
        if (birthday == null) {
            throw on.refuse(new Refusal.ConditionNotMet(
                    named(offer), "a birthday is on file", "no birthday on file", "a birthday on file"));
        }
        BirthdayOccasion.Opening opening = openingOf(offer, facts);
        LocalDate claimed = opening.birthdayAt(
                        on.event().occurredAt(),
                        birthday,
                        on.plan().program().leapDay(),
                        on.account().zone(),
                        on.account().membership().since())
                .orElseThrow(() -> on.refuse(new Refusal.NotOpen(named(offer), facts.date(), opening.describe())));
        if (on.account().member().isClaimedNear(offer.id(), claimed)) {
            throw on.refuse(new Refusal.AlreadyClaimed(offer.id()));
        }
        return claimed;
    }

    private static BirthdayOccasion.Opening openingOf(Offer offer, FactsOfMember facts) {
        return ((BirthdayOccasion) offer.occasion()).openingFor(facts);
    }

    /** How long the birthday is on file counts back from the claim, a purchase from when the offer opened. */
    private static void requireTimes(Evaluation<Claim> on, Offer offer, FactsOfMember opened, ConditionGate gate) {
        BirthdayOccasion occasion = (BirthdayOccasion) offer.occasion();
        Instant onFile = on.account().member().instantOf(Milestone.BIRTHDAY_ON_FILE);
        gate.require(
                conditionOf("a birthday on file", occasion.knownFor()),
                since(on, onFile, occasion.knownFor(), on.event().occurredAt(), "a birthday on file"));
        Period purchasedFor = occasion.purchasedFor();
        if (purchasedFor != null) {
            Instant purchased = on.account().member().instantOf(Milestone.FIRST_PURCHASE);
            gate.require(
                    conditionOf("a purchase made", purchasedFor),
                    since(on, purchased, purchasedFor, opened.countsBackFrom(), "a purchase made"));
        }
    }

    private static String conditionOf(String what, Period period) {
        return period.isZero() ? what : what + " for " + period;
    }

    /** Whether something had been so for a period at an instant. */
    private static Finding since(
            Evaluation<Claim> on, @Nullable Instant since, Period period, Instant at, String what) {
        boolean met = since != null && !on.account().zone().plus(since, period).isAfter(at);
        return Finding.of(met, () -> since == null ? "none" : "since " + since, () -> conditionOf(what, period));
    }
}
