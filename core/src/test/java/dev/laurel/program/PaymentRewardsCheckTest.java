package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.PointCap;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be wrong with points as a payment, and with prices that the customer chooses. */
@Tag("P1")
@Tag("R1")
class PaymentRewardsCheckTest {
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final Currency USD = Currency.getInstance("USD");
    private static final PointCurrency STARS = PointCurrency.of("stars");
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1)));
    private static final ChosenPrice ANY = ChosenPrice.ofAnyNumber();
    private static final PointsAsPayment CENT = PointsAsPayment.of(Money.of(USD, "0.01"), 1);

    private static LoyaltyProgram.Builder declared(EarnRule rule, Reward reward) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                .earn(rule)
                .redeem(reward);
    }

    private static void problem(LoyaltyProgram.Builder builder, String problem) {
        InvalidProgramException invalid = catchThrowableOfType(InvalidProgramException.class, builder::build);
        assertThat(invalid).isNotNull();
        assertThat(invalid.problems()).extracting(ProgramProblem::toString).containsExactly(problem);
    }

    private static void problem(Reward reward, String problem) {
        problem(declared(BASE, reward), problem);
    }

    @Test
    void pointsPayAtAnyRateAndInAnySteps() {
        Reward pay = Reward.costing("pay", ANY.inStepsOf(7)).giving(CENT.upToPercentOfOrder(1));
        assertThat(declared(BASE, pay).build().rewards()).containsExactly(pay);
    }

    @Test
    @Tag("N1")
    void pointsPayInTheProgramSMoney() {
        problem(
                Reward.costing("pay", ANY).giving(PointsAsPayment.of(Money.of(Currency.getInstance("EUR"), 1), 1)),
                "reward 'pay': speaks of EUR, which is not the program's money; give amounts in the program's currency");
    }

    @Test
    void aChosenPriceIsInPointsOfTheProgram() {
        problem(
                Reward.costing("pay", ChosenPrice.ofAnyNumber(STARS)).giving(CENT),
                "reward 'pay': costs 'stars', which is no currency of the program; declare it with points(…)");
    }

    @Test
    void aRewardOfAChosenPriceGivesNotTheSameForOnePointAsForMany() {
        String problem =
                "reward 'pay': gives the same for whatever number of points a customer chooses; let the points pay"
                        + " at a rate, or set a fixed price";
        problem(Reward.costing("pay", ANY), problem);
        problem(Reward.costing("pay", ANY).giving(new AmountOff(Money.of(USD, 1))), problem);
    }

    @Test
    void pointsPayAtLeastTheSmallestUnitOfMoney() {
        PointsAsPayment thirds = PointsAsPayment.of(Money.of(USD, "0.01"), 3);
        problem(
                Reward.costing("pay", ANY).giving(thirds),
                "reward 'pay': lets 1 point pay less than the currency's smallest unit, which is nothing; let it cost at"
                        + " least as many points as pay one");
        problem(
                Reward.costing("pay", FixedPrice.of(2)).giving(thirds),
                "reward 'pay': lets 2 points pay less than the currency's smallest unit, which is nothing; let it cost at"
                        + " least as many points as pay one");
        Reward three = Reward.costing("pay", ANY.atLeast(3)).giving(thirds);
        assertThat(declared(BASE, three).build().rewards()).containsExactly(three);
    }

    @Test
    @Tag("N2")
    void pointsPayNoMoreThanMoneyCanBe() {
        problem(
                Reward.costing("pay", FixedPrice.of(Long.MAX_VALUE)).giving(CENT),
                "reward 'pay': costs 9223372036854775807 points, which are worth more than an amount of money can be;"
                        + " lower the price, or what a point is worth");
    }

    @Test
    void theLeastOfAChosenPriceCanBeMoreThanWhatIsEverEarned() {
        LoyaltyProgram program = declared(
                        BASE.capped(PointCap.of(POINTS.points(400)).per(Window.EVER)),
                        Reward.costing("pay", ANY.atLeast(500)).giving(CENT))
                .build();
        assertThat(program.warnings())
                .extracting(ProgramProblem::toString)
                .contains(
                        "reward 'pay': costs 500 points or more, but by their caps all rules together never award more"
                                + " than 400; raise a cap, or lower the price, if that is not meant");
    }

    @Test
    @Tag("P3")
    void pointsThatPayAreToldInTheStableText() {
        Reward pay = Reward.costing("pay", ANY.inStepsOf(100).atLeast(500)).giving(CENT.upToPercentOfOrder(50));
        assertThat(declared(BASE, pay).build().stableText())
                .contains(
                        "reward pay: costs 500 or more in steps of 100, gives payment of USD 0.01 for each point, at most"
                                + " 50 % of the order\n");
    }
}
