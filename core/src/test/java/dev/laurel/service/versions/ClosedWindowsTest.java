package dev.laurel.service.versions;

import static dev.laurel.service.versions.Editions.BASE;
import static dev.laurel.service.versions.Editions.POINTS;
import static dev.laurel.service.versions.Editions.start;
import static dev.laurel.service.versions.Editions.usd;
import static dev.laurel.service.versions.Editions.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Windows that count no more when a version comes into force by which they would. */
@Tag("P2")
@Tag("Q5")
class ClosedWindowsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    private static final Tier LOWEST = Tier.of("lowest");
    private static final Tier SILVER = Tier.of("silver");
    private static final Tier GOLD = Tier.of("gold");
    static final TierStanding GROUND = new TierStanding(LOWEST, null);
    static final Moment THIS_YEAR = Moment.endOf(BoundedWindow.YEAR);
    static final Moment THREE_YEARS_MORE = Moment.endOf(BoundedWindow.YEAR, Period.ofYears(3));

    private static Ladder ladder(Window window) {
        return Ladder.startingAt("status", LOWEST)
                .then(SILVER, SPEND.per(window).reaches(usd(100)))
                .then(GOLD, SPEND.per(window).reaches(usd(1_000)));
    }

    static Ladder yearly(Moment kept) {
        return ladder(BoundedWindow.YEAR).kept(kept);
    }

    static LoyaltyProgram with(String version, String date, Ladder... ladders) {
        LoyaltyProgram.Builder program = version(version, date)
                .points(POINTS, Terms.never())
                .returnsWithin(Period.ofYears(10))
                .earn(BASE);
        for (Ladder ladder : ladders) {
            program.ladders(ladder);
        }
        return program.build();
    }

    private static Editions keptLongerFrom(String date) {
        return Editions.of(with("1", "", yearly(THIS_YEAR)), with("2", date, yearly(THREE_YEARS_MORE)));
    }

    private static TierStanding standing(Editions shop, String date) {
        return shop.at(date).standing("status").orElseThrow();
    }

    @Test
    void whatAClosedYearEarnedDoesNotHoldATierWhosePurchaseIsReturned() {
        Editions shop = keptLongerFrom("2029-01-01");
        shop.buy("p1", "2026-03-01", 1_000);
        assertThat(standing(shop, "2027-01-01")).isEqualTo(GROUND);
        shop.buy("p2", "2029-03-01", 100);
        assertThat(standing(shop, "2029-03-01")).isEqualTo(new TierStanding(SILVER, start("2033-01-01")));
        shop.giveBack("r2", "2029-03-02", "p2");
        assertThat(standing(shop, "2029-03-02")).isEqualTo(GROUND);
    }

    @Test
    void aReviewUnderLongerTermsDoesNotFindWhatAClosedYearEarned() {
        Editions shop = keptLongerFrom("2028-07-01");
        shop.buy("p1", "2026-03-01", 1_000);
        // Late events of 2027 may still come, so what 2026 counted is still there.
        shop.buy("p2", "2028-01-02", 100);
        assertThat(standing(shop, "2028-12-31")).isEqualTo(new TierStanding(SILVER, start("2029-01-01")));
        assertThat(standing(shop, "2029-01-01")).isEqualTo(new TierStanding(SILVER, start("2032-01-01")));
    }

    @Test
    void aYearWhoseTierIsOverWhenTheVersionComesIntoForceIsClosed() {
        Editions shop = keptLongerFrom("2029-01-01");
        shop.buy("p1", "2028-12-01", 1_000);
        shop.buy("p2", "2029-01-02", 100);
        shop.giveBack("r2", "2029-01-03", "p2");
        assertThat(standing(shop, "2029-01-03")).isEqualTo(GROUND);
    }

    @Test
    void aYearThatIsOpenWhenTheVersionComesIntoForceCountsByItsTerms() {
        Editions shop = keptLongerFrom("2028-07-01");
        shop.buy("p1", "2028-03-01", 1_000);
        shop.buy("p2", "2028-08-01", 100);
        shop.giveBack("r2", "2028-08-02", "p2");
        assertThat(standing(shop, "2029-01-01")).isEqualTo(new TierStanding(GOLD, start("2032-01-01")));
    }

    @Test
    @Tag("T3")
    void aLatePurchaseInAClosedYearGivesNoTier() {
        Editions shop = keptLongerFrom("2029-01-01");
        shop.buy("p1", "2028-03-01", 10);
        shop.buy("p2", "2029-01-02", 10);
        shop.buy("late", "2028-12-30", 1_000);
        assertThat(standing(shop, "2029-01-02")).isEqualTo(GROUND);
    }

    @Test
    void aReturnIntoAClosedYearChangesNoStanding() {
        Editions shop = keptLongerFrom("2029-01-01");
        shop.buy("p1", "2026-03-01", 1_000);
        shop.buy("p2", "2029-03-01", 100);
        shop.giveBack("r1", "2029-03-02", "p1");
        assertThat(standing(shop, "2029-03-02")).isEqualTo(new TierStanding(SILVER, start("2033-01-01")));
    }

    @Test
    void aYearThatWasClosedUnderOneVersionIsNotOpenedByTheNext() {
        Editions shop = Editions.of(
                with("1", "", yearly(THREE_YEARS_MORE)),
                with("2", "2028-01-01", yearly(THIS_YEAR)),
                with("3", "2029-01-01", yearly(Moment.endOf(BoundedWindow.YEAR, Period.ofYears(5)))));
        shop.buy("p1", "2026-03-01", 1_000);
        assertThat(standing(shop, "2029-12-31")).isEqualTo(new TierStanding(GOLD, start("2030-01-01")));
        assertThat(standing(shop, "2030-01-01")).isEqualTo(GROUND);
    }

    @Test
    void whatWasReachedBeforeALadderWasAddedHoldsNoTierOfIt() {
        Editions shop = Editions.of(
                with("1", "", ladder(BoundedWindow.YEAR)),
                with("2", "2027-01-01", ladder(BoundedWindow.YEAR), another()));
        shop.buy("p1", "2026-03-01", 1_000);
        shop.buy("p2", "2027-03-01", 100);
        shop.giveBack("r2", "2027-03-02", "p2");
        assertThat(shop.at("2027-03-02")
                        .standing("another")
                        .orElseThrow()
                        .tier()
                        .id())
                .isEqualTo("another-lowest");
    }

    private static Ladder another() {
        return Ladder.startingAt("another", Tier.of("another-lowest"))
                .then(Tier.of("another-top"), SPEND.per(BoundedWindow.YEAR).reaches(usd(100)));
    }

    @Test
    void aDayWhoseRollingSumCountsNoMoreStaysClosed() {
        Window halfAYear = Window.overTheLast(Period.ofMonths(6));
        Editions shop = Editions.of(
                with("1", "", ladder(halfAYear)),
                with("2", "2027-07-01", ladder(halfAYear).kept(Moment.after(Period.ofYears(3)))));
        shop.buy("p1", "2026-03-01", 1_000);
        assertThat(standing(shop, "2026-09-01")).isEqualTo(GROUND);
        shop.buy("p2", "2027-08-01", 100);
        shop.giveBack("r2", "2027-08-02", "p2");
        assertThat(standing(shop, "2027-08-02")).isEqualTo(GROUND);
    }
}
