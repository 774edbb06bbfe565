package dev.laurel.dsl;

import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selectors;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.Item;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.List;
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
        assertThat(weeks(2)).isEqualTo(Period.ofDays(14));
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
    void windowsAreThoseOfTheCore() {
        LocalDate april = LocalDate.of(2026, 4, 1);
        assertThat(List.of(DAY, WEEK, MONTH, QUARTER, YEAR, MEMBERSHIP_YEAR))
                .containsExactly(
                        BoundedWindow.DAY,
                        BoundedWindow.WEEK,
                        BoundedWindow.MONTH,
                        BoundedWindow.QUARTER,
                        BoundedWindow.YEAR,
                        BoundedWindow.MEMBERSHIP_YEAR);
        assertThat(List.of(EVER, SINCE_ENROLLMENT)).containsExactly(Window.EVER, Window.SINCE_ENROLLMENT);
        assertThat(every(months(12)).startingOn("2026-04-01"))
                .isEqualTo(BoundedWindow.every(Period.ofMonths(12), april))
                .isEqualTo(every(months(12)).startingOn(april));
        assertThat(every(weeks(2)).startingOn(april)).isEqualTo(BoundedWindow.every(Period.ofDays(14), april));
        assertThat(overTheLast(months(12))).isEqualTo(Window.overTheLast(Period.ofMonths(12)));
        assertThat(from("2026-04-01")).isEqualTo(new Dates(april, null));
        assertThat(through("2026-04-01")).isEqualTo(new Dates(null, april));
        assertThat(between("2026-04-01", "2026-04-30")).isEqualTo(new Dates(april, april.plusDays(29)));
    }

    @Test
    void momentsAndExpiriesAreThoseOfTheCore() {
        Period year = months(12);
        assertThat(never()).isEqualTo(Moment.never());
        assertThat(after(year)).isEqualTo(Moment.after(year));
        assertThat(startOf(DAY, year)).isEqualTo(Moment.startOf(BoundedWindow.DAY, year));
        assertThat(endOf(QUARTER, year)).isEqualTo(Moment.endOf(BoundedWindow.QUARTER, year));
        assertThat(endOf(YEAR)).isEqualTo(Moment.endOf(BoundedWindow.YEAR, Period.ZERO));
        assertThat(endOf(YEAR).plus(days(31)))
                .isEqualTo(Moment.endOf(BoundedWindow.YEAR).plus(Period.ofDays(31)));
        assertThat(earlierOf(after(year), endOf(YEAR)))
                .isEqualTo(Moment.earlierOf(Moment.after(year), Moment.endOf(BoundedWindow.YEAR)));
        assertThat(inactiveFor(year)).isEqualTo(Expiry.inactiveFor(year));
        assertThat(inactiveFor(year).counting(REDEMPTION).activities()).containsExactly(Expiry.Activity.REDEMPTION);
        assertThat(inactiveFor(year).counting(PURCHASE, REDEMPTION, CAPTURE)).isEqualTo(Expiry.inactiveFor(year));
        assertThat(inactiveFor(year).counting(EARNING).plus(days(2)).grace()).isEqualTo(Period.ofDays(2));
        assertThat(usableFor(year)).isEqualTo(Expiry.usableFor(year));
        assertThat(usableUntil(endOf(MONTH))).isEqualTo(Expiry.usableUntil(Moment.endOf(BoundedWindow.MONTH)));
        assertThat(earlierOf(inactiveFor(year), after(years(4))))
                .isEqualTo(Expiry.earlierOf(Expiry.inactiveFor(year), Moment.after(Period.ofYears(4))));
        assertThat(earlierOf(inactiveFor(year), usableFor(years(4))))
                .isEqualTo(Expiry.earlierOf(Expiry.inactiveFor(year), Expiry.usableFor(Period.ofYears(4))));
    }

    @Test
    void theTermsOfPointsAreThoseOfTheCore() {
        assertThat(expiring(never())).isEqualTo(PointTerms.expiring(Moment.never()));
        assertThat(expiring(never()).forgettingWhatIsMissing().shortfall()).isEqualTo(ShortfallPolicy.CLAMP);
        assertThat(expiring(never()).transferable().transferAge()).isEqualTo(Period.ZERO);
        assertThat(expiring(after(days(9)))
                        .suspendedFor(VIB)
                        .thenExpiring(after(days(1)))
                        .afterwards())
                .isEqualTo(Moment.after(Period.ofDays(1)));
    }

    @Test
    void capsAreThoseOfTheCore() {
        assertThat(atMost(POINTS.points(5))).isEqualTo(PointCap.of(POINTS.points(5)));
        assertThat(atMost(POINTS.points(5)).per(EVER))
                .isEqualTo(PointCap.of(POINTS.points(5)).per(Window.EVER));
        assertThat(atMost(5).usesPer(SINCE_ENROLLMENT)).isEqualTo(UseCap.of(5, Window.SINCE_ENROLLMENT));
        assertThat(atMost(POINTS.points(5)).per(DAY))
                .isEqualTo(PointCap.of(POINTS.points(5)).per(BoundedWindow.DAY));
        assertThat(atMost(5).usesPer(overTheLast(months(12))))
                .isEqualTo(UseCap.of(5, Window.overTheLast(Period.ofMonths(12))));
        assertThatThrownBy(() -> atMost(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("uses that a cap allows must be positive, but were 0");
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
    void birthdaysAreThoseOfTheCore() {
        assertThat(birthday()).isEqualTo(BirthdayOccasion.onTheDay());
        assertThat(birthday().knownFor(days(1)).purchasedFor(days(2)))
                .isEqualTo(
                        BirthdayOccasion.onTheDay().knownFor(Period.ofDays(1)).purchasedFor(Period.ofDays(2)));
    }

    @Test
    void theTimeSinceTheEnrollmentIsThatOfTheCore() {
        assertThat(enrolledFor(days(7))).isEqualTo(Conditions.enrolledFor(Period.ofDays(7)));
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
