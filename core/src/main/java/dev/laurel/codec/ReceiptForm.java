package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.Pricing;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.CaptureReceipt;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.CountedUse;
import dev.laurel.receipt.LineShares;
import dev.laurel.receipt.PaidOrders;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenLots;
import dev.laurel.receipt.TakenPoints;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.rule.MoneyStep;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How receipts are written and read. */
final class ReceiptForm {
    static final ImmutableList<Kind<? extends Receipt>> KINDS = ImmutableList.of(
            new Kind<>('R', PurchaseReceipt.class, ReceiptForm::purchase, ReceiptForm::purchase),
            new Kind<>('X', RedemptionReceipt.class, ReceiptForm::redemption, ReceiptForm::redemption),
            new Kind<>('C', CaptureReceipt.class, ReceiptForm::capture, ReceiptForm::capture),
            new Kind<>('G', ClaimReceipt.class, MemberReceiptForm::claim, MemberReceiptForm::claim),
            new Kind<>('Q', ClosureReceipt.class, MemberReceiptForm::closure, MemberReceiptForm::closure));

    // Each stands for its place, so what is new goes to the end, and nothing is ever taken out.
    private static final ImmutableList<Pricing> PRICINGS = ImmutableList.of(Pricing.NET, Pricing.GROSS);
    private static final ImmutableList<Rounding> ROUNDINGS =
            ImmutableList.of(Rounding.DOWN, Rounding.HALF_UP, Rounding.HALF_EVEN, Rounding.UP);
    private static final ImmutableList<RoundingStep> STEPS =
            ImmutableList.of(RoundingStep.PER_PURCHASE, RoundingStep.PER_LINE, RoundingStep.PER_ITEM);
    private static final ImmutableList<TermsOfReturn> TERMS = ImmutableList.of(
            TermsOfReturn.BY_LINE,
            TermsOfReturn.BY_PURCHASE,
            TermsOfReturn.LOST_ON_ANY_RETURN,
            TermsOfReturn.LOST_ON_FULL_RETURN,
            TermsOfReturn.KEPT);

    private ReceiptForm() {}

    private static void purchase(CanonicalWriter out, PurchaseReceipt receipt) {
        out.text(receipt.purchase());
        out.text(receipt.customer());
        out.text(receipt.program());
        out.instant(receipt.occurredAt(), Instant.EPOCH);
        out.instant(receipt.returnableUntil(), receipt.occurredAt());
        out.text(receipt.currency().getCurrencyCode());
        out.oneOf(PRICINGS, receipt.pricing());
        out.list(receipt.lines(), ReceiptForm::line);
        out.number(receipt.shipping().millionths());
        out.flag(receipt.shippingReturned());
        out.ratio(receipt.paidInMoney());
        out.list(receipt.awards(), (to, award) -> award(to, award, receipt.occurredAt()));
        out.list(receipt.pointPayments(), ReceiptForm::payment);
        out.list(receipt.taken(), ReceiptForm::taken);
        out.list(receipt.counted(), ReceiptForm::counted);
        out.list(receipt.sums(), SumForm::write);
    }

    private static PurchaseReceipt purchase(CanonicalReader in) {
        String purchase = in.text();
        String customer = in.text();
        String program = in.text();
        Instant occurredAt = in.instant(Instant.EPOCH);
        Instant returnableUntil = in.instant(occurredAt);
        Currency currency = in.currency();
        return new PurchaseReceipt(
                purchase,
                customer,
                program,
                occurredAt,
                returnableUntil,
                currency,
                in.oneOf(PRICINGS),
                in.list(from -> line(from, currency)),
                in.money(currency),
                in.flag(),
                in.ratio(),
                in.list(from -> award(from, occurredAt)),
                in.list(ReceiptForm::payment),
                in.list(ReceiptForm::taken),
                in.list(ReceiptForm::counted),
                in.list(SumForm::read));
    }

    private static void line(CanonicalWriter out, ReceiptLine line) {
        out.text(line.id());
        out.number(line.quantity().millionths());
        out.number(line.net().millionths());
        out.number(line.tax().millionths());
        out.number(line.qualifying().millionths());
        out.flag(line.counts());
        out.ratio(line.left());
    }

    private static ReceiptLine line(CanonicalReader in, Currency currency) {
        return new ReceiptLine(
                in.text(),
                Quantity.ofMillionths(in.number()),
                in.money(currency),
                in.money(currency),
                in.money(currency),
                in.flag(),
                in.ratio());
    }

    private static void award(CanonicalWriter out, ReceiptAward award, Instant near) {
        out.text(award.currency());
        LotForm.lot(out, award.lot(), near);
        shares(out, award.shares());
        out.oneOf(ROUNDINGS, award.rounding());
        out.oneOf(STEPS, award.step());
        terms(out, award.terms());
        out.orNull(award.base(), ReceiptForm::base);
        out.flag(award.cut());
        out.list(award.parts(), ReceiptForm::part);
        out.list(award.counted(), ReceiptForm::counted);
    }

    private static ReceiptAward award(CanonicalReader in, Instant near) {
        return new ReceiptAward(
                in.text(),
                LotForm.lot(in, near),
                shares(in),
                in.oneOf(ROUNDINGS),
                in.oneOf(STEPS),
                terms(in),
                in.orNull(ReceiptForm::base),
                in.flag(),
                in.list(ReceiptForm::part),
                in.list(ReceiptForm::counted));
    }

    private static void shares(CanonicalWriter out, LineShares shares) {
        out.list(shares.rates(), CanonicalWriter::ratio);
        out.count(shares.lines());
        for (int line = 0; line < shares.lines(); line++) {
            out.number(shares.rateOf(line));
            out.number(shares.weightOf(line));
        }
    }

    private static LineShares shares(CanonicalReader in) {
        List<Ratio> rates = in.list(CanonicalReader::ratio);
        int[] rateOfLine = new int[in.count()];
        long[] weightOfLine = new long[rateOfLine.length];
        for (int line = 0; line < rateOfLine.length; line++) {
            rateOfLine[line] = Math.toIntExact(in.number());
            weightOfLine[line] = in.number();
        }
        return new LineShares(rates, rateOfLine, weightOfLine);
    }

    /** A minimum or a unit, if that is what they are of; else which of those without one. */
    private static void terms(CanonicalWriter out, TermsOfReturn terms) {
        TermsOfReturn.@Nullable LostBelow below = terms instanceof TermsOfReturn.LostBelow lost ? lost : null;
        TermsOfReturn.@Nullable WorkedOutAnew anew =
                terms instanceof TermsOfReturn.WorkedOutAnew workedOut ? workedOut : null;
        out.orNull(below, (to, lost) -> to.money(lost.minimum()));
        if (below == null) {
            out.orNull(anew, (to, workedOut) -> to.list(workedOut.steps(), ReceiptForm::step));
        }
        if (below == null && anew == null) {
            out.oneOf(TERMS, terms);
        }
    }

    private static TermsOfReturn terms(CanonicalReader in) {
        TermsOfReturn terms = in.orNull(from -> TermsOfReturn.lostBelow(from.money()));
        if (terms == null) {
            terms = in.orNull(from -> new TermsOfReturn.WorkedOutAnew(from.list(ReceiptForm::step)));
        }
        return terms == null ? in.oneOf(TERMS) : terms;
    }

    private static void step(CanonicalWriter out, MoneyStep step) {
        out.money(step.from());
        out.number(step.points());
        out.orNull(step.unit(), CanonicalWriter::money);
        out.flag(step.inFull());
    }

    private static MoneyStep step(CanonicalReader in) {
        return new MoneyStep(in.money(), in.number(), in.orNull(CanonicalReader::money), in.flag());
    }

    private static void part(CanonicalWriter out, ReceiptAward.Part part) {
        out.text(part.rule());
        out.number(part.points());
        out.number(part.points() - part.kept());
        out.orNull(part.share(), ReceiptForm::shares);
        out.list(part.counted(), ReceiptForm::counted);
    }

    private static ReceiptAward.Part part(CanonicalReader in) {
        String rule = in.text();
        long points = in.number();
        long kept = Math.subtractExact(points, in.number());
        return new ReceiptAward.Part(rule, points, kept, in.orNull(ReceiptForm::shares), in.list(ReceiptForm::counted));
    }

    private static void base(CanonicalWriter out, ReceiptAward.Base base) {
        shares(out, base.shares());
        out.oneOf(STEPS, base.step());
        out.ratio(base.paid());
    }

    private static ReceiptAward.Base base(CanonicalReader in) {
        return new ReceiptAward.Base(shares(in), in.oneOf(STEPS), in.ratio());
    }

    static void counted(CanonicalWriter out, CountedUse use) {
        out.text(use.counter());
        out.number(use.window());
        out.flag(use.ofUses());
    }

    static CountedUse counted(CanonicalReader in) {
        return new CountedUse(in.text(), in.number(), in.flag());
    }

    private static void payment(CanonicalWriter out, PointPayment payment) {
        out.text(payment.redemption());
        out.number(payment.points());
        out.number(payment.restored());
    }

    private static PointPayment payment(CanonicalReader in) {
        return new PointPayment(in.text(), in.number(), in.number());
    }

    private static void taken(CanonicalWriter out, TakenPoints taken) {
        out.text(taken.currency());
        out.number(taken.points());
    }

    private static TakenPoints taken(CanonicalReader in) {
        return new TakenPoints(in.text(), in.number());
    }

    private static void redemption(CanonicalWriter out, RedemptionReceipt receipt) {
        out.text(receipt.redemption());
        out.text(receipt.customer());
        out.text(receipt.program());
        out.instant(receipt.occurredAt(), Instant.EPOCH);
        out.instant(receipt.returnableUntil(), receipt.occurredAt());
        out.instant(receipt.takenAt(), receipt.occurredAt());
        out.number(receipt.entry());
        out.text(receipt.reward());
        out.text(receipt.currency());
        out.number(receipt.points());
        out.list(receipt.taken(), (to, taken) -> {
            to.text(taken.event());
            to.list(taken.lots(), (lots, lot) -> LotForm.taken(lots, lot, receipt.takenAt()));
        });
        out.number(receipt.cancelled());
        out.list(receipt.counted(), ReceiptForm::counted);
        out.orNull(receipt.paid(), (to, paid) -> {
            to.money(paid.rate().worth());
            to.number(paid.rate().points());
            to.number(paid.amount().millionths());
            to.number(paid.waiting());
        });
    }

    private static RedemptionReceipt redemption(CanonicalReader in) {
        String redemption = in.text();
        String customer = in.text();
        String program = in.text();
        Instant occurredAt = in.instant(Instant.EPOCH);
        Instant returnableUntil = in.instant(occurredAt);
        Instant takenAt = in.instant(occurredAt);
        return new RedemptionReceipt(
                redemption,
                customer,
                program,
                occurredAt,
                returnableUntil,
                takenAt,
                in.number(),
                in.text(),
                in.text(),
                in.number(),
                in.list(from -> new TakenLots(from.text(), from.list(lots -> LotForm.taken(lots, takenAt)))),
                in.number(),
                in.list(ReceiptForm::counted),
                in.orNull(ReceiptForm::paid));
    }

    private static PaidOrders paid(CanonicalReader in) {
        Money worth = in.money();
        PointsAsPayment rate = PointsAsPayment.of(worth, in.number());
        return new PaidOrders(rate, in.money(worth.currency()), in.number());
    }

    private static void capture(CanonicalWriter out, CaptureReceipt receipt) {
        out.text(receipt.capture());
        out.text(receipt.customer());
        out.instant(receipt.occurredAt(), Instant.EPOCH);
        out.instant(receipt.returnableUntil(), receipt.occurredAt());
        out.text(receipt.hold());
    }

    private static CaptureReceipt capture(CanonicalReader in) {
        String capture = in.text();
        String customer = in.text();
        Instant occurredAt = in.instant(Instant.EPOCH);
        return new CaptureReceipt(capture, customer, occurredAt, in.instant(occurredAt), in.text());
    }
}
