package dev.laurel.engine.settle;

import dev.laurel.account.Milestone;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.MemberDraft;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.plan.Series;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.ledger.EntryKind;
import dev.laurel.tier.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a customer brings over from another system comes to what is there already, once. */
final class OpeningSettlement implements Settlement<Opening> {
    /** Refuses sums of counters that the program does not ask for, and such as their counters cannot have. */
    @Override
    public void requireValid(Evaluation<Opening> on) {
        List<Series> known = on.account().versions().inForce();
        for (OpeningSum sum : on.event().sums()) {
            List<Series> asked = of(known, sum.counter());
            if (asked.isEmpty()) {
                String counters = known.stream()
                        .map(series -> series.counter().id())
                        .distinct()
                        .collect(Collectors.joining(", "));
                throw on.refuse(new Refusal.Invalid("nothing in the program asks for counter '" + sum.counter() + "'; "
                        + (counters.isEmpty() ? "it asks for none" : "it asks for " + counters)));
            }
            if (sum.sum().scale() > 0 && !asked.get(0).isInMillionths()) {
                throw on.refuse(new Refusal.Invalid(
                        "the sum of counter '" + sum.counter() + "' must be a whole number, but was " + sum.sum()));
            }
        }
    }

    private static List<Series> of(List<Series> sums, String counter) {
        return sums.stream()
                .filter(series -> series.counter().id().equals(counter))
                .toList();
    }

    @Override
    public void settle(Evaluation<Opening> on) {
        Opening opening = on.event();
        opening.lots().forEach(lot -> on.plan().requirePoints(lot.currency()));
        List<Tier> tiers =
                opening.tiers().stream().map(brought -> tierOf(on, brought)).toList();
        MemberDraft member = on.account().member();
        Instant before = member.instantOf(Milestone.BROUGHT_OVER);
        if (before != null) {
            throw on.refuse(new Refusal.NotAllowed("customer '" + opening.customer() + "' was brought over already, at "
                    + before + ", and that happens once; adjust the account by hand"));
        }
        member.bringOver(opening.dates(), opening.occurredAt());
        // Tiers come first: one may be such that suspends the expiry of what is brought along.
        on.changeTiers(standings -> {
            for (int i = 0; i < tiers.size(); i++) {
                standings.bring(tiers.get(i), opening.tiers().get(i).until(), opening.occurredAt());
            }
        });
        bringSums(on);
        on.account().followBroughtSums(opening.id());
        List<Credit> credits = new ArrayList<>();
        opening.lots().forEach(lot -> credits.add(creditOf(on, lot)));
        on.credit(credits);
    }

    private static void bringSums(Evaluation<Opening> on) {
        List<Series> known = on.account().versions().inForce();
        for (OpeningSum sum : on.event().sums()) {
            for (Series series : of(known, sum.counter())) {
                long amount =
                        series.isInMillionths() ? sum.millionths() : sum.sum().longValueExact();
                on.account().counters().bring(series, sum.at(), amount);
            }
        }
    }

    /** A lot without a date has that of its currency's terms. */
    private static Credit creditOf(Evaluation<Opening> on, OpeningLot lot) {
        WalletDraft wallet = on.account().wallet(lot.currency());
        LotDates dates = lot.expires() == null
                ? on.account().datesOf(wallet, lot.earned())
                : LotDates.withOwn(lot.earned(), on.account().asOf(), lot.expires());
        return Credit.of(EntryKind.OPEN, wallet, lot.points(), dates);
    }

    /** The tier of the terms in force that a customer brings. */
    private static Tier tierOf(Evaluation<Opening> on, BroughtTier brought) {
        Tier tier = on.account().versions().tierInForce(brought.tier());
        if (tier == null) {
            throw on.refuse(new Refusal.UnknownTier(brought.tier()));
        }
        return tier;
    }
}
