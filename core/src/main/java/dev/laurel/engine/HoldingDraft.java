package dev.laurel.engine;

import dev.laurel.account.Holding;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.LotUse;
import dev.laurel.program.Expiry;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an account holds of one point currency, while an event is being settled. */
final class HoldingDraft {
    private final PointPolicy policy;
    private final Holding before;
    private Balance balance;
    private LotQueue dated;
    private LotQueue undated;
    private @Nullable Instant runsOut;
    private boolean timerStartedHere;
    private boolean changed;

    HoldingDraft(PointPolicy policy, Holding before) {
        this.policy = policy;
        this.before = before;
        balance = before.balance();
        dated = before.dated();
        undated = before.undated();
        runsOut = before.runsOut();
    }

    Holding toHolding() {
        return changed ? new Holding(before.currency(), balance, dated, undated, runsOut) : before;
    }

    String currency() {
        return before.currency();
    }

    Balance balance() {
        return balance;
    }

    /** When time alone next changes something here, or null. */
    @Nullable
    Instant nextChange() {
        Instant byDate = dated.isEmpty() ? null : dated.first().expires();
        return byDate == null || (runsOut != null && runsOut.isBefore(byDate)) ? runsOut : byDate;
    }

    /** When points next expire if nothing happens, or null. */
    @Nullable
    Instant nextExpiry() {
        Instant byDate = dated.isEmpty() ? null : dated.first().expires();
        Instant byInactivity = undated.isEmpty() ? null : runsOut;
        return byDate == null || (byInactivity != null && byInactivity.isBefore(byDate)) ? byInactivity : byDate;
    }

    /** When points earned at an instant expire by the currency's policy, or null if they get no date of their own. */
    @Nullable
    Instant expiryOf(Instant earned, ZoneId zone) {
        return policy.expiry() instanceof Expiry.Dated expiry ? expiry.expiryOf(earned, zone) : null;
    }

    void post(EntryKind kind, long points, long touched) {
        balance = balance.plus(kind, points, touched);
        changed = true;
    }

    /** Whether points that are to be taken but are not there are owed. */
    boolean owes() {
        return policy.shortfall() == ShortfallPolicy.OWE;
    }

    void add(Lot lot) {
        if (lot.expires() == null) {
            undated = undated.plus(lot);
        } else {
            dated = dated.plus(lot);
        }
    }

    /** A credit starts the timer of inactivity if none is running; of several credits of one event the latest counts. */
    void startTimer(Instant credited, ZoneId zone) {
        if (policy.expiry() instanceof Expiry.AfterInactivity inactivity && (runsOut == null || timerStartedHere)) {
            Instant end = inactivity.runsOut(credited, zone);
            if (runsOut == null || end.isAfter(runsOut)) {
                runsOut = end;
                timerStartedHere = true;
                changed = true;
            }
        }
    }

    /** An activity prolongs the timer of inactivity if it is running; a late one never shortens it. */
    void prolongTimer(Expiry.Activity activity, Instant at, ZoneId zone) {
        if (runsOut != null
                && policy.expiry() instanceof Expiry.AfterInactivity inactivity
                && inactivity.activities().contains(activity)) {
            Instant prolonged = inactivity.runsOut(at, zone);
            if (prolonged.isAfter(runsOut)) {
                runsOut = prolonged;
                changed = true;
            }
        }
    }

    /** Takes out the lots whose time has come, and says what was left of them. */
    List<LotUse> expire(Instant now) {
        List<LotUse> expired = new ArrayList<>();
        while (!dated.isEmpty() && dated.first().isExpiredAt(now)) {
            expired.add(new LotUse(dated.first().number(), dated.first().left()));
            dated = dated.withoutFirst();
        }
        if (runsOut != null && !now.isBefore(runsOut)) {
            for (Lot lot : undated) {
                expired.add(new LotUse(lot.number(), lot.left()));
            }
            undated = LotQueue.EMPTY;
            runsOut = null;
            changed = true;
        }
        return expired;
    }

    /**
     * Takes points from the lots in the order of spending: the one that expires first (never is last), then the one earned
     * first, then the older. There must be as many.
     */
    List<LotUse> spend(long points) {
        List<LotUse> uses = new ArrayList<>();
        long missing = points;
        while (missing > 0) {
            boolean fromDated = isDatedNext();
            LotQueue lots = fromDated ? dated : undated;
            Lot lot = lots.first();
            long taken = Math.min(missing, lot.left());
            LotQueue rest =
                    taken == lot.left() ? lots.withoutFirst() : lots.withFirst(lot.withLeft(lot.left() - taken));
            if (fromDated) {
                dated = rest;
            } else {
                undated = rest;
            }
            uses.add(new LotUse(lot.number(), taken));
            missing -= taken;
        }
        return uses;
    }

    private boolean isDatedNext() {
        if (dated.isEmpty() || undated.isEmpty()) {
            return undated.isEmpty();
        }
        Lot first = dated.first();
        Instant expires = first.expires();
        if (runsOut == null || expires == null || !expires.equals(runsOut)) {
            return runsOut == null || expires == null || expires.isBefore(runsOut);
        }
        int byEarned = first.earned().compareTo(undated.first().earned());
        return byEarned < 0
                || (byEarned == 0 && first.number() < undated.first().number());
    }
}
