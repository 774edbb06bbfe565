package dev.laurel.codec;

import dev.laurel.account.GivenOnSum;
import dev.laurel.ledger.Lot;
import java.time.Instant;

/** How what rules on sums and tiers have given is written and read. */
final class GivenForm {
    private GivenForm() {}

    static void given(CanonicalWriter out, GivenOnSum given, Instant asOf) {
        out.text(given.rule());
        out.text(given.on());
        out.text(given.what());
        out.number(given.window());
        out.instantOrNull(given.ends(), asOf);
        out.number(given.given());
        out.number(given.posted() - given.given());
        out.list(given.lots(), (to, lot) -> lot(to, lot, asOf));
    }

    static GivenOnSum given(CanonicalReader in, Instant asOf) {
        String rule = in.text();
        String on = in.text();
        String what = in.text();
        long window = in.number();
        Instant ends = in.instantOrNull(asOf);
        long given = in.number();
        return new GivenOnSum(
                rule, on, what, window, ends, given, given + in.number(), in.list(from -> lot(from, asOf)));
    }

    private static void lot(CanonicalWriter out, GivenOnSum.PostedLot posted, Instant asOf) {
        LotForm.lot(out, posted.lot(), asOf);
        out.number(posted.awarded());
        out.number(posted.awarded() - posted.kept());
        out.number(posted.taken());
        out.list(posted.counted(), ReceiptForm::counted);
    }

    private static GivenOnSum.PostedLot lot(CanonicalReader in, Instant asOf) {
        Lot lot = LotForm.lot(in, asOf);
        long awarded = in.number();
        return new GivenOnSum.PostedLot(
                lot, awarded, awarded - in.number(), in.number(), in.list(ReceiptForm::counted));
    }
}
