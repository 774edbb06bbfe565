package dev.laurel.service.versions;

import static dev.laurel.service.versions.Editions.ADA;
import static dev.laurel.service.versions.Editions.BASE;
import static dev.laurel.service.versions.Editions.POINTS;
import static dev.laurel.service.versions.Editions.noon;
import static dev.laurel.service.versions.Editions.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Selectors;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counters that come and go from one version of a program to the next. */
@Tag("P2")
@Tag("A10")
class ChangedCountersTest {
    private static final MoneySum SPEND = PurchaseCounter.spend("spend").per(BoundedWindow.YEAR);
    private static final CountSum VISITS = PurchaseCounter.purchases("visits").per(Window.EVER);

    private static EarnRule bonus(Condition condition) {
        return EarnRule.earning("bonus", Amounts.fixed(500)).where(condition);
    }

    private static LoyaltyProgram version(String name, String date, Rule... rules) {
        return Editions.version(name, date)
                .points(POINTS, Terms.never())
                .earn(BASE)
                .earn(rules)
                .build();
    }

    private static long earned(Editions shop, String id, String date, long dollars) {
        return shop.buy(id, date, dollars).earned("points") - dollars;
    }

    @Test
    void aCounterOfANewVersionBeginsAtZeroAtTheBorder() {
        Editions shop = Editions.of(version("1", ""), version("2", "2026-07-01", bonus(SPEND.isAtLeast(usd(100)))));
        shop.buy("p1", "2026-06-30", 1000);
        assertThat(earned(shop, "p2", "2026-07-02", 100)).isZero();
        // What is older than the counter counts for nothing, also if it is told late.
        assertThat(earned(shop, "p3", "2026-06-29", 1000)).isZero();
        shop.giveBack("r1", "2026-07-03", "p1");
        assertThat(earned(shop, "p4", "2026-07-04", 1)).isEqualTo(500);
    }

    @Test
    void aCounterThatGoesOnKeepsItsSums() {
        EarnRule bonus = bonus(SPEND.isAtLeast(usd(100)));
        Editions shop =
                Editions.of(version("1", "", bonus), version("2", "2026-07-01", bonus(SPEND.isAtLeast(usd(200)))));
        shop.buy("p1", "2026-06-30", 150);
        shop.buy("p2", "2026-07-01", 50);
        assertThat(earned(shop, "p3", "2026-07-02", 1)).isEqualTo(500);
        shop.giveBack("r1", "2026-07-03", "p1");
        assertThat(earned(shop, "p4", "2026-07-04", 1)).isZero();
    }

    @Test
    void aCounterThatComesAgainBeginsAtZero() {
        EarnRule bonus = bonus(SPEND.isAtLeast(usd(100)));
        Editions shop =
                Editions.of(version("1", "", bonus), version("2", "2026-05-01"), version("3", "2026-07-01", bonus));
        shop.buy("p1", "2026-04-30", 300);
        shop.buy("p2", "2026-07-01", 100);
        shop.giveBack("r1", "2026-07-02", "p1");
        assertThat(earned(shop, "p3", "2026-07-03", 1)).isEqualTo(500);
        shop.giveBack("r2", "2026-07-04", "p2");
        assertThat(earned(shop, "p4", "2026-07-05", 1)).isZero();
    }

    /** A rule on the first purchase in the first and in the third version, but not in the second. */
    private static LoyaltyProgram[] firstPurchaseTwice() {
        EarnRule first = bonus(VISITS.isLessThan(1));
        return new LoyaltyProgram[] {
            version("1", "", first), version("2", "2026-06-25"), version("3", "2026-07-01", first)
        };
    }

    @Test
    @Tag("D4")
    void whatIsLateForTheFirstTimeOfACounterMeetsNothingOfTheSecondWheneverTimePasses() {
        for (boolean isFirstThere : new boolean[] {true, false}) {
            for (int sweeps = 0; sweeps < 32; sweeps++) {
                Editions shop = Editions.of(firstPurchaseTwice());
                if (isFirstThere) {
                    shop.submit(new Adjustment("a", ADA, noon("2026-06-10"), "points", 1, "goodwill", "agent"));
                }
                sweep(shop, sweeps, 0, "2026-06-26");
                sweep(shop, sweeps, 1, "2026-07-04");
                assertThat(earned(shop, "p1", "2026-07-05", 10)).isEqualTo(500);
                sweep(shop, sweeps, 2, "2026-07-06");
                assertThat(earned(shop, "p2", "2026-06-20", 10)).isEqualTo(500);
                sweep(shop, sweeps, 3, "2026-07-06");
                assertThat(earned(shop, "p3", "2026-06-21", 10)).isZero();
                assertThat(earned(shop, "p4", "2026-06-26", 10)).isZero();
                assertThat(earned(shop, "p5", "2026-07-06", 10)).isZero();
                shop.giveBack("r1", "2026-07-06", "p2");
                sweep(shop, sweeps, 4, "2026-07-07");
                assertThat(earned(shop, "p6", "2026-07-07", 10)).isZero();
                assertThat(earned(shop, "p7", "2026-06-22", 10)).isZero();
                shop.giveBack("r2", "2026-07-07", "p3");
                shop.giveBack("r3", "2026-07-07", "p7");
                assertThat(earned(shop, "p8", "2026-06-23", 10)).isEqualTo(500);
                for (String purchase : List.of("p1", "p4", "p5", "p6")) {
                    shop.giveBack("r-" + purchase, "2026-07-08", purchase);
                }
                assertThat(earned(shop, "p9", "2026-07-08", 10)).isEqualTo(500);
            }
        }
    }

    private static void sweep(Editions shop, int sweeps, int which, String date) {
        if ((sweeps >> which & 1) == 1 && shop.service().account(ADA).isPresent()) {
            shop.service().advance(ADA, noon(date));
        }
    }

    @Test
    void whatTheFirstTimeOfACounterHasCountedGoesOnForWhatIsLateForIt() {
        Editions shop = Editions.of(firstPurchaseTwice());
        assertThat(earned(shop, "p1", "2026-06-20", 10)).isEqualTo(500);
        assertThat(earned(shop, "p2", "2026-07-02", 10)).isEqualTo(500);
        assertThat(earned(shop, "p3", "2026-06-21", 10)).isZero();
        assertThat(shop.account().counters()).containsOnlyKeys("visits/ever", "visits/ever@2");
        // No later event can be as early as that.
        shop.buy("p4", "2026-08-02", 10);
        assertThat(shop.account().counters()).containsOnlyKeys("visits/ever@2");
    }

    @Test
    void aCounterGoesOnUnderItsNameWhereVersionsAreRolledBackAndDeployedAgain() {
        LoyaltyProgram[] versions = firstPurchaseTwice();
        Editions shop = Editions.of(versions[0]);
        assertThat(earned(shop, "p1", "2026-06-20", 10)).isEqualTo(500);
        shop.deploy(versions[0], versions[1]);
        assertThat(earned(shop, "p2", "2026-06-26", 10)).isZero();
        shop.deploy(versions);
        assertThat(earned(shop, "p3", "2026-07-02", 10)).isEqualTo(500);
        shop.deploy(versions[0], versions[1]);
        assertThat(shop.refused(new Purchase("p4", ADA, noon("2026-07-02"), Basket.ofTotal(usd(1))))
                        .code())
                .isEqualTo("UNKNOWN_VERSION");
        shop.deploy(versions);
        assertThat(earned(shop, "p4", "2026-07-02", 10)).isZero();
        assertThat(earned(shop, "p5", "2026-06-21", 10)).isZero();
    }

    @Test
    void aCounterGoesOnUnderItsNameWhereTheVersionsBeforeItAreNotKnownAnyMore() {
        LoyaltyProgram[] versions = firstPurchaseTwice();
        Editions shop = Editions.of(versions);
        shop.buy("p1", "2026-06-20", 10);
        assertThat(earned(shop, "p2", "2026-07-02", 10)).isEqualTo(500);
        shop.deploy(versions[2]);
        Purchase third = new Purchase("p3", ADA, noon("2026-07-03"), Basket.ofTotal(usd(10)));
        assertThat(shop.service().submit(third).orThrow().earned("points")).isEqualTo(10);
    }

    @Test
    void anOfferAsksByTheTermsInForceWhatIsLateForTheFirstTimeOfACounter() {
        Editions shop = Editions.of(
                offering("1", "", true), offering("2", "2026-06-25", false), offering("3", "2026-07-01", true));
        shop.submit(Enrollment.of("e", Customer.of(ADA).withBirthday(Birthday.parse("--06-20")), noon("2026-06-01")));
        shop.buy("p1", "2026-06-19", 10);
        shop.buy("p2", "2026-07-02", 10);
        shop.giveBack("r1", "2026-07-02", "p2");
        // The offer of the third version asks for what was counted since that began.
        shop.submit(Claim.of("c", ADA, noon("2026-06-21"), "birthday"));
    }

    private static LoyaltyProgram offering(String name, String date, boolean asks) {
        BirthdayOccasion month = BirthdayOccasion.onTheDay().open(BirthdayOccasion.Opening.inItsMonth());
        Offer offer = Offer.of("birthday", month, new Item("cake"));
        return Editions.version(name, date)
                .points(POINTS, Terms.never())
                .earn(BASE)
                .offers(asks ? offer.where(VISITS.isLessThan(1)) : offer)
                .build();
    }

    @Test
    void aLatePurchaseAsksAndCountsForWhatTheVersionOfItsDateAsksFor() {
        Editions shop = Editions.of(version("1", "", bonus(VISITS.isLessThan(1))), version("2", "2026-07-01"));
        shop.buy("p0", "2026-07-02", 1);
        assertThat(earned(shop, "p1", "2026-06-29", 10)).isEqualTo(500);
        assertThat(earned(shop, "p2", "2026-06-30", 10)).isZero();
    }

    @Test
    void aLatePurchaseAsksSinceEnrollmentAlsoWhereNothingElseAsksForThat() {
        CountSum visits = PurchaseCounter.purchases("visits").per(Window.SINCE_ENROLLMENT);
        Editions shop = Editions.of(version("1", "", bonus(visits.isAtLeast(1))), version("2", "2026-07-01"));
        shop.submit(Enrollment.of("e", Customer.of(ADA), noon("2026-06-01")));
        shop.buy("p0", "2026-07-02", 1);
        assertThat(earned(shop, "p1", "2026-06-29", 10)).isZero();
        assertThat(earned(shop, "p2", "2026-06-30", 10)).isEqualTo(500);
    }

    @Test
    @Tag("D4")
    @Tag("E4")
    void aLatePurchaseFindsTheSumOfItsMembershipYearWhereNothingElseAsksForThat() {
        CountSum visits = PurchaseCounter.purchases("visits").per(BoundedWindow.MEMBERSHIP_YEAR);
        for (boolean isSwept : new boolean[] {false, true}) {
            Editions shop = Editions.of(version("1", "", bonus(visits.isLessThan(1))), version("2", "2026-07-01"));
            assertThat(earned(shop, "p0", "2026-06-20", 1)).isEqualTo(500);
            if (isSwept) {
                shop.service().advance(ADA, noon("2026-07-02"));
            } else {
                shop.buy("p1", "2026-07-02", 1);
            }
            assertThat(earned(shop, "p2", "2026-06-29", 10)).isZero();
        }
    }

    @Test
    @Tag("A5")
    void aLatePurchaseIsCappedInTheWindowOfTheMemberWhereNothingElseAsksForThat() {
        for (Window window : List.of(BoundedWindow.YEAR, BoundedWindow.MEMBERSHIP_YEAR, Window.SINCE_ENROLLMENT)) {
            LoyaltyProgram capped = Editions.version("1", "")
                    .points(POINTS, Terms.never())
                    .earn(BASE.capped(PointCap.of(POINTS.points(100)).per(window)))
                    .build();
            Editions shop = Editions.of(capped, version("2", "2026-07-01"));
            shop.submit(Enrollment.of("e", Customer.of(ADA), noon("2026-06-01")));
            assertThat(shop.buy("p0", "2026-06-20", 1000).earned("points")).isEqualTo(100);
            shop.buy("p1", "2026-07-02", 1);
            assertThat(shop.buy("p2", "2026-06-29", 1000).earned("points")).isZero();
        }
    }

    @Test
    void aSumOfAVersionBeforeTheFirstThatWasInForceIsForgottenToo() {
        Editions shop = Editions.of(version("1", "", bonus(VISITS.isLessThan(1))), version("2", "2026-07-01"));
        shop.buy("p0", "2026-07-02", 1);
        assertThat(earned(shop, "p1", "2026-06-29", 10)).isEqualTo(500);
        shop.buy("p2", "2027-07-20", 10);
        assertThat(shop.account().counters()).isEmpty();
    }

    @Test
    void aCounterBeginsAtTheBorderAlsoForWhoCameAfterIt() {
        Editions shop = Editions.of(version("1", ""), version("2", "2026-07-01", bonus(VISITS.isAtLeast(1))));
        shop.submit(new Adjustment("a", ADA, noon("2026-07-01"), "points", 1, "goodwill", "agent"));
        shop.buy("p0", "2026-06-29", 1);
        assertThat(earned(shop, "p1", "2026-07-02", 10)).isZero();
    }

    @Test
    void whatNobodyCanAskAnyMoreIsForgotten() {
        Editions shop = Editions.of(version("1", "", bonus(VISITS.isLessThan(1))), version("2", "2026-07-01"));
        shop.buy("p1", "2026-06-30", 10);
        assertThat(shop.account().counters()).containsKey("visits/ever");
        shop.buy("p2", "2026-07-20", 10);
        assertThat(shop.account().counters()).containsKey("visits/ever");
        shop.buy("p3", "2026-08-20", 10);
        assertThat(shop.account().counters()).isEmpty();
    }

    @Test
    void twoMeaningsOfOneCounterAreRefusedAlsoWithAVersionBetweenThem() {
        MoneySum coffee =
                PurchaseCounter.spend("spend").of(Selectors.category("coffee")).per(BoundedWindow.YEAR);
        LoyaltyProgram first = version("1", "", bonus(SPEND.isAtLeast(usd(100))));
        LoyaltyProgram third = version("3", "2026-07-01", bonus(coffee.isAtLeast(usd(100))));
        assertThatThrownBy(() -> Editions.of(first, version("2", "2026-05-01"), third))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("version '3', counter 'spend': counts something else than in an earlier version, "
                        + "spend: what is spent, of everything; give it an id of its own");
    }

    @Test
    void aReturnTakesOutWhatItsReceiptSaysWhateverTheCounterCountsByNow() {
        Editions shop = Editions.of(
                version("1", "", bonus(SPEND.isAtLeast(usd(60)))),
                version("2", "2026-07-01", bonus(SPEND.isAtLeast(usd(60)))));
        Basket basket = Basket.of(
                PurchaseLine.of("1", "a", usd(60)).withCategories("coffee"),
                PurchaseLine.of("2", "b", usd(60)).withCategories("gift-card"));
        shop.submit(new Purchase("p1", ADA, noon("2026-06-30"), basket));
        shop.submit(new Return("r1", ADA, noon("2026-07-02"), "p1", List.of(ReturnedLine.of("2", usd(60)))));
        assertThat(earned(shop, "p2", "2026-07-03", 1)).isEqualTo(500);
        Refusal twice =
                shop.refused(new Return("r2", ADA, noon("2026-07-04"), "p1", List.of(ReturnedLine.of("2", usd(60)))));
        assertThat(twice.code()).isEqualTo("EXCEEDS_PURCHASE");
    }
}
