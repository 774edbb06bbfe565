package dev.laurel.engine.draft;

import dev.laurel.engine.plan.Plan;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.Lot;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.Retired;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.OpenHold;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of the program comes into force for an account, which stands at that instant under the version before. What has happened by
 * then under that one has happened.
 */
final class Adoption {
    private final AccountDraft account;
    private final Plan before;
    private final String cause;

    /**
     * Prepares it.
     *
     * @param account the account under the new version
     * @param before the terms until now
     */
    Adoption(AccountDraft account, Plan before) {
        this.account = account;
        this.before = before;
        cause = TimePassed.causeAt(account.asOf());
    }

    /** Tiers come first, since one can suspend the expiry of points. */
    void comeIntoForce() {
        account.counters().adopt();
        account.adoptTiers(before.ladders(), cause);
        account.adoptSums(before);
        Retired retired = account.plan().program().retired();
        for (WalletDraft wallet : account.wallets()) {
            PointPolicy earlier = before.policyOf(wallet.currency());
            boolean isSame =
                    earlier == null || earlier.terms().expiresAs(wallet.policy().terms(), retired::inPlaceOf);
            if (!isSame && earlier != null && wallet.balance().came() > 0) {
                wallet.adopt(earlier, account.isSuspended(wallet), lotsHeld(wallet, earlier), cause);
            } else {
                account.follow(wallet, cause, false);
            }
        }
        account.forgetQuiet();
    }

    /** With the dates that they have until now; what was over while it was set aside is gone. */
    private List<Lot> lotsHeld(WalletDraft wallet, PointPolicy earlier) {
        List<Lot> held = new ArrayList<>();
        for (OpenHold hold : account.holds().open()) {
            if (hold.currency().equals(wallet.currency())) {
                for (LotTaken taken : hold.lots()) {
                    Lot lot = wallet.expiry().now(taken.lot(), hold.entry());
                    if (!lot.isExpiredAt(account.now())
                            && !wallet.expiry().hasEndedBy(earlier, taken.lot(), hold.entry())) {
                        held.add(lot);
                    }
                }
            }
        }
        return held;
    }
}
