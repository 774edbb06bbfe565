package dev.laurel.dsl;

import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selector;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Ratio;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Amount;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Selection;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What somebody else wrote stands in the same slots as what comes with Laurel. */
class PluginTest {
    private static final PointCurrency POINTS = pointCurrency("points");

    private record LongBasket(int lines) implements PurchaseCondition {
        @Override
        public Finding check(PurchaseFacts facts) {
            int found = facts.basket().lines().size();
            return Finding.of(found >= lines, () -> found + " lines", () -> lines + " lines");
        }

        @Override
        public String describe() {
            return "the basket has at least " + lines + " lines";
        }
    }

    private record DayIs(DayOfWeek day) implements Condition {
        @Override
        public Finding check(Facts facts) {
            DayOfWeek found = facts.date().getDayOfWeek();
            return Finding.of(found == day, found::name, day::name);
        }

        @Override
        public String describe() {
            return "the day is " + day.name().toLowerCase(Locale.ROOT);
        }
    }

    private record SkuBeginsWith(String prefix) implements Selector {
        @Override
        public boolean selects(PurchaseLine line) {
            return line.sku().startsWith(prefix);
        }

        @Override
        public String describe() {
            return "SKUs that begin with " + prefix;
        }
    }

    private record PerLine(long points) implements Amount {
        @Override
        public Ratio of(Selection selection, PurchaseFacts facts) {
            return Ratio.of(points * selection.lines().size());
        }

        @Override
        public String describe() {
            return points + " points per line";
        }
    }

    private static PurchaseCondition basketOfAtLeast(int lines) {
        return new LongBasket(lines);
    }

    private static Condition dayIs(DayOfWeek day) {
        return new DayIs(day);
    }

    private static Selector skuBeginsWith(String prefix) {
        return new SkuBeginsWith(prefix);
    }

    private static Amount perLine(long points) {
        return new PerLine(points);
    }

    private static Basket basket() {
        return Basket.of(
                PurchaseLine.of("1", "x-1", usd(5)),
                PurchaseLine.of("2", "tea", usd(3)).withCategories("drink"),
                PurchaseLine.of("3", "gift-9", usd(20)).withCategories("drink"));
    }

    @Test
    void wordsOfSomebodyElseStandWhereBuiltInWordsStand() {
        EarnRule rule = rule("long-baskets")
                .onPurchase()
                .of(any(skuBeginsWith("x-"), category("drink")))
                .where(basketOfAtLeast(2), any(dayIs(DayOfWeek.MONDAY), memberIsIn("club")))
                .earns(POINTS, perLine(7));
        LoyaltyProgram program = program("shop", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(POINTS, expiring(never()))
                .excluding(skuBeginsWith("gift-"))
                .earn(rule)
                .redeem(reward("mug")
                        .costing(POINTS.points(5))
                        .where(dayIs(DayOfWeek.MONDAY))
                        .gives(freeItem(skuBeginsWith("mug-"))))
                .offers(offer("birthday")
                        .on(birthday())
                        .openFor(days(1))
                        .where(dayIs(DayOfWeek.MONDAY))
                        .gives(item("cake")))
                .benefits(benefit("monday-lounge").where(dayIs(DayOfWeek.MONDAY)))
                .build();

        assertThat(rule.describe())
                .isEqualTo("long-baskets: earns 7 points per line, of (SKUs that begin with x- or category drink), "
                        + "where the basket has at least 2 lines, where (the day is monday or the member is in "
                        + "segment club), in points, rounded down per purchase, multipliers add up");
        LoyaltyEngine engine = LoyaltyEngine.of(program);
        Purchase monday = new Purchase("p1", "ada", Instant.parse("2026-03-02T12:00:00Z"), basket());
        Purchase tuesday = new Purchase("p1", "ada", Instant.parse("2026-03-03T12:00:00Z"), basket());
        assertThat(engine.evaluate(engine.newAccount("ada"), monday).orThrow().earned("points"))
                .isEqualTo(14);
        assertThat(engine.evaluate(engine.newAccount("ada"), tuesday).orThrow().earned("points"))
                .isZero();
    }
}
