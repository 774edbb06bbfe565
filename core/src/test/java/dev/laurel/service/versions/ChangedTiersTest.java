package dev.laurel.service.versions;

import static dev.laurel.service.versions.Editions.ADA;
import static dev.laurel.service.versions.Editions.BASE;
import static dev.laurel.service.versions.Editions.POINTS;
import static dev.laurel.service.versions.Editions.noon;
import static dev.laurel.service.versions.Editions.start;
import static dev.laurel.service.versions.Editions.usd;
import static dev.laurel.service.versions.Editions.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Conditions;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.SumProgress;
import dev.laurel.event.TierGrant;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Multiplier;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tiers that change from one version of a program to the next. */
@Tag("P2")
class ChangedTiersTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Tier PLATINUM = Tier.of("platinum");
    private static final Multiplier GOLD_RATE =
            Multiplier.of("gold-rate", BASE, Ratio.of(2)).where(Conditions.memberIs(Terms.GOLD));

    private static LoyaltyProgram.Builder with(String version, String date) {
        return version(version, date).points(POINTS, Terms.never());
    }

    private static TierStanding standing(Editions shop, String date) {
        return shop.at(date).standing("status").orElseThrow();
    }

    @Nested
    class Retired {
        private final LoyaltyProgram first =
                with("1", "").ladders(Terms.yearly(350)).earn(BASE, GOLD_RATE).build();
        private final LoyaltyProgram second = with("2", "2026-07-01")
                .ladders(Terms.ladder(Terms.LOWEST, PLATINUM, 350))
                .retiring(Terms.GOLD, PLATINUM)
                .earn(BASE)
                .build();
        private final Editions shop = Editions.of(first, second);

        @Test
        void membersOfATierThatIsRenamedKeepItsEndUnderTheNewName() {
            shop.buy("p1", "2026-03-01", 400);
            assertThat(standing(shop, "2026-06-30")).isEqualTo(new TierStanding(Terms.GOLD, start("2028-01-01")));
            assertThat(standing(shop, "2026-07-01")).isEqualTo(new TierStanding(PLATINUM, start("2028-01-01")));
            shop.buy("p2", "2026-07-02", 10);
            assertThat(shop.service().journal(ADA))
                    .last()
                    .satisfies(posted -> assertThat(posted.tierChanges())
                            .singleElement()
                            .satisfies(change -> {
                                assertThat(change.from().tier()).isEqualTo(Terms.GOLD);
                                assertThat(change.to().tier()).isEqualTo(PLATINUM);
                                assertThat(change.at()).isEqualTo(start("2026-07-01"));
                            }));
            assertThat(shop.service()
                            .accountAt(ADA, noon("2026-06-30"))
                            .orElseThrow()
                            .standing("status"))
                    .contains(new TierStanding(Terms.GOLD, start("2028-01-01")));
        }

        @Test
        @Tag("T3")
        void aLateConditionOnATierThatIsRetiredAsksTheOneInItsPlace() {
            shop.buy("p1", "2026-03-01", 400);
            shop.buy("p2", "2026-07-02", 10);
            shop.buy("late", "2026-06-30", 10);
            assertThat(shop.entries())
                    .endsWith("2026-07-02 v2 EARN 10", "2026-07-02 v1 EARN 10", "2026-07-02 v1 EARN 10");
        }

        @Test
        void aGrantOfATierThatIsRetiredIsRefusedButForALateOne() {
            shop.buy("p1", "2026-07-02", 10);
            assertThat(shop.refused(new TierGrant("g1", ADA, noon("2026-07-02"), "gold", noon("2027-01-01"))))
                    .isEqualTo(new Refusal.UnknownTier("gold"));
            shop.submit(new TierGrant("g2", ADA, noon("2026-06-30"), "gold", noon("2027-01-01")));
            assertThat(standing(shop, "2026-07-02")).isEqualTo(new TierStanding(PLATINUM, noon("2027-01-01")));
        }

        @Test
        @Tag("Q6")
        void grantsOfATierThatIsRetiredGoOnInItsPlace() {
            shop.buy("p1", "2026-03-01", 10);
            shop.submit(new TierGrant("g1", ADA, noon("2026-03-02"), "gold", noon("2026-09-01")));
            assertThat(standing(shop, "2026-07-01")).isEqualTo(new TierStanding(PLATINUM, noon("2026-09-01")));
            assertThat(standing(shop, "2026-09-01")).isEqualTo(new TierStanding(Terms.LOWEST, null));
        }

        @Test
        void membersOfATierThatIsRemovedStandOnTheOneThatItNames() {
            LoyaltyProgram without = with("2", "2026-07-01")
                    .ladders(Terms.ladder(Terms.LOWEST, PLATINUM, 10_000))
                    .retiring(Terms.GOLD, Terms.LOWEST)
                    .earn(BASE)
                    .build();
            Editions other = Editions.of(first, without);
            other.buy("p1", "2026-03-01", 400);
            assertThat(standing(other, "2026-07-01")).isEqualTo(new TierStanding(Terms.LOWEST, null));
        }
    }

    @Nested
    class OfTheLadder {
        private final LoyaltyProgram first =
                with("1", "").ladders(Terms.yearly(350)).earn(BASE).build();

        @Test
        void sumsGoOnWhereTheWindowIsTheSameAndAStandingLastsToItsEnd() {
            Editions shop = Editions.of(
                    first,
                    with("2", "2026-07-01")
                            .ladders(Terms.yearly(500))
                            .earn(BASE)
                            .build());
            shop.buy("p1", "2026-03-01", 400);
            assertThat(standing(shop, "2026-12-31").tier()).isEqualTo(Terms.GOLD);
            assertThat(standing(shop, "2028-01-01").tier()).isEqualTo(Terms.LOWEST);
            Editions another = Editions.of(
                    first,
                    with("2", "2026-07-01")
                            .ladders(Terms.yearly(500))
                            .earn(BASE)
                            .build());
            another.buy("p1", "2026-03-01", 300);
            another.buy("p2", "2026-08-01", 199);
            assertThat(standing(another, "2026-08-01").tier()).isEqualTo(Terms.LOWEST);
            another.buy("p3", "2026-08-02", 1);
            assertThat(standing(another, "2026-08-02").tier()).isEqualTo(Terms.GOLD);
        }

        @Test
        void sumsBeginAgainWhereTheWindowIsAnother() {
            Editions shop = Editions.of(
                    first,
                    with("2", "2026-07-01")
                            .ladders(Terms.monthly(350))
                            .earn(BASE)
                            .build());
            shop.buy("p1", "2026-03-01", 400);
            shop.buy("p2", "2026-07-01", 10);
            assertThat(standing(shop, "2026-12-31")).isEqualTo(new TierStanding(Terms.GOLD, start("2028-01-01")));
            assertThat(shop.service().member(ADA, noon("2026-07-01")).sums())
                    .extracting(SumProgress::describe)
                    .containsExactly("USD 10.00 spent in the calendar month");
        }

        @Test
        void aStandingOfOtherWindowsIsReviewedByNoSumsOfThese() {
            Editions shop = Editions.of(
                    with("1", "").ladders(Terms.monthly(350)).earn(BASE).build(),
                    with("2", "2026-07-01")
                            .ladders(Terms.yearly(350))
                            .earn(BASE)
                            .build());
            shop.buy("p1", "2026-06-10", 400);
            assertThat(standing(shop, "2026-07-31")).isEqualTo(new TierStanding(Terms.GOLD, start("2026-08-01")));
            assertThat(standing(shop, "2026-08-01")).isEqualTo(new TierStanding(Terms.LOWEST, null));
        }

        @Test
        void everybodyBeginsOnTheLowestTierOfALadderThatIsAdded() {
            Editions shop = Editions.of(
                    with("1", "").earn(BASE).build(),
                    with("2", "2026-07-01")
                            .ladders(Terms.yearly(350))
                            .earn(BASE)
                            .build());
            shop.buy("p1", "2026-03-01", 400);
            assertThat(shop.at("2026-06-30").standing("status")).isEmpty();
            assertThat(standing(shop, "2026-07-01")).isEqualTo(new TierStanding(Terms.LOWEST, null));
            shop.buy("p2", "2026-07-02", 350);
            assertThat(standing(shop, "2026-07-02").tier()).isEqualTo(Terms.GOLD);
        }

        @Test
        @Tag("Q5")
        @Tag("TV-217")
        void aReturnJudgesEachWindowByTheThresholdsOfItsLastInstant() {
            Editions shop = Editions.of(
                    first,
                    with("2", "2027-01-01")
                            .ladders(Terms.yearly(500))
                            .earn(BASE)
                            .build());
            shop.buy("p1", "2026-03-01", 360);
            shop.buy("p2", "2027-02-01", 10);
            shop.giveBack("r1", "2027-02-02", "p2");
            assertThat(standing(shop, "2027-02-02")).isEqualTo(new TierStanding(Terms.GOLD, start("2028-01-01")));
            // What is left of last year's own spend is judged by last year's threshold too.
            shop.buy("p3", "2027-02-03", 1);
            shop.giveBack("r2", "2027-02-04", "p1");
            assertThat(standing(shop, "2027-02-04").tier()).isEqualTo(Terms.LOWEST);
        }
    }

    @Test
    @Tag("Q6")
    void theLowestTierEndsAsOneThatIsReachedWhereOthersLieBeneathIt() {
        Tier starter = Tier.of("starter");
        Editions shop = Editions.of(
                with("1", "").ladders(Terms.yearly(350)).earn(BASE).build(),
                with("2", "2026-07-01")
                        .ladders(Ladder.startingAt("status", starter)
                                .then(
                                        Terms.LOWEST,
                                        SPEND.per(BoundedWindow.YEAR).reaches(usd(100)))
                                .then(Terms.GOLD, SPEND.per(BoundedWindow.YEAR).reaches(usd(350))))
                        .earn(BASE)
                        .build());
        shop.buy("p1", "2026-03-01", 10);
        assertThat(shop.at("2026-07-01").standing("status").orElseThrow())
                .isEqualTo(new TierStanding(Terms.LOWEST, start("2028-01-01")));
        assertThat(shop.at("2028-01-01").standing("status").orElseThrow()).isEqualTo(new TierStanding(starter, null));
    }
}
