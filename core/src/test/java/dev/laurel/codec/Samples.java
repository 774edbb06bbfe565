package dev.laurel.codec;

import dev.laurel.account.Account;
import dev.laurel.account.ClaimedBirthday;
import dev.laurel.account.ExpiredPoints;
import dev.laurel.account.GivenOnSum;
import dev.laurel.account.Milestones;
import dev.laurel.account.Redating;
import dev.laurel.account.Shortfall;
import dev.laurel.account.VersionInForce;
import dev.laurel.account.Wallet;
import dev.laurel.counter.WindowSums;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.TierChange;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.Pricing;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.LotUse;
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
import dev.laurel.receipt.OpenHold;
import dev.laurel.receipt.PaidOrders;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenLots;
import dev.laurel.receipt.TakenPoints;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An account and receipts that have something in each of their parts. */
public final class Samples {
    public static final Currency USD = Currency.getInstance("USD");
    public static final Currency EUR = Currency.getInstance("EUR");
    public static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    public static final Instant MICRO_LATER = AT.plusNanos(1_000);
    public static final Instant LATER = AT.plusSeconds(1);
    public static final Birthday BIRTHDAY = new Birthday(Month.JUNE, 15);
    public static final LotQueue DATED = LotQueue.EMPTY
            .plus(new Lot(1, 100, 60, AT, AT, LATER))
            .plus(new Lot(2, 10, 10, AT, LATER, LATER.plusSeconds(1)));
    public static final Lot UNDATED = new Lot(3, 5, 5, AT, AT, null);
    public static final Lot PENDING = new Lot(4, 8, 8, AT, LATER, LATER.plusSeconds(2));
    public static final String CAP = "base:points:month";
    public static final WindowSums SPEND = WindowSums.of(Map.of(2025L, 5L, 2026L, 6L));
    public static final WindowSums CAPPED = WindowSums.of(Map.of(24_314L, 100L));

    private Samples() {}

    public static Money usd(String amount) {
        return Money.of(USD, amount);
    }

    public static Balance balance() {
        return new Balance(1, 160, 3, 4, 5, 6, 7, 8, 9, 75, 8, 50, 0);
    }

    public static Wallet wallet() {
        return wallet(balance(), DATED, UNDATED, PENDING, expired());
    }

    public static Wallet wallet(Balance balance, LotQueue dated, Lot undated, Lot pending, ExpiredPoints expired) {
        return new Wallet(
                "points",
                balance,
                dated,
                LotQueue.EMPTY.plus(undated),
                LotQueue.NONE_PENDING.plus(pending),
                LATER,
                4,
                List.of(expired),
                MICRO_LATER,
                List.of(redating()),
                List.of(shortfall()));
    }

    /** Another redating, by a version of the program. */
    public static Redating redatingByVersion() {
        return new Redating.ByVersion("2026.2", AT, 5, 3, null, false, LATER, 2);
    }

    public static Redating redating() {
        return new Redating.Resumed(AT, 5, 3, LATER);
    }

    public static Shortfall shortfall() {
        return new Shortfall(EntryKind.CLAWBACK, "base", 9, 6, LATER);
    }

    public static ExpiredPoints expired() {
        return new ExpiredPoints(4, 7, AT);
    }

    public static Account account(Wallet... wallets) {
        return Account.of(
                        "program",
                        List.of(VersionInForce.of("2026.1", Timestamps.MIN)),
                        new Customer("c-1", BIRTHDAY, Map.of("k", "v"), Set.of("s")),
                        LATER,
                        milestones(),
                        7,
                        4,
                        List.of(wallets),
                        List.of(hold()),
                        List.of(standings()),
                        Map.of("spend/year", SPEND, CAP, CAPPED),
                        Map.of("birthday", List.of(claimed())))
                .withGiven(List.of(given()));
    }

    public static GivenOnSum given() {
        return new GivenOnSum(
                "each",
                "spend/month",
                "points",
                675,
                LATER,
                30,
                20,
                List.of(new GivenOnSum.PostedLot(
                        Lot.key(3, AT, AT, null, LotDating.BY_TERMS),
                        20,
                        15,
                        5,
                        List.of(new CountedUse("each:points:day", 20_454, false)))));
    }

    public static ClaimedBirthday claimed() {
        return new ClaimedBirthday("g-1", LocalDate.of(2026, 6, 15));
    }

    public static Milestones milestones() {
        return new Milestones(AT, LATER, MICRO_LATER, "c-9", LATER, AT, MICRO_LATER, LATER, MICRO_LATER, LATER);
    }

    public static OpenHold hold() {
        return new OpenHold(
                "h-1",
                "cash-10",
                "points",
                AT,
                MICRO_LATER,
                6,
                LATER,
                List.of(lotTaken()),
                3,
                List.of("p-1", "p-2"),
                List.of(new CountedUse("cash-10:uses:month", 24313, true)));
    }

    public static Standings standings() {
        TierStanding vib = new TierStanding(Tier.of("vib"), LATER);
        TierStanding rouge = new TierStanding(Tier.of("rouge"), AT);
        return new Standings(
                "status",
                rouge,
                vib,
                List.of(rouge),
                new TreeMap<>(Map.of(2025L, vib, 2026L, new TierStanding(Tier.of("insider"), null))));
    }

    public static Account account() {
        return account(wallet());
    }

    public static ReceiptLine receiptLine() {
        return new ReceiptLine("1", Quantity.of(2), usd("10"), usd("1"), usd("9"), true, Ratio.of(1, 2));
    }

    public static LineShares shares() {
        return new LineShares(
                List.of(Ratio.of("12.5"), Ratio.of(4, 3)), new int[] {0, 1, LineShares.NO_RATE}, new long[] {1, 2, 0});
    }

    public static ReceiptAward award() {
        return new ReceiptAward(
                "points",
                new Lot(1, 100, 60, AT, LATER, LATER.plusSeconds(2), LotDating.SUSPENDED),
                shares(),
                Rounding.DOWN,
                RoundingStep.PER_PURCHASE,
                TermsOfReturn.BY_LINE,
                new ReceiptAward.Base(shares(), RoundingStep.PER_LINE, Ratio.of(2, 3)),
                true,
                List.of(part(), new ReceiptAward.Part("vib", 2, 2, null, List.of())),
                List.of(counted()));
    }

    public static ReceiptAward.Part part() {
        return new ReceiptAward.Part("base", 10, 7, shares(), List.of(counted()));
    }

    public static CountedUse counted() {
        return new CountedUse(CAP, 24_314, true);
    }

    public static PurchaseReceipt receipt(
            ReceiptLine line, ReceiptAward award, PointPayment payment, TakenPoints taken) {
        return new PurchaseReceipt(
                "p-1",
                "c-1",
                "program@1",
                AT,
                AT,
                USD,
                Pricing.NET,
                List.of(line),
                usd("4.95"),
                true,
                Ratio.of(3, 4),
                List.of(award),
                List.of(payment),
                List.of(taken),
                List.of(new CountedUse("*:uses:day", 20_454, true)),
                sums());
    }

    /** One of each kind. */
    public static List<CountedSum> sums() {
        return List.of(
                new CountedSum.Spend("spend/year", 2026, List.of(0)),
                new CountedSum.Quantity("nights/ever", 0, List.of(0)),
                new CountedSum.One(
                        "visits/month", 24_314, List.of(0), List.of(new CountedSum.Total(usd("5"), List.of(0)))),
                new CountedSum.Own("km/day", -3, List.of(0), 77),
                new CountedSum.Earned("earned/ever", 0, "points"));
    }

    public static PointPayment payment() {
        return new PointPayment("r-1", 50, 5);
    }

    public static TakenPoints taken() {
        return new TakenPoints("points", 3);
    }

    public static LotTaken lotTaken() {
        return new LotTaken(DATED.first(), 50, 20);
    }

    public static RedemptionReceipt redemption() {
        return new RedemptionReceipt(
                "r-1",
                "c-1",
                "program@1",
                AT,
                AT,
                MICRO_LATER,
                6,
                "fifty",
                "points",
                50,
                List.of(takenLots()),
                7,
                List.of(counted()),
                paid());
    }

    public static TakenLots takenLots() {
        return new TakenLots("r-1", List.of(lotTaken()));
    }

    public static PaidOrders paid() {
        return new PaidOrders(PointsAsPayment.of(usd("0.01"), 2), usd("0.20"), 3);
    }

    public static CaptureReceipt capture() {
        return new CaptureReceipt("x-1", "c-1", AT, AT, "h-1");
    }

    public static ClaimReceipt claim() {
        return new ClaimReceipt(
                "g-1",
                "c-1",
                "program@1",
                AT,
                AT,
                "birthday",
                new ClaimReceipt.GivenPoints("points", UNDATED, 5),
                List.of(new CountedUse("earned/year", 2026, false)),
                false);
    }

    public static ClosureReceipt closure() {
        return new ClosureReceipt(
                "c-1",
                AT,
                LATER,
                9,
                List.of(new ClosureReceipt.ExpiredLots("points", List.of(PENDING), LATER)),
                List.of(hold()));
    }

    public static PurchaseReceipt receipt() {
        return receipt(receiptLine(), award(), payment(), taken());
    }

    public static LotUse use() {
        return new LotUse(4, 7, LATER);
    }

    public static LedgerEntry entry() {
        return new LedgerEntry(
                3,
                EntryKind.EARN,
                "points",
                12,
                List.of(use()),
                "base",
                "cause-1",
                "shop@1",
                MICRO_LATER,
                AT,
                LATER,
                LATER.plusSeconds(1),
                LotDating.OWN,
                5,
                "h-1");
    }

    public static TierChange tierChange() {
        return new TierChange(
                "status",
                new TierStanding(Tier.of("insider"), null),
                new TierStanding(Tier.of("vib"), LATER),
                LATER,
                "cause-1");
    }

    public static UnpaidOrders unpaid() {
        return new UnpaidOrders("h-1", List.of("p-1", "p-2"), LATER);
    }
}
