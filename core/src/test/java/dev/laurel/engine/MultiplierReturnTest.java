package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a return takes of what multipliers with caps of their own, and multipliers below one, made of an amount. */
@Tag("V2")
class MultiplierReturnTest {
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final Multiplier DOUBLE = Multiplier.of("double", BASE, Ratio.of(2));

    private static Shop shop(Rule... rules) {
        return new Shop(program().earn(rules).build());
    }

    private static Multiplier times(String id, String factor) {
        return Multiplier.of(id, BASE, Ratio.of(factor));
    }

    /** Brings back a part of a purchase's line, and says what that takes. */
    @CanIgnoreReturnValue
    private static List<String> bringBack(Shop shop, String id, String purchase, String line, String amount) {
        return Shop.brief(shop.submit(new Return(
                        id, CUSTOMER, noon("2026-01-06"), purchase, List.of(ReturnedLine.of(line, usd(amount)))))
                .entries());
    }

    private static void bringBackAll(Shop shop, String purchase) {
        shop.submit(Return.ofAll("all of " + purchase, CUSTOMER, noon("2026-01-07"), purchase));
    }

    @Test
    @Tag("TV-231")
    void eachRuleOfAChainKeepsTheLesserOfItsPointsAndItsPartOfWhatIsLeft() {
        Shop shop = shop(BASE, DOUBLE.capped(PointCap.of(POINTS.points(5))));
        shop.spend("2026-01-05", "10");
        assertThat(shop.available()).isEqualTo(15);
        // 7.5 of the base and five of the multiplier.
        assertThat(bringBack(shop, "r1", "e1", "1", "2.50")).containsExactly("CLAWBACK -3 base");
        assertThat(shop.available()).isEqualTo(12);
        assertThat(bringBack(shop, "r2", "e1", "1", "5")).containsExactly("CLAWBACK -5 base", "CLAWBACK -2 double");
        bringBackAll(shop, "e1");
        assertThat(shop.available()).isZero();
    }

    @Test
    @Tag("A5")
    void aReturnMakesRoomForExactlyThePointsOfTheMultiplierThatItTakesBack() {
        Shop shop = shop(BASE, DOUBLE.capped(PointCap.of(POINTS.points(5)).per(BoundedWindow.MONTH)));
        shop.spend("2026-01-05", "100");
        bringBack(shop, "r1", "e1", "1", "50");
        // The other half still earns the five.
        assertThat(shop.available()).isEqualTo(55);
        assertThat(Shop.brief(shop.spend("2026-01-05", "50").entries())).containsExactly("EARN 50 base");
        bringBackAll(shop, "e1");
        assertThat(Shop.brief(shop.spend("2026-01-05", "50").entries()))
                .containsExactly("EARN 50 base", "EARN 5 double");
    }

    @Test
    @Tag("A5")
    void aReturnOfOtherLinesMakesNoRoomUnderTheCapOfAMultiplierThatCutNothing() {
        Shop shop = shop(
                BASE,
                DOUBLE.of(category("skin"))
                        .capped(PointCap.of(POINTS.points(100)).per(BoundedWindow.MONTH)));
        shop.buy("2026-01-05", line("1", "100", "skin"), line("2", "100", "hair"));
        assertThat(bringBack(shop, "r1", "e1", "2", "100")).containsExactly("CLAWBACK -100 base");
        assertThat(Shop.brief(shop.buy("2026-01-05", line("1", "10", "skin")).entries()))
                .containsExactly("EARN 10 base");
        assertThat(bringBack(shop, "r2", "e1", "1", "40")).containsExactly("CLAWBACK -40 base", "CLAWBACK -40 double");
        assertThat(Shop.brief(shop.buy("2026-01-05", line("1", "50", "skin")).entries()))
                .containsExactly("EARN 50 base", "EARN 40 double");
    }

    @Test
    @Tag("A5")
    void aUseOfAMultiplierComesBackOnceNoneOfItsPointsAreKept() {
        Shop shop = shop(BASE, DOUBLE.of(category("skin")).capped(UseCap.of(1, Window.EVER)));
        shop.buy("2026-01-05", line("1", "10", "skin"), line("2", "10", "hair"));
        bringBack(shop, "r1", "e1", "1", "9");
        assertThat(shop.account().counter("double:uses:ever").of(0)).isEqualTo(1);
        bringBack(shop, "r2", "e1", "1", "1");
        assertThat(shop.account().counter("double:uses:ever").of(0)).isZero();
        bringBackAll(shop, "e1");
        assertThat(shop.account().counter("double:uses:ever").of(0)).isZero();
        assertThat(shop.available()).isZero();
    }

    @Test
    @Tag("K6")
    void buyingAndReturningOverAndOverGainsNothingUnderTheCapOfAMultiplier() {
        Shop shop = shop(BASE, DOUBLE.capped(PointCap.of(POINTS.points(7)).per(BoundedWindow.MONTH)));
        for (int i = 1; i <= 30; i++) {
            shop.buy("2026-01-05", line("1", "9.30"));
            bringBack(shop, "r" + i, "e" + i, "1", "4.10");
        }
        long mostOfTheMultiplier = 7;
        assertThat(shop.available()).isLessThanOrEqualTo(30 * 5 + mostOfTheMultiplier);
        for (int i = 1; i <= 30; i++) {
            bringBackAll(shop, "e" + i);
        }
        assertThat(shop.available()).isZero();
        assertThat(shop.account().counters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.50", "5", "7.30", "0.01", "3.333333"})
    @Tag("V3")
    void aLessenedAmountLosesTheShareOfWhatComesBack(String returned) {
        Shop shop = shop(BASE, times("half", "0.5"));
        shop.spend("2026-01-05", "11");
        bringBack(shop, "r1", "e1", "1", returned);
        long kept =
                usd("11").minus(usd(returned)).toRatio().times(Ratio.of("0.5")).rounded(Rounding.DOWN);
        assertThat(shop.available()).isEqualTo(kept);
        bringBackAll(shop, "e1");
        assertThat(shop.available()).isZero();
    }

    @Test
    void aLessenedAmountThatACapCutKeepsNoMoreThanWhatIsLeftWouldEarn() {
        EarnRule capped = BASE.capped(PointCap.of(POINTS.points(3)));
        Shop shop = shop(capped, Multiplier.of("half", capped, Ratio.of("0.5")));
        shop.spend("2026-01-05", "10");
        bringBack(shop, "r1", "e1", "1", "4");
        assertThat(shop.available()).isEqualTo(3);
        bringBack(shop, "r2", "e1", "1", "1");
        assertThat(shop.available()).isEqualTo(2);
    }

    @Test
    void whatIsWorkedOutAnewIsLessenedAnew() {
        EarnRule fives = EarnRule.earning("base", Amounts.perCompleted(5, usd("2.50")));
        Shop shop = shop(fives, times("half", "0.5"), times("triple", "3").capped(PointCap.of(POINTS.points(9))));
        shop.spend("2026-01-05", "10");
        assertThat(Shop.brief(shop.entries())).containsExactly("EARN 10 base", "EARN 9 triple");
        bringBack(shop, "r1", "e1", "1", "0.01");
        // Three units are left: 7.5 of the base, and nine of the thirty of the multiplier.
        assertThat(shop.available()).isEqualTo(16);
    }

    @Test
    void termsOfReturnAreThoseOfTheRule() {
        EarnRule kept = BASE.returning(TermsOfReturn.LOST_ON_FULL_RETURN);
        Shop shop = shop(
                kept,
                Multiplier.of("double", kept, Ratio.of(2))
                        .capped(PointCap.of(POINTS.points(5)).per(BoundedWindow.MONTH)));
        shop.spend("2026-01-05", "10");
        bringBack(shop, "r1", "e1", "1", "9");
        assertThat(shop.available()).isEqualTo(15);
        bringBackAll(shop, "e1");
        assertThat(shop.available()).isZero();
        assertThat(shop.account().counters()).isEmpty();
    }
}
