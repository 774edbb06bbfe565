package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.condition.Selectors;
import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.receipt.CountedUse;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Laws of returns: however they are split and ordered, what is taken back is what was given. */
@Tag("slow")
class ReturnProperties {
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private static long taken(List<LedgerEntry> entries) {
        return -entries.stream()
                .filter(entry -> entry.kind() == EntryKind.CLAWBACK)
                .mapToLong(entry -> entry.points() - entry.shortfall())
                .sum();
    }

    private static Shop withPurchase(LoyaltyProgram program, Basket basket) {
        Shop shop = new Shop(program);
        shop.submit(new Purchase("p", CUSTOMER, noon("2026-01-05"), basket));
        return shop;
    }

    private static <T> T pick(Random random, T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    @CanIgnoreReturnValue
    private static Decision bringBack(Shop shop, int number, ReturnedLine... lines) {
        return shop.submit(new Return("r" + number, CUSTOMER, noon("2026-01-10"), "p", List.of(lines)));
    }

    /** 61 are paid for what is 52 without tax, and refunds come in odd amounts of the 61. */
    @Example
    @Tag("V3")
    @Tag("K10")
    void refundsOfOddAmountsTakeBackAllAndNoMore() {
        Shop shop = withPurchase(
                program()
                        .earn(EarnRule.earning("base", Amounts.proportional(10, usd("61"))))
                        .build(),
                Basket.of(line("1", "61")));
        assertThat(shop.available()).isEqualTo(10);
        List<Long> taken = new ArrayList<>();
        for (String refund : List.of("32", "9", "8", "3", "6", "3")) {
            taken.add(taken(bringBack(shop, taken.size(), ReturnedLine.of("1", usd(refund)))
                    .entries()));
        }
        // Of 10 are kept 4.75, 3.27, 1.96, 1.47, 0.49 and nothing.
        assertThat(taken).containsExactly(6L, 1L, 2L, 0L, 1L, 0L);
        assertThat(shop.available()).isZero();
    }

    @Example
    @Tag("V3")
    @Tag("I12")
    @Tag("K10")
    void everyCompositionOfTwelvePiecesTakesBackTheSame() {
        for (Rounding rounding : Rounding.values()) {
            EarnRule base = EarnRule.earning("base", Amounts.proportional(7, usd("12")))
                    .rounded(rounding, RoundingStep.PER_PURCHASE);
            Shop bought = withPurchase(
                    program().earn(base).build(), Basket.of(line("1", "52").withQuantity(Quantity.of(12))));
            PurchaseReceipt receipt = bought.receiptOf("p");
            long[] dueOf = new long[13];
            for (int pieces = 1; pieces <= 12; pieces++) {
                dueOf[pieces] = taken(
                        ask(bought.engine(), bought.account(), receipt, pieces).entries());
            }
            assertThat(dueOf[12]).isEqualTo(bought.available());
            int compositions = 0;
            for (int pieces = 1; pieces <= 12; pieces++) {
                for (int cuts = 0; cuts < 1 << (pieces - 1); cuts++) {
                    assertThat(takenInParts(bought, pieces, cuts)).isEqualTo(dueOf[pieces]);
                    compositions++;
                }
            }
            assertThat(compositions).isEqualTo(4_095);
        }
    }

    /** A bit for each border between two pieces: whether a return ends there. */
    private static long takenInParts(Shop bought, int pieces, int cuts) {
        Account account = bought.account();
        PurchaseReceipt receipt = bought.receiptOf("p");
        long taken = 0;
        int part = 0;
        for (int piece = 0; piece < pieces; piece++) {
            part++;
            if (piece == pieces - 1 || (cuts >> piece & 1) == 1) {
                Decision decision = ask(bought.engine(), account, receipt, part);
                taken += taken(decision.entries());
                account = decision.account();
                receipt = (PurchaseReceipt) decision.receipts().get(0);
                part = 0;
            }
        }
        return taken;
    }

    private static Decision ask(LoyaltyEngine engine, Account account, PurchaseReceipt receipt, int pieces) {
        Return event =
                new Return("r", CUSTOMER, noon("2026-01-10"), "p", List.of(ReturnedLine.of("1", Quantity.of(pieces))));
        return engine.evaluate(account, event, List.of(receipt)).orThrow();
    }

    private static LoyaltyProgram drawnProgram(Random random) {
        List<TermsOfReturn> terms = List.of(
                TermsOfReturn.BY_LINE,
                TermsOfReturn.BY_PURCHASE,
                TermsOfReturn.LOST_ON_ANY_RETURN,
                TermsOfReturn.LOST_ON_FULL_RETURN,
                TermsOfReturn.lostBelow(usd(String.valueOf(1 + random.nextInt(300)))));
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            EarnRule base = EarnRule.earning(
                            "base-" + i,
                            Amounts.proportional(1 + random.nextInt(9), usd("0." + (1 + random.nextInt(99)))))
                    .rounded(pick(random, Rounding.values()), pick(random, RoundingStep.values()))
                    .returning(random.nextBoolean() ? terms.get(0) : terms.get(random.nextInt(terms.size())));
            base = random.nextInt(4) == 0 ? base.capped(PointCap.of(POINTS.points(1 + random.nextInt(500)))) : base;
            rules.add(base);
            rules.add(capped(random, Multiplier.of("more-" + i, base, factor(random))));
            if (random.nextBoolean()) {
                rules.add(capped(
                        random,
                        Multiplier.ofRounded("again-" + i, base, factor(random), pick(random, Rounding.values()))));
            }
            if (random.nextBoolean()) {
                rules.add(Multiplier.of("other-" + i, base, factor(random)).of(Selectors.sku("sku-l1")));
            }
        }
        LoyaltyProgram.Builder program = program().earn(rules.toArray(Rule[]::new));
        if (random.nextInt(3) == 0) {
            PointCap cap = PointCap.of(POINTS.points(1 + random.nextInt(3_000)));
            program.capped(random.nextBoolean() ? cap : cap.per(BoundedWindow.DAY));
        }
        if (random.nextInt(3) == 0) {
            program.capped(UseCap.of(1, Window.EVER));
        }
        return program.build();
    }

    /** Between zero and three, and not one. */
    private static Ratio factor(Random random) {
        return Ratio.of(random.nextInt(3) == 0 ? 1 + random.nextInt(999) : 1001 + random.nextInt(1_999), 1000);
    }

    /** Caps of a multiplier above one, which are of a window or of the purchase. */
    private static Multiplier capped(Random random, Multiplier multiplier) {
        boolean isAboveOne = multiplier.effect().factor().compareTo(Ratio.ONE) > 0;
        return switch (isAboveOne ? random.nextInt(4) : 3) {
            case 0 -> multiplier.capped(PointCap.of(POINTS.points(1 + random.nextInt(300))));
            case 1 ->
                multiplier.capped(
                        PointCap.of(POINTS.points(1 + random.nextInt(1_000))).per(Window.EVER));
            case 2 -> multiplier.capped(UseCap.of(1, Window.EVER));
            default -> multiplier;
        };
    }

    private static Basket drawnBasket(Random random) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            lines.add(line("l" + i, random.nextInt(200) + "." + (10 + random.nextInt(90)))
                    .withQuantity(Quantity.of(1 + random.nextInt(6))));
        }
        return Basket.of(lines);
    }

    /** Brings back some of what is left of some lines, by quantity or amount, often all that is left of one; perhaps nothing. */
    private static List<ReturnedLine> drawnReturn(Random random, PurchaseReceipt receipt) {
        List<ReturnedLine> lines = new ArrayList<>();
        for (ReceiptLine line : receipt.lines()) {
            if (line.isReturned() || random.nextInt(3) == 0) {
                continue;
            }
            Ratio whole = random.nextBoolean()
                    ? Ratio.of(line.quantity().millionths())
                    : Ratio.of(line.net().millionths());
            boolean byQuantity = whole.equals(Ratio.of(line.quantity().millionths()));
            long left = line.left().times(whole).rounded(Rounding.DOWN);
            boolean exact = Ratio.of(left).equals(line.left().times(whole));
            long part = exact && random.nextInt(3) == 0 ? left : left <= 1 ? left : 1 + random.nextLong(left);
            if (part > 0) {
                lines.add(
                        byQuantity
                                ? ReturnedLine.of(line.id(), Quantity.ofMillionths(part))
                                : ReturnedLine.of(
                                        line.id(), Money.ofMillionths(line.net().currency(), part)));
            }
        }
        return lines;
    }

    @Property(tries = 2_000)
    @Tag("V2")
    @Tag("V3")
    @Tag("I11")
    @Tag("I12")
    @Tag("K9")
    @Tag("A5")
    void theTotalTakenFollowsFromWhatIsLeftAloneWhateverIsReturned(@ForAll long seed) {
        Random random = new Random(seed);
        Shop shop = withPurchase(drawnProgram(random), drawnBasket(random));
        long earned = shop.available();
        PurchaseReceipt bought = shop.receiptOf("p");
        long taken = 0;
        for (int i = 0; i < 6; i++) {
            List<ReturnedLine> lines = drawnReturn(random, shop.receiptOf("p"));
            if (!lines.isEmpty()) {
                long now = taken(
                        bringBack(shop, i, lines.toArray(ReturnedLine[]::new)).entries());
                assertThat(now).isNotNegative();
                taken += now;
                PurchaseReceipt left = shop.receiptOf("p");
                long kept = 0;
                for (ReceiptAward award : bought.awards()) {
                    kept += left.kept(award);
                }
                assertThat(taken).isEqualTo(earned - kept);
                assertRoomIsMadeForWhatIsTaken(shop);
                shop.verify();
            }
        }
        if (!shop.receiptOf("p").isReturned()) {
            taken += taken(bringBack(shop, 9).entries());
        }
        assertThat(taken).isEqualTo(earned);
        assertThat(shop.available()).isZero();
        assertThat(shop.account().balance("points").debt()).isZero();
        assertThat(shop.account().counters()).isEmpty();
    }

    /** What entries leave a multiplier, and all rules, is what the caps of it and of the program count, and what the receipt says. */
    private static void assertRoomIsMadeForWhatIsTaken(Shop shop) {
        long points = shop.available();
        shop.account().counters().forEach((counter, sums) -> {
            if (counter.startsWith("*:")) {
                assertThat(sums.toMap().values())
                        .as(counter)
                        .containsExactly(counter.startsWith("*:uses") ? Math.min(1, points) : points);
            }
        });
        for (ReceiptAward award : shop.receiptOf("p").awards()) {
            for (ReceiptAward.Part part : award.parts()) {
                long left = shop.entries().stream()
                        .filter(entry -> part.rule().equals(entry.source()))
                        .mapToLong(LedgerEntry::points)
                        .sum();
                assertThat(part.kept()).as(part.rule()).isEqualTo(left);
                for (CountedUse use : part.counted()) {
                    assertThat(shop.account().counter(use.counter()).of(use.window()))
                            .as(use.counter())
                            .isEqualTo(use.ofUses() ? Math.min(1, left) : left);
                }
            }
        }
    }

    @Property(tries = 500)
    @Tag("V3")
    @Tag("V4")
    void partsOfAPurchaseOfWhichSomeExpiredTakeBackWhatTheWholeWould(@ForAll long seed) {
        Random random = new Random(seed);
        LoyaltyProgram program = program(Moment.after(Period.ofDays(30)))
                .earn(BASE)
                .redeem(Reward.costing("some", 1 + random.nextInt(99)))
                .build();
        long[] available = new long[2];
        long split = random.nextLong();
        for (int way = 0; way < 2; way++) {
            Shop shop = withPurchase(program, Basket.of(line("1", "100").withQuantity(Quantity.of(10))));
            shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-06"), "some"));
            shop.submit(new Purchase("q", CUSTOMER, noon("2026-02-10"), Basket.ofTotal(usd("1000"))));
            Random parts = new Random(split);
            int left = 10;
            for (int i = 0; left > 0; i++) {
                int part = way == 0 ? left : 1 + parts.nextInt(left);
                shop.submit(new Return(
                        "r" + i, CUSTOMER, noon("2026-02-11"), "p", List.of(ReturnedLine.of("1", Quantity.of(part)))));
                left -= part;
            }
            available[way] = shop.available();
            assertThat(available[way]).isEqualTo(1000 - shop.redeemed("x").points());
        }
        assertThat(available[0]).isEqualTo(available[1]);
    }

    @Example
    @Tag("K6")
    void buyingAndReturningOverAndOverLeavesNoPoint() {
        Shop shop = new Shop(program()
                .earn(BASE, Multiplier.of("more", BASE, Ratio.of("1.25")))
                .build());
        for (int i = 0; i < 2_000; i++) {
            String id = "p" + i;
            shop.submit(new Purchase(id, CUSTOMER, noon("2026-01-05"), Basket.of(line("1", (1 + i % 97) + ".37"))));
            shop.submit(Return.ofAll("r" + i, CUSTOMER, noon("2026-01-05"), id));
            assertThat(shop.available()).isZero();
        }
        assertThat(shop.account().balance("points").debt()).isZero();
        assertThat(shop.account().counters()).isEmpty();
        shop.verify();
    }

    @Property(tries = 500)
    @Tag("K7")
    @Tag("L8")
    void pointsThatWereSpentBeforeTheirPurchaseWasReturnedAreOwedOrForgottenAndNeverTwice(@ForAll long seed) {
        Random random = new Random(seed);
        for (ShortfallPolicy shortfall : ShortfallPolicy.values()) {
            int price = 1 + random.nextInt(100);
            Shop shop = withPurchase(
                    LoyaltyProgram.builder("shop", "1")
                            .zone(Shop.NEW_YORK)
                            .money(Shop.USD)
                            .points(
                                    Shop.POINTS,
                                    new PointTerms(Moment.never(), Set.of(), null, shortfall, null, Period.ZERO))
                            .earn(BASE)
                            .redeem(Reward.costing("some", price))
                            .build(),
                    Basket.of(line("1", "100").withQuantity(Quantity.of(10))));
            shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-06"), "some"));
            int left = 10;
            for (int i = 0; left > 0; i++) {
                int part = 1 + random.nextInt(left);
                bringBack(shop, i, ReturnedLine.of("1", Quantity.of(part)));
                left -= part;
            }
            Balance balance = shop.account().balance("points");
            assertThat(balance.available()).isZero();
            assertThat(balance.debt()).isEqualTo(shortfall == ShortfallPolicy.OWE ? price : 0);
            assertThat(balance.clawedBack()).isEqualTo(shortfall == ShortfallPolicy.OWE ? 100 : 100 - price);
            assertThat(shop.receiptOf("p").taken("points")).isEqualTo(100);
            shop.verify();
        }
    }
}
