package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.event.TierGrant;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;

/** A clerk grants a tier, with an end. */
final class TierGrantSettlement implements Settlement<TierGrant> {
    @Override
    public void settle(Evaluation<TierGrant> on) {
        TierGrant grant = on.event();
        Tier tier = on.account().versions().tierInForce(grant.tier());
        if (tier == null) {
            throw on.refuse(new Refusal.UnknownTier(grant.tier()));
        }
        on.changeTiers(standings -> standings.grant(new TierStanding(tier, grant.until())));
    }
}
