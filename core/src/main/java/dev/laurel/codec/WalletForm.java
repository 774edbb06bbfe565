package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.ExpiredPoints;
import dev.laurel.account.Redating;
import dev.laurel.account.Shortfall;
import dev.laurel.account.Wallet;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotQueue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How what an account holds of a point currency is written and read: its totals, lots and all else are parts. */
final class WalletForm {
    private static final int PARTS = 22;

    private WalletForm() {}

    static void write(CanonicalWriter out, Wallet wallet, Instant asOf, boolean asHeader) {
        out.text(wallet.currency());
        Balance balance = wallet.balance();
        PartsWriter parts = new PartsWriter(out);
        parts.number(balance.earned());
        parts.number(balance.redeemed());
        parts.number(balance.available());
        QueueForm.write(parts, wallet.dated(), asOf, asHeader);
        QueueForm.write(parts, wallet.undated(), asOf, asHeader);
        parts.instant(wallet.runsOut(), asOf);
        parts.number(balance.expired());
        parts.number(balance.clawedBack());
        parts.number(balance.pending());
        QueueForm.write(parts, wallet.pending(), asOf, asHeader);
        parts.number(balance.opened());
        parts.number(balance.adjustedUp());
        parts.number(balance.adjustedDown());
        parts.number(balance.held());
        parts.number(balance.received());
        parts.number(balance.sent());
        parts.number(balance.debt());
        parts.number(wallet.ranOut());
        parts.part(nullIfEmpty(wallet.expired()), (to, expired) -> expired(to, expired, asOf));
        parts.instant(wallet.suspendedSince(), asOf);
        parts.list(wallet.redatings(), (to, redating) -> redating(to, redating, asOf));
        parts.list(wallet.shortfalls(), (to, shortfall) -> shortfall(to, shortfall, asOf));
        parts.end();
    }

    static Wallet read(CanonicalReader in, Instant asOf, @Nullable Chunks chunks) {
        String currency = in.text();
        PartsReader parts = new PartsReader(in, PARTS);
        long earned = parts.number();
        long redeemed = parts.number();
        long available = parts.number();
        LotQueue dated = QueueForm.read(parts, new QueueName(currency, QueueName.Kind.DATED), asOf, chunks);
        LotQueue undated = QueueForm.read(parts, new QueueName(currency, QueueName.Kind.UNDATED), asOf, chunks);
        Instant runsOut = parts.instant(asOf);
        long expired = parts.number();
        long clawedBack = parts.number();
        long pending = parts.number();
        LotQueue pendingLots = QueueForm.read(parts, new QueueName(currency, QueueName.Kind.PENDING), asOf, chunks);
        long opened = parts.number();
        long adjustedUp = parts.number();
        long adjustedDown = parts.number();
        long held = parts.number();
        Balance balance = new Balance(
                opened,
                earned,
                adjustedUp,
                parts.number(),
                redeemed,
                expired,
                clawedBack,
                adjustedDown,
                parts.number(),
                available,
                pending,
                held,
                parts.number());
        return new Wallet(
                currency,
                balance,
                dated,
                undated,
                pendingLots,
                runsOut,
                parts.number(),
                expired(in, parts, asOf),
                parts.instant(asOf),
                parts.list(from -> redating(from, asOf)),
                parts.list(from -> shortfall(from, asOf)));
    }

    private static <T> @Nullable List<T> nullIfEmpty(List<T> values) {
        return values.isEmpty() ? null : values;
    }

    private static void redating(CanonicalWriter out, Redating redating, Instant asOf) {
        boolean isByVersion = redating instanceof Redating.ByVersion;
        out.flag(isByVersion);
        out.number(redating.entry());
        out.number(redating.lots());
        if (redating instanceof Redating.ByVersion changed) {
            out.text(changed.version());
            out.instant(changed.at(), asOf);
            out.instantOrNull(changed.suspendedSince(), changed.at());
            out.flag(changed.bothCounted());
            out.instantOrNull(changed.runsOut(), changed.at());
            out.number(changed.ranOut());
        } else if (redating instanceof Redating.Resumed resumed) {
            out.instant(resumed.from(), asOf);
            out.instant(resumed.expires(), resumed.from());
        }
    }

    private static Redating redating(CanonicalReader in, Instant asOf) {
        boolean isByVersion = in.flag();
        long entry = in.number();
        long lots = in.number();
        if (isByVersion) {
            String version = in.text();
            Instant at = in.instant(asOf);
            return new Redating.ByVersion(
                    version, at, entry, lots, in.instantOrNull(at), in.flag(), in.instantOrNull(at), in.number());
        }
        Instant from = in.instant(asOf);
        return new Redating.Resumed(from, entry, lots, in.instant(from));
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

    private static List<ExpiredPoints> expired(CanonicalReader in, PartsReader parts, Instant asOf) {
        if (!parts.has()) {
            return List.of();
        }
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
}
