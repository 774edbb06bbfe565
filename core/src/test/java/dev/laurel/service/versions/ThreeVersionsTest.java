package dev.laurel.service.versions;

import static dev.laurel.service.versions.Editions.ADA;
import static dev.laurel.service.versions.Editions.POINTS;
import static dev.laurel.service.versions.Editions.noon;
import static dev.laurel.service.versions.Editions.usd;
import static dev.laurel.service.versions.Editions.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Conditions;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Hold;
import dev.laurel.event.Redemption;
import dev.laurel.money.Ratio;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.tier.Tier;
import dev.laurel.time.Timestamps;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One member over three versions of a program, worked out by hand, entry for entry. */
@Tag("P2")
@Tag("D5")
class ThreeVersionsTest {
    private static final Tier PLATINUM = Tier.of("platinum");

    private static LoyaltyProgram.Builder rated(String version, String date, long perDollar, Tier higher) {
        EarnRule base = EarnRule.earning("base", Amounts.proportional(perDollar, usd(1)));
        return version(version, date)
                .earn(base, Multiplier.of("double", base, Ratio.of(2)).where(Conditions.memberIs(higher)));
    }

    /** One point a dollar that never expires; gold from 350 a year. */
    private static LoyaltyProgram first() {
        return rated("2026", "", 1, Terms.GOLD)
                .points(POINTS, Terms.never())
                .ladders(Terms.yearly(350))
                .redeem(Reward.costing("mug", 100))
                .build();
    }

    /** Two points a dollar that expire after a year; gold from 500; the mug costs more. */
    private static LoyaltyProgram second() {
        return rated("2027", "2027-01-01", 2, Terms.GOLD)
                .points(POINTS, Terms.after(Period.ofMonths(12)))
                .ladders(Terms.yearly(500))
                .redeem(Reward.costing("mug", 120))
                .build();
    }

    /** One point again, which six months of inactivity end; gold is called platinum, and the mug is gone. */
    private static LoyaltyProgram third() {
        return rated("2028", "2028-01-01", 1, PLATINUM)
                .points(POINTS, Terms.inactiveFor(Period.ofMonths(6)))
                .ladders(Terms.ladder(Terms.LOWEST, PLATINUM, 500))
                .retiring(Terms.GOLD, PLATINUM)
                .retiringRewards("mug")
                .build();
    }

    private static Editions shop() {
        Editions shop = Editions.of(first(), second(), third());
        shop.buy("a", "2026-02-01", 400);
        shop.buy("b", "2026-03-01", 100);
        shop.submit(Hold.of("h", ADA, noon("2026-12-20"), "mug", noon("2027-01-15")));
        shop.buy("c", "2027-01-10", 50);
        shop.submit(Redemption.of("x", ADA, noon("2027-02-01"), "mug"));
        shop.giveBack("r", "2027-02-10", "b");
        shop.buy("d", "2028-01-05", 10);
        shop.submit(Cancellation.ofAll("y", ADA, noon("2028-01-06"), "x"));
        shop.buy("late", "2027-12-28", 10);
        shop.service().advance(ADA, noon("2028-08-01"));
        return shop;
    }

    @Test
    void aMemberOverThreeVersionsHasTheEntriesThatAnAccountantWouldWrite() {
        assertThat(shop().entries())
                .containsExactly(
                        "2026-02-01 v2026 EARN 400",
                        // Gold by now, until the end of 2027.
                        "2026-03-01 v2026 EARN 100",
                        "2026-03-01 v2026 EARN 100",
                        "2026-12-20 v2026 HOLD 100",
                        // What never expired has a year from the border on; also what is on hold out of lot 1.
                        "2027-01-01 v2027 REDATE [#1, #2] to 2028-01-01",
                        "2027-01-10 v2027 EARN 100",
                        "2027-01-10 v2027 EARN 100",
                        "2027-01-15 v2027 RELEASE 100",
                        "2027-02-01 v2027 REDEEM -120",
                        // By the receipt of 2026; the 400 that are left of that year still make gold.
                        "2027-02-10 v2027 CLAWBACK -100",
                        "2027-02-10 v2027 CLAWBACK -100",
                        // Points expire, tiers are reviewed, and then the next version comes into force.
                        "2028-01-01 v2027 EXPIRE -280",
                        "2028-01-01 v2028 REDATE [#3] to never",
                        "2028-01-05 v2028 EARN 10",
                        // The lot that the mug was paid from was gone at the border.
                        "2028-01-06 v2028 RESTORE 120",
                        "2028-01-06 v2028 EXPIRE -120",
                        // A late purchase is judged by the version of its date, and its points live by the present one.
                        "2028-01-06 v2027 EARN 20",
                        "2028-07-05 v2028 EXPIRE -230");
    }

    @Test
    void aMemberOverThreeVersionsHasTheTiersOfEach() {
        Editions shop = shop();
        List<String> changes = new ArrayList<>();
        shop.service()
                .journal(ADA)
                .forEach(posted -> posted.tierChanges()
                        .forEach(change -> changes.add(
                                change.at() + " " + change.from().tier().id() + " to "
                                        + change.to().tier().id())));
        assertThat(changes).containsExactly("2026-02-01T12:00:00Z base to gold", "2028-01-01T00:00:00Z gold to base");
        assertThat(shop.account().versions())
                .extracting(each -> each.version() + " since " + each.since())
                .containsExactly(
                        "2026 since " + Timestamps.MIN,
                        "2027 since 2027-01-01T00:00:00Z",
                        "2028 since 2028-01-01T00:00:00Z");
    }

    @Test
    @Tag("D4")
    void aMemberOverThreeVersionsIsTheSameHoweverOftenAJobRan() {
        Editions swept = Editions.of(first(), second(), third());
        swept.buy("a", "2026-02-01", 400);
        swept.buy("b", "2026-03-01", 100);
        swept.submit(Hold.of("h", ADA, noon("2026-12-20"), "mug", noon("2027-01-15")));
        swept.service().advance(ADA, noon("2026-12-31"));
        swept.service().advance(ADA, Editions.start("2027-01-01"));
        swept.buy("c", "2027-01-10", 50);
        swept.submit(Redemption.of("x", ADA, noon("2027-02-01"), "mug"));
        swept.giveBack("r", "2027-02-10", "b");
        swept.service().advance(ADA, Editions.start("2028-01-01").minusSeconds(1));
        swept.service().advance(ADA, Editions.start("2028-01-01"));
        swept.buy("d", "2028-01-05", 10);
        swept.submit(Cancellation.ofAll("y", ADA, noon("2028-01-06"), "x"));
        swept.buy("late", "2027-12-28", 10);
        swept.service().advance(ADA, noon("2028-08-01"));
        assertThat(swept.entries()).isEqualTo(shop().entries());
        assertThat(swept.account()).isEqualTo(shop().account());
        assertThat(swept.service().verify(ADA)).isEmpty();
    }
}
