package dev.laurel.simulation;

import dev.laurel.ledger.LotUse;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.PointTerms;
import dev.laurel.tier.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What other terms do to the points of a wallet: each lot by terms gets the later of what they give from its own date, and of the earlier
 * of its old date and what they give a credit of now. A timer takes the latest of these.
 */
final class PlainRedating {
    private final PlainAccount account;
    private final PlainWallet before;
    private final PlainWallet wallet;
    private final Instant now;

    /**
     * Prepares it.
     *
     * @param before the wallet under the old terms
     * @param wallet a copy of it under the new ones
     */
    PlainRedating(PlainAccount account, PlainWallet before, PlainWallet wallet) {
        this.account = account;
        this.before = before;
        this.wallet = wallet;
        now = account.asOf;
    }

    /** Whether points expire otherwise, by other tiers included, but not by other names of them. */
    static boolean isOther(PointPolicy one, PointPolicy other, LoyaltyProgram now) {
        PointTerms before = one.terms();
        PointTerms terms = other.terms();
        Set<String> suspending = new TreeSet<>();
        for (Tier tier : before.suspending()) {
            Tier standsOn = now.retired().standsOn(tier);
            suspending.add((standsOn == null ? tier : standsOn).id());
        }
        return !before.expiry().equals(terms.expiry())
                || !suspending.equals(terms.suspending().stream().map(Tier::id).collect(Collectors.toSet()))
                || !Objects.equals(before.afterwards(), terms.afterwards());
    }

    /**
     * Gives all lots their dates, also those in which nothing is left, and writes down what changed of the others.
     *
     * @param held the tiers that are held by now
     */
    void redate(Set<Tier> held) {
        boolean suspends = wallet.policy.terms().suspending().stream().anyMatch(held::contains);
        boolean wasSuspended = before.suspendedSince != null;
        wallet.runsOut = timer();
        boolean goesOn = wasSuspended && before.hasDates();
        wallet.suspendedSince = !suspends ? null : goesOn ? before.suspendedSince : now;
        if (before.hasDates() && wasSuspended && !suspends) {
            write(List.of(), now);
        }
        Map<Instant, List<LotUse>> redated = new TreeMap<>(Comparator.nullsLast(Comparator.<Instant>naturalOrder()));
        List<PlainLot> byNumber = new ArrayList<>(wallet.lots);
        byNumber.sort(Comparator.comparing(lot -> lot.number));
        for (PlainLot lot : byNumber) {
            Instant date = dateOf(lot);
            if (!Objects.equals(date, lot.expires)) {
                lot.redate(date, account.written);
                if (lot.left > 0) {
                    redated.computeIfAbsent(date, any -> new ArrayList<>()).add(lot.use(lot.left));
                }
            }
        }
        redated.forEach((date, uses) -> write(uses, date));
        if (suspends && wallet.hasDates() && !(before.hasDates() && wasSuspended)) {
            write(List.of(), null);
        }
    }

    private void write(List<LotUse> uses, Instant date) {
        account.points.writeRedating(wallet, uses, date);
    }

    /** When a lot would have ended by the old terms, or null for never. */
    private Instant oldEnd(PlainLot lot) {
        return before.endByTerms(before.sameAs(lot));
    }

    private boolean isGone(PlainLot lot) {
        Instant end = oldEnd(lot);
        return lot.ranOut || (end != null && !end.isAfter(now));
    }

    private Instant dateOf(PlainLot lot) {
        if (lot.hasOwnDate || lot.isGivenBack || isGone(lot)) {
            return lot.expires;
        }
        Instant own = wallet.expiryOf(lot.earned, lot.available);
        if (account.versions.mistake() == PlainMistake.DATES_ANEW) {
            return own;
        }
        // A credit of now is there now at least.
        return later(own, earlier(oldEnd(lot), later(now, wallet.expiryOf(now, now))));
    }

    /** The latest end that a lot has by the new timer, also of those that are set aside; or null if there is none, or no timer. */
    private Instant timer() {
        if (!wallet.isOnTimer()) {
            return null;
        }
        Instant fresh = wallet.runsOutAfter(now);
        Instant latest = before.runsOut == null ? null : earlier(before.timer(), fresh);
        for (PlainLot lot : wallet.lots) {
            boolean isHeld = lot.left > 0 || account.holdsPointsOf(wallet.currency, lot);
            if (isHeld && !lot.hasOwnDate && !lot.isGivenBack && !isGone(lot)) {
                Instant end = later(wallet.runsOutAfter(lot.earned), earlier(oldEnd(lot), fresh));
                latest = latest == null ? end : later(latest, end);
            }
        }
        return latest;
    }

    /** The earlier of two ends, of which null is never. */
    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other == null ? null : one.isAfter(other) ? one : other;
    }
}
