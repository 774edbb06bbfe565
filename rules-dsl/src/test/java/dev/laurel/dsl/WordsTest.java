package dev.laurel.dsl;

import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.counter.Cap;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.program.Expiry;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.Item;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.rule.Condition;
import dev.laurel.rule.Conditions;
import dev.laurel.rule.PurchaseCondition;
import dev.laurel.rule.Selectors;
import dev.laurel.tier.Tier;
import dev.laurel.time.CalendarWindow;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each word stands for a value of the core. */
class WordsTest {
    private static final Tier VIB = tier("vib");
    private static final PointCurrency POINTS = pointCurrency("points");

    @Test
    void amountsOfMoneyAreOfTheirCurrencyAndExact() {
        assertThat(usd("2.50")).hasToString("USD 2.50");
        assertThat(usd(2)).isEqualTo(usd("2.00"));
        assertThat(eur("0.005")).hasToString("EUR 0.005");
        assertThat(eur(3)).isEqualTo(eur("3"));
        assertThat(gbp(7)).isEqualTo(gbp("7.000000"));
        assertThat(money(currency("JPY"), 1000)).isEqualTo(Money.of(Currency.getInstance("JPY"), 1000));
        assertThat(money(currency("CHF"), "2.50")).hasToString("CHF 2.50");
    }

    @Test
    void aCurrencyThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> currency("francs"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency must be an ISO 4217 code such as 'CHF', but was 'francs'");
    }

    @Test
    void periodsAreCivil() {
        assertThat(days(30)).isEqualTo(Period.ofDays(30));
        assertThat(months(18)).isEqualTo(Period.ofMonths(18));
        assertThat(years(1)).isEqualTo(Period.ofYears(1));
    }

    @Test
    void tiersAndPointCurrenciesAreKnownByTheirId() {
        assertThat(VIB).isEqualTo(Tier.of("vib"));
        assertThat(pointCurrency("stars")).isEqualTo(PointCurrency.of("stars"));
        assertThatThrownBy(() -> tier("VIB Rouge"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id of a tier must be kebab-case, such as 'vib-bonus', but was 'VIB Rouge'");
    }

    @Test
    void expiryIsThatOfTheCore() {
        Period year = months(12);
        assertThat(neverExpiring()).isEqualTo(Expiry.never());
        assertThat(expiringAfter(year)).isEqualTo(Expiry.after(year));
        assertThat(expiringAtTheStartOf(DAY, year)).isEqualTo(Expiry.atStartOf(CalendarWindow.DAY, year));
        assertThat(expiringAtTheEndOf(MONTH, year)).isEqualTo(Expiry.atEndOf(CalendarWindow.MONTH, year));
        assertThat(expiringAtTheEndOf(QUARTER, year)).isEqualTo(Expiry.atEndOf(CalendarWindow.QUARTER, year));
        assertThat(expiringAtTheEndOf(YEAR, year)).isEqualTo(Expiry.atEndOf(CalendarWindow.YEAR, year));
        assertThat(expiringAfterInactivityOf(year)).isEqualTo(Expiry.afterInactivityOf(year));
        assertThat(expiringAfterInactivityOf(year, Expiry.Activity.REDEMPTION))
                .isEqualTo(new Expiry.AfterInactivity(year, Set.of(Expiry.Activity.REDEMPTION)));
        assertThat(expiringAfterInactivityOf(
                        year, Expiry.Activity.PURCHASE, Expiry.Activity.REDEMPTION, Expiry.Activity.CAPTURE))
                .isEqualTo(Expiry.afterInactivityOf(year));
    }

    @Test
    void thePolicyForMissingPointsIsThatOfTheCore() {
        assertThat(owingWhatIsMissing()).isEqualTo(ShortfallPolicy.OWE);
        assertThat(forgettingWhatIsMissing()).isEqualTo(ShortfallPolicy.CLAMP);
    }

    @Test
    void capsAreThoseOfTheCore() {
        assertThat(atMost(5).pointsPerPurchase()).isEqualTo(Cap.pointsPerPurchase(5));
        assertThat(atMost(5).pointsEver()).isEqualTo(Cap.pointsEver(5));
        assertThat(atMost(5).usesEver()).isEqualTo(Cap.usesEver(5));
        assertThat(atMost(5).pointsPer(DAY)).isEqualTo(Cap.pointsPer(CalendarWindow.DAY, 5));
        assertThat(atMost(5).pointsPer(WEEK)).isEqualTo(Cap.pointsPer(CalendarWindow.WEEK, 5));
        assertThat(atMost(5).usesPer(MONTH)).isEqualTo(Cap.usesPer(CalendarWindow.MONTH, 5));
        assertThat(atMost(5).usesPer(QUARTER)).isEqualTo(Cap.usesPer(CalendarWindow.QUARTER, 5));
        assertThat(atMost(5).usesPer(YEAR)).isEqualTo(Cap.usesPer(CalendarWindow.YEAR, 5));
        assertThatThrownBy(() -> atMost(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit of a cap must be positive, but was 0");
    }

    @Test
    void selectorsAreThoseOfTheCore() {
        assertThat(everything()).isEqualTo(Selectors.everything());
        assertThat(category("a")).isEqualTo(Selectors.category("a"));
        assertThat(sku("a")).isEqualTo(Selectors.sku("a"));
        assertThat(skus(Set.of("a", "b"))).isEqualTo(Selectors.skus(Set.of("a", "b")));
        assertThat(brand("a")).isEqualTo(Selectors.brand("a"));
        assertThat(attribute("a", "b")).isEqualTo(Selectors.attribute("a", "b"));
        assertThat(discounted()).isEqualTo(Selectors.discounted());
        assertThat(all(sku("a"), brand("b"))).isEqualTo(Selectors.all(sku("a"), brand("b")));
        assertThat(any(sku("a"), brand("b"))).isEqualTo(Selectors.any(sku("a"), brand("b")));
        assertThat(not(sku("a"))).isEqualTo(Selectors.not(sku("a")));
    }

    @Test
    void conditionsAreThoseOfTheCore() {
        LocalDate first = LocalDate.of(2026, 5, 1);
        assertThat(memberIs(VIB)).isEqualTo(Conditions.memberIs(VIB));
        assertThat(memberIsAtLeast(VIB)).isEqualTo(Conditions.memberIsAtLeast(VIB));
        assertThat(memberIsIn("club")).isEqualTo(Conditions.memberIsIn("club"));
        assertThat(during("2026-05-01", "2026-05-07")).isEqualTo(Conditions.during(first, first.plusDays(6)));
        assertThat(during(first, first)).isEqualTo(Conditions.during(first, first));
        assertThat(orderOfAtLeast(usd(1))).isEqualTo(Conditions.orderOfAtLeast(usd(1)));
        assertThat(orderOfAtLeast(usd(1), sku("a"))).isEqualTo(Conditions.orderOfAtLeast(usd(1), Selectors.sku("a")));
        assertThat(orderedThrough("web")).isEqualTo(Conditions.orderedThrough("web"));
        assertThat(basketHas(sku("a"))).isEqualTo(Conditions.basketHas(sku("a")));
    }

    @Test
    void conditionsOfOneKindCombineToThatKind() {
        PurchaseCondition web = orderedThrough("web");
        Condition vib = memberIs(VIB);
        Condition club = memberIsIn("club");
        Condition allOfMember = all(vib, club);
        Condition anyOfMember = any(vib, club);
        Condition notOfMember = not(vib);
        assertThat(allOfMember).isEqualTo(Conditions.all(vib, club));
        assertThat(anyOfMember).isEqualTo(Conditions.any(vib, club));
        assertThat(notOfMember).isEqualTo(Conditions.not(vib));
        assertThat(all(vib, web)).isEqualTo(Conditions.all(vib, web));
        assertThat(any(vib, web)).isEqualTo(Conditions.any(vib, web));
        assertThat(not(web)).isEqualTo(Conditions.not(web));
    }

    @Test
    void datesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> during("2026-5-1", "2026-05-07"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must be such as '2026-05-01', but was '2026-5-1'");
        assertThatThrownBy(() -> through("2026-02-29"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must be such as '2026-05-01', but was '2026-02-29'");
    }

    @Test
    void contentsAreThoseOfTheCore() {
        assertThat(amountOff(usd(10))).isEqualTo(new AmountOff(usd(10)));
        assertThat(amountOff(usd(10)).of(category("x"))).isEqualTo(new AmountOff(usd(10), category("x")));
        assertThat(percentageOff("10").of(category("x")).upTo(usd(5)))
                .isEqualTo(new PercentageOff(Ratio.of(10), category("x"), usd(5)));
        assertThat(percentageOff("10")).isEqualTo(PercentageOff.of(Ratio.of(10)));
        assertThat(percentageOff("12.5").upTo(usd(50)))
                .isEqualTo(PercentageOff.of(Ratio.of("12.5")).upTo(usd(50)));
        assertThat(freeItem(sku("a"))).isEqualTo(new FreeItem(sku("a")));
        assertThat(item("mug")).isEqualTo(new Item("mug"));
        assertThat(bonus(POINTS.points(5))).isEqualTo(new Bonus(POINTS.points(5)));
    }

    @Test
    void pointsThatPayAreThoseOfTheCore() {
        assertThat(anyNumberOf(POINTS)).isEqualTo(ChosenPrice.ofAnyNumber(POINTS));
        assertThat(paymentOf(usd("0.01")).perPoint()).isEqualTo(PointsAsPayment.of(usd("0.01"), 1));
        assertThat(paymentOf(usd(5)).perPoints(100).upToPercentOfOrder(50))
                .isEqualTo(PointsAsPayment.of(usd(5), 100).upToPercentOfOrder(50));
        assertThatThrownBy(() -> paymentOf(usd(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("worth of points must be more than nothing, but was USD 0.00");
        assertThatThrownBy(() -> paymentOf(usd(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("worth of points must be more than nothing, but was USD -1.00");
        assertThatThrownBy(() -> paymentOf(usd(5)).perPoints(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points that are worth something must be positive, but were 0");
    }
}
