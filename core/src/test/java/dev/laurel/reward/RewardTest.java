package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.ledger.PointCurrency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R1")
class RewardTest {
    @Test
    void costsPointsOfTheProgramSFirstCurrencyOrOfAnother() {
        assertThat(Reward.costing("cash-10", 500))
                .isEqualTo(
                        new Reward("cash-10", 500, null, List.of(), new Item("cash-10"), List.of(), Validity.ALWAYS));
        assertThat(Reward.costing("cash-10", 500).describe()).isEqualTo("cash-10: costs 500, gives cash-10");
        assertThat(Reward.costing("free-drink", PointCurrency.of("stamps").points(9))
                        .describe())
                .isEqualTo("free-drink: costs 9 stamps, gives free-drink");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void hasAPositivePrice(long price) {
        assertThatThrownBy(() -> Reward.costing("cash-10", price))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("price of a reward must be positive, but was " + price);
    }

    @Test
    void hasAKebabCaseId() {
        assertThatThrownBy(() -> Reward.costing("Cash 10", 1))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("reward id must be kebab-case, such as 'vib-bonus', but was 'Cash 10'");
        assertThatNullPointerException().isThrownBy(() -> Reward.costing(null, 1));
    }
}
