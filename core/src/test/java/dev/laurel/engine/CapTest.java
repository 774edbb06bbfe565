package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A5")
class CapTest {
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private static Shop shop(Rule... rules) {
        return new Shop(program().earn(rules).build());
    }

    @Test
    void aCapOfPointsPerPurchaseTrimsEachPurchase() {
        Shop shop = shop(BASE.capped(PointCap.of(POINTS.points(100))));
        assertThat(shop.spend("2026-01-05", "250").earned("points")).isEqualTo(100);
        assertThat(shop.spend("2026-01-05", "99").earned("points")).isEqualTo(99);
        assertThat(shop.spend("2026-01-05", "101").earned("points")).isEqualTo(100);
    }

    @Test
    void aCapOfPointsPerMonthLeavesWhatIsLeftOfTheMonthInTheProgramsZone() {
        Shop shop = shop(BASE.capped(PointCap.of(POINTS.points(100)).per(BoundedWindow.MONTH)));
        assertThat(shop.spend("2026-01-05", "60").earned("points")).isEqualTo(60);
        assertThat(shop.spend("2026-01-31", "60").earned("points")).isEqualTo(40);
        assertThat(shop.buy(startOf("2026-02-01").minusNanos(1_000), Basket.ofTotal(usd("60")))
                        .entries())
                .isEmpty();
        assertThat(shop.buy(startOf("2026-02-01"), Basket.ofTotal(usd("60"))).earned("points"))
                .isEqualTo(60);
    }

    @Test
    void aCapOfUsesPerIsoWeekCountsPurchasesThatWereAwardedPoints() {
        Shop shop = shop(BASE.capped(UseCap.of(2, BoundedWindow.WEEK)));
        assertThat(shop.spend("2026-01-05", "0.50").earned("points")).isZero();
        assertThat(shop.spend("2026-01-05", "10").earned("points")).isEqualTo(10);
        assertThat(shop.spend("2026-01-11", "10").earned("points")).isEqualTo(10);
        assertThat(shop.spend("2026-01-11", "10").earned("points")).isZero();
        assertThat(shop.spend("2026-01-12", "10").earned("points")).isEqualTo(10);
    }

    @Test
    void aCapForEverCountsTheWholeLifeOfTheAccount() {
        Shop shop = shop(
                BASE.capped(PointCap.of(POINTS.points(15)).per(Window.EVER)),
                EarnRule.earning("welcome", Amounts.fixed(50)).capped(UseCap.of(1, Window.EVER)));
        assertThat(Shop.brief(shop.spend("2016-01-05", "10").entries()))
                .containsExactly("EARN 10 base", "EARN 50 welcome");
        assertThat(Shop.brief(shop.spend("2026-01-05", "10").entries())).containsExactly("EARN 5 base");
        assertThat(shop.spend("2036-01-05", "10").entries()).isEmpty();
    }

    @Test
    @Tag("X1")
    void aCapTrimsTheRuleOfTheHighestIdFirstAndTellsWhatItWouldHaveBeen() {
        EarnRule capped = BASE.capped(PointCap.of(POINTS.points(12)));
        Shop shop = shop(capped, Multiplier.of("double", capped, Ratio.of(2)));
        Decision decision = shop.spend("2026-01-05", "10.50");
        assertThat(Shop.brief(decision.entries())).containsExactly("EARN 10 base", "EARN 2 double");
        assertThat(decision.explanation().text()).isEqualTo("""
                        base: +10 points (10.5 rounded down per purchase)
                        double: +2 points for 2 x base (21 in all, rounded down per purchase, less 9 by the cap of base, at most 12 points per purchase)""");
        Decision small = shop.buy("2026-01-05", Shop.line("1", "20"));
        assertThat(Shop.brief(small.entries())).containsExactly("EARN 12 base");
    }

    @Test
    @Tag("T3")
    void theCapOfALateEventIsThatOfItsOwnDate() {
        Shop shop = shop(BASE.capped(PointCap.of(POINTS.points(10)).per(BoundedWindow.DAY)));
        shop.spend("2026-01-05", "10");
        shop.spend("2026-01-20", "10");
        assertThat(shop.spend("2026-01-05", "10").earned("points")).isZero();
        assertThat(shop.spend("2026-01-06", "10").earned("points")).isEqualTo(10);
    }

    @Test
    @Tag("D4")
    @Tag("T3")
    void aCapForgetsWindowsThatNoEventCanFallInAnyMore() {
        Shop shop = shop(BASE.capped(PointCap.of(POINTS.points(10)).per(BoundedWindow.DAY)));
        for (int i = 0; i < 200; i++) {
            shop.buy(noon("2026-01-05").plusSeconds(86_400L * i), Basket.ofTotal(usd("10")));
        }
        // Today, the 30 days of the late limit, and four for months that are short.
        assertThat(shop.account().counter("base:points:day").toMap()).hasSize(35);
        // Time alone makes nothing too late.
        shop.advance(noon("2028-01-05"));
        assertThat(shop.account().counter("base:points:day").toMap()).hasSize(35);
        shop.spend("2028-01-05", "10");
        assertThat(shop.account().counter("base:points:day").toMap()).hasSize(1);
    }

    @Test
    void aCapIsNotUsedUpByAPreview() {
        Shop shop = shop(BASE.capped(PointCap.of(POINTS.points(15)).per(Window.EVER)));
        for (int i = 0; i < 3; i++) {
            assertThat(shop.engine()
                            .preview(shop.account(), Basket.ofTotal(usd("10")), noon("2026-01-05"))
                            .earned("points"))
                    .isEqualTo(10);
        }
        assertThat(shop.submit(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("10"))))
                        .earned("points"))
                .isEqualTo(10);
    }

    @Test
    void aCapGoesOnCountingWhereOnlyTheLimitIsAnother() {
        Shop shop = shop(BASE.capped(PointCap.of(POINTS.points(10)).per(BoundedWindow.MONTH)));
        shop.spend("2026-01-05", "8");
        LoyaltyEngine raised = LoyaltyEngine.of(program()
                .earn(BASE.capped(PointCap.of(POINTS.points(20)).per(BoundedWindow.MONTH)))
                .build());
        assertThat(raised.preview(shop.account(), Basket.ofTotal(usd("50")), noon("2026-01-06"))
                        .earned("points"))
                .isEqualTo(12);
    }

    @Test
    void aCapIsCheckedByItselfAndByTheProgram() {
        assertThatThrownBy(() -> PointCap.of(POINTS.points(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points must be positive, but were 0");
        assertThatThrownBy(() -> UseCap.of(0, Window.EVER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("uses that a cap allows must be positive, but were 0");
        EarnRule welcome = EarnRule.earning("welcome", Amounts.fixed(50))
                .capped(
                        PointCap.of(POINTS.points(49)).per(Window.EVER),
                        PointCap.of(POINTS.points(100)).per(Window.EVER));
        Multiplier more = Multiplier.of("more", welcome, Ratio.of(2)).capped(UseCap.of(1, Window.EVER));
        assertThatThrownBy(() -> shop(welcome, more)).hasMessage("""
                        program 'shop' has 3 problems:
                        - rule 'welcome': awards 50 points, but at most 49 points ever; raise the cap, or award less
                        - rule 'welcome': has two caps that count the same; keep the lower one
                        - rule 'more': multiplies rule 'welcome', which is a fixed addition; award more there instead""");
        assertThat(List.of(
                        PointCap.of(POINTS.points(5)).describe(),
                        UseCap.of(2, BoundedWindow.WEEK).describe(),
                        UseCap.of(1, Window.EVER).describe()))
                .containsExactly("5 points per purchase", "2 uses per ISO week", "1 use ever");
    }
}
