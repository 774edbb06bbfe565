package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.PointRate;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneyStep;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/** Laws of amounts by steps: what is earned is what one works out by hand, and whatever comes back, in whatever parts, the same is taken. */
@Tag("slow")
@Tag("A3")
class SteppedAmountsProperties {
    private static final List<Rounding> ROUNDINGS = List.of(Rounding.values());

    /** Lines of pieces at a dollar each, and by what each is multiplied. */
    private static final class Order {
        private final int[] pieces;
        private final int[] factors;

        private Order(int[] pieces, int[] factors) {
            this.pieces = pieces;
            this.factors = factors;
        }

        static Order drawn(Random random) {
            int count = 1 + random.nextInt(3);
            return new Order(
                    random.ints(count, 1, 7).toArray(), random.ints(count, 1, 4).toArray());
        }

        Basket basket() {
            List<PurchaseLine> lines = new ArrayList<>();
            for (int i = 0; i < pieces.length; i++) {
                lines.add(line("l" + i, String.valueOf(pieces[i])).withQuantity(Quantity.of(pieces[i])));
            }
            return Basket.of(lines);
        }

        Rule[] rules(EarnRule base) {
            List<Rule> rules = new ArrayList<>(List.of(base));
            for (int i = 0; i < factors.length; i++) {
                if (factors[i] > 1) {
                    rules.add(Multiplier.of("more-" + i, base, Ratio.of(factors[i]))
                            .of(Selectors.sku("sku-l" + i)));
                }
            }
            return rules.toArray(Rule[]::new);
        }

        int total(int[] left) {
            return Arrays.stream(left).sum();
        }

        /** Each dollar that is left by what it is multiplied by, the most first. */
        List<Integer> dollars(int[] left) {
            List<Integer> dollars = new ArrayList<>();
            for (int i = 0; i < left.length; i++) {
                for (int j = 0; j < left[i]; j++) {
                    dollars.add(factors[i]);
                }
            }
            dollars.sort(Comparator.reverseOrder());
            return dollars;
        }
    }

    /** Steps at whole dollars, of whole points for each, for full units or in all; rising or falling. */
    private static MoneySteps drawnSteps(Random random) {
        int from = 1 + random.nextInt(5);
        int first = 1 + random.nextInt(9);
        MoneySteps steps = random.nextInt(3) == 0
                ? MoneySteps.of(usd(String.valueOf(from)), POINTS.points(first))
                : MoneySteps.of(usd(String.valueOf(from)), rate(random, first));
        for (int i = random.nextInt(3); i > 0; i--) {
            from += 1 + random.nextInt(5);
            Money money = usd(String.valueOf(from));
            int points = 1 + random.nextInt(9);
            steps = random.nextInt(3) == 0
                    ? steps.then(money, POINTS.points(points))
                    : steps.then(money, rate(random, points));
        }
        return steps;
    }

    private static PointRate rate(Random random, int points) {
        Money unit = usd(String.valueOf(1 + random.nextInt(3)));
        return random.nextBoolean()
                ? POINTS.points(points).perFull(unit)
                : POINTS.points(points).per(unit);
    }

    /** The step of so many dollars. */
    private static @Nullable MoneyStep stepOf(MoneySteps steps, int dollars) {
        MoneyStep reached = null;
        for (MoneyStep step : steps.steps()) {
            reached = step.from().millionths() <= dollars * 1_000_000L ? step : reached;
        }
        return reached;
    }

    /** What is due of some of an order, were nothing due for less before: in proportion, or of the dollars that are multiplied most. */
    private static Ratio due(MoneySteps steps, Order order, int[] left) {
        int total = order.total(left);
        MoneyStep step = stepOf(steps, total);
        if (step == null) {
            return Ratio.ZERO;
        }
        Money unit = step.unit() == null ? step.from() : step.unit();
        long dollarsEach = unit.millionths() / 1_000_000;
        long filled = step.unit() == null ? dollarsEach : step.inFull() ? total / dollarsEach * dollarsEach : total;
        long sum = 0;
        for (int factor : order.dollars(left).subList(0, Math.toIntExact(filled))) {
            sum += factor;
        }
        return Ratio.of(sum * step.points(), dollarsEach);
    }

    /** The least that is due of anything that is left on the way to what is left in the end. */
    private static Ratio leastDue(MoneySteps steps, Order order, int[] left) {
        Ratio least = due(steps, order, left);
        int[] before = left.clone();
        while (raise(before, left, order.pieces)) {
            Ratio then = due(steps, order, before);
            least = then.compareTo(least) < 0 ? then : least;
        }
        return least;
    }

    /** Counts up from what is left to what was bought, line by line; whether there is more. */
    private static boolean raise(int[] number, int[] least, int[] most) {
        for (int i = 0; i < number.length; i++) {
            if (number[i] < most[i]) {
                number[i]++;
                return true;
            }
            number[i] = least[i];
        }
        return false;
    }

    private static long taken(List<LedgerEntry> entries) {
        return -entries.stream()
                .filter(entry -> entry.kind() == EntryKind.CLAWBACK)
                .mapToLong(entry -> entry.points() - entry.shortfall())
                .sum();
    }

    private static Shop bought(LoyaltyProgram program, Basket basket) {
        Shop shop = new Shop(program);
        shop.submit(new Purchase("p", CUSTOMER, noon("2026-01-05"), basket));
        return shop;
    }

    @Property(tries = 1_000)
    void whatIsEarnedIsTheTotalByItsStepAndMultipliedByLine(@ForAll long seed) {
        Random random = new Random(seed);
        MoneySteps steps = drawnSteps(random);
        Order order = Order.drawn(random);
        Rounding rounding = ROUNDINGS.get(random.nextInt(ROUNDINGS.size()));
        EarnRule base = EarnRule.earning("base", steps).rounded(rounding, RoundingStep.PER_PURCHASE);
        int total = order.total(order.pieces);
        MoneyStep step = stepOf(steps, total);
        Ratio earned = Ratio.ZERO;
        if (step != null) {
            Ratio units = step.unit() == null
                    ? Ratio.ONE
                    : Ratio.of(total).dividedBy(step.unit().toRatio());
            units = step.inFull() ? Ratio.of(units.rounded(Rounding.DOWN)) : units;
            int multiplied = 0;
            for (int i = 0; i < order.pieces.length; i++) {
                multiplied += order.pieces[i] * order.factors[i];
            }
            earned = units.times(step.points()).times(Ratio.of(multiplied, total));
        }
        Shop shop = bought(program().earn(order.rules(base)).build(), order.basket());
        assertThat(shop.available()).isEqualTo(earned.rounded(rounding));
    }

    @Property(tries = 1_500)
    @Tag("V2")
    @Tag("V3")
    @Tag("I11")
    @Tag("I12")
    void whatIsKeptIsTheLeastThatWasDueOnTheWayWhicheverItWas(@ForAll long seed) {
        Random random = new Random(seed);
        MoneySteps steps = drawnSteps(random);
        Order order = Order.drawn(random);
        Rounding rounding = ROUNDINGS.get(random.nextInt(ROUNDINGS.size()));
        EarnRule base = EarnRule.earning("base", steps).rounded(rounding, RoundingStep.PER_PURCHASE);
        Shop shop = bought(program().earn(order.rules(base)).build(), order.basket());
        long earned = shop.available();
        int[] left = order.pieces.clone();
        long kept = earned;
        for (int i = 0; order.total(left) > 0; i++) {
            List<ReturnedLine> lines = drawnReturn(random, left);
            if (lines.isEmpty()) {
                continue;
            }
            long taken = taken(shop.submit(new Return("r" + i, CUSTOMER, noon("2026-01-10"), "p", lines))
                    .entries());
            assertThat(taken).isNotNegative();
            kept -= taken;
            assertThat(kept)
                    .isEqualTo(Math.min(earned, leastDue(steps, order, left).rounded(rounding)));
            shop.verify();
        }
        assertThat(kept).isZero();
        assertThat(shop.available()).isZero();
    }

    /** Takes some pieces of some lines away. */
    private static List<ReturnedLine> drawnReturn(Random random, int[] left) {
        List<ReturnedLine> lines = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0 && random.nextBoolean()) {
                int pieces = 1 + random.nextInt(left[i]);
                left[i] -= pieces;
                lines.add(ReturnedLine.of("l" + i, Quantity.of(pieces)));
            }
        }
        return lines;
    }

    @Property(tries = 1_000)
    @Tag("V3")
    @Tag("A5")
    @Tag("A6")
    void theTotalTakenFollowsFromWhatIsLeftAloneWithCapsPaymentsAndAnyAmounts(@ForAll long seed) {
        Random random = new Random(seed);
        Order order = Order.drawn(random);
        EarnRule base = EarnRule.earning("base", drawnSteps(random))
                .combining(random.nextBoolean() ? Combination.ADD : Combination.COMPOUND);
        base = random.nextInt(3) == 0 ? base.capped(PointCap.of(POINTS.points(10 + random.nextInt(20)))) : base;
        base = random.nextInt(3) == 0 ? base.partPaidBy("card") : base;
        List<Rule> rules = new ArrayList<>(List.of(order.rules(base)));
        rules.add(
                Multiplier.of("less", base, Ratio.of(1 + random.nextInt(9), 10)).of(Selectors.sku("sku-l0")));
        rules.add(Multiplier.ofRounded("z-again", base, Ratio.of(11 + random.nextInt(9), 10), Rounding.HALF_UP));
        Basket basket = order.basket();
        int total = order.total(order.pieces);
        int withPoints = random.nextInt(total + 1);
        basket = basket.paidBy(Payment.withForeignPoints(usd(String.valueOf(withPoints))))
                .paidBy(Payment.of("card", usd(String.valueOf(1 + random.nextInt(total)))));
        PointCap cap = PointCap.of(POINTS.points(10 + random.nextInt(40)));
        LoyaltyProgram.Builder builder = program().earn(rules.toArray(Rule[]::new));
        LoyaltyProgram program = (random.nextInt(3) == 0 ? builder.capped(cap) : builder).build();
        Shop shop = bought(program, basket);
        long earned = shop.available();
        PurchaseReceipt bought = shop.receiptOf("p");
        long taken = 0;
        for (int i = 0; i < 5; i++) {
            long millionths = 1L + random.nextInt(2_000_000);
            ReturnedLine part = ReturnedLine.of("l0", Money.ofMillionths(Shop.USD, millionths));
            if (shop.receiptOf("p").lines().get(0).costLeft(bought.pricing()).millionths() > millionths) {
                long now = taken(shop.submit(new Return("r" + i, CUSTOMER, noon("2026-01-10"), "p", List.of(part)))
                        .entries());
                assertThat(now).isNotNegative();
                taken += now;
                PurchaseReceipt left = shop.receiptOf("p");
                assertThat(taken)
                        .isEqualTo(earned
                                - bought.awards().stream().mapToLong(left::kept).sum());
                shop.verify();
            }
        }
        taken += taken(shop.submit(Return.ofAll("all", CUSTOMER, noon("2026-01-10"), "p"))
                .entries());
        assertThat(taken).isEqualTo(earned);
        assertThat(shop.available()).isZero();
        assertThat(shop.account().balance("points").debt()).isZero();
        assertThat(shop.account().counters()).isEmpty();
    }

    @Property(tries = 1_000)
    @Tag("I13")
    void splittingAnOrderGainsOnlyByStepsThatTheProgramWarnsOf(@ForAll long seed) {
        Random random = new Random(seed);
        MoneySteps steps =
                MoneySteps.of(usd("3"), POINTS.points(1 + random.nextInt(9)).per(usd("2")));
        for (int from = 5; from < 12; from += 1 + random.nextInt(5)) {
            steps = steps.then(
                    usd(String.valueOf(from)),
                    POINTS.points(1 + random.nextInt(9)).per(usd("2")));
        }
        boolean gains = false;
        for (int dollars = 1; dollars < 40; dollars++) {
            for (int cents : new int[] {1, 99, 100, 300, 301, 500, 501, 1_000, 1_700}) {
                for (Ratio one : List.of(Ratio.of(dollars), Ratio.of(100L * dollars - 1, 100))) {
                    Ratio other = Ratio.of(cents, 100);
                    Ratio apart = alone(steps, one).plus(alone(steps, other));
                    gains |= apart.compareTo(alone(steps, one.plus(other))) > 0;
                }
            }
        }
        assertThat(program().earn(EarnRule.earning("base", steps)).build().warnings().stream()
                        .anyMatch(warning -> warning.where().equals("rule 'base'")))
                .isEqualTo(gains);
    }

    private static Ratio alone(MoneySteps steps, Ratio dollars) {
        return steps.reachedBy(dollars).map(step -> step.of(dollars)).orElse(Ratio.ZERO);
    }
}
