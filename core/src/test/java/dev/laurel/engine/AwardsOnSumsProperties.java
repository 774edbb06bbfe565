package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.NEW_YORK;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.Basket;
import dev.laurel.event.Return;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.Occasions;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Rules on sums and tiers, judged from the plain list of what was bought and given back. */
@Tag("A11")
class AwardsOnSumsProperties {
    private static final PointCurrency STARS = PointCurrency.of("stars");
    private static final PointCurrency GEMS = PointCurrency.of("gems");
    private static final MoneySum SPENT = PurchaseCounter.spend("spend").per(BoundedWindow.MONTH);
    private static final CountSum EARNED =
            MemberCounter.earned("earned", POINTS).per(BoundedWindow.YEAR);
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int MOST_DAYS = 100;
    private static final int STEP = 100;

    /** So many dollars are bought on a day, or given back of an earlier purchase. */
    record Step(int day, int dollars, int ofPurchase, boolean isReturn) {}

    private static final class Bought {
        private final String id;
        private final int month;
        private int left;

        Bought(String id, int month, int dollars) {
            this.id = id;
            this.month = month;
            left = dollars;
        }
    }

    /** A history, and beside it what is left of each purchase. */
    private static final class Played {
        private final Shop shop;
        private final List<Bought> purchases = new ArrayList<>();
        private int returns;

        Played(LoyaltyProgram program) {
            shop = new Shop(program);
        }

        void play(Step step, boolean isSwept) {
            Instant at = at(step.day());
            if (step.isReturn() && (purchases.isEmpty() || purchaseOf(step).left == 0)) {
                return;
            }
            if (isSwept
                    && shop.account().isOpen()
                    && at.minusSeconds(1).isAfter(shop.account().asOf())) {
                shop.advance(at.minusSeconds(1));
            }
            if (!step.isReturn()) {
                shop.buy(at, Basket.of(line("1", String.valueOf(step.dollars()))));
                purchases.add(new Bought(
                        "e" + (purchases.size() + 1), FIRST.plusDays(step.day()).getMonthValue(), step.dollars()));
            } else {
                giveBack(purchaseOf(step), step.dollars(), at);
            }
        }

        private Bought purchaseOf(Step step) {
            return purchases.get(step.ofPurchase() % purchases.size());
        }

        void giveBack(Bought purchase, int dollars, Instant at) {
            int back = Math.min(dollars, purchase.left);
            if (back > 0) {
                shop.submit(Return.ofAmount("r" + ++returns, CUSTOMER, at, purchase.id, usd(String.valueOf(back))));
                purchase.left -= back;
            }
        }

        void giveAllBack() {
            purchases.forEach(purchase -> giveBack(purchase, purchase.left, at(MOST_DAYS)));
        }

        /** What all months give by what is left of their purchases. */
        long mostOf(int points) {
            TreeMap<Integer, Integer> left = new TreeMap<>();
            purchases.forEach(purchase -> left.merge(purchase.month, purchase.left, Integer::sum));
            return left.values().stream()
                    .mapToLong(dollars -> (long) (dollars / STEP) * points)
                    .sum();
        }

        /** The points that a rule gave and that were not taken back. */
        long kept(String rule) {
            return shop.entries().stream()
                    .filter(entry -> rule.equals(entry.source()))
                    .mapToLong(entry -> entry.points())
                    .sum();
        }

        private static Instant at(int day) {
            return FIRST.plusDays(day).atTime(12, 0).atZone(NEW_YORK).toInstant();
        }
    }

    private static LoyaltyProgram of(List<Rule> rules) {
        return program(Moment.never())
                .points(STARS, PointTerms.expiring(Moment.never()))
                .points(GEMS, PointTerms.expiring(Moment.never()))
                .ladders(Ladder.startingAt("status", Tier.of("a"))
                        .then(Tier.of("b"), EARNED.reaches(20))
                        .then(Tier.of("c"), EARNED.reaches(50)))
                .earn(rules.toArray(Rule[]::new))
                .build();
    }

    private static MemberRule each() {
        return MemberRule.earning("each", SPENT.each(usd("100")), POINTS.points(10));
    }

    private static List<Rule> rules() {
        return new ArrayList<>(List.of(
                each(),
                MemberRule.earning("a-capped", SPENT.each(usd("100")), STARS.points(10))
                        .capped(new PointCap(STARS.points(15), BoundedWindow.WEEK)),
                MemberRule.earning("goal", EARNED.reaches(30), GEMS.points(7)),
                MemberRule.earning("b-tier", Occasions.reaching(Tier.of("b")), GEMS.points(5)),
                MemberRule.earning("c-tier", Occasions.stoppingAt(Tier.of("c")), GEMS.points(3))));
    }

    @Property(tries = 150)
    void awardsAreNeverMoreThanWhatIsLeftGives(@ForAll("histories") List<Step> steps) {
        Played played = new Played(of(rules()));
        for (Step step : steps) {
            played.play(step, false);
            assertThat(played.kept("each")).isLessThanOrEqualTo(played.mostOf(10));
            assertThat(played.kept("a-capped")).isLessThanOrEqualTo(played.mostOf(10));
            played.shop.verify();
        }
    }

    @Property(tries = 150)
    void whoeverGivesAllBackHasGainedNothing(@ForAll("histories") List<Step> steps) {
        Played played = new Played(of(rules()));
        steps.forEach(step -> played.play(step, false));
        played.giveAllBack();
        for (String currency : List.of("points", "stars", "gems")) {
            assertThat(played.shop.account().balance(currency).available()).isZero();
            assertThat(played.shop.account().balance(currency).debt()).isZero();
        }
    }

    @Property(tries = 60)
    @Tag("D3")
    void theOrderOfDeclarationDecidesNothing(@ForAll("histories") List<Step> steps) {
        List<Rule> reversed = rules();
        Collections.reverse(reversed);
        Played one = new Played(of(rules()));
        Played other = new Played(of(reversed));
        for (Step step : steps) {
            one.play(step, false);
            other.play(step, false);
        }
        assertThat(other.shop.entries()).isEqualTo(one.shop.entries());
        assertThat(other.shop.account()).isEqualTo(one.shop.account());
    }

    @Property(tries = 60)
    @Tag("D4")
    void whetherAJobLetTimePassDecidesNothing(@ForAll("histories") List<Step> steps) {
        List<Step> inOrder = new ArrayList<>(steps);
        inOrder.sort((a, b) -> Integer.compare(a.day(), b.day()));
        Played one = new Played(of(rules()));
        Played other = new Played(of(rules()));
        for (Step step : inOrder) {
            one.play(step, false);
            other.play(step, true);
        }
        assertThat(other.shop.entries()).isEqualTo(one.shop.entries());
        assertThat(other.shop.account()).isEqualTo(one.shop.account());
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, 350),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(true, false, false))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(12).map(AwardsOnSumsProperties::spread);
    }

    /** Days go on by so many, with one that is late now and then. */
    private static List<Step> spread(List<Step> steps) {
        List<Step> spread = new ArrayList<>();
        int day = 0;
        for (Step step : steps) {
            boolean isLate = step.day() == 13 && !step.isReturn();
            day = isLate ? day : Math.min(MOST_DAYS, day + step.day() / 2);
            spread.add(
                    new Step(isLate ? Math.max(0, day - 5) : day, step.dollars(), step.ofPurchase(), step.isReturn()));
        }
        return spread;
    }
}
