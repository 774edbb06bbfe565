package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Cap;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Laws of the caps of a program: whatever is bought and brought back, nobody gets points for nothing through them. */
@Tag("slow")
@Tag("A5")
class CapOfProgramProperties {
    private static final PointCurrency STARS = PointCurrency.of("stars");
    private static final List<String> DATES = List.of("2026-01-05", "2026-01-06", "2026-01-31", "2026-02-01");
    private static final List<Window> WINDOWS = List.of(BoundedWindow.DAY, BoundedWindow.MONTH, Window.EVER);

    /** A program with caps, and what is bought in it. */
    private static final class Drawn {
        private final Random random;
        private final List<Rule> rules = new ArrayList<>();
        private final List<Cap> caps = new ArrayList<>();

        Drawn(Random random) {
            this.random = random;
            for (int i = 0; i < 3; i++) {
                EarnRule base = EarnRule.earning("base-" + i, amount())
                        .rounded(Rounding.DOWN, RoundingStep.PER_PURCHASE)
                        .awarding(random.nextInt(3) == 0 ? STARS : POINTS)
                        .of(random.nextBoolean() ? Selectors.everything() : Selectors.sku("sku-" + random.nextInt(3)));
                base = random.nextInt(3) == 0
                        ? base.capped(PointCap.of(base.currency().points(50)))
                        : base;
                rules.add(random.nextInt(4) == 0 ? base.returning(TermsOfReturn.BY_PURCHASE) : base);
                if (random.nextBoolean() && base.effect().amount().fixedPoints() == 0) {
                    rules.add(Multiplier.of("more-" + i, base, Ratio.of(2)));
                }
            }
            PointCap most = PointCap.of(POINTS.points(20 + random.nextInt(200)));
            caps.add(random.nextInt(4) == 0 ? most : most.per(drawn(WINDOWS)));
            if (random.nextBoolean()) {
                caps.add(PointCap.of(STARS.points(20 + random.nextInt(100))).per(drawn(WINDOWS)));
            }
            if (random.nextBoolean()) {
                caps.add(UseCap.of(1 + random.nextInt(3), drawn(WINDOWS)));
            }
        }

        <T> T drawn(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        private Amount amount() {
            return switch (random.nextInt(4)) {
                case 0 -> Amounts.perItem(1 + random.nextInt(9));
                case 1 -> Amounts.perCompleted(1 + random.nextInt(9), usd("7"));
                case 2 -> Amounts.fixed(1 + random.nextInt(9));
                default -> Amounts.proportional(1 + random.nextInt(9), usd("3"));
            };
        }

        LoyaltyProgram program(Cap... capped) {
            return LoyaltyProgram.builder("shop", "1")
                    .zone(Shop.NEW_YORK)
                    .money(Shop.USD)
                    .points(POINTS, PointTerms.expiring(Moment.never()))
                    .points(STARS, PointTerms.expiring(Moment.never()))
                    .earn(rules.toArray(Rule[]::new))
                    .capped(capped)
                    .build();
        }

        Basket basket() {
            List<PurchaseLine> lines = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                lines.add(line(String.valueOf(i), random.nextInt(60) + ".37")
                        .withQuantity(Quantity.of(1 + random.nextInt(4))));
            }
            return Basket.of(lines);
        }

        /** A part or all of what is left of a line. */
        ReturnedLine part(ReceiptLine line) {
            long left = line.left().times(line.net().millionths()).rounded(Rounding.DOWN);
            boolean isAll = Ratio.of(left).equals(line.left().times(line.net().millionths())) && random.nextBoolean();
            long part = isAll || left < 2 ? left : 1 + random.nextLong(left - 1);
            return ReturnedLine.of(line.id(), Money.ofMillionths(Shop.USD, Math.max(1, part)));
        }
    }

    private static long available(Shop shop, PointCurrency currency) {
        return shop.account().balance(currency.id()).available()
                - shop.account().balance(currency.id()).debt();
    }

    /** What each window of a cap counts is what is kept of what was bought in it, and never more than the cap. */
    private static void assertCountedAsKept(Shop shop, List<Cap> caps, Map<String, String> bought) {
        for (Cap cap : caps) {
            Map<String, Long> sums = new TreeMap<>();
            bought.forEach((purchase, date) -> {
                long kept = kept(shop.receiptOf(purchase), cap);
                long counts = cap instanceof UseCap ? Math.min(1, kept) : kept;
                if (counts > 0) {
                    sums.merge(windowOf(cap, purchase, date), counts, Long::sum);
                }
            });
            long most = cap instanceof PointCap points ? points.most().count() : ((UseCap) cap).most();
            assertThat(sums.values()).as(cap.describe()).allMatch(sum -> sum <= most);
            if (cap.window() != null) {
                String counter = "*:"
                        + (cap instanceof PointCap points
                                ? "points." + points.most().currency().id()
                                : "uses")
                        + ":" + cap.window().describe().replace("per ", "").replace("calendar ", "");
                assertThat(shop.account().counter(counter).toMap().values())
                        .as(cap.describe())
                        .containsExactlyInAnyOrderElementsOf(sums.values());
            }
        }
    }

    private static String windowOf(Cap cap, String purchase, String date) {
        if (cap.window() == null) {
            return purchase;
        }
        return cap.window() == BoundedWindow.DAY
                ? date
                : cap.window() == BoundedWindow.MONTH ? date.substring(0, 7) : "";
    }

    private static long kept(PurchaseReceipt receipt, Cap cap) {
        return receipt.awards().stream()
                .filter(award -> !(cap instanceof PointCap points)
                        || award.currency().equals(points.most().currency().id()))
                .mapToLong(ReceiptAward::kept)
                .sum();
    }

    /** The same is bought and brought back in a program without caps, which leaves no less. */
    @Property(tries = 1_000)
    @Tag("V2")
    @Tag("V3")
    @Tag("I23")
    @Tag("K6")
    void capsOfAProgramLetNobodyHavePointsForNothingHoweverOftenTheyBuyAndReturn(@ForAll long seed) {
        Drawn drawn = new Drawn(new Random(seed));
        Shop capped = new Shop(drawn.program(drawn.caps.toArray(Cap[]::new)));
        Shop free = new Shop(drawn.program());
        Map<String, String> bought = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            if (bought.isEmpty() || drawn.random.nextBoolean()) {
                String date = drawn.drawn(DATES);
                Basket basket = drawn.basket();
                bought.put("p" + i, date);
                for (Shop shop : List.of(capped, free)) {
                    shop.submit(new Purchase("p" + i, CUSTOMER, noon(date), basket));
                }
            } else {
                String purchase = drawn.drawn(List.copyOf(bought.keySet()));
                List<ReturnedLine> parts = capped.receiptOf(purchase).lines().stream()
                        .filter(line -> !line.isReturned() && !line.net().isZero())
                        .map(drawn::part)
                        .toList();
                if (!parts.isEmpty()) {
                    for (Shop shop : List.of(capped, free)) {
                        shop.submit(new Return("r" + i, CUSTOMER, noon("2026-02-02"), purchase, parts));
                    }
                }
            }
            assertCountedAsKept(capped, drawn.caps, bought);
            for (PointCurrency currency : List.of(POINTS, STARS)) {
                assertThat(available(capped, currency)).isLessThanOrEqualTo(available(free, currency));
            }
            capped.verify();
        }
        for (String purchase : bought.keySet()) {
            if (!capped.receiptOf(purchase).isReturned()) {
                capped.submit(Return.ofAll("all of " + purchase, CUSTOMER, noon("2026-02-03"), purchase));
            }
        }
        assertThat(available(capped, POINTS)).isZero();
        assertThat(available(capped, STARS)).isZero();
        assertThat(capped.account().counters()).isEmpty();
    }

    /** Who buys more than they want and brings back the rest has no more than who buys what they want. */
    @Property(tries = 1_000)
    @Tag("V2")
    void aReturnLeavesNoMoreThanTheRestWouldHaveBeenGiven(@ForAll long seed) {
        Drawn drawn = new Drawn(new Random(seed));
        LoyaltyProgram program = drawn.program(drawn.caps.toArray(Cap[]::new));
        Basket basket = drawn.basket();
        int kept = drawn.random.nextInt(basket.lines().size());
        Shop more = new Shop(program);
        more.submit(new Purchase("p", CUSTOMER, noon("2026-01-05"), basket));
        List<ReturnedLine> others = basket.lines().stream()
                .filter(line -> !line.id().equals(basket.lines().get(kept).id()))
                .map(line -> ReturnedLine.of(line.id(), line.quantity()))
                .toList();
        if (!others.isEmpty()) {
            more.submit(new Return("r", CUSTOMER, noon("2026-01-06"), "p", others));
        }
        Shop rest = new Shop(program);
        rest.submit(new Purchase(
                "p", CUSTOMER, noon("2026-01-05"), Basket.of(basket.lines().get(kept))));
        boolean isByLine = drawn.rules.stream()
                .noneMatch(rule -> rule instanceof EarnRule earns
                        && (earns.returns() instanceof TermsOfReturn.ByPurchase
                                || earns.effect().amount().fixedPoints() > 0));
        if (isByLine) {
            assertThat(more.available()).isLessThanOrEqualTo(rest.available());
            assertThat(available(more, STARS)).isLessThanOrEqualTo(available(rest, STARS));
        }
    }
}
