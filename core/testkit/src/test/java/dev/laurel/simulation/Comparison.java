package dev.laurel.simulation;

import static dev.laurel.simulation.SimulationFailure.unlessEqual;

import dev.laurel.account.Account;
import dev.laurel.account.ClaimedBirthday;
import dev.laurel.account.Milestones;
import dev.laurel.account.Wallet;
import dev.laurel.event.Reopening;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotUse;
import dev.laurel.occasion.Sum;
import dev.laurel.service.Outcome;
import dev.laurel.tier.Standings;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The account of the real engine beside that of the plain ledger. */
final class Comparison {
    private Comparison() {}

    static void ofOutcomes(Outcome outcome, PlainLedger.Answer answer) {
        String code = outcome.refusal().map(refusal -> refusal.code()).orElse(null);
        unlessEqual("the refusal", code, answer.code());
        unlessEqual("being a repetition", outcome.isRepeat(), answer.isRepeat());
        List<PlainEntry> entries =
                outcome.entries().stream().map(PlainEntry::of).toList();
        // What comes again after an erasure may be another event than the one to which it is answered.
        if (outcome.event() instanceof Reopening || outcome.isRepeat()) {
            unlessEqual("what the entries move", moved(entries), moved(answer.entries()));
        } else {
            unlessEqual("the entries", entries, answer.entries());
        }
        List<PlainAccount.Changed> standings = outcome.tierChanges().stream()
                .map(change -> new PlainAccount.Changed(change.ladder(), change.to()))
                .toList();
        unlessEqual("the changes of the tier", standings, answer.standings());
        unlessEqual("the orders left unpaid", outcome.unpaid(), answer.unpaid());
    }

    /** By all that an entry says beside how much, the points of each lot: in which steps an account is reopened does not matter. */
    private static Map<String, Long> moved(List<PlainEntry> entries) {
        Map<String, Long> moved = new TreeMap<>();
        for (PlainEntry entry : entries) {
            String said = entry.with(0, List.of()).toString();
            moved.merge(said, 0L, Long::sum);
            for (LotUse use : entry.lots()) {
                String lot = "lot " + use.lot() + (use.until() == null ? "" : " until " + use.until());
                moved.merge(said + " of " + lot, Long.signum(entry.points()) * use.points(), Long::sum);
            }
        }
        moved.values().removeIf(points -> points == 0);
        return moved;
    }

    static void ofAccounts(Account account, PlainAccount plain) {
        unlessEqual("the present", account.asOf(), plain.asOf);
        unlessEqual("the number of lots", account.lotsOpened(), plain.lots);
        unlessEqual("the profile", account.profile(), plain.profile);
        ofClaims(account, plain);
        ofSums(account, plain);
        Milestones milestones = account.milestones();
        unlessEqual("when it was opened", milestones.opened(), plain.opened);
        unlessEqual("the latest of what was given", milestones.latest(), plain.latest);
        unlessEqual("when they enrolled", milestones.enrolled(), plain.enrolled);
        unlessEqual("the referrer", milestones.referrer(), plain.referrer);
        unlessEqual("the first purchase", milestones.firstPurchase(), plain.firstPurchase);
        unlessEqual("since when the birthday is on file", milestones.birthdayOnFile(), plain.birthdayOnFile);
        unlessEqual("when it was closed", milestones.closed(), plain.closed);
        unlessEqual("when it was erased", milestones.erased(), plain.erased);
        unlessEqual(
                "the open holds",
                account.holds().stream()
                        .map(hold -> openHold(hold.hold(), hold.points(), hold.until(), hold.orders()))
                        .toList(),
                PlainHolds.inOrder(plain).stream()
                        .map(hold -> openHold(hold.id, hold.pointsOnHold(), hold.until, hold.orders))
                        .toList());
        plain.wallets
                .values()
                .forEach(wallet -> ofWallets(account.wallet(wallet.currency).orElseThrow(), wallet));
        // On a closed account a timer has nothing to end: when it would is worked out once it is opened again.
        if (plain.closed == null) {
            plain.wallets
                    .values()
                    .forEach(wallet -> unlessEqual(
                            "the timer",
                            account.wallet(wallet.currency).orElseThrow().runsOut(),
                            wallet.runsOut));
        }
        unlessEqual(
                "the ladders",
                account.standings().stream().map(Standings::ladder).toList(),
                List.copyOf(plain.tiers.ladders.keySet()));
        account.standings().forEach(standings -> ofStandings(standings, plain.tiers.ladders.get(standings.ladder())));
    }

    private static void ofStandings(Standings standings, PlainLadder plain) {
        String ladder = " on " + standings.ladder();
        unlessEqual("the tier held" + ladder, standings.held(), plain.named(plain.held()));
        unlessEqual("the tier earned" + ladder, standings.earned(), plain.named(plain.earned));
        unlessEqual("what is granted" + ladder, standings.grants(), plain.granted());
        if (plain.ladder.afterReturn() == TierAfterReturn.JUDGED_ANEW) {
            for (long window : plain.windowsRemembered()) {
                SortedMap<Long, TierStanding> from = standings.began().tailMap(window);
                unlessEqual(
                        "with what window " + window + " began" + ladder,
                        from.isEmpty() ? standings.earned() : from.get(from.firstKey()),
                        plain.named(plain.beganWith(window)));
            }
        }
    }

    /** Of windows that can be asked no more the real account may know no more. */
    private static void ofSums(Account account, PlainAccount plain) {
        for (Sum sum : PlainCounts.sumsOf(plain.program)) {
            if (PlainCounts.isOfValues(sum)) {
                // What each has is told by the conditions that ask for it.
                continue;
            }
            Map<Long, Long> counted =
                    account.counter(plain.versions.keyOf(sum.id())).toMap();
            Map<Long, Long> known = plain.counts.byWindow(sum, plain.program);
            known.keySet().retainAll(counted.keySet());
            unlessEqual("the windows of " + sum.id(), counted, known);
            unlessEqual(
                    "the sum " + sum.id(),
                    plain.counts.asked(sum, plain.asOf, counted),
                    plain.counts.asked(sum, plain.asOf, plain.program));
        }
    }

    /** Of birthdays that are long over the real account may know no more. */
    private static void ofClaims(Account account, PlainAccount plain) {
        Map<String, List<LocalDate>> claimed = new TreeMap<>();
        Map<String, List<LocalDate>> lately = new TreeMap<>();
        account.claimed().forEach((offer, birthdays) -> {
            claimed.put(offer, birthdays.stream().map(ClaimedBirthday::birthday).toList());
            List<LocalDate> all = plain.claimed(offer);
            lately.put(offer, all.subList(Math.max(0, all.size() - birthdays.size()), all.size()));
        });
        unlessEqual("the claims", claimed, lately);
        LocalDate aYearAgo = LocalDate.ofInstant(plain.asOf, plain.zone).minusDays(365);
        for (PlainClaim claim : plain.claims.values()) {
            List<LocalDate> all = plain.claimed(claim.offer());
            if (all.stream().anyMatch(birthday -> birthday.isAfter(aYearAgo))) {
                unlessEqual("the claim of an offer", claimed.containsKey(claim.offer()), true);
            }
        }
    }

    private static String openHold(String hold, long points, Instant until, List<String> orders) {
        return hold + " of " + points + " until " + until + " for " + orders;
    }

    private static void ofWallets(Wallet wallet, PlainWallet plain) {
        unlessEqual("the balance", wallet.balance(), plain.balance());
        unlessEqual("the lots", inOrder(wallet.lots()), inOrder(plain.lotsLeft()));
        unlessEqual("the suspension", wallet.suspendedSince(), plain.suspendedSince);
    }

    private static List<Lot> inOrder(Iterable<Lot> lots) {
        List<Lot> sorted = new ArrayList<>();
        lots.forEach(sorted::add);
        sorted.sort(Comparator.comparing(Lot::number).thenComparing(Lot::dating).thenComparing(Lot::endMicros));
        return sorted;
    }
}
