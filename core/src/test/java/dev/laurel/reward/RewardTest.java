package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R1")
class RewardTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Reward CASH = Reward.costing("cash-10", 500);
    private static final AmountOff TEN_OFF = new AmountOff(Money.of(USD, 10));
    private static final PurchaseCondition ORDER = Conditions.orderOfAtLeast(Money.of(USD, 10));
    private static final Condition VIB = Conditions.memberIs(Tier.of("vib"));

    @Test
    void aRewardCostsPointsOfTheProgramSFirstCurrencyOrOfAnother() {
        assertThat(Reward.costing("cash-10", 500))
                .isEqualTo(new Reward(
                        "cash-10", FixedPrice.of(500), List.of(), new Item("cash-10"), List.of(), Dates.ALWAYS));
        assertThat(Reward.costing("cash-10", 500).describe()).isEqualTo("cash-10: costs 500, gives cash-10");
        assertThat(Reward.costing("free-drink", PointCurrency.of("stamps").points(9))
                        .describe())
                .isEqualTo("free-drink: costs 9 stamps, gives free-drink");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aRewardHasAPositivePrice(long price) {
        assertThatThrownBy(() -> Reward.costing("cash-10", price))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("price of a reward must be positive, but was " + price);
    }

    @Test
    void aRewardHasAKebabCaseId() {
        assertThatThrownBy(() -> Reward.costing("Cash 10", 1))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("reward id must be kebab-case, such as 'vib-bonus', but was 'Cash 10'");
        assertThatNullPointerException().isThrownBy(() -> Reward.costing(null, 1));
    }

    @Test
    void aRewardChangesOneThingInEachCopyAndStaysAsItWas() {
        Dates may = new Dates(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));
        Reward full = CASH.giving(TEN_OFF)
                .where(ORDER)
                .capped(UseCap.of(3, Window.EVER))
                .where(VIB)
                .capped(UseCap.of(1, BoundedWindow.MONTH))
                .valid(may);
        assertThat(full)
                .isEqualTo(new Reward(
                        "cash-10",
                        FixedPrice.of(500),
                        List.of(ORDER, VIB),
                        TEN_OFF,
                        List.of(UseCap.of(3, Window.EVER), UseCap.of(1, BoundedWindow.MONTH)),
                        may))
                .isEqualTo(full.where().capped().giving(TEN_OFF).valid(may));
        assertThat(CASH).isEqualTo(Reward.costing("cash-10", 500));
    }

    @Test
    void aRewardCopiesItsLists() {
        List<PurchaseCondition> conditions = new ArrayList<>(List.of(ORDER));
        List<UseCap> limits = new ArrayList<>(List.of(UseCap.of(1, Window.EVER)));
        Reward reward = new Reward("cash-10", FixedPrice.of(500), conditions, CASH.content(), limits, Dates.ALWAYS);
        conditions.clear();
        limits.clear();
        assertThat(reward).isEqualTo(CASH.where(ORDER).capped(UseCap.of(1, Window.EVER)));
        assertThatThrownBy(() -> reward.conditions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> reward.limits().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRewardNeedsAnOrderIfAConditionAsksAboutOne() {
        assertThat(CASH.needsOrder()).isFalse();
        assertThat(CASH.where(VIB, Conditions.all(VIB), Conditions.any(VIB), Conditions.not(VIB))
                        .needsOrder())
                .isFalse();
        assertThat(CASH.where(VIB, ORDER).needsOrder()).isTrue();
        assertThat(CASH.where(Conditions.all(VIB, ORDER)).needsOrder()).isTrue();
        assertThat(CASH.where(Conditions.not(Conditions.orderedThrough("web"))).needsOrder())
                .isTrue();
        // A discount can be handed out as a voucher.
        assertThat(CASH.giving(TEN_OFF).needsOrder()).isFalse();
    }

    @Test
    void aRewardSpeaksOfWhatItsPartsSpeakOf() {
        Mentions mentions = CASH.giving(TEN_OFF).where(VIB).mentions();
        assertThat(mentions.tiers()).containsExactly(Tier.of("vib"));
        assertThat(mentions.currencies()).containsExactly(USD);
        assertThat(CASH.mentions()).isEqualTo(Mentions.NOTHING);
    }

    @Test
    @Tag("P3")
    void aRewardDescribesItself() {
        assertThat(Reward.costing("cash-10", PointCurrency.of("stars").points(1))
                        .giving(TEN_OFF)
                        .where(ORDER, VIB)
                        .capped(UseCap.of(2, BoundedWindow.MONTH), UseCap.of(1, Window.EVER))
                        .valid(new Dates(null, LocalDate.of(2026, 5, 31)))
                        .describe())
                .isEqualTo("cash-10: costs 1 stars, gives USD 10.00 off, where the order is at least USD 10.00, where"
                        + " the member is vib, at most 1 use ever, at most 2 uses per calendar month, to 2026-05-31");
        Reward oneWay = CASH.capped(UseCap.of(9, Window.EVER), UseCap.of(1, BoundedWindow.DAY));
        Reward otherWay = CASH.capped(UseCap.of(1, BoundedWindow.DAY), UseCap.of(9, Window.EVER));
        assertThat(oneWay.describe()).isEqualTo(otherWay.describe());
    }

    @Test
    @Tag("F1")
    void aRewardRefusesNull() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> Reward.costing("cash-10", (Points) null),
                () -> Reward.costing("cash-10", (Price) null),
                () -> CASH.giving(null),
                () -> CASH.where((PurchaseCondition) null),
                () -> CASH.capped((UseCap) null),
                () -> CASH.valid(null),
                () -> new Reward("cash-10", FixedPrice.of(1), null, TEN_OFF, List.of(), Dates.ALWAYS),
                () -> new Reward("cash-10", FixedPrice.of(1), List.of(), TEN_OFF, null, Dates.ALWAYS))) {
            assertThatNullPointerException().isThrownBy(call);
        }
    }
}
