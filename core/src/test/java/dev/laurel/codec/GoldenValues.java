package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static dev.laurel.codec.Samples.BIRTHDAY;
import static dev.laurel.codec.Samples.EUR;
import static dev.laurel.codec.Samples.LATER;
import static dev.laurel.codec.Samples.USD;
import static dev.laurel.codec.Samples.usd;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.laurel.account.Account;
import dev.laurel.account.ClaimedBirthday;
import dev.laurel.account.ExpiredPoints;
import dev.laurel.account.Milestones;
import dev.laurel.account.Redating;
import dev.laurel.account.Shortfall;
import dev.laurel.account.Wallet;
import dev.laurel.counter.WindowSums;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.TierChange;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.BroughtTier;
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
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.Payment;
import dev.laurel.event.Pricing;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
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
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenLots;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.rule.MoneyStep;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The values whose bytes stand in the golden files, by the name of the file. */
public final class GoldenValues {
    private static final Instant MILLIS = AT.plusMillis(250);
    private static final List<LotDating> DATINGS = List.of(LotDating.BY_TERMS, LotDating.OWN, LotDating.GIVEN_BACK);
    private static final String UMLAUTS = "Grüße, 東京 🎁";

    private static final List<LotTaken> LOTS = List.of(
            new LotTaken(new Lot(7, 300, 0, AT, AT, LATER, LotDating.OWN), 300, 0),
            new LotTaken(new Lot(8, 200, 0, AT, MILLIS, LATER, LotDating.GIVEN_BACK), 200, 150));

    private GoldenValues() {}

    static Map<String, Account> accounts() {
        return ImmutableMap.of(
                "account-of-nothing-yet", Account.untouched("shop", "c-1", List.of(Wallet.none("points")), List.of()),
                "account-with-something-of-each", Samples.account(),
                "account-with-many-lots", withManyLots(),
                "account-with-extremes", withExtremes(),
                "account-erased", erased());
    }

    private static Account withManyLots() {
        LotQueue dated = LotQueue.EMPTY;
        for (int i = 0; i < 40; i++) {
            Instant earned = AT.plus(Duration.ofHours(31).multipliedBy(i)).plusNanos(1_000L * i);
            dated = dated.plus(new Lot(
                    i + 3,
                    100 + i,
                    100,
                    earned,
                    earned.plus(Duration.ofDays(14)),
                    AT.plus(Duration.ofDays(365 + i / 10)),
                    DATINGS.get(i % DATINGS.size())));
        }
        Wallet points = new Wallet(
                "points", new Balance(0, 6_000, 0, 0, 2_000, 0, 0, 0, 0, 4_000, 0, 0, 0), dated, LotQueue.EMPTY, null);
        Wallet stamps = new Wallet(
                "stamps",
                new Balance(0, 7, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0),
                LotQueue.EMPTY,
                LotQueue.EMPTY
                        .plus(new Lot(1, 3, 3, AT, AT, null))
                        .plus(new Lot(2, 4, 4, AT, MILLIS, LATER, LotDating.SUSPENDED)),
                LATER);
        return Account.of(
                "beauty-insider",
                List.of(),
                Customer.of("5b6c1f9e-4f64-4f0c-9f8e-2d7f7c0f3a11").withBirthday(Birthday.parse("--02-29")),
                LATER,
                new Milestones(AT, null, AT, null, LATER, null, null, null, null, null),
                81,
                42,
                List.of(points, stamps),
                List.of(),
                List.of(Standings.earned("status", new TierStanding(Tier.of("insider"), null))),
                Map.of("spend/year", WindowSums.of(Map.of(2025L, 350_000_000L, 2026L, 10_990_000L))),
                Map.of());
    }

    private static Account withExtremes() {
        long most = Long.MAX_VALUE;
        long least = Long.MIN_VALUE;
        Wallet wallet = new Wallet(
                "points",
                new Balance(most, most, most, most, most, most, most, most - 2, 0, 1, 1, 0, 0),
                LotQueue.EMPTY.plus(new Lot(most, most, 1, Timestamps.MIN, Timestamps.MAX, Timestamps.MAX)),
                LotQueue.EMPTY,
                LotQueue.NONE_PENDING.plus(new Lot(most - 1, most, 1, Timestamps.MIN, Timestamps.MAX, Timestamps.MIN)),
                Timestamps.MIN,
                most,
                List.of(new ExpiredPoints(most, most, Timestamps.MAX), new ExpiredPoints(1, 1, Timestamps.MIN)),
                Timestamps.MIN,
                List.of(
                        new Redating.Resumed(Timestamps.MIN, 1, most, Timestamps.MAX),
                        new Redating.ByVersion("2026.2", Timestamps.MAX, 7, 1, Timestamps.MIN, false, null, 0),
                        new Redating.ByVersion("2026.3", Timestamps.MIN, most, 2, null, true, Timestamps.MAX, most)),
                List.of(
                        new Shortfall(EntryKind.ADJUST, null, most, most, Timestamps.MAX),
                        new Shortfall(EntryKind.CLAWBACK, UMLAUTS, 1, 1, Timestamps.MIN)));
        return Account.of(
                "shop",
                List.of(),
                new Customer(UMLAUTS, null, Map.of(UMLAUTS, "", "a", UMLAUTS), Set.of(UMLAUTS, "a", "b")),
                Timestamps.MAX,
                new Milestones(
                        null,
                        Timestamps.MIN,
                        Timestamps.MIN,
                        UMLAUTS,
                        Timestamps.MAX,
                        null,
                        Timestamps.MIN,
                        null,
                        null,
                        Timestamps.MAX),
                most,
                most,
                List.of(wallet),
                List.of(new OpenHold(
                        "h",
                        "r",
                        "points",
                        Timestamps.MIN,
                        Timestamps.MAX,
                        most,
                        Timestamps.MIN,
                        List.of(),
                        most,
                        List.of(UMLAUTS),
                        List.of(new CountedUse(UMLAUTS, most, true)))),
                List.of(),
                Map.of("b", WindowSums.of(Map.of(least, most, most, least)), "a", WindowSums.NONE),
                Map.of(
                        "b",
                        List.of(new ClaimedBirthday(UMLAUTS, LocalDate.of(9999, 12, 31))),
                        "a",
                        List.of(
                                new ClaimedBirthday("g-1", LocalDate.of(1, 1, 1)),
                                new ClaimedBirthday("g-2", LocalDate.of(3, 1, 1)))));
    }

    private static Account erased() {
        return Account.of(
                "shop",
                List.of(),
                Customer.of("c-1"),
                LATER,
                new Milestones(AT, null, null, null, null, null, null, MILLIS, LATER, null),
                0,
                0,
                List.of(Wallet.none("points")),
                List.of(),
                List.of(),
                Map.of(),
                Map.of());
    }

    /**
     * An account that has chunks: of lots that are dated, one of which came back, of pending ones, of counters, and of the windows of a
     * counter that has many.
     */
    static Account withChunks() {
        LotQueue dated = LotQueue.EMPTY;
        LotQueue pending = LotQueue.NONE_PENDING;
        for (int i = 1; i <= 70; i++) {
            Instant earned = AT.plus(Duration.ofHours(31).multipliedBy(i)).plusNanos(1_000L * i);
            LotDating dating = DATINGS.get(i % DATINGS.size());
            dated = dated.plus(new Lot(i, 100 + i, 100, earned, earned, earned.plus(Duration.ofDays(365)), dating));
            pending = pending.plus(new Lot(70 + i, 5, 5, earned, earned.plus(Duration.ofDays(14)), null));
        }
        Map<String, WindowSums> counters = new TreeMap<>();
        for (int i = 10; i < 50; i++) {
            counters.put("rule-" + i + ":points:month", WindowSums.of(Map.of(24_314L, 100L + i, -1L, -5L)));
        }
        Map<Long, Long> days = new TreeMap<>();
        for (long i = 0; i < 70; i++) {
            days.put(20_454 + 3 * i + i % 3, 9_990_000 * (1 + i % 7));
        }
        counters.put("rule-30:points:day", WindowSums.of(days));
        return Account.of(
                "shop",
                List.of(),
                Customer.of(UMLAUTS),
                LATER,
                Milestones.NONE,
                200,
                140,
                List.of(new Wallet(
                        "points",
                        new Balance(0, 7_350, 0, 0, 0, 0, 0, 0, 0, 7_000, 350, 0, 0),
                        dated,
                        LotQueue.EMPTY,
                        pending,
                        null,
                        0,
                        List.of(),
                        null,
                        List.of(),
                        List.of())),
                List.of(),
                List.of(),
                counters,
                Map.of());
    }

    static Map<String, AccountChunk> chunks() {
        Codec<AccountChunk> codec = AccountChunk.codec(windows());
        ImmutableMap.Builder<String, AccountChunk> chunks = ImmutableMap.builder();
        AccountBytes.of(withChunks()).chunks().forEach((key, bytes) -> chunks.put("chunk-" + key, codec.decode(bytes)));
        return chunks.buildOrThrow();
    }

    /** Its chunks of windows, which those of counters take. */
    static Chunks windows() {
        return Chunks.of(Maps.filterKeys(
                AccountBytes.of(withChunks()).chunks(), key -> !key.startsWith(AccountChunk.Counts.KEY)));
    }

    static Map<String, Receipt> receipts() {
        return ImmutableMap.<String, Receipt>builder()
                .put("receipt-of-a-purchase", Samples.receipt())
                .put("receipt-of-a-purchase-with-all-terms", withAllTerms())
                .put("receipt-of-a-redemption", Samples.redemption())
                .put("receipt-of-a-redemption-that-pays-nothing", ofACoffee())
                .put("receipt-of-a-hold", ofAHold())
                .put(
                        "receipt-of-a-hold-that-was-captured",
                        ofAHold(500, new TakenLots("x-1", LOTS), new TakenLots("x-2", LOTS)))
                .put("receipt-of-a-capture", Samples.capture())
                .put("receipt-of-a-claim", Samples.claim())
                .put(
                        "receipt-of-a-claim-of-a-thing",
                        new ClaimReceipt(
                                "g-1", UMLAUTS, "shop@2026.1", MILLIS, MILLIS, "birthday", null, List.of(), true))
                .put("receipt-of-a-closure", Samples.closure())
                .put(
                        "receipt-of-a-closure-of-nothing",
                        new ClosureReceipt(UMLAUTS, MILLIS, MILLIS, 0, List.of(), List.of()))
                .buildOrThrow();
    }

    private static Receipt ofACoffee() {
        return new RedemptionReceipt(
                "r-1",
                UMLAUTS,
                "shop@2026.1",
                MILLIS,
                MILLIS,
                LATER,
                1,
                "coffee",
                "stamps",
                10,
                List.of(new TakenLots("r-1", List.of())),
                0,
                List.of(new CountedUse("coffee:uses:month", 24_314, true)),
                null);
    }

    private static Receipt ofAHold() {
        return ofAHold(0);
    }

    private static Receipt ofAHold(long cancelled, TakenLots... taken) {
        return new RedemptionReceipt(
                "h-1",
                "c-1",
                "shop@2026.1",
                AT,
                AT,
                AT,
                6,
                "pays",
                "points",
                500,
                List.of(taken),
                cancelled,
                List.of(),
                new PaidOrders(PointsAsPayment.of(euros("1"), 100), euros("4.995"), 499));
    }

    private static Receipt withAllTerms() {
        return new PurchaseReceipt(
                "p-1",
                UMLAUTS,
                "shop@2026.1",
                MILLIS,
                MILLIS,
                EUR,
                Pricing.GROSS,
                List.of(
                        new ReceiptLine(
                                "1", Quantity.of("0.345"), euros("3.999"), euros("0.8"), euros("0"), true, Ratio.ONE),
                        new ReceiptLine("2", Quantity.of(3), euros("0"), euros("0"), euros("0"), false, Ratio.ZERO),
                        new ReceiptLine("3", Quantity.of(1), euros("9"), euros("0"), euros("9"), true, Ratio.of(1, 3))),
                euros("0"),
                false,
                Ratio.of(2, 3),
                List.of(
                        award(Rounding.DOWN, RoundingStep.PER_PURCHASE, TermsOfReturn.BY_LINE),
                        award(Rounding.HALF_UP, RoundingStep.PER_LINE, TermsOfReturn.BY_PURCHASE),
                        award(Rounding.HALF_EVEN, RoundingStep.PER_ITEM, TermsOfReturn.LOST_ON_ANY_RETURN),
                        award(Rounding.UP, RoundingStep.PER_PURCHASE, TermsOfReturn.LOST_ON_FULL_RETURN),
                        award(Rounding.DOWN, RoundingStep.PER_PURCHASE, TermsOfReturn.KEPT),
                        award(Rounding.DOWN, RoundingStep.PER_PURCHASE, TermsOfReturn.lostBelow(euros("9.99"))),
                        award(Rounding.DOWN, RoundingStep.PER_LINE, TermsOfReturn.workedOutAnew(5, euros("2.5"))),
                        award(Rounding.UP, RoundingStep.PER_PURCHASE, STEPS)),
                List.of(new PointPayment("r-1", 0, 0), new PointPayment("r-2", 51, 50)),
                List.of(),
                List.of(new CountedUse("*:uses:day", 20_454, true), new CountedUse("*:uses:ever", 0, true)),
                List.of(
                        new CountedSum.Spend("spend/year", 2026, List.of(0, 2)),
                        new CountedSum.One(
                                "visits/ever",
                                0,
                                List.of(2),
                                List.of(new CountedSum.Total(euros("1.5"), List.of(0, 1, 2)))),
                        new CountedSum.Quantity("items/in-any-p7d", 20_454, List.of(0)),
                        new CountedSum.Own("km/week", 2_922, List.of(1, 2), Long.MAX_VALUE),
                        new CountedSum.Earned("earned/membership-year", -1, "points")));
    }

    private static final TermsOfReturn STEPS = new TermsOfReturn.WorkedOutAnew(List.of(
            new MoneyStep(euros("50"), 5, euros("1"), false),
            new MoneyStep(euros("99.95"), 700, null, false),
            new MoneyStep(euros("200"), 17, euros("2.5"), true)));

    private static ReceiptAward award(Rounding rounding, RoundingStep step, TermsOfReturn terms) {
        Ratio vast =
                Ratio.of(BigInteger.ONE.shiftLeft(200), BigInteger.TEN.pow(40).add(BigInteger.ONE));
        LineShares shares = new LineShares(
                List.of(Ratio.of(5, 4), vast), new int[] {0, LineShares.NO_RATE, 1}, new long[] {3_999_000, 0, 1});
        return new ReceiptAward(
                "points",
                new Lot(7, 12, 0, AT, MILLIS, null),
                shares,
                rounding,
                step,
                terms,
                terms instanceof TermsOfReturn.WorkedOutAnew
                        ? new ReceiptAward.Base(shares, step, Ratio.of(2, 3))
                        : null,
                true,
                List.of(
                        new ReceiptAward.Part("base", 12, 11, shares, List.of()),
                        new ReceiptAward.Part(
                                "more", 1, 0, null, List.of(new CountedUse("more:uses:week", 1_000, true)))),
                List.of(new CountedUse("base:points:month", 24_314, false), new CountedUse("uses", -1, true)));
    }

    private static Money euros(String amount) {
        return Money.of(EUR, amount);
    }

    public static Map<String, LoyaltyEvent> events() {
        return ImmutableMap.<String, LoyaltyEvent>builder()
                .put("event-purchase", new Purchase("e-1", "c-1", AT, basket()))
                .put("event-purchase-of-a-total", new Purchase("e-1", "c-1", MILLIS, Basket.ofTotal(usd("12.5"))))
                .put("event-redemption", new Redemption("e-1", "c-1", LATER, "cash-10", 500L, basket()))
                .put("event-redemption-without-order", Redemption.of("e-1", "c-1", LATER, "cash-10"))
                .put("event-hold", new Hold("e-1", "c-1", AT, "cash-10", LATER, 500L, basket()))
                .put("event-hold-without-order", Hold.of("e-1", "c-1", AT, "cash-10", LATER))
                .put("event-capture", new Capture("e-1", "c-1", AT, "h-1", 500L))
                .put("event-capture-of-a-part", new Capture("e-1", "c-1", AT, "h-1", 5L, true))
                .put("event-capture-of-all", Capture.ofAll("e-1", "c-1", AT, "h-1"))
                .put("event-release", new Release("e-1", "c-1", AT, "h-1"))
                .put("event-return", new Return("e-1", "c-1", AT, "p-1", returned()))
                .put("event-return-of-all", Return.ofAll("e-1", "c-1", AT, "p-1"))
                .put(
                        "event-return-of-an-amount",
                        Return.ofAmount("e-1", "c-1", AT, "p-1", usd("4.5")).withShipping())
                .put("event-return-of-shipping", Return.ofShipping("e-1", "c-1", AT, "p-1"))
                .put("event-cancellation", new Cancellation("e-1", "c-1", AT, "r-1", 50L))
                .put("event-cancellation-of-all", Cancellation.ofAll("e-1", "c-1", AT, "r-1"))
                .put("event-claim", new Claim("e-1", "c-1", AT, "birthday", "mini-lipstick"))
                .put("event-claim-without-choice", Claim.of("e-1", "c-1", AT, "birthday"))
                .put("event-activity", new Activity("e-1", "c-1", AT, "review", Map.of("stars", "5", "text", UMLAUTS)))
                .put("event-enrollment", new Enrollment("e-1", AT, profile(), "c-9"))
                .put("event-enrollment-of-an-id", Enrollment.of("e-1", "c-1", AT))
                .put(
                        "event-profile-change",
                        ProfileChange.to(
                                "e-1",
                                new Customer("c-1", BIRTHDAY, Map.of("k", "v"), Set.of("s")),
                                AT,
                                ProfileChange.Field.BIRTHDAY,
                                ProfileChange.Field.ATTRIBUTES,
                                ProfileChange.Field.SEGMENTS))
                .put(
                        "event-profile-change-to-nothing",
                        ProfileChange.to(
                                "e-1",
                                new Customer("c-1", null, Map.of(), Set.of()),
                                AT,
                                ProfileChange.Field.ATTRIBUTES,
                                ProfileChange.Field.SEGMENTS))
                .put(
                        "event-opening",
                        new Opening("e-1", "c-1", LATER, openingLots(), List.of(new BroughtTier("vib", LATER)))
                                .counting(new OpeningSum("spend", LATER, new BigDecimal("350"))))
                .put(
                        "event-opening-with-dates",
                        Opening.of("e-1", "c-1", LATER)
                                .dated(OpeningDates.NONE
                                        .withEnrolled(AT)
                                        .withFirstPurchase(LATER)
                                        .withBirthday(BIRTHDAY, AT)))
                .put(
                        "event-opening-with-sums",
                        Opening.of("e-1", "c-1", LATER)
                                .counting(
                                        new OpeningSum("spend", AT, new BigDecimal("410.000001")),
                                        new OpeningSum("visits", LATER, BigDecimal.TEN)))
                .put("event-opening-without-anything", Opening.of("e-1", "c-1", AT))
                .put("event-adjustment", new Adjustment("e-1", "c-1", AT, "points", -500, UMLAUTS, "agent-7"))
                .put(
                        "event-adjustment-with-dates",
                        new Adjustment("e-1", "c-1", AT, "points", 500, UMLAUTS, "agent-7")
                                .availableFrom(LATER)
                                .expiring(LATER.plusSeconds(60))
                                .about("p-1"))
                .put("event-tier-grant", new TierGrant("e-1", "c-1", AT, "rouge", LATER))
                .put("event-transfer", new Transfer("e-1", "c-1", AT, "c-2", "points", 500))
                .put("event-transfer-received", received())
                .put("event-profile-change-without-birthday", ProfileChange.withoutBirthday("e-1", "c-1", AT))
                .put("event-closure", new Closure("e-1", "c-1", AT))
                .put("event-reopening", new Reopening("e-1", "c-1", AT))
                .put("event-erasure", new Erasure("e-1", "c-1", AT))
                .put("event-batch-record", new BatchRecord("b-1", "c-1", AT, List.of("e-1", "e-2"), null))
                .put(
                        "event-batch-record-of-an-order",
                        CanonicalPromisesTest.promise().record("o-1"))
                .put("event-erased", ErasedEvent.of(received()))
                .put("event-time-passed", new TimePassed("c-1", AT.plusNanos(1_000)))
                .buildOrThrow();
    }

    static Map<String, PostedEvent> postedEvents() {
        TierStanding insider = new TierStanding(Tier.of("insider"), null);
        TierStanding vib = new TierStanding(Tier.of("vib"), LATER);
        return ImmutableMap.of(
                "posted-event-of-every-kind-of-entry",
                        PostedEvent.of(
                                received(),
                                MILLIS,
                                List.of(),
                                EntryForm.KINDS.stream()
                                        .map(GoldenValues::entry)
                                        .toList(),
                                List.of(
                                        new TierChange(
                                                "status",
                                                insider,
                                                vib,
                                                AT,
                                                received().id()),
                                        new TierChange("status", vib, insider, LATER, UMLAUTS)),
                                List.of(Samples.unpaid(), new UnpaidOrders("h-2", List.of(), AT))),
                "posted-event-with-something-of-each",
                        PostedEvent.of(
                                new Purchase("e-1", "c-1", AT, basket()),
                                LATER,
                                List.of(),
                                List.of(Samples.entry(), entry(EntryKind.REDATE)),
                                List.of(Samples.tierChange()),
                                List.of(Samples.unpaid())),
                "posted-event-with-nothing",
                        PostedEvent.of(new TimePassed("c-1", AT), AT, List.of(), List.of(), List.of(), List.of()));
    }

    /** An entry of a kind, of which each has other parts. */
    private static LedgerEntry entry(EntryKind kind) {
        int place = EntryForm.KINDS.indexOf(kind);
        return new LedgerEntry(
                5 + place,
                kind,
                place % 5 == 4 ? "stamps" : "points",
                100 - 30L * place,
                place % 3 == 0 ? List.of() : List.of(new LotUse(place, 40), new LotUse(place + 1, 60, LATER)),
                place % 2 == 0 ? null : "base",
                place % 4 == 0 ? received().id() : UMLAUTS,
                place < 9 ? "shop@1" : "shop@2",
                place % 3 == 1 ? AT : MILLIS,
                place % 5 == 0 ? AT : null,
                place % 5 == 1 ? LATER : null,
                place % 7 == 0 ? LATER.plusSeconds(1) : null,
                LotForm.DATINGS.get(place % LotForm.DATINGS.size()),
                place % 6 == 5 ? 3 : 0,
                place % 6 == 4 ? "h-1" : null);
    }

    private static Basket basket() {
        PurchaseLine line = PurchaseLine.of("1", "sku-1", usd("10.99"))
                .withCategories("make-up", "lips")
                .withBrand("acme")
                .withQuantity(Quantity.of("2.5"))
                .withTax(usd("0.879"))
                .withDiscount()
                .withAttribute("shade", UMLAUTS);
        return new Basket(
                USD,
                List.of(line, PurchaseLine.of("2", "sku-2", usd("0"))),
                usd("4.95"),
                List.of(
                        Payment.withPoints(usd("5"), "r-1"),
                        Payment.withForeignPoints(usd("1.82")),
                        Payment.of("card", usd("10")),
                        Payment.of("voucher", usd("0"))),
                "web");
    }

    private static Customer profile() {
        return new Customer(
                "c-1", new Birthday(Month.DECEMBER, 31), Map.of("k", "v", "l", ""), Set.of("vip", "newsletter"));
    }

    private static List<ReturnedLine> returned() {
        return List.of(
                ReturnedLine.of("1", Quantity.of("0.5")),
                ReturnedLine.of("2", usd("3.5")),
                ReturnedLine.ofGross("3", usd("4.165")));
    }

    private static List<OpeningLot> openingLots() {
        return List.of(new OpeningLot("points", 500, AT, LATER), new OpeningLot("stamps", 3, AT, null));
    }

    private static TransferReceived received() {
        return new TransferReceived(
                "c-2",
                AT,
                "c-1",
                "e-1",
                "points",
                List.of(new TransferReceived.Points(300, AT, LATER), new TransferReceived.Points(200, AT, null)));
    }
}
