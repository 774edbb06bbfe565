package dev.laurel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.money.Money;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("V2")
class TermsOfReturnTest {
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void termsOfReturnSayThemselves() {
        assertThat(TermsOfReturn.BY_LINE.describe()).isEqualTo("each line takes back its share");
        assertThat(TermsOfReturn.BY_PURCHASE.describe()).isEqualTo("taken back in proportion to the whole purchase");
        assertThat(TermsOfReturn.lostBelow(Money.of(USD, 50)).describe())
                .isEqualTo("lost when less than USD 50.00 is left");
        assertThat(TermsOfReturn.LOST_ON_ANY_RETURN.describe()).isEqualTo("lost on any return");
        assertThat(TermsOfReturn.LOST_ON_FULL_RETURN.describe()).isEqualTo("lost when everything is returned");
        assertThat(TermsOfReturn.KEPT.describe()).isEqualTo("kept");
    }

    @Test
    void termsOfReturnAreSaidByARuleWhereTheyAreNotTheUsualOnes() {
        EarnRule base = EarnRule.earning("base", Amounts.fixed(5));
        assertThat(base.returning(TermsOfReturn.BY_LINE).describe()).isEqualTo(base.describe());
        assertThat(base.returning(TermsOfReturn.KEPT).describe()).isEqualTo(base.describe() + ", kept");
    }

    @Test
    void termsOfReturnWithAMinimumNeedAPositiveOne() {
        for (String minimum : new String[] {"0", "-1"}) {
            assertThatThrownBy(() -> TermsOfReturn.lostBelow(Money.of(USD, minimum)))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("what must be left must be positive, but was USD %s.00", minimum);
        }
    }
}
