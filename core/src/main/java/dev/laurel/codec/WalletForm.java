package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.ExpiredPoints;
import dev.laurel.account.Redating;
import dev.laurel.account.Shortfall;
import dev.laurel.account.Wallet;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotQueue;
import dev.laurel.receipt.OpenHold;
import java.time.Instant;
import java.util.List;

/** How what an account holds of a point currency is written and read, and its holds. */
final class WalletForm {
    private static final int PARTS_OF_A_BALANCE = 13;

    private WalletForm() {}

    static void write(CanonicalWriter out, Wallet wallet, Instant asOf) {
        out.text(wallet.currency());
        balance(out, wallet.balance());
        LotForm.queue(out, wallet.dated(), asOf);
        LotForm.queue(out, wallet.undated(), asOf);
        LotForm.queue(out, wallet.pending(), asOf);
        out.instantOrNull(wallet.runsOut(), asOf);
        out.number(wallet.ranOut());
        expired(out, wallet.expired(), asOf);
        out.instantOrNull(wallet.suspendedSince(), asOf);
        out.list(wallet.redatings(), (to, redating) -> redating(to, redating, asOf));
        out.list(wallet.shortfalls(), (to, shortfall) -> shortfall(to, shortfall, asOf));
    }

    static Wallet read(CanonicalReader in, Instant asOf) {
        return new Wallet(
                in.text(),
                balance(in),
                LotQueue.ofOrdered(LotForm.lots(in, asOf)),
                LotQueue.ofOrdered(LotForm.lots(in, asOf)),
                LotQueue.ofPending(LotForm.lots(in, asOf)),
                in.instantOrNull(asOf),
                in.number(),
                expired(in, asOf),
                in.instantOrNull(asOf),
                in.list(from -> redating(from, asOf)),
                in.list(from -> shortfall(from, asOf)));
    }

    private static void redating(CanonicalWriter out, Redating redating, Instant asOf) {
        out.instant(redating.from(), asOf);
        out.number(redating.lots());
        out.instant(redating.expires(), redating.from());
    }

    private static Redating redating(CanonicalReader in, Instant asOf) {
        Instant since = in.instant(asOf);
        return new Redating(since, in.number(), in.instant(since));
    }

    private static void shortfall(CanonicalWriter out, Shortfall shortfall, Instant asOf) {
        out.flag(shortfall.kind() == EntryKind.CLAWBACK);
        out.orNull(shortfall.source(), CanonicalWriter::text);
        out.number(shortfall.points());
        out.number(shortfall.entry());
        out.instant(shortfall.ends(), asOf);
    }

    private static Shortfall shortfall(CanonicalReader in, Instant asOf) {
        return new Shortfall(
                in.flag() ? EntryKind.CLAWBACK : EntryKind.ADJUST,
                in.orNull(CanonicalReader::text),
                in.number(),
                in.number(),
                in.instant(asOf));
    }

    private static void balance(CanonicalWriter out, Balance balance) {
        out.sparse(
                balance.opened(),
                balance.earned(),
                balance.adjustedUp(),
                balance.received(),
                balance.redeemed(),
                balance.expired(),
                balance.clawedBack(),
                balance.adjustedDown(),
                balance.sent(),
                balance.available(),
                balance.pending(),
                balance.held(),
                balance.debt());
    }

    private static Balance balance(CanonicalReader in) {
        long[] parts = in.sparse(PARTS_OF_A_BALANCE);
        return new Balance(
                parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], parts[8], parts[9],
                parts[10], parts[11], parts[12]);
    }

    /** They stand in the order in which their lots were opened, so each is near the one before. */
    private static void expired(CanonicalWriter out, List<ExpiredPoints> expired, Instant asOf) {
        out.count(expired.size());
        long lot = 0;
        Instant earned = asOf;
        for (ExpiredPoints points : expired) {
            out.number(points.lot() - lot);
            out.number(points.points());
            out.instant(points.earned(), earned);
            lot = points.lot();
            earned = points.earned();
        }
    }

    private static List<ExpiredPoints> expired(CanonicalReader in, Instant asOf) {
        ImmutableList.Builder<ExpiredPoints> expired = ImmutableList.builder();
        long lot = 0;
        Instant earned = asOf;
        for (int count = in.count(); count > 0; count--) {
            lot += in.number();
            long points = in.number();
            earned = in.instant(earned);
            expired.add(new ExpiredPoints(lot, points, earned));
        }
        return expired.build();
    }

    static void hold(CanonicalWriter out, OpenHold hold, Instant asOf) {
        out.text(hold.hold());
        out.text(hold.reward());
        out.text(hold.currency());
        out.instant(hold.occurredAt(), asOf);
        out.instant(hold.takenAt(), hold.occurredAt());
        out.number(hold.entry());
        out.instant(hold.until(), hold.takenAt());
        out.list(hold.lots(), (to, lot) -> LotForm.taken(to, lot, hold.takenAt()));
        out.number(hold.captured());
        out.list(hold.orders(), CanonicalWriter::text);
    }

    static OpenHold hold(CanonicalReader in, Instant asOf) {
        String id = in.text();
        String reward = in.text();
        String currency = in.text();
        Instant occurredAt = in.instant(asOf);
        Instant takenAt = in.instant(occurredAt);
        long entry = in.number();
        return new OpenHold(
                id,
                reward,
                currency,
                occurredAt,
                takenAt,
                entry,
                in.instant(takenAt),
                in.list(from -> LotForm.taken(from, takenAt)),
                in.number(),
                in.list(CanonicalReader::text));
    }
}
