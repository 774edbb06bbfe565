package dev.laurel.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.money.Money;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("Q6")
class StandingsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final TierLadder LADDER = TierLadder.per(
                    BoundedWindow.YEAR,
                    new TierStep(INSIDER, Money.zero(USD)),
                    new TierStep(VIB, Money.of(USD, 350)),
                    new TierStep(ROUGE, Money.of(USD, 1000)))
            .kept(Moment.endOf(BoundedWindow.YEAR))
            .fallingToTheLowest();
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Standings GROUND = Standings.earned(LADDER.ground());

    private static TierStanding until(Tier tier, @Nullable Instant end) {
        return new TierStanding(tier, end);
    }

    private static Standings granted(Standings before, TierStanding... grants) {
        Standings standings = before;
        for (TierStanding grant : grants) {
            standings = LADDER.withGrant(standings, grant, NOW);
        }
        return standings;
    }

    @Nested
    class Earned {
        @Test
        void theEarnedTierIsHeldWithoutGrants() {
            TierStanding vib = until(VIB, JUNE);
            assertThat(Standings.earned(vib)).isEqualTo(new Standings(vib, vib, List.of()));
            assertThat(LADDER.withEarned(GROUND, vib)).isEqualTo(Standings.earned(vib));
        }

        @Test
        void theEarnedTierGoesOnUnseenUnderAHigherGrant() {
            Standings rouge = granted(GROUND, until(ROUGE, JULY));
            Standings both = LADDER.withEarned(rouge, until(VIB, JUNE));
            assertThat(both)
                    .isEqualTo(new Standings(until(ROUGE, JULY), until(VIB, JUNE), List.of(until(ROUGE, JULY))));
            assertThat(LADDER.withoutEnded(both, JULY)).isEqualTo(Standings.earned(until(VIB, JUNE)));
        }

        @Test
        void theEarnedTierIsHeldOverALowerGrantThatRunsOn() {
            Standings both = LADDER.withEarned(granted(GROUND, until(VIB, JULY)), until(ROUGE, JUNE));
            assertThat(both.held()).isEqualTo(until(ROUGE, JUNE));
            assertThat(LADDER.withEarned(both, LADDER.ground()).held()).isEqualTo(until(VIB, JULY));
        }
    }

    @Nested
    class Grants {
        @Test
        void tierGrantsAreAFloor() {
            assertThat(granted(GROUND, until(VIB, JUNE)))
                    .isEqualTo(new Standings(until(VIB, JUNE), LADDER.ground(), List.of(until(VIB, JUNE))));
        }

        @Test
        void tierGrantsAreNoCeiling() {
            Standings rouge = Standings.earned(until(ROUGE, MAY));
            assertThat(granted(rouge, until(VIB, JUNE)))
                    .isEqualTo(new Standings(until(ROUGE, MAY), until(ROUGE, MAY), List.of(until(VIB, JUNE))));
        }

        @Test
        void tierGrantsOfTheTierThatIsEarnedCountToTheLaterEnd() {
            Standings vib = Standings.earned(until(VIB, JUNE));
            assertThat(granted(vib, until(VIB, JULY)).held()).isEqualTo(until(VIB, JULY));
            assertThat(granted(vib, until(VIB, MAY)).held()).isEqualTo(until(VIB, JUNE));
        }

        @Test
        void tierGrantsOfTheLowestTierHaveNoEffect() {
            assertThat(granted(GROUND, until(INSIDER, JUNE))).isSameAs(GROUND);
        }

        @Test
        @Tag("E1")
        void aLaterGrantTakesThePlaceOfAnEarlierOneOfTheSameTier() {
            Standings longer = granted(GROUND, until(VIB, JULY));
            assertThat(granted(longer, until(VIB, JUNE))).isEqualTo(granted(GROUND, until(VIB, JUNE)));
            assertThat(granted(granted(GROUND, until(VIB, JUNE)), until(VIB, JULY)))
                    .isEqualTo(longer);
        }

        @Test
        @Tag("E1")
        void aGrantThatIsOverAlreadyOnlyEndsTheEarlierOneOfTheSameTier() {
            Standings both = granted(GROUND, until(VIB, JULY), until(ROUGE, JULY));
            assertThat(granted(both, until(ROUGE, NOW))).isEqualTo(granted(GROUND, until(VIB, JULY)));
            assertThat(granted(GROUND, until(ROUGE, NOW))).isEqualTo(GROUND);
        }

        @Test
        void noGrantIsLostUnderAHigherOneThatMayBeEndedBeforeIt() {
            Standings both = granted(GROUND, until(VIB, JUNE), until(ROUGE, JULY));
            assertThat(both.grants()).containsExactly(until(VIB, JUNE), until(ROUGE, JULY));
            assertThat(both.held()).isEqualTo(until(ROUGE, JULY));
        }

        @Test
        void tierGrantsAreKeptByAscendingTierWhereEachCountsInItsTime() {
            List<TierStanding> grants = List.of(until(VIB, JULY), until(ROUGE, JUNE));
            assertThat(granted(GROUND, until(ROUGE, JUNE), until(VIB, JULY)).grants())
                    .isEqualTo(grants);
            assertThat(granted(GROUND, until(VIB, JULY), until(ROUGE, JUNE)).grants())
                    .isEqualTo(grants);
        }

        @Test
        @Tag("T2")
        void tierGrantsAreHeldStrictlyBeforeTheirEnd() {
            Standings two = granted(GROUND, until(ROUGE, JUNE), until(VIB, JULY));
            assertThat(LADDER.withoutEnded(two, JUNE.minusNanos(1_000))).isEqualTo(two);
            assertThat(LADDER.withoutEnded(two, JUNE)).isEqualTo(granted(GROUND, until(VIB, JULY)));
            assertThat(LADDER.withoutEnded(two, JULY)).isEqualTo(GROUND);
        }
    }

    @Test
    void standingsCopyTheirGrants() {
        List<TierStanding> grants = new ArrayList<>(List.of(until(VIB, JUNE)));
        Standings standings = new Standings(until(VIB, JUNE), LADDER.ground(), grants);
        grants.clear();
        assertThat(standings.grants()).containsExactly(until(VIB, JUNE));
        assertThatThrownBy(() -> standings.grants().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatNullPointerException().isThrownBy(() -> new Standings(until(VIB, JUNE), LADDER.ground(), null));
    }
}
