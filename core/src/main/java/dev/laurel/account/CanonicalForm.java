package dev.laurel.account;

import com.google.common.hash.Hashing;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.ErasedEvent;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Payment;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.tier.Standings;
import dev.laurel.tier.TierStanding;
import dev.laurel.tier.WindowSums;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that stand for a value: equal for equal values, on every machine, however the value was written. Digests and the
 * hash by which a repeated event is told from a conflicting one are taken of them.
 */
public final class CanonicalForm {
    /** Begins every form, so that a later layout cannot be mistaken for this one. */
    private static final int LAYOUT = 1;

    private final byte[] bytes;

    private CanonicalForm(CanonicalWriter writer) {
        bytes = writer.toBytes();
    }

    /** The form of an account. */
    public static CanonicalForm of(Account account) {
        CanonicalWriter out = begin('A');
        out.text(account.program());
        write(out, account.profile());
        out.instant(account.asOf());
        write(out, account.milestones());
        out.number(account.sequence());
        out.number(account.lotsOpened());
        out.list(account.holdings(), CanonicalForm::write);
        out.list(account.holds(), CanonicalForm::write);
        write(out, account.standings());
        out.number(account.counters().size());
        account.counters().forEach((id, sums) -> {
            out.text(id);
            write(out, sums);
        });
        out.number(account.claimed().size());
        account.claimed().forEach((offer, birthday) -> {
            out.text(offer);
            out.number(birthday.toEpochDay());
        });
        return new CanonicalForm(out);
    }

    /** The form of the receipt of a purchase. */
    public static CanonicalForm of(PurchaseReceipt receipt) {
        CanonicalWriter out = begin('R');
        out.text(receipt.purchase());
        out.text(receipt.customer());
        out.text(receipt.program());
        out.instant(receipt.occurredAt());
        out.text(receipt.currency().getCurrencyCode());
        out.list(receipt.lines(), CanonicalForm::write);
        out.list(receipt.awards(), CanonicalForm::write);
        out.list(receipt.pointPayments(), CanonicalForm::write);
        out.list(receipt.taken(), CanonicalForm::write);
        return new CanonicalForm(out);
    }

    /** The form of the receipt of a redemption. */
    public static CanonicalForm of(RedemptionReceipt receipt) {
        CanonicalWriter out = begin('X');
        out.text(receipt.redemption());
        out.text(receipt.customer());
        out.text(receipt.program());
        out.instant(receipt.takenAt());
        out.text(receipt.reward());
        out.text(receipt.currency());
        out.list(receipt.lots(), CanonicalForm::write);
        return new CanonicalForm(out);
    }

    /** The form of the receipt of a hold. */
    public static CanonicalForm of(HoldReceipt receipt) {
        CanonicalWriter out = begin('H');
        out.text(receipt.hold());
        out.text(receipt.customer());
        out.text(receipt.program());
        out.instant(receipt.takenAt());
        out.instant(receipt.until());
        out.text(receipt.reward());
        out.text(receipt.currency());
        out.number(receipt.points());
        return new CanonicalForm(out);
    }

    /** The form of an event. */
    public static CanonicalForm of(LoyaltyEvent event) {
        CanonicalWriter out = begin('E');
        out.text(event.id());
        out.text(event.customer());
        out.instant(event.occurredAt());
        if (event instanceof Purchase purchase) {
            out.tag('p');
            write(out, purchase.basket());
        } else if (event instanceof Redemption redemption) {
            out.tag('r');
            out.text(redemption.reward());
            write(out, redemption.points());
            writeNullable(out, redemption.basket());
        } else if (event instanceof Hold hold) {
            out.tag('h');
            out.text(hold.reward());
            out.instant(hold.until());
            write(out, hold.points());
            writeNullable(out, hold.basket());
        } else if (event instanceof Capture capture) {
            out.tag('k');
            out.text(capture.hold());
            write(out, capture.points());
        } else if (event instanceof Release release) {
            out.tag('l');
            out.text(release.hold());
        } else if (event instanceof Activity activity) {
            out.tag('a');
            out.text(activity.name());
            write(out, activity.attributes());
        } else if (event instanceof Transfer transfer) {
            out.tag('m');
            out.text(transfer.to());
            out.text(transfer.currency());
            out.number(transfer.points());
        } else if (event instanceof TransferReceived received) {
            out.tag('n');
            write(out, received);
        } else if (event instanceof Closure) {
            out.tag('q');
        } else if (event instanceof Erasure) {
            out.tag('z');
        } else if (event instanceof ErasedEvent) {
            out.tag('x');
        } else if (event instanceof Enrollment enrollment) {
            out.tag('e');
            write(out, enrollment.profile());
            out.nullableText(enrollment.referrer());
        } else if (event instanceof Opening opening) {
            out.tag('o');
            out.list(opening.lots(), CanonicalForm::write);
            out.nullableText(opening.tier());
            out.nullableInstant(opening.tierUntil());
            out.flag(opening.qualifying() != null);
            if (opening.qualifying() != null) {
                out.money(opening.qualifying());
            }
        } else if (event instanceof Return returned) {
            out.tag('b');
            out.text(returned.purchase());
            out.list(returned.lines(), CanonicalForm::write);
        } else if (event instanceof Cancellation cancellation) {
            out.tag('y');
            out.text(cancellation.redemption());
            write(out, cancellation.points());
        } else if (event instanceof Claim claim) {
            out.tag('c');
            out.text(claim.offer());
            out.nullableText(claim.choice());
        } else if (event instanceof ProfileChange change) {
            out.tag('f');
            write(out, change);
        } else if (event instanceof Adjustment adjustment) {
            out.tag('j');
            out.text(adjustment.currency());
            out.number(adjustment.points());
            out.text(adjustment.reason());
            out.text(adjustment.actor());
        } else if (event instanceof TierGrant grant) {
            out.tag('g');
            out.text(grant.tier());
            out.instant(grant.until());
        } else if (event instanceof TimePassed) {
            out.tag('t');
        }
        return new CanonicalForm(out);
    }

    private static void write(CanonicalWriter out, @Nullable Long number) {
        out.flag(number != null);
        if (number != null) {
            out.number(number);
        }
    }

    private static void writeNullable(CanonicalWriter out, @Nullable Basket basket) {
        out.flag(basket != null);
        if (basket != null) {
            write(out, basket);
        }
    }

    private static void write(CanonicalWriter out, TransferReceived received) {
        out.text(received.from());
        out.text(received.transfer());
        out.text(received.currency());
        out.number(received.lots().size());
        for (TransferReceived.Points points : received.lots()) {
            out.number(points.points());
            out.instant(points.earned());
            out.nullableInstant(points.expires());
        }
        out.nullableInstant(received.runsOut());
    }

    private static void write(CanonicalWriter out, OpenHold hold) {
        out.text(hold.hold());
        out.text(hold.reward());
        out.text(hold.currency());
        out.instant(hold.occurredAt());
        out.instant(hold.takenAt());
        out.instant(hold.until());
        out.list(hold.lots(), CanonicalForm::write);
    }

    private static void write(CanonicalWriter out, ReturnedLine line) {
        out.text(line.line());
        out.flag(line.quantity() != null);
        if (line.quantity() != null) {
            out.number(line.quantity().millionths());
        }
        out.flag(line.amount() != null);
        if (line.amount() != null) {
            out.money(line.amount());
        }
    }

    private static void write(CanonicalWriter out, PointPayment payment) {
        out.text(payment.redemption());
        out.number(payment.restored());
    }

    private static void write(CanonicalWriter out, TakenPoints taken) {
        out.text(taken.currency());
        out.number(taken.points());
    }

    private static void write(CanonicalWriter out, LotTaken taken) {
        write(out, taken.lot());
        out.number(taken.points());
        out.number(taken.left());
    }

    private static void write(CanonicalWriter out, Lot lot) {
        out.number(lot.number());
        out.number(lot.points());
        out.number(lot.left());
        out.instant(lot.earned());
        out.instant(lot.available());
        out.nullableInstant(lot.expires());
    }

    private static CanonicalWriter begin(char kind) {
        CanonicalWriter out = new CanonicalWriter();
        out.number(LAYOUT);
        out.tag(kind);
        return out;
    }

    private static void write(CanonicalWriter out, ProfileChange change) {
        write(out, change.birthday());
        out.flag(change.attributes() != null);
        if (change.attributes() != null) {
            write(out, change.attributes());
        }
        out.flag(change.segments() != null);
        if (change.segments() != null) {
            out.list(change.segments(), CanonicalWriter::text);
        }
    }

    private static void write(CanonicalWriter out, Customer customer) {
        out.text(customer.id());
        write(out, customer.birthday());
        write(out, customer.attributes());
        out.list(customer.segments(), CanonicalWriter::text);
    }

    private static void write(CanonicalWriter out, @Nullable Birthday birthday) {
        out.flag(birthday != null);
        if (birthday != null) {
            out.number(birthday.month().getValue());
            out.number(birthday.day());
        }
    }

    private static void write(CanonicalWriter out, Map<String, String> attributes) {
        out.number(attributes.size());
        attributes.forEach((name, value) -> {
            out.text(name);
            out.text(value);
        });
    }

    private static void write(CanonicalWriter out, Holding holding) {
        out.text(holding.currency());
        Balance balance = holding.balance();
        out.number(balance.opened());
        out.number(balance.earned());
        out.number(balance.adjustedUp());
        out.number(balance.received());
        out.number(balance.redeemed());
        out.number(balance.expired());
        out.number(balance.clawedBack());
        out.number(balance.adjustedDown());
        out.number(balance.sent());
        out.number(balance.available());
        out.number(balance.pending());
        out.number(balance.held());
        out.number(balance.debt());
        write(out, holding.dated());
        write(out, holding.undated());
        out.nullableInstant(holding.runsOut());
        out.nullableInstant(holding.ranOut());
        out.number(holding.expired().size());
        for (ExpiredPoints points : holding.expired()) {
            out.number(points.lot());
            out.number(points.points());
            out.instant(points.earned());
        }
    }

    private static void write(CanonicalWriter out, WindowSums sums) {
        out.number(sums.toMap().size());
        sums.toMap().forEach((window, sum) -> {
            out.number(window);
            out.number(sum);
        });
    }

    private static void write(CanonicalWriter out, LotQueue lots) {
        out.number(lots.size());
        lots.forEach(lot -> write(out, lot));
    }

    private static void write(CanonicalWriter out, Milestones milestones) {
        out.nullableInstant(milestones.opened());
        out.nullableInstant(milestones.enrolled());
        out.nullableText(milestones.referrer());
        out.nullableInstant(milestones.firstPurchase());
        out.nullableInstant(milestones.birthdayOnFile());
        out.nullableInstant(milestones.closed());
        out.nullableInstant(milestones.erased());
    }

    private static void write(CanonicalWriter out, @Nullable Standings standings) {
        out.flag(standings != null);
        if (standings != null) {
            write(out, standings.held());
            write(out, standings.earned());
            out.list(standings.grants(), CanonicalForm::write);
        }
    }

    private static void write(CanonicalWriter out, TierStanding standing) {
        out.text(standing.tier().id());
        out.nullableInstant(standing.until());
    }

    private static void write(CanonicalWriter out, ReceiptLine line) {
        out.text(line.id());
        out.number(line.quantity().millionths());
        out.number(line.net().millionths());
        out.number(line.qualifying().millionths());
        out.ratio(line.left());
    }

    private static void write(CanonicalWriter out, ReceiptAward award) {
        out.text(award.currency());
        out.number(award.lot());
        out.nullableInstant(award.expires());
        award.shares().write(out);
        out.text(award.rounding().name());
        out.text(award.step().name());
        out.text(award.terms().describe());
        out.number(award.parts().size());
        for (ReceiptAward.Part part : award.parts()) {
            out.text(part.rule());
            out.number(part.points());
        }
    }

    private static void write(CanonicalWriter out, Payment payment) {
        out.text(payment.method());
        out.money(payment.amount());
        out.nullableText(payment.redemption());
    }

    private static void write(CanonicalWriter out, OpeningLot lot) {
        out.text(lot.currency());
        out.number(lot.points());
        out.instant(lot.earned());
        out.nullableInstant(lot.expires());
    }

    private static void write(CanonicalWriter out, Basket basket) {
        out.text(basket.currency().getCurrencyCode());
        out.list(basket.lines(), CanonicalForm::write);
        out.number(basket.shipping().millionths());
        out.list(basket.payments(), CanonicalForm::write);
        out.nullableText(basket.channel());
    }

    private static void write(CanonicalWriter out, PurchaseLine line) {
        out.text(line.id());
        out.text(line.sku());
        out.list(line.categories(), CanonicalWriter::text);
        out.nullableText(line.brand());
        out.number(line.quantity().millionths());
        out.number(line.net().millionths());
        out.number(line.tax().millionths());
        out.flag(line.discounted());
        write(out, line.attributes());
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The SHA-256 of the bytes, in hexadecimal. */
    public String sha256() {
        return Hashing.sha256().hashBytes(bytes).toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CanonicalForm that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The size only: the bytes hold personal data. */
    @Override
    public String toString() {
        return "CanonicalForm[" + bytes.length + " bytes]";
    }
}
