package dev.laurel.tier;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TierTest {
    @Test
    @Tag("F1")
    void tiersHaveKebabCaseIds() {
        assertThatThrownBy(() -> Tier.of("VIB"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("id of a tier must be kebab-case, such as 'vib-bonus', but was 'VIB'");
        assertThatNullPointerException().isThrownBy(() -> Tier.of(null));
    }
}
