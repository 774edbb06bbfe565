package dev.laurel.engine.settle;

import dev.laurel.account.Milestone;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.MemberDraft;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.ledger.EntryKind;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer brings over from another system comes to what is there already, once. */
final class OpeningSettlement implements Settlement<Opening> {
    @Override
    public void settle(Evaluation<Opening> on) {
        Opening opening = on.event();
        Money qualifying = opening.qualifying();
        if (qualifying != null) {
            on.plan().requireMoney(qualifying.currency());
        }
        opening.lots().forEach(lot -> on.plan().requirePoints(lot.currency()));
        TierStanding standing = standingOf(on);
        MemberDraft member = on.account().member();
        Instant before = member.instantOf(Milestone.BROUGHT_OVER);
        if (before != null) {
            throw on.refuse(new Refusal.NotAllowed("customer '" + opening.customer() + "' was brought over already, at "
                    + before + ", and that happens once; adjust the account by hand"));
        }
        member.bringOver(opening.dates(), opening.occurredAt());
        // The tier comes first: it may be one that suspends the expiry of what is brought along.
        if (standing != null) {
            on.changeTier(standings -> standings.bring(standing));
        }
        long millionths = qualifying == null ? 0 : qualifying.millionths();
        on.qualify(millionths);
        List<Credit> credits = new ArrayList<>();
        opening.lots().forEach(lot -> credits.add(creditOf(on, lot)));
        on.credit(credits);
    }

    /** A lot without a date has that of its currency's terms. */
    private static Credit creditOf(Evaluation<Opening> on, OpeningLot lot) {
        WalletDraft wallet = on.account().wallet(lot.currency());
        LotDates dates = lot.expires() == null
                ? on.account().datesOf(wallet, lot.earned())
                : LotDates.withOwn(lot.earned(), on.account().asOf(), lot.expires());
        return Credit.of(EntryKind.OPEN, wallet, lot.points(), dates);
    }

    /** The tier that a customer brings, as a grant: without an end it ends as a tier that is reached now does. */
    private static @Nullable TierStanding standingOf(Evaluation<Opening> on) {
        Opening opening = on.event();
        if (opening.tier() == null) {
            return null;
        }
        TierLadder ladder = on.plan().ladder();
        Tier tier = on.account().versions().tierInForce(opening.tier());
        if (ladder == null || tier == null) {
            throw on.refuse(new Refusal.UnknownTier(opening.tier()));
        }
        Instant until = opening.tierUntil();
        if (until == null) {
            long memberSince = on.account().membership().since();
            long day = on.account().dayOf(opening.occurredAt());
            until = ladder.endOfTierReachedIn(
                    ladder.window().numberOf(day, memberSince), on.account().zone(), memberSince);
        }
        return new TierStanding(tier, until);
    }
}
