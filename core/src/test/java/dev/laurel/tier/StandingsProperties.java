package dev.laurel.tier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.money.Money;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

@Tag("Q6")
class StandingsProperties {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Tier> TIERS =
            List.of(Tier.of("a"), Tier.of("b"), Tier.of("c"), Tier.of("d"), Tier.of("e"));
    private static final TierLadder LADDER = TierLadder.per(
                    BoundedWindow.YEAR,
                    TIERS.stream()
                            .map(tier -> new TierStep(tier, Money.of(USD, TIERS.indexOf(tier))))
                            .toArray(TierStep[]::new))
            .kept(Moment.endOf(BoundedWindow.YEAR))
            .fallingToTheLowest();

    private static Standings with(Standings before, List<TierStanding> grants) {
        Standings standings = before;
        for (TierStanding grant : grants) {
            standings = LADDER.withGrant(standings, grant, START.minusSeconds(1));
        }
        return standings;
    }

    private static boolean isRunning(TierStanding standing, Instant at) {
        return standing.until() == null || standing.until().isAfter(at);
    }

    /** The highest, and of those the one that ends last, by looking at all of them. */
    private static TierStanding highest(Stream<TierStanding> standings) {
        return standings
                .max(Comparator.<TierStanding>comparingInt(standing -> LADDER.rankOf(standing.tier()))
                        .thenComparing(TierStanding::until, Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .orElseThrow();
    }

    @Property
    void theOrderOfGrantingDifferentTiersMakesNoDifference(
            @ForAll("earned") TierStanding earned, @ForAll("grants") List<TierStanding> grants, @ForAll long seed) {
        List<TierStanding> different = lastOfEach(grants);
        List<TierStanding> shuffled = new ArrayList<>(different);
        Collections.shuffle(shuffled, new Random(seed));
        Standings before = Standings.earned(earned);
        assertThat(with(before, shuffled)).isEqualTo(with(before, different));
        assertThat(with(with(before, different), shuffled)).isEqualTo(with(before, different));
    }

    /** Of each tier the grant that was made last. */
    private static List<TierStanding> lastOfEach(List<TierStanding> grants) {
        Map<Tier, TierStanding> last = new LinkedHashMap<>();
        grants.forEach(grant -> last.put(grant.tier(), grant));
        return List.copyOf(last.values());
    }

    @Property
    void onlyTheLastGrantOfATierCounts(@ForAll("grants") List<TierStanding> grants) {
        Standings before = Standings.earned(LADDER.ground());
        assertThat(with(before, grants)).isEqualTo(with(before, lastOfEach(grants)));
    }

    @Property
    void earnedAndGrantedStandingsDoNotDisturbEachOther(
            @ForAll("earned") TierStanding earned, @ForAll("grants") List<TierStanding> grants) {
        Standings first = with(Standings.earned(earned), grants);
        assertThat(first.earned()).isEqualTo(earned);
        assertThat(LADDER.withEarned(with(Standings.earned(LADDER.ground()), grants), earned))
                .isEqualTo(first);
    }

    @Property
    void theHighestOfWhatRunsIsHeldAtAnyTime(
            @ForAll("earned") TierStanding earned,
            @ForAll("grants") List<TierStanding> grants,
            @ForAll @IntRange(max = 12) int days) {
        Instant at = START.plusSeconds(days * 86_400L);
        Standings then = LADDER.withoutEnded(with(Standings.earned(earned), grants), at);
        Stream<TierStanding> running =
                lastOfEach(grants).stream().filter(grant -> isRunning(grant, at) && LADDER.rankOf(grant.tier()) > 0);
        assertThat(then.held()).isEqualTo(highest(Stream.concat(Stream.of(earned), running)));
        assertThat(then.grants()).allMatch(grant -> isRunning(grant, at));
    }

    @Property
    void theEndingOfGrantsStepByStepOrAtOnceIsTheSame(
            @ForAll("grants") List<TierStanding> grants,
            @ForAll @IntRange(max = 12) int days,
            @ForAll @IntRange(max = 12) int more) {
        Standings standings = with(Standings.earned(LADDER.ground()), grants);
        Instant between = START.plusSeconds(days * 86_400L);
        Instant at = between.plusSeconds(more * 86_400L);
        assertThat(LADDER.withoutEnded(LADDER.withoutEnded(standings, between), at))
                .isEqualTo(LADDER.withoutEnded(standings, at));
    }

    @Property
    void oneGrantATierAtMostIsKeptHoweverManyWereMade(@ForAll("grants") List<TierStanding> grants) {
        Standings standings = with(Standings.earned(LADDER.ground()), grants);
        List<Tier> tiers = standings.grants().stream().map(TierStanding::tier).toList();
        assertThat(new HashSet<>(tiers)).hasSameSizeAs(tiers).doesNotContain(LADDER.lowest());
        assertThat(tiers).isSortedAccordingTo(Comparator.comparingInt(LADDER::rankOf));
    }

    private static Arbitrary<@Nullable Instant> ends() {
        return Arbitraries.integers()
                .between(0, 12)
                .map(day -> START.plusSeconds(day * 86_400L))
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<TierStanding> earned() {
        return Combinators.combine(Arbitraries.of(TIERS), ends())
                .as((tier, end) -> tier.equals(LADDER.lowest()) ? LADDER.ground() : new TierStanding(tier, end));
    }

    @Provide
    Arbitrary<List<TierStanding>> grants() {
        return Combinators.combine(Arbitraries.of(TIERS), ends())
                .as(TierStanding::new)
                .list()
                .ofMaxSize(15);
    }
}
