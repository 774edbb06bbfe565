package dev.laurel.codec;

import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.ClosureReceipt;
import java.time.Instant;

/** How receipts are written and read that are of no order: those of claims and closures. */
final class MemberReceiptForm {
    private MemberReceiptForm() {}

    static void claim(CanonicalWriter out, ClaimReceipt receipt) {
        out.text(receipt.claim());
        out.text(receipt.customer());
        out.text(receipt.program());
        out.instant(receipt.occurredAt(), Instant.EPOCH);
        out.instant(receipt.returnableUntil(), receipt.occurredAt());
        out.text(receipt.offer());
        out.orNull(receipt.given(), (to, given) -> {
            to.text(given.currency());
            LotForm.lot(to, given.lot(), receipt.occurredAt());
            to.number(given.points());
        });
        out.list(receipt.counted(), ReceiptForm::counted);
        out.flag(receipt.cancelled());
    }

    static ClaimReceipt claim(CanonicalReader in) {
        String claim = in.text();
        String customer = in.text();
        String program = in.text();
        Instant occurredAt = in.instant(Instant.EPOCH);
        return new ClaimReceipt(
                claim,
                customer,
                program,
                occurredAt,
                in.instant(occurredAt),
                in.text(),
                in.orNull(from ->
                        new ClaimReceipt.GivenPoints(from.text(), LotForm.lot(from, occurredAt), from.number())),
                in.list(ReceiptForm::counted),
                in.flag());
    }

    static void closure(CanonicalWriter out, ClosureReceipt receipt) {
        Instant closed = receipt.closed();
        out.text(receipt.customer());
        out.instant(receipt.occurredAt(), Instant.EPOCH);
        out.instant(closed, receipt.occurredAt());
        out.number(receipt.entry());
        out.list(receipt.wallets(), (to, expired) -> {
            to.text(expired.currency());
            LotForm.lots(to, expired.lots(), closed);
            to.instantOrNull(expired.runsOut(), closed);
        });
        out.list(receipt.holds(), (to, hold) -> HoldForm.write(to, hold, closed));
    }

    static ClosureReceipt closure(CanonicalReader in) {
        String customer = in.text();
        Instant occurredAt = in.instant(Instant.EPOCH);
        Instant closed = in.instant(occurredAt);
        return new ClosureReceipt(
                customer,
                occurredAt,
                closed,
                in.number(),
                in.list(from -> new ClosureReceipt.ExpiredLots(
                        from.text(), LotForm.lots(from, closed), from.instantOrNull(closed))),
                in.list(from -> HoldForm.read(from, closed)));
    }
}
