package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.receipt.LotTaken;
import java.time.Instant;
import java.util.List;

/**
 * How lots are written and read. Those of an account stand in their order, so each is written as what it differs in from the one
 * before: one that was earned days later, and is untouched, takes about fifteen bytes.
 */
final class LotForm {
    private LotForm() {}

    static void queue(CanonicalWriter out, LotQueue lots, Instant asOf) {
        out.count(lots.size());
        long number = 0;
        Instant earned = asOf;
        Instant expires = asOf;
        for (Lot lot : lots) {
            out.number(lot.number() - number);
            out.number(lot.points());
            out.number(lot.points() - lot.left());
            out.instant(lot.earned(), earned);
            out.instant(lot.available(), lot.earned());
            out.instantOrNull(lot.expires(), expires);
            number = lot.number();
            earned = lot.earned();
            expires = lot.expires() == null ? expires : lot.expires();
        }
    }

    static List<Lot> lots(CanonicalReader in, Instant asOf) {
        ImmutableList.Builder<Lot> lots = ImmutableList.builder();
        long number = 0;
        Instant earned = asOf;
        Instant expires = asOf;
        for (int count = in.count(); count > 0; count--) {
            number += in.number();
            long points = in.number();
            long left = points - in.number();
            earned = in.instant(earned);
            Instant available = in.instant(earned);
            Instant ends = in.instantOrNull(expires);
            expires = ends == null ? expires : ends;
            lots.add(new Lot(number, points, left, earned, available, ends));
        }
        return lots.build();
    }

    static void taken(CanonicalWriter out, LotTaken taken, Instant at) {
        Lot lot = taken.lot();
        out.number(lot.number());
        out.number(lot.points());
        out.instant(lot.earned(), at);
        out.instant(lot.available(), lot.earned());
        out.instantOrNull(lot.expires(), at);
        out.number(taken.points());
        out.number(taken.points() - taken.left());
    }

    static LotTaken taken(CanonicalReader in, Instant at) {
        long number = in.number();
        long opened = in.number();
        Instant earned = in.instant(at);
        Lot lot = new Lot(number, opened, 0, earned, in.instant(earned), in.instantOrNull(at));
        long points = in.number();
        return new LotTaken(lot, points, points - in.number());
    }
}
