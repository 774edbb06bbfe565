package dev.laurel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.LineKey;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Scope;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.condition.StoreFacts;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A1")
@Tag("A4")
class MultiplierTest {
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final Currency USD = Currency.getInstance("USD");
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1)));
    private static final Multiplier TWICE = Multiplier.of("m", BASE, Ratio.of(2));
    private static final Cap CAP = PointCap.of(POINTS.points(100)).per(BoundedWindow.MONTH);

    @Test
    void multipliersHoldForEveryLineUnlessSaid() {
        assertThat(TWICE)
                .isEqualTo(new Multiplier(
                        "m",
                        Selectors.everything(),
                        List.of(),
                        new Effect.MultipliesExact("base", Ratio.of(2)),
                        List.of(),
                        null));
    }

    @Test
    @Tag("N4")
    void multipliersOfRoundedPointsRoundDownAgainUnlessSaid() {
        assertThat(Multiplier.ofRounded("m", BASE, Ratio.of(2)).effect())
                .isEqualTo(new Effect.MultipliesRounded("base", Ratio.of(2), Rounding.DOWN));
        assertThat(Multiplier.ofRounded("m", BASE, Ratio.of(2), Rounding.UP).effect())
                .isEqualTo(new Effect.MultipliesRounded("base", Ratio.of(2), Rounding.UP));
    }

    @Test
    void copiesOfAMultiplierChangeOneThingEachAndLeaveItAsItWas() {
        PurchaseCondition first = Conditions.memberIs(StoreFacts.VIB);
        PurchaseCondition second = Conditions.orderOfAtLeast(Money.of(USD, 1));
        Multiplier full = TWICE.of(Selectors.discounted())
                .where(first)
                .where(second)
                .capped(CAP)
                .capped(UseCap.of(1, Window.EVER))
                .because("A reason");
        assertThat(full)
                .isEqualTo(new Multiplier(
                        "m",
                        Selectors.discounted(),
                        List.of(first, second),
                        TWICE.effect(),
                        List.of(CAP, UseCap.of(1, Window.EVER)),
                        "A reason"))
                .isEqualTo(full.capped().where());
        assertThat(TWICE).isEqualTo(Multiplier.of("m", BASE, Ratio.of(2)));
    }

    @Test
    void multipliersCopyTheirLists() {
        List<PurchaseCondition> conditions = new ArrayList<>(List.of(Conditions.memberIs(StoreFacts.VIB)));
        List<Cap> caps = new ArrayList<>(List.of(CAP));
        Multiplier multiplier = new Multiplier("m", Selectors.everything(), conditions, TWICE.effect(), caps, null);
        conditions.clear();
        caps.clear();
        assertThat(multiplier)
                .isEqualTo(TWICE.where(Conditions.memberIs(StoreFacts.VIB)).capped(CAP));
    }

    @Test
    void multipliersHaveAScopeAndMentionsMadeOfAllTheirParts() {
        Multiplier multiplier = TWICE.of(Selectors.category("a")).where(Conditions.memberIs(StoreFacts.VIB));
        assertThat(multiplier.scope())
                .isEqualTo(new Scope(
                        null, null, Set.of(new LineKey(LineKey.Kind.CATEGORY, "a")), Set.of(Set.of(StoreFacts.VIB))));
        assertThat(multiplier.mentions()).isEqualTo(new Mentions(Set.of(StoreFacts.VIB), Set.of(), Set.of()));
    }

    @Test
    void multipliersNeedAMemberWhereTheirCapsDo() {
        assertThat(TWICE.needsMember()).isFalse();
        assertThat(TWICE.capped(CAP).needsMember()).isFalse();
        assertThat(TWICE.capped(PointCap.of(POINTS.points(5)).per(BoundedWindow.MEMBERSHIP_YEAR))
                        .needsMember())
                .isTrue();
    }

    @Test
    @Tag("F1")
    void multipliersAreRefusedWithMalformedTextsOrNull() {
        assertThatThrownBy(() -> Multiplier.of("VIB rate", BASE, Ratio.of(2)))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule id must be kebab-case, such as 'vib-bonus', but was 'VIB rate'");
        assertThatThrownBy(() -> TWICE.because(""))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason must not be empty");
        assertThatNullPointerException().isThrownBy(() -> Multiplier.of("m", null, Ratio.of(2)));
        assertThatNullPointerException().isThrownBy(() -> TWICE.where((PurchaseCondition) null));
        assertThatNullPointerException().isThrownBy(() -> TWICE.capped((Cap) null));
    }

    @Test
    @Tag("P3")
    void multipliersDescribeThemselvesWithoutARoundingThatTheyDoNotHave() {
        assertThat(Multiplier.of("m", BASE, Ratio.of("1.50")).describe())
                .isEqualTo("m: multiplies base by 1.5, of everything");
        assertThat(Multiplier.ofRounded("m", BASE, Ratio.of("1.50")).describe())
                .isEqualTo("m: multiplies the rounded points of base by 1.5, of everything, rounded down per purchase");
        Selector sale = Selectors.discounted();
        assertThat(Multiplier.ofRounded("m", BASE, Ratio.of("0.5"), Rounding.UP)
                        .of(sale)
                        .where(Conditions.memberIs(StoreFacts.VIB))
                        .capped(UseCap.of(1, Window.EVER), CAP)
                        .because("No term")
                        .describe())
                .isEqualTo("m: multiplies the rounded points of base by 0.5, of discounted, where the member is vib,"
                        + " rounded up per purchase, at most 1 use ever, at most 100 points per calendar month");
    }
}
