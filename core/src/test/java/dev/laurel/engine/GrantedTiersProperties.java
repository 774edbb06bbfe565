package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.event.Basket;
import dev.laurel.event.Opening;
import dev.laurel.event.Purchase;
import dev.laurel.event.TierGrant;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
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
import net.jqwik.api.statistics.Statistics;

/** Five tiers that a day's spend reaches and that are kept for twelve days, beside those that are granted at one instant. */
@Tag("Q6")
class GrantedTiersProperties {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant BEFORE = START.minusSeconds(1);
    private static final int KEPT_DAYS = 12;
    private static final List<Tier> TIERS =
            List.of(Tier.of("a"), Tier.of("b"), Tier.of("c"), Tier.of("d"), Tier.of("e"));
    private static final MoneySum SPEND = PurchaseCounter.spend("spend").per(BoundedWindow.DAY);
    private static final TierStanding GROUND = new TierStanding(TIERS.get(0), null);
    private static final LoyaltyEngine ENGINE = engine(Moment.endOf(BoundedWindow.DAY, Period.ofDays(KEPT_DAYS)));
    private static final LoyaltyEngine FOR_GOOD = engine(Moment.never());

    /**
     * A purchase that reaches a tier.
     *
     * @param tier the tier
     * @param until when it ends, on one of the next days
     */
    private record Earned(Tier tier, Instant until) {
        TierStanding standing() {
            return tier.equals(TIERS.get(0)) ? GROUND : new TierStanding(tier, until);
        }

        Account in(Account account) {
            // As long before its end as tiers are kept: on the day before the grants, or earlier.
            Instant at = until.minus(Duration.ofDays(KEPT_DAYS)).minusSeconds(1);
            Basket basket = Basket.ofTotal(Money.of(USD, TIERS.indexOf(tier)));
            return tier.equals(TIERS.get(0))
                    ? account
                    : ENGINE.evaluate(account, new Purchase("p", "c", at, basket))
                            .orThrow()
                            .account();
        }
    }

    private static LoyaltyEngine engine(Moment kept) {
        Ladder ladder = Ladder.startingAt("status", TIERS.get(0));
        for (Tier tier : TIERS.subList(1, TIERS.size())) {
            ladder = ladder.then(tier, SPEND.reaches(Money.of(USD, TIERS.indexOf(tier))));
        }
        return LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                .ladders(ladder.kept(kept).fallingToTheLowest())
                .build());
    }

    private static Account granted(Account before, List<TierStanding> grants) {
        return granted(ENGINE, before, grants, "g");
    }

    private static Account granted(LoyaltyEngine engine, Account before, List<TierStanding> grants, String ids) {
        Account account = before;
        for (int i = 0; i < grants.size(); i++) {
            TierStanding grant = grants.get(i);
            account = engine.evaluate(
                            account,
                            new TierGrant(ids + i, "c", BEFORE, grant.tier().id(), grant.until()))
                    .orThrow()
                    .account();
        }
        return account;
    }

    private static Account nobody() {
        return ENGINE.newAccount("c");
    }

    private static Standings of(Account account) {
        return Iterables.getOnlyElement(account.standings());
    }

    /** How the account with this stands at an instant. */
    private static Account at(Account account, Instant at) {
        return ENGINE.advance(account, at).orThrow().account();
    }

    private static void assertSame(Standings one, Standings other) {
        assertThat(one.held()).isEqualTo(other.held());
        assertThat(one.earned()).isEqualTo(other.earned());
        assertThat(one.grants()).isEqualTo(other.grants());
    }

    private static boolean isRunning(TierStanding standing, Instant at) {
        return standing.until() == null || standing.until().isAfter(at);
    }

    private static int rankOf(TierStanding standing) {
        return TIERS.indexOf(standing.tier());
    }

    /** The highest, and of those the one that ends last, by looking at all of them. */
    private static TierStanding highest(Stream<TierStanding> standings) {
        return standings
                .max(Comparator.comparingInt(GrantedTiersProperties::rankOf)
                        .thenComparing(TierStanding::until, Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .orElseThrow();
    }

    @Property(tries = 300)
    void theOrderOfGrantingDifferentTiersMakesNoDifference(
            @ForAll("earned") Earned earned, @ForAll("grants") List<TierStanding> grants, @ForAll long seed) {
        List<TierStanding> different = lastOfEach(grants);
        List<TierStanding> shuffled = new ArrayList<>(different);
        Collections.shuffle(shuffled, new Random(seed));
        Account before = earned.in(nobody());
        Account after = granted(before, different);
        assertSame(of(granted(before, shuffled)), of(after));
        assertSame(of(granted(ENGINE, after, shuffled, "again")), of(after));
    }

    /** Of each tier the grant that was made last. */
    private static List<TierStanding> lastOfEach(List<TierStanding> grants) {
        Map<Tier, TierStanding> last = new LinkedHashMap<>();
        grants.forEach(grant -> last.put(grant.tier(), grant));
        return List.copyOf(last.values());
    }

    @Property(tries = 300)
    void onlyTheLastGrantOfATierCounts(@ForAll("grants") List<TierStanding> grants) {
        assertSame(of(granted(nobody(), grants)), of(granted(nobody(), lastOfEach(grants))));
    }

    @Property(tries = 300)
    void earnedAndGrantedStandingsDoNotDisturbEachOther(
            @ForAll("earned") Earned earned, @ForAll("grants") List<TierStanding> grants) {
        Standings first = of(granted(earned.in(nobody()), grants));
        assertThat(first.earned()).isEqualTo(earned.standing());
        // The other way round, the purchase is late.
        assertSame(of(earned.in(granted(nobody(), grants))), first);
    }

    @Property(tries = 300)
    void theHighestOfWhatRunsIsHeldAtAnyTime(
            @ForAll("earned") Earned earned,
            @ForAll("grants") List<TierStanding> grants,
            @ForAll @IntRange(max = 13) int days) {
        Instant at = START.plusSeconds(days * 86_400L);
        Standings then = of(at(granted(earned.in(nobody()), grants), at));
        TierStanding stillEarned = isRunning(earned.standing(), at) ? earned.standing() : GROUND;
        List<TierStanding> running = lastOfEach(grants).stream()
                .filter(grant -> isRunning(grant, at) && rankOf(grant) > 0)
                .toList();
        Statistics.collect(running.size() + " grants run");
        assertThat(then.held()).isEqualTo(highest(Stream.concat(Stream.of(stillEarned), running.stream())));
        assertThat(then.grants()).containsExactlyInAnyOrderElementsOf(running);
    }

    @Property(tries = 300)
    void theEndingOfGrantsStepByStepOrAtOnceIsTheSame(
            @ForAll("grants") List<TierStanding> grants,
            @ForAll @IntRange(max = 12) int days,
            @ForAll @IntRange(max = 12) int more) {
        Account account = granted(nobody(), grants);
        Instant between = START.plusSeconds(days * 86_400L);
        Instant at = between.plusSeconds(more * 86_400L);
        assertThat(at(at(account, between), at)).isEqualTo(at(account, at));
    }

    @Property(tries = 300)
    void oneGrantATierAtMostIsKeptHoweverManyWereMade(@ForAll("grants") List<TierStanding> grants) {
        List<TierStanding> kept = of(granted(nobody(), grants)).grants();
        List<Tier> tiers = kept.stream().map(TierStanding::tier).toList();
        assertThat(new HashSet<>(tiers)).hasSameSizeAs(tiers).doesNotContain(TIERS.get(0));
        assertThat(kept).isSortedAccordingTo(Comparator.comparingInt(GrantedTiersProperties::rankOf));
    }

    @Property(tries = 300)
    @Tag("E6")
    void aTierBroughtOverForGoodIsHeldUntilAGrantOfItTakesItsPlace(
            @ForAll @IntRange(min = 1, max = 4) int rank, @ForAll("grants") List<TierStanding> grants) {
        TierStanding brought = new TierStanding(TIERS.get(rank), null);
        Opening opening = Opening.of("o", "c", BEFORE).holding(brought.tier().id());
        Account before =
                FOR_GOOD.evaluate(FOR_GOOD.newAccount("c"), opening).orThrow().account();
        Standings then = of(granted(FOR_GOOD, before, grants, "g"));
        List<TierStanding> all = new ArrayList<>(List.of(brought));
        all.addAll(grants);
        List<TierStanding> running =
                lastOfEach(all).stream().filter(grant -> rankOf(grant) > 0).toList();
        assertThat(then.held()).isEqualTo(highest(Stream.concat(Stream.of(GROUND), running.stream())));
        assertThat(then.grants()).containsExactlyInAnyOrderElementsOf(running);
        // A floor: what is brought later shortens no grant, and outlasts those of its tier.
        Account grantedBefore = granted(FOR_GOOD, FOR_GOOD.newAccount("c"), grants, "g");
        Account broughtLater =
                FOR_GOOD.evaluate(grantedBefore, opening).orThrow().account();
        assertThat(of(broughtLater).grants()).contains(brought);
        assertThat(rankOf(of(broughtLater).held())).isGreaterThanOrEqualTo(rank);
    }

    private static Arbitrary<Instant> ends() {
        return Arbitraries.integers().between(0, KEPT_DAYS).map(day -> START.plusSeconds(day * 86_400L));
    }

    @Provide
    Arbitrary<Earned> earned() {
        return Combinators.combine(Arbitraries.of(TIERS), ends()).as(Earned::new);
    }

    @Provide
    Arbitrary<List<TierStanding>> grants() {
        return Combinators.combine(Arbitraries.of(TIERS), ends())
                .as(TierStanding::new)
                .list()
                .ofMaxSize(15);
    }
}
