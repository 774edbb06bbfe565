package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.event.TierGrant;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tiers that are granted beside those that a month's spend reaches, which are kept through the next month. */
@Tag("Q6")
class GrantedTiersTest {
    private static final MoneySum SPEND = PurchaseCounter.spend("spend").per(BoundedWindow.MONTH);
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final TierStanding GROUND = new TierStanding(INSIDER, null);
    private static final Instant NOW = noon("2026-04-01");
    private static final Instant MAY = startOf("2026-05-01");
    private static final Instant JUNE = startOf("2026-06-01");
    private static final Instant JULY = startOf("2026-07-01");

    private final Shop shop = shop();
    private int grants;

    private static Shop shop() {
        return new Shop(program()
                .ladders(Ladder.startingAt("status", INSIDER)
                        .then(VIB, SPEND.reaches(usd("350")))
                        .then(ROUGE, SPEND.reaches(usd("1000"))))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .build());
    }

    private static TierStanding until(Tier tier, @Nullable Instant end) {
        return new TierStanding(tier, end);
    }

    @CanIgnoreReturnValue
    private Standings granted(Shop shop, TierStanding... standings) {
        for (TierStanding each : standings) {
            shop.submit(new TierGrant("g" + ++grants, CUSTOMER, NOW, each.tier().id(), each.until()));
        }
        return standings(shop);
    }

    private static Standings standings(Shop shop) {
        return Iterables.getOnlyElement(shop.account().standings());
    }

    private static void assertHeld(Shop shop, TierStanding held, TierStanding earned, TierStanding... grants) {
        assertThat(standings(shop).held()).isEqualTo(held);
        assertThat(standings(shop).earned()).isEqualTo(earned);
        assertThat(standings(shop).grants()).containsExactly(grants);
    }

    @Nested
    class Earned {
        @Test
        void theEarnedTierIsHeldWithoutGrants() {
            shop.spend("2026-04-01", "350");
            assertHeld(shop, until(VIB, JUNE), until(VIB, JUNE));
        }

        @Test
        void theEarnedTierGoesOnUnseenUnderAHigherGrant() {
            granted(shop, until(ROUGE, MAY));
            shop.spend("2026-04-02", "350");
            assertHeld(shop, until(ROUGE, MAY), until(VIB, JUNE), until(ROUGE, MAY));
            shop.advance(MAY);
            assertHeld(shop, until(VIB, JUNE), until(VIB, JUNE));
        }

        @Test
        void theEarnedTierIsHeldOverALowerGrantThatRunsOn() {
            granted(shop, until(VIB, JULY));
            shop.spend("2026-04-02", "1000");
            assertHeld(shop, until(ROUGE, JUNE), until(ROUGE, JUNE), until(VIB, JULY));
            shop.advance(JUNE);
            assertHeld(shop, until(VIB, JULY), GROUND, until(VIB, JULY));
        }
    }

    @Nested
    class Grants {
        @Test
        void tierGrantsAreAFloor() {
            granted(shop, until(VIB, JUNE));
            assertHeld(shop, until(VIB, JUNE), GROUND, until(VIB, JUNE));
        }

        @Test
        void tierGrantsAreNoCeiling() {
            shop.spend("2026-04-01", "1000");
            granted(shop, until(VIB, JULY));
            assertHeld(shop, until(ROUGE, JUNE), until(ROUGE, JUNE), until(VIB, JULY));
        }

        @Test
        void tierGrantsOfTheTierThatIsEarnedCountToTheLaterEnd() {
            shop.spend("2026-04-01", "350");
            assertThat(granted(shop, until(VIB, JULY)).held()).isEqualTo(until(VIB, JULY));
            assertThat(granted(shop, until(VIB, MAY)).held()).isEqualTo(until(VIB, JUNE));
        }

        @Test
        void tierGrantsOfTheLowestTierHaveNoEffect() {
            granted(shop, until(INSIDER, JUNE));
            assertHeld(shop, GROUND, GROUND);
        }

        @Test
        @Tag("E1")
        void aLaterGrantTakesThePlaceOfAnEarlierOneOfTheSameTier() {
            assertThat(granted(shop, until(VIB, JULY), until(VIB, JUNE)).grants())
                    .containsExactly(until(VIB, JUNE));
            assertHeld(shop, until(VIB, JUNE), GROUND, until(VIB, JUNE));
            granted(shop, until(VIB, JULY));
            assertHeld(shop, until(VIB, JULY), GROUND, until(VIB, JULY));
        }

        @Test
        @Tag("E1")
        void aGrantThatIsOverAlreadyOnlyEndsTheEarlierOneOfTheSameTier() {
            granted(shop, until(VIB, JULY), until(ROUGE, JULY), until(ROUGE, NOW));
            assertHeld(shop, until(VIB, JULY), GROUND, until(VIB, JULY));
            Shop other = shop();
            granted(other, until(ROUGE, NOW));
            assertHeld(other, GROUND, GROUND);
        }

        @Test
        void noGrantIsLostUnderAHigherOneThatMayBeEndedBeforeIt() {
            granted(shop, until(VIB, JUNE), until(ROUGE, JULY));
            assertHeld(shop, until(ROUGE, JULY), GROUND, until(VIB, JUNE), until(ROUGE, JULY));
            granted(shop, until(ROUGE, NOW));
            assertHeld(shop, until(VIB, JUNE), GROUND, until(VIB, JUNE));
        }

        @Test
        void tierGrantsAreKeptByAscendingTierWhereEachCountsInItsTime() {
            List<TierStanding> grants = List.of(until(VIB, JULY), until(ROUGE, JUNE));
            assertThat(granted(shop, until(ROUGE, JUNE), until(VIB, JULY)).grants())
                    .isEqualTo(grants);
            assertThat(granted(shop(), until(VIB, JULY), until(ROUGE, JUNE)).grants())
                    .isEqualTo(grants);
        }

        @Test
        @Tag("T2")
        void tierGrantsAreHeldStrictlyBeforeTheirEnd() {
            granted(shop, until(ROUGE, JUNE), until(VIB, JULY));
            shop.advance(JUNE.minusNanos(1_000));
            assertHeld(shop, until(ROUGE, JUNE), GROUND, until(VIB, JULY), until(ROUGE, JUNE));
            shop.advance(JUNE);
            assertHeld(shop, until(VIB, JULY), GROUND, until(VIB, JULY));
            shop.advance(JULY);
            assertHeld(shop, GROUND, GROUND);
        }
    }
}
