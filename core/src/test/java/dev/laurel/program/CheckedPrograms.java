package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.condition.Selectors;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.Moment;
import java.time.ZoneId;
import java.util.Currency;

/** Programs that are checked, and what the check says of them. */
final class CheckedPrograms {
    static final Currency USD = Currency.getInstance("USD");
    static final PointCurrency POINTS = PointCurrency.of("points");
    static final PointCurrency STARS = PointCurrency.of("stars");
    static final Tier VIB = Tier.of("vib");
    static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1)));

    private CheckedPrograms() {}

    static LoyaltyProgram.Builder empty() {
        return LoyaltyProgram.builder("shop", "1");
    }

    static LoyaltyProgram.Builder withoutPoints() {
        return empty().zone(ZoneId.of("UTC"))
                .money(USD)
                .excluding(Selectors.category("gift-card"))
                .earn(BASE);
    }

    static LoyaltyProgram.Builder good() {
        return withoutPoints().points(POINTS, PointTerms.expiring(Moment.never()));
    }

    static void problems(LoyaltyProgram.Builder builder, String... problems) {
        InvalidProgramException invalid = catchThrowableOfType(InvalidProgramException.class, builder::build);
        assertThat(invalid).isNotNull();
        assertThat(invalid.problems()).extracting(ProgramProblem::toString).containsExactly(problems);
    }

    static void warnings(LoyaltyProgram.Builder builder, String... warnings) {
        assertThat(builder.build().warnings())
                .extracting(ProgramProblem::toString)
                .containsExactly(warnings);
    }
}
