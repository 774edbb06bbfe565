package dev.laurel.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("Q6")
class StandingsTest {
    private static final TierStanding GROUND = new TierStanding(Tier.of("insider"), null);
    private static final TierStanding VIB = new TierStanding(Tier.of("vib"), Instant.parse("2026-06-01T00:00:00Z"));

    @Test
    void theEarnedTierIsHeldWithoutGrants() {
        assertThat(Standings.earned("status", VIB))
                .isEqualTo(new Standings("status", VIB, VIB, List.of(), new TreeMap<>()));
    }

    @Test
    void standingsCopyTheirGrantsAndHowWindowsBegan() {
        List<TierStanding> grants = new ArrayList<>(List.of(VIB));
        SortedMap<Long, TierStanding> began = new TreeMap<>(Map.of(2026L, GROUND));
        Standings standings = new Standings("status", VIB, GROUND, grants, began);
        grants.clear();
        began.clear();
        assertThat(standings.grants()).containsExactly(VIB);
        assertThat(standings.began()).containsExactly(Map.entry(2026L, GROUND));
        assertThatThrownBy(() -> standings.grants().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> standings.began().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Tag("F1")
    void standingsNeedAllTheirParts() {
        SortedMap<Long, TierStanding> began = new TreeMap<>();
        assertThatNullPointerException().isThrownBy(() -> new Standings(null, VIB, VIB, List.of(), began));
        assertThatNullPointerException().isThrownBy(() -> new Standings("status", null, VIB, List.of(), began));
        assertThatNullPointerException().isThrownBy(() -> new Standings("status", VIB, null, List.of(), began));
        assertThatNullPointerException().isThrownBy(() -> new Standings("status", VIB, VIB, null, began));
        assertThatNullPointerException().isThrownBy(() -> new Standings("status", VIB, VIB, List.of(), null));
    }
}
