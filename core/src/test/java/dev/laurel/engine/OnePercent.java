package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;

import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Rounding;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;

/** A program in which points are money, one for each euro that an order costs with tax. */
final class OnePercent {
    static final Currency EUR = Currency.getInstance("EUR");
    static final Instant DAY = Instant.parse("2026-01-06T12:00:00Z");
    static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, eur("1")))
            .rounded(Rounding.HALF_EVEN, RoundingStep.PER_PURCHASE);
    static final Reward POINTS = Reward.costing(
                    "points", ChosenPrice.ofAnyNumber().inStepsOf(100).atLeast(500))
            .giving(PointsAsPayment.of(eur("0.01"), 1).upToPercentOfOrder(50));

    /** A book of EUR 10.00 at 7 %, and two lamps of together EUR 40.00 at 19 %: EUR 58.30. */
    static final PurchaseLine BOOK = line("book", "10.00", "0.70");

    static final PurchaseLine LAMPS = line("lamps", "40.00", "7.60").withQuantity(Quantity.of(2));

    static Money eur(String amount) {
        return Money.of(EUR, amount);
    }

    static PurchaseLine line(String id, String net, String tax) {
        return PurchaseLine.of(id, id, eur(net)).withTax(eur(tax));
    }

    static LoyaltyProgram.Builder program() {
        return program(EUR);
    }

    static LoyaltyProgram.Builder program(Currency money) {
        return LoyaltyProgram.builder("one-percent", "1")
                .zone(ZoneId.of("Europe/Berlin"))
                .money(money)
                .includingTax()
                .points(
                        PointCurrency.of("points"),
                        PointTerms.expiring(Moment.endOf(BoundedWindow.YEAR, Period.ofYears(3)))
                                .forgettingWhatIsMissing())
                .excluding(category("gift-card"))
                .excluding(category("shipping"));
    }

    static Buyer member(Rule... rules) {
        return new Buyer(program().earn(rules).redeem(POINTS).build());
    }

    private OnePercent() {}
}
