package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static dev.laurel.codec.Samples.DATED;
import static dev.laurel.codec.Samples.EUR;
import static dev.laurel.codec.Samples.LATER;
import static dev.laurel.codec.Samples.MICRO_LATER;
import static dev.laurel.codec.Samples.award;
import static dev.laurel.codec.Samples.lotTaken;
import static dev.laurel.codec.Samples.payment;
import static dev.laurel.codec.Samples.receipt;
import static dev.laurel.codec.Samples.receiptLine;
import static dev.laurel.codec.Samples.redemption;
import static dev.laurel.codec.Samples.usd;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.Pricing;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.CaptureReceipt;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.CountedSum;
import dev.laurel.receipt.CountedUse;
import dev.laurel.receipt.LineShares;
import dev.laurel.receipt.LotTaken;
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
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
@Tag("E2")
class CanonicalReceiptsTest {
    private static final Ratio FIRST = Ratio.of("12.5");
    private static final Ratio SECOND = Ratio.of(4, 3);

    private static Variants<ReceiptLine> lines() {
        return Variants.of("line", receiptLine())
                .with("line id", "id", "2")
                .with("quantity", "quantity", Quantity.of(3))
                .with("net", "net", usd("11"))
                .with("tax", "tax", usd("2"))
                .with("does not count", "counts", false)
                .with(
                        "net and tax turned",
                        new ReceiptLine("1", Quantity.of(2), usd("1"), usd("10"), usd("9"), true, Ratio.of(1, 2)))
                .with("qualifying", "qualifying", usd("8"))
                .with("numerator left", "left", Ratio.of(1, 3))
                .with("denominator left", "left", Ratio.of(2, 3))
                .with("none left", "left", Ratio.ZERO)
                .with("all left", "left", Ratio.ONE)
                .coverEveryComponent();
    }

    private static LineShares shares(List<Ratio> rates, int[] rateOfLine, long[] weightOfLine) {
        return new LineShares(rates, rateOfLine, weightOfLine);
    }

    /** Shares have no components to be told by: each field and each of its places is changed here. */
    private static Variants<LineShares> manyShares() {
        List<Ratio> rates = List.of(FIRST, SECOND);
        int[] rateOfLine = {0, 1, LineShares.NO_RATE};
        long[] weightOfLine = {1, 2, 0};
        assertThat(shares(rates, rateOfLine, weightOfLine)).isEqualTo(Samples.shares());
        return Variants.of("shares", Samples.shares())
                .with("first rate", shares(List.of(Ratio.of(37, 3), SECOND), rateOfLine, weightOfLine))
                .with("numerator", shares(List.of(FIRST, Ratio.of(5, 3)), rateOfLine, weightOfLine))
                .with("denominator", shares(List.of(FIRST, Ratio.of(4, 5)), rateOfLine, weightOfLine))
                .with("rates turned", shares(List.of(SECOND, FIRST), rateOfLine, weightOfLine))
                .with("one rate more", shares(List.of(FIRST, SECOND, SECOND), rateOfLine, weightOfLine))
                .with("rate of the first line", shares(rates, new int[] {1, 1, -1}, weightOfLine))
                .with("rate of the second line", shares(rates, new int[] {0, 0, -1}, weightOfLine))
                .with("rate of the last line", shares(rates, new int[] {0, 1, 1}, weightOfLine))
                .with("no rate of the first line", shares(rates, new int[] {-1, 1, -1}, weightOfLine))
                .with("rates of lines turned", shares(rates, new int[] {1, 0, -1}, weightOfLine))
                .with("weight of the first line", shares(rates, rateOfLine, new long[] {2, 2, 0}))
                .with("weight of the second line", shares(rates, rateOfLine, new long[] {1, 3, 0}))
                .with("weight of the last line", shares(rates, rateOfLine, new long[] {1, 2, 1}))
                .with("great weight", shares(rates, rateOfLine, new long[] {1 + (1L << 32), 2, 0}))
                .with("negative weight", shares(rates, rateOfLine, new long[] {-1, 2, 0}))
                .with("weights of lines turned", shares(rates, rateOfLine, new long[] {2, 1, 0}))
                .with("one line more", shares(rates, new int[] {0, 1, -1, -1}, new long[] {1, 2, 0, 0}))
                .with("one line less", shares(rates, new int[] {0, 1}, new long[] {1, 2}))
                .with("no lines", shares(rates, new int[0], new long[0]))
                .with("nothing", shares(List.of(), new int[0], new long[0]));
    }

    private static final MoneyStep STEP = new MoneyStep(usd("1"), 10, usd("10"), true);

    private static TermsOfReturn anew(MoneyStep... steps) {
        return new TermsOfReturn.WorkedOutAnew(List.of(steps));
    }

    private static Variants<ReceiptAward> awards() {
        ReceiptAward award = award();
        return Variants.of("award", award)
                .with("award currency", "currency", "stars")
                .withPart(lotsOfAwards(), lot -> awardWith(lot, award.shares(), award.parts(), award.counted()))
                .with("award by purchase", "terms", TermsOfReturn.BY_PURCHASE)
                .with("award lost on any return", "terms", TermsOfReturn.LOST_ON_ANY_RETURN)
                .with("award lost on full return", "terms", TermsOfReturn.LOST_ON_FULL_RETURN)
                .with("award kept", "terms", TermsOfReturn.KEPT)
                .with("award lost below", "terms", TermsOfReturn.lostBelow(usd("10")))
                .with("award lost below less", "terms", TermsOfReturn.lostBelow(usd("9.99")))
                .with("award worked out anew", "terms", TermsOfReturn.workedOutAnew(10, usd("10")))
                .with("award of more worked out anew", "terms", TermsOfReturn.workedOutAnew(11, usd("10")))
                .with("award worked out anew by another unit", "terms", TermsOfReturn.workedOutAnew(10, usd("9.99")))
                .with("award worked out anew in euros", "terms", TermsOfReturn.workedOutAnew(10, Money.of(EUR, 10)))
                .with(
                        "award worked out anew in proportion",
                        "terms",
                        anew(new MoneyStep(usd("0"), 10, usd("10"), false)))
                .with(
                        "award worked out anew from a total on",
                        "terms",
                        anew(new MoneyStep(usd("1"), 10, usd("10"), true)))
                .with("award worked out anew in all", "terms", anew(new MoneyStep(usd("1"), 10, null, true)))
                .with(
                        "award worked out anew by two steps",
                        "terms",
                        anew(STEP, new MoneyStep(usd("2"), 10, usd("10"), true)))
                .with("award lost below euros", "terms", TermsOfReturn.lostBelow(Money.of(EUR, 10)))
                .with("award rounding", "rounding", Rounding.UP)
                .with("award step", "step", RoundingStep.PER_LINE)
                .with("award without a base", "base", null)
                .with(
                        "award base's step",
                        "base",
                        new ReceiptAward.Base(Samples.shares(), RoundingStep.PER_ITEM, Ratio.of(2, 3)))
                .with(
                        "award base's part",
                        "base",
                        new ReceiptAward.Base(Samples.shares(), RoundingStep.PER_LINE, Ratio.ONE))
                .with("award not cut", "cut", false)
                .with("award part", "parts", List.of(Samples.part()))
                .with(
                        "award parts turned",
                        "parts",
                        List.of(award.parts().get(1), award.parts().get(0)))
                .with("no award parts", "parts", List.of())
                .with("award counted nowhere", "counted", List.of())
                .with("award counted twice", "counted", List.of(Samples.counted(), Samples.counted()))
                .withPart(manyShares(), shares -> awardWith(award.lot(), shares, award.parts(), award.counted()))
                .withPart(
                        parts(),
                        part -> awardWith(
                                award.lot(),
                                award.shares(),
                                List.of(part, award.parts().get(1)),
                                award.counted()))
                .withPart(counted(), use -> awardWith(award.lot(), award.shares(), award.parts(), List.of(use)))
                .coverEveryComponent();
    }

    private static ReceiptAward awardWith(
            Lot lot, LineShares shares, List<ReceiptAward.Part> parts, List<CountedUse> counted) {
        ReceiptAward award = Samples.award();
        return new ReceiptAward(
                award.currency(),
                lot,
                shares,
                award.rounding(),
                award.step(),
                award.terms(),
                award.base(),
                award.cut(),
                parts,
                counted);
    }

    private static Variants<Lot> lotsOfAwards() {
        return Variants.of("award lot", award().lot())
                .with("number", "number", 2L)
                .with("points", "points", 101L)
                .with("earned", "earned", MICRO_LATER)
                .with("available", "available", AT)
                .with("expires", "expires", LATER.plusSeconds(1))
                .with("never expires", award().lot().withExpires(null, LotDating.BY_TERMS))
                .with("date that counts", "dating", LotDating.BY_TERMS)
                .with("date of its own", "dating", LotDating.OWN)
                .with("date of what came back", "dating", LotDating.GIVEN_BACK)
                // None is left of the lot of an award.
                .coverEveryComponentBut("left");
    }

    private static Variants<ReceiptAward.Part> parts() {
        return Variants.of("part", Samples.part())
                .with("rule", "rule", "bases")
                .with("points", "points", 11L)
                .with("kept", "kept", 6L)
                .with("no share", "share", null)
                .with("counted nowhere", "counted", List.of())
                .withPart(counted(), use -> new ReceiptAward.Part("base", 10, 7, Samples.shares(), List.of(use)))
                .withPart(
                        manyShares(),
                        shares -> new ReceiptAward.Part("base", 10, 7, shares, List.of(Samples.counted())))
                .coverEveryComponent();
    }

    private static Variants<CountedUse> counted() {
        return Variants.of("counted", Samples.counted())
                .with("counter", "counter", "base:points:week")
                .with("window", "window", -24_314L)
                .with("of points", "ofUses", false)
                .coverEveryComponent();
    }

    private static Variants<PointPayment> payments() {
        return Variants.of("payment", payment())
                .with("payment redemption", "redemption", "r-2")
                .with("payment points", "points", 51L)
                .with("payment restored", "restored", 6L)
                .coverEveryComponent();
    }

    private static Variants<TakenPoints> taken() {
        return Variants.of("taken", Samples.taken())
                .with("taken currency", "currency", "stars")
                .with("taken points", "points", 4L)
                .coverEveryComponent();
    }

    private static Variants<Lot> lots() {
        return Variants.of("lot", DATED.first().withLeft(0))
                .with("lot number", "number", 4L)
                .with("lot points", "points", 101L)
                .with("lot earned", "earned", LATER)
                .with("lot available", "available", LATER)
                .with("lot expires", "expires", null)
                .with("lot dating", "dating", LotDating.OWN);
    }

    private static Variants<LotTaken> lotsTaken() {
        return Variants.of("lot taken", lotTaken())
                .with("points of a lot", "points", 51L)
                .with("left of a lot", "left", 21L)
                .withPart(lots(), lot -> new LotTaken(lot, 50, 20))
                .coverEveryComponent();
    }

    private static Variants<RedemptionReceipt> redemptions() {
        return Variants.of("redemption", redemption())
                .with("redemption id", "redemption", "r-2")
                .with("customer", "customer", "c-2")
                .with("program", "program", "program@2")
                .with("time", "occurredAt", LATER)
                .with("returnable", "returnableUntil", MICRO_LATER)
                .with("taken at", "takenAt", LATER)
                .with("entry", "entry", 7L)
                .with("reward", "reward", "sixty")
                .with("currency", "currency", "stars")
                .with("points", "points", 51L)
                .with("nothing taken", "taken", List.of())
                .with("taken twice", "taken", List.of(Samples.takenLots(), Samples.takenLots()))
                .with("cancelled", "cancelled", 8L)
                .with("counted nowhere", "counted", List.of())
                .with("pays nothing", "paid", null)
                .withPart(takenLots(), taken -> withTaken(taken))
                .withPart(paid(), paid -> redemption().withPaid(paid))
                .coverEveryComponent();
    }

    private static RedemptionReceipt withTaken(TakenLots taken) {
        RedemptionReceipt receipt = redemption();
        return new RedemptionReceipt(
                receipt.redemption(),
                receipt.customer(),
                receipt.program(),
                receipt.occurredAt(),
                receipt.returnableUntil(),
                receipt.takenAt(),
                receipt.entry(),
                receipt.reward(),
                receipt.currency(),
                receipt.points(),
                List.of(taken),
                receipt.cancelled(),
                receipt.counted(),
                receipt.paid());
    }

    private static Variants<TakenLots> takenLots() {
        return Variants.of("taken lots", Samples.takenLots())
                .with("taken by", "event", "x-2")
                .with("no lots", "lots", List.of())
                .with("lot twice", "lots", List.of(lotTaken(), lotTaken()))
                .withPart(lotsTaken(), taken -> new TakenLots("r-1", List.of(taken)))
                .coverEveryComponent();
    }

    private static Variants<PaidOrders> paid() {
        return Variants.of("paid", Samples.paid())
                .with("worth", "rate", PointsAsPayment.of(usd("0.02"), 2))
                .with("points that are worth it", "rate", PointsAsPayment.of(usd("0.01"), 3))
                .with(
                        "in euros",
                        new PaidOrders(PointsAsPayment.of(Money.of(EUR, "0.01"), 2), Money.of(EUR, "0.20"), 3))
                .with("amount", "amount", usd("0.21"))
                .with("waiting", "waiting", 4L)
                .coverEveryComponent();
    }

    private static Variants<CaptureReceipt> captures() {
        return Variants.of("capture", Samples.capture())
                .with("capture id", "capture", "x-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("returnable", "returnableUntil", LATER)
                .with("hold", "hold", "h-2")
                .with("customer and hold turned", new CaptureReceipt("x-1", "h-1", AT, AT, "c-1"))
                .coverEveryComponent();
    }

    private static Variants<ClaimReceipt> claims() {
        ClaimReceipt.GivenPoints given = requireNonNull(Samples.claim().given());
        return Variants.of("claim", Samples.claim())
                .with("claim id", "claim", "g-2")
                .with("customer", "customer", "c-2")
                .with("program", "program", "program@2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("returnable", "returnableUntil", LATER)
                .with("offer", "offer", "anniversary")
                .with("nothing given", "given", null)
                .with("counted nowhere", "counted", List.of())
                .with("counted elsewhere", "counted", List.of(new CountedUse("earned/year", 2027, false)))
                .with("currency", "given", new ClaimReceipt.GivenPoints("stars", given.lot(), 5))
                .with("points", "given", new ClaimReceipt.GivenPoints("points", given.lot(), 4))
                .with("lot", "given", new ClaimReceipt.GivenPoints("points", Samples.PENDING, 5))
                .with("cancelled", "cancelled", true)
                .coverEveryComponent();
    }

    private static Variants<ClosureReceipt> closures() {
        ClosureReceipt closure = Samples.closure();
        Lot lot = closure.wallets().get(0).lots().get(0);
        return Variants.of("closure", closure)
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("closed", "closed", MICRO_LATER)
                .with("entry", "entry", 10L)
                .with("nothing expired", "wallets", List.of())
                .with("currency", "wallets", List.of(new ClosureReceipt.ExpiredLots("stars", List.of(lot), LATER)))
                .with("no lots", "wallets", List.of(new ClosureReceipt.ExpiredLots("points", List.of(), LATER)))
                .with(
                        "points left",
                        "wallets",
                        List.of(new ClosureReceipt.ExpiredLots("points", List.of(lot.withLeft(lot.left() - 1)), LATER)))
                .with("no timer", "wallets", List.of(new ClosureReceipt.ExpiredLots("points", List.of(lot), null)))
                .with("no holds", "holds", List.of())
                .with("hold", "holds", List.of(Samples.hold().withCaptured(7)))
                .coverEveryComponent();
    }

    private static PurchaseReceipt withoutLines(Currency currency) {
        PurchaseReceipt receipt = receipt();
        return new PurchaseReceipt(
                receipt.purchase(),
                receipt.customer(),
                receipt.program(),
                receipt.occurredAt(),
                receipt.returnableUntil(),
                currency,
                receipt.pricing(),
                List.of(),
                Money.of(currency, "4.95"),
                receipt.shippingReturned(),
                receipt.paidInMoney(),
                receipt.awards(),
                receipt.pointPayments(),
                receipt.taken(),
                receipt.counted(),
                List.of());
    }

    private static List<List<CountedSum>> sums() {
        List<List<CountedSum>> sums = new ArrayList<>();
        for (CountedSum sum : Samples.sums()) {
            sums.add(List.of(sum));
        }
        sums.add(List.of());
        sums.add(List.of(new CountedSum.Spend("spend/month", 2026, List.of(0))));
        sums.add(List.of(new CountedSum.Spend("spend/year", 2027, List.of(0))));
        sums.add(List.of(new CountedSum.Spend("spend/year", 2026, List.of())));
        sums.add(List.of(new CountedSum.Quantity("nights/ever", 1, List.of(0))));
        sums.add(List.of(new CountedSum.One("visits/month", 24_314, List.of(0), List.of())));
        sums.add(List.of(new CountedSum.Own("km/day", -3, List.of(0), 78)));
        sums.add(List.of(new CountedSum.Earned("earned/ever", 0, "stars")));
        return sums;
    }

    private static Variants<PurchaseReceipt> receipts() {
        PurchaseReceipt receipt = receipt();
        Variants<PurchaseReceipt> variants = Variants.of("receipt", receipt);
        for (List<CountedSum> sums : sums()) {
            variants = variants.with("sums " + sums, "sums", sums);
        }
        return variants.with("purchase", "purchase", "p-2")
                .with("customer", "customer", "c-2")
                .with("program", "program", "program@2")
                .with("pricing", "pricing", Pricing.GROSS)
                .with("time", "occurredAt", LATER)
                .with("returnable", "returnableUntil", MICRO_LATER)
                .with("another line", "lines", List.of(receiptLine(), receiptLine()))
                .with("shipping", "shipping", usd("4.96"))
                .with("shipping not returned", "shippingReturned", false)
                .with("paid in money", "paidInMoney", Ratio.of(3, 5))
                .with("all paid in money", "paidInMoney", Ratio.ONE)
                // Its lines and its shipping are in its currency.
                .with("currency", withoutLines(EUR))
                .with("no awards", "awards", List.of())
                .with("no payments", "pointPayments", List.of())
                .with("award twice", "awards", List.of(award(), award()))
                .with("nothing taken", "taken", List.of())
                .with("not counted", "counted", List.of())
                .withPart(lines(), line -> receipt(line, award(), payment(), Samples.taken()))
                .withPart(awards(), award -> receipt(receiptLine(), award, payment(), Samples.taken()))
                .withPart(payments(), payment -> receipt(receiptLine(), award(), payment, Samples.taken()))
                .withPart(taken(), taken -> receipt(receiptLine(), award(), payment(), taken))
                .coverEveryComponentBut("currency");
    }

    @Test
    void receiptsThatDifferInOneFieldAreWrittenDifferentlyAndReadAsTheyWere() {
        Variants<PurchaseReceipt> receipts = receipts();
        assertThat(receipts.values()).hasSizeGreaterThanOrEqualTo(105);
        receipts.haveFormsOfTheirOwn(Codec.RECEIPTS, Receipt.class);
        Variants<RedemptionReceipt> redemptions = redemptions();
        assertThat(redemptions.values()).hasSizeGreaterThanOrEqualTo(27);
        redemptions.haveFormsOfTheirOwn(Codec.RECEIPTS, Receipt.class);
        captures().haveFormsOfTheirOwn(Codec.RECEIPTS, Receipt.class);
        claims().haveFormsOfTheirOwn(Codec.RECEIPTS, Receipt.class);
        closures().haveFormsOfTheirOwn(Codec.RECEIPTS, Receipt.class);
    }
}
