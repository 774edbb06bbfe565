package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a customer brings over from another system, on its way into an account of which nothing has happened yet. */
final class OpeningSettlement {
    private final Plan plan;
    private final AccountDraft account;

    OpeningSettlement(Plan plan, AccountDraft account) {
        this.plan = plan;
        this.account = account;
    }

    void settle(Opening opening) {
        Money qualifying = opening.qualifying();
        if (qualifying != null) {
            PurchaseSettlement.requireMoney(plan, qualifying.currency());
        }
        opening.lots().forEach(lot -> {
            int unused = plan.requirePoints(lot.currency());
        });
        TierStanding standing = standingOf(opening, account.asOf());
        if (account.isOpen()) {
            throw new RefusedSignal(new Refusal.NotAllowed("an opening must be the first event of customer '"
                    + opening.customer() + "', but the account is open already; adjust it by hand"));
        }
        account.open(opening.occurredAt());
        // The tier comes first: it may be one that suspends the expiry of what is brought along.
        if (standing != null) {
            account.standings().changeEarned(standing, account.asOf(), opening.id());
        }
        if (qualifying != null) {
            account.qualify(qualifying.millionths(), opening.occurredAt(), opening.id());
        }
        account.followTier(opening.id());
        for (OpeningLot lot : opening.lots()) {
            WalletDraft wallet = account.wallet(plan.walletOf(lot.currency()));
            Instant expires =
                    lot.expires() == null ? wallet.expiry().expiryOf(lot.earned(), plan.zone()) : lot.expires();
            account.ledger().bringOver(wallet, lot.points(), lot.earned(), expires, opening.id());
        }
        account.settleCredits(opening.id());
    }

    /** The standing that a customer brings: without an end it ends as a tier that is reached now does. */
    private @Nullable TierStanding standingOf(Opening opening, Instant asOf) {
        if (opening.tier() == null) {
            return null;
        }
        TierLadder ladder = plan.ladder();
        Tier tier = ladder == null ? null : ladder.tier(opening.tier()).orElse(null);
        if (ladder == null || tier == null) {
            throw new RefusedSignal(new Refusal.UnknownTier(opening.tier()));
        }
        Instant until = opening.tierUntil();
        if (until == null) {
            long window = ladder.window().numberAt(opening.occurredAt(), plan.zone());
            until = ladder.endOfTierReachedIn(window, plan.zone());
        }
        return tier.equals(ladder.lowest()) || !until.isAfter(asOf) ? ladder.ground() : new TierStanding(tier, until);
    }
}
