package dev.laurel.simulation;

import dev.laurel.customer.Birthday;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.ledger.EntryKind;
import dev.laurel.tier.TierStanding;
import java.time.Instant;

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
        PlainRefusal.unless(
                event.qualifying() == null || event.qualifying().currency().equals(account.program.money()),
                "WRONG_CURRENCY");
        for (OpeningLot lot : event.lots()) {
            PlainWallet unused = account.wallet(lot.currency());
        }
        PlainTiers.Standing brought = brought();
        PlainRefusal.unless(!account.isBroughtOver, "NOT_ALLOWED");
        for (PlainWallet wallet : account.wallets.values()) {
            wallet.requireModest(event.lots().stream()
                    .filter(lot -> lot.currency().equals(wallet.currency))
                    .mapToLong(OpeningLot::points)
                    .reduce(0, Math::addExact));
        }
        account.isBroughtOver = true;
        bringDates(event.dates());
        if (account.tiers != null) {
            bringTier(brought);
        }
        event.sums().forEach(sum -> account.counts.bring(sum, event.id()));
        for (OpeningLot lot : event.lots()) {
            account.credit(
                    EntryKind.OPEN,
                    PlainWallet.Total.OPENED,
                    account.wallet(lot.currency()),
                    lot.points(),
                    lot.earned(),
                    null,
                    lot.expires());
        }
        startTimers();
        account.settle();
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

    private void bringTier(PlainTiers.Standing brought) {
        if (brought != null) {
            TierStanding before = account.held();
            account.tiers.bring(brought, account.asOf);
            account.noteTier(before, false);
        }
        TierStanding before = account.held();
        if (event.qualifying() != null) {
            account.tiers.qualify(event.qualifying().millionths(), event.occurredAt(), account.asOf);
        }
        account.noteTier(before, false);
    }

    /** A tier that is brought without an end has the one that a tier reached then has. */
    private PlainTiers.Standing brought() {
        if (event.tier() == null) {
            return null;
        }
        PlainRefusal.unless(account.tiers != null, "UNKNOWN_TIER");
        int rank = account.rankOfNamed(event.tier());
        return new PlainTiers.Standing(
                rank,
                event.tierUntil() == null ? account.tiers.endOfTierReachedAt(event.occurredAt()) : event.tierUntil());
    }
}
