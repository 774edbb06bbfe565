package dev.laurel.codec;

import dev.laurel.event.BroughtTier;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import java.math.BigDecimal;
import java.time.Instant;

/** How events are written and read by which points come from another system or another account. */
final class ArrivalForm {
    private ArrivalForm() {}

    static void opening(CanonicalWriter out, Opening event) {
        out.list(event.lots(), (to, lot) -> openingLot(to, lot, event.occurredAt()));
        out.list(event.tiers(), (to, tier) -> tier(to, tier, event.occurredAt()));
        dates(out, event.dates(), event.occurredAt());
        out.list(event.sums(), (to, sum) -> openingSum(to, sum, event.occurredAt()));
    }

    static Opening opening(CanonicalReader in, EventHead head) {
        return new Opening(
                head.id(),
                head.customer(),
                head.at(),
                in.list(from -> openingLot(from, head.at())),
                in.list(from -> tier(from, head.at())),
                dates(in, head.at()),
                in.list(from -> openingSum(from, head.at())));
    }

    private static void openingSum(CanonicalWriter out, OpeningSum sum, Instant near) {
        out.text(sum.counter());
        out.instant(sum.at(), near);
        out.number(sum.millionths());
    }

    private static OpeningSum openingSum(CanonicalReader in, Instant near) {
        return new OpeningSum(in.text(), in.instant(near), BigDecimal.valueOf(in.number(), 6));
    }

    private static void dates(CanonicalWriter out, OpeningDates dates, Instant near) {
        out.instantOrNull(dates.enrolled(), near);
        out.instantOrNull(dates.firstPurchase(), near);
        ProfileForm.birthday(out, dates.birthday());
        out.instantOrNull(dates.birthdaySince(), near);
    }

    private static OpeningDates dates(CanonicalReader in, Instant near) {
        return new OpeningDates(
                in.instantOrNull(near), in.instantOrNull(near), ProfileForm.birthday(in), in.instantOrNull(near));
    }

    private static void tier(CanonicalWriter out, BroughtTier tier, Instant near) {
        out.text(tier.tier());
        out.instantOrNull(tier.until(), near);
    }

    private static BroughtTier tier(CanonicalReader in, Instant near) {
        return new BroughtTier(in.text(), in.instantOrNull(near));
    }

    private static void openingLot(CanonicalWriter out, OpeningLot lot, Instant near) {
        out.text(lot.currency());
        out.number(lot.points());
        out.instant(lot.earned(), near);
        out.instantOrNull(lot.expires(), near);
    }

    private static OpeningLot openingLot(CanonicalReader in, Instant near) {
        return new OpeningLot(in.text(), in.number(), in.instant(near), in.instantOrNull(near));
    }

    static void transfer(CanonicalWriter out, Transfer event) {
        out.text(event.to());
        out.text(event.currency());
        out.number(event.points());
    }

    static Transfer transfer(CanonicalReader in, EventHead head) {
        return new Transfer(head.id(), head.customer(), head.at(), in.text(), in.text(), in.number());
    }

    static void received(CanonicalWriter out, TransferReceived event) {
        out.text(event.from());
        out.text(event.transfer());
        out.text(event.currency());
        out.list(event.lots(), (to, points) -> points(to, points, event.occurredAt()));
    }

    static TransferReceived received(CanonicalReader in, EventHead head) {
        return new TransferReceived(
                head.customer(), head.at(), in.text(), in.text(), in.text(), in.list(from -> points(from, head.at())));
    }

    private static void points(CanonicalWriter out, TransferReceived.Points points, Instant near) {
        out.number(points.points());
        out.instant(points.earned(), near);
        out.instantOrNull(points.expires(), near);
    }

    private static TransferReceived.Points points(CanonicalReader in, Instant near) {
        return new TransferReceived.Points(in.number(), in.instant(near), in.instantOrNull(near));
    }
}
