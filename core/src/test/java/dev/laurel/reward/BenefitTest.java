package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G4")
class BenefitTest {
    private static final Condition VIB = Conditions.memberIsAtLeast(Tier.of("vib"));
    private static final Condition STAFF = Conditions.memberIsIn("staff");
    private static final Benefit SHIPPING = Benefit.of("free-shipping");

    @Test
    void aBenefitIsEverybodySUnlessSaid() {
        assertThat(SHIPPING).isEqualTo(new Benefit("free-shipping", List.of()));
        assertThat(SHIPPING.where(VIB).where(STAFF)).isEqualTo(SHIPPING.where(VIB, STAFF));
        assertThat(SHIPPING.where(VIB).where()).isEqualTo(SHIPPING.where(VIB));
        assertThat(SHIPPING.conditions()).isEmpty();
    }

    @Test
    void aBenefitHasAKebabCaseId() {
        assertThatThrownBy(() -> Benefit.of("Free shipping"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("benefit id must be kebab-case, such as 'vib-bonus', but was 'Free shipping'");
    }

    @Test
    void aBenefitCopiesItsConditions() {
        List<PurchaseCondition> conditions = new ArrayList<>(List.of(VIB));
        Benefit benefit = new Benefit("free-shipping", conditions);
        conditions.clear();
        assertThat(benefit).isEqualTo(SHIPPING.where(VIB));
        assertThatThrownBy(() -> benefit.conditions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aBenefitSpeaksOfWhatItsConditionsSpeakOf() {
        assertThat(SHIPPING.where(STAFF, VIB).mentions()).isEqualTo(Mentions.of(Tier.of("vib")));
        assertThat(SHIPPING.mentions()).isEqualTo(Mentions.NOTHING);
    }

    @Test
    @Tag("P3")
    void aBenefitDescribesItself() {
        assertThat(SHIPPING.describe()).isEqualTo("free-shipping");
        assertThat(SHIPPING.where(VIB, STAFF).describe())
                .isEqualTo("free-shipping, where the member is at least vib, where the member is in segment staff");
    }

    @Test
    void aBenefitMayHaveConditionsAboutAnOrder() {
        Money fifty = Money.of(Currency.getInstance("USD"), 50);
        Benefit large = SHIPPING.where(STAFF).where(Conditions.orderOfAtLeast(fifty));
        assertThat(large.mentions()).isEqualTo(Mentions.of(fifty));
        assertThat(large.describe())
                .isEqualTo(
                        "free-shipping, where the member is in segment staff, where the order is at least USD 50.00");
    }

    @Test
    @Tag("F1")
    void aBenefitRefusesNull() {
        assertThatNullPointerException().isThrownBy(() -> Benefit.of(null));
        assertThatNullPointerException().isThrownBy(() -> new Benefit("free-shipping", null));
        assertThatNullPointerException().isThrownBy(() -> SHIPPING.where((Condition) null));
    }
}
