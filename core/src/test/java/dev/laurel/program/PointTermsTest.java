package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What members read about when points come and go. */
@Tag("P3")
class PointTermsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Currency USD = Currency.getInstance("USD");
    private static final Tier GOLD = Tier.of("gold");
    private static final Moment DATED = Moment.startOf(BoundedWindow.MONTH, Period.ofMonths(7));
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1)));

    private static String terms(Expiry expiry, EarnRule rule) {
        return terms(PointTerms.expiring(expiry), rule);
    }

    private static String terms(PointTerms policy) {
        return terms(policy, BASE);
    }

    private static String terms(PointTerms policy, EarnRule rule) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(PointCurrency.of("points"), policy)
                .ladders(Ladder.startingAt("status", Tier.of("green"))
                        .then(GOLD, SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 500)))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(rule)
                .build()
                .terms();
    }

    private static String terms(Expiry expiry) {
        return terms(expiry, BASE);
    }

    @Test
    @Tag("L4")
    void theTermsSayFromWhenPointsCanBeUsed() {
        assertThat(terms(Moment.never(), BASE.availableFrom(Moment.after(Period.ofDays(14)))))
                .contains(
                        "The points can be used 14 days after the purchase, at the same time of day; until then they are"
                                + " pending.");
        assertThat(terms(Moment.never())).doesNotContain("pending");
    }

    @Test
    @Tag("L6")
    void theTermsSayFromWhenAPeriodCounts() {
        assertThat(terms(DATED))
                .contains("expire 7 months after they were earned, at the start of the month that this falls in.");
        assertThat(terms(Expiry.usableUntil(DATED)))
                .contains("expire 7 months after they became available, at the start of the month that this falls in.");
        assertThat(terms(Expiry.usableUntil(Moment.endOf(BoundedWindow.YEAR, Period.ZERO))))
                .contains("expire at the end of the year in which they became available.");
    }

    @Test
    @Tag("L6")
    void theTermsSayWhichTierKeepsPointsAndForHowLong() {
        assertThat(terms(PointTerms.expiring(DATED).suspendedFor(GOLD)))
                .contains(
                        "expire 7 months after they were earned, at the start of the month that this falls in. While a"
                                + " member holds `gold`, they do not expire. When the tier ends, those that the member then has"
                                + " expire 7 months after the member left, at the start of the month that this falls in, or at"
                                + " their own date if that is later. If it is lost by a return, they expire as if it had never"
                                + " been held.");
        assertThat(terms(PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(3)))
                        .suspendedFor(GOLD)))
                .contains(
                        "expire 3 months after the member left, at the same time of day, or later if the last activity"
                                + " lets them.");
    }

    @Test
    @Tag("L9")
    void theTermsSayWhatCanBeTransferredAndHowMuchLongerWhatComesBackLasts() {
        PointTerms policy = PointTerms.expiring(DATED).forgettingWhatIsMissing();
        assertThat(terms(policy)).doesNotContain("Transfers").doesNotContain("come back when");
        assertThat(terms(policy.transferable()))
                .contains(
                        "Members may give each other `points`. Points that are given keep the dates at which they expire,"
                                + " and whatever the member does who receives them, these do not change.");
        assertThat(terms(policy.transferableAfter(Period.ofDays(14))))
                .contains("Members may give each other `points` that were earned at least 14 days before.");
        assertThat(terms(policy.extendingWhatComesBack(Period.ofDays(30))))
                .contains("Of `points`, those that come back when a reward is cancelled, or an order returned that they"
                        + " paid, can be used until 30 days after their date, however often they come back.");
    }

    @Test
    @Tag("L6")
    void theTermsSayWhatCountsAsActivity() {
        assertThat(terms(Expiry.inactiveFor(Period.ofMonths(3))))
                .contains("Activity is a purchase of something that is paid in money and takes part in this"
                        + " program or a redemption of any reward.");
        assertThat(terms(Expiry.inactiveFor(Period.ofMonths(3)).countingAlso("check-in")))
                .contains("Activity is a purchase of something that is paid in money and takes part in this"
                        + " program, a redemption of any reward or `check-in`.");
        assertThat(terms(Expiry.inactiveFor(Period.ofMonths(3))
                        .counting(Expiry.Activity.REDEMPTION, Expiry.Activity.CAPTURE)))
                .contains(
                        "Activity is a redemption of any reward that is not held first or the use of points that were set aside.");
    }
}
