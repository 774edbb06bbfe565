package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.receipt.LotTaken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How lots are written and read. Those of an account stand in their order, so each is written as what it differs in from the one
 * before: one that was earned days later, and is untouched, takes about fifteen bytes.
 */
final class LotForm {
    // Each stands for its place, so what is new goes to the end, and nothing is ever taken out.
    static final ImmutableList<LotDating> DATINGS =
            ImmutableList.of(LotDating.BY_TERMS, LotDating.OWN, LotDating.SUSPENDED, LotDating.GIVEN_BACK);

    private LotForm() {}

    static void lots(CanonicalWriter out, List<Lot> lots, Instant asOf) {
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
            dating(out, lot);
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
            lots.add(new Lot(number, points, left, earned, available, ends, dating(in, ends)));
        }
        return lots.build();
    }

    /** Only a date can be ruled by something. */
    private static void dating(CanonicalWriter out, Lot lot) {
        if (lot.expires() != null) {
            out.oneOf(DATINGS, lot.dating());
        }
    }

    private static LotDating dating(CanonicalReader in, @Nullable Instant expires) {
        return expires == null ? LotDating.BY_TERMS : in.oneOf(DATINGS);
    }

    static void taken(CanonicalWriter out, LotTaken taken, Instant at) {
        lot(out, taken.lot(), at);
        out.number(taken.points());
        out.number(taken.points() - taken.left());
    }

    static LotTaken taken(CanonicalReader in, Instant at) {
        Lot lot = lot(in, at);
        long points = in.number();
        return new LotTaken(lot, points, points - in.number());
    }

    /** An emptied lot, by itself. */
    static void lot(CanonicalWriter out, Lot lot, Instant near) {
        out.number(lot.number());
        out.number(lot.points());
        out.instant(lot.earned(), near);
        out.instant(lot.available(), lot.earned());
        out.instantOrNull(lot.expires(), near);
        dating(out, lot);
    }

    static Lot lot(CanonicalReader in, Instant near) {
        long number = in.number();
        long opened = in.number();
        Instant earned = in.instant(near);
        Instant available = in.instant(earned);
        Instant expires = in.instantOrNull(near);
        return new Lot(number, opened, 0, earned, available, expires, dating(in, expires));
    }
}
