package dev.laurel.simulation;

import static dev.laurel.simulation.SimulationFailure.unlessEqual;

import dev.laurel.account.Account;
import dev.laurel.account.Milestones;
import dev.laurel.account.Wallet;
import dev.laurel.decision.TierChange;
import dev.laurel.ledger.Lot;
import dev.laurel.service.Outcome;
import dev.laurel.tier.TierStanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The account of the real engine beside that of the plain ledger. */
final class Comparison {
    private Comparison() {}

    static void ofOutcomes(Outcome outcome, PlainLedger.Answer answer) {
        String code = outcome.refusal().map(refusal -> refusal.code()).orElse(null);
        unlessEqual("the refusal", code, answer.code());
        unlessEqual("being a repetition", outcome.isRepeat(), answer.isRepeat());
        unlessEqual(
                "the entries", outcome.entries().stream().map(PlainEntry::of).toList(), answer.entries());
        List<TierStanding> standings =
                outcome.tierChanges().stream().map(TierChange::to).toList();
        unlessEqual("the changes of the tier", standings, answer.standings());
    }

    static void ofAccounts(Account account, PlainAccount plain) {
        unlessEqual("the present", account.asOf(), plain.asOf);
        unlessEqual("the number of lots", account.lotsOpened(), plain.lots);
        unlessEqual("the profile", account.profile(), plain.profile);
        unlessEqual("the claims", account.claimed(), plain.claimed);
        Milestones milestones = account.milestones();
        unlessEqual("when it was opened", milestones.opened(), plain.opened);
        unlessEqual("when they enrolled", milestones.enrolled(), plain.enrolled);
        unlessEqual("the referrer", milestones.referrer(), plain.referrer);
        unlessEqual("the first purchase", milestones.firstPurchase(), plain.firstPurchase);
        unlessEqual("since when the birthday is on file", milestones.birthdayOnFile(), plain.birthdayOnFile);
        unlessEqual("when it was closed", milestones.closed(), plain.closed);
        unlessEqual("when it was erased", milestones.erased(), plain.erased);
        unlessEqual(
                "the open holds",
                account.holds().stream()
                        .map(hold -> hold.hold() + " of " + hold.points() + " until " + hold.until())
                        .toList(),
                PlainHolds.inOrder(plain).stream()
                        .map(hold -> hold.id() + " of " + hold.points() + " until " + hold.until())
                        .toList());
        plain.wallets
                .values()
                .forEach(wallet -> ofWallets(account.wallet(wallet.currency).orElseThrow(), wallet));
        if (plain.tiers != null) {
            unlessEqual("the tier held", account.standing(), plain.held());
            unlessEqual("the tier earned", account.standings().earned(), plain.tiers.named(plain.tiers.earned));
            unlessEqual(
                    "the spend of each window",
                    account.counter(Account.QUALIFYING_SPEND).toMap(),
                    plain.tiers.spend);
        }
    }

    private static void ofWallets(Wallet wallet, PlainWallet plain) {
        unlessEqual("the balance", wallet.balance(), plain.balance());
        List<Lot> lots = new ArrayList<>();
        wallet.lots().forEach(lots::add);
        lots.sort(Comparator.comparing(Lot::number));
        List<Lot> expected = plain.lots.stream()
                .filter(lot -> lot.left > 0)
                .map(lot -> new Lot(lot.number, lot.points, lot.left, lot.earned, lot.available, lot.expires))
                .toList();
        unlessEqual("the lots", lots, expected);
        unlessEqual("the timer", wallet.runsOut(), plain.runsOut);
        unlessEqual("the suspension", wallet.suspended(), plain.suspended);
    }
}
