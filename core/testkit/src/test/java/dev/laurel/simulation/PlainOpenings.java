package dev.laurel.simulation;

import dev.laurel.customer.Birthday;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.ledger.EntryKind;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** What is brought over from another system, before or after the first events here. */
final class PlainOpenings {
    private final PlainAccount account;
    private final Opening event;

    private PlainOpenings(PlainAccount account, Opening event) {
        this.account = account;
        this.event = event;
    }

    static void settle(PlainAccount account, Opening event) {
        new PlainOpenings(account, event).settle();
    }

    private void settle() {
        for (OpeningLot lot : event.lots()) {
            PlainWallet unused = account.wallet(lot.currency());
        }
        List<Tier> tiers = event.tiers().stream()
                .map(brought -> account.tierNamed(brought.tier()))
                .toList();
        PlainRefusal.unless(!account.isBroughtOver, "NOT_ALLOWED");
        for (PlainWallet wallet : account.wallets.values()) {
            wallet.requireModest(event.lots().stream()
                    .filter(lot -> lot.currency().equals(wallet.currency))
                    .mapToLong(OpeningLot::points)
                    .reduce(0, Math::addExact));
        }
        account.isBroughtOver = true;
        bringDates(event.dates());
        bring(tiers);
        count();
        for (OpeningLot lot : event.lots()) {
            account.points.credit(
                    EntryKind.OPEN,
                    PlainWallet.Total.OPENED,
                    account.wallet(lot.currency()),
                    lot.points(),
                    lot.earned(),
                    null,
                    lot.expires());
        }
        startTimers();
        account.points.settle();
    }

    /** What has no date of its own starts the timer, at the latest instant at which anything that is brought was earned. */
    private void startTimers() {
        for (OpeningLot lot : event.lots()) {
            boolean isUndated = event.lots().stream()
                    .anyMatch(other -> other.currency().equals(lot.currency()) && other.expires() == null);
            if (isUndated) {
                account.wallet(lot.currency()).startTimer(lot.earned());
            }
        }
    }

    /** What was earlier, there or here, counts; a birthday that is on file here stays. */
    private void bringDates(OpeningDates dates) {
        account.enrolled = earlier(account.enrolled, dates.enrolled());
        account.firstPurchase = earlier(account.firstPurchase, dates.firstPurchase());
        Birthday known = account.profile.birthday();
        if (dates.birthday() == null || (known != null && !known.equals(dates.birthday()))) {
            return;
        }
        Instant since = dates.birthdaySince() == null ? event.occurredAt() : dates.birthdaySince();
        account.birthdayOnFile = known == null ? since : earlier(account.birthdayOnFile, since);
        account.profile = account.profile.withBirthday(dates.birthday());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** A tier that is brought without an end has the one that a tier reached then has. */
    private void bring(List<Tier> tiers) {
        SortedMap<String, TierStanding> before = account.held();
        for (int i = 0; i < tiers.size(); i++) {
            PlainLadder ladder = account.tiers.of(tiers.get(i));
            Instant until = event.tiers().get(i).until();
            Instant end = until == null ? ladder.endOfTierReachedAt(event.occurredAt()) : until;
            ladder.bring(new PlainLadder.Standing(ladder.ladder.rankOf(tiers.get(i)), end), account.asOf);
        }
        account.noteTiers(before, false);
    }

    /** Each sum counts by its own date. */
    private void count() {
        SortedMap<String, TierStanding> before = account.held();
        for (OpeningSum sum : event.sums()) {
            account.tiers.follow(account.counts.bring(sum, event.id()), sum.at());
        }
        account.noteTiers(before, false);
    }
}
