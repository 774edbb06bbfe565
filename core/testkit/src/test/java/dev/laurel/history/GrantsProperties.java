package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.counter.WindowSums;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.Sum;
import dev.laurel.program.Ladder;
import dev.laurel.tier.Standings;
import dev.laurel.tier.TierStanding;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

@Tag("Q6")
@Tag("slow")
class GrantsProperties {
    private static final int TRIES = 1_000;

    /**
     * The same history with its grants and with mere time passing at their instants, with the tiers that are brought over and without:
     * what is spent is the same, so what is earned is.
     */
    @Property(tries = TRIES)
    void grantsNeverChangeWhatIsEarned(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        Account with = engine.newAccount(RandomHistory.CUSTOMER);
        Account without = with;
        KeptReceipts receipts = new KeptReceipts();
        KeptReceipts receiptsWithout = new KeptReceipts();
        for (LoyaltyEvent event : history.events()) {
            Decision decision = receipts.next(engine, with, event);
            with = decision.account();
            if (decision.isAccepted()) {
                Decision other = receiptsWithout.next(engine, without, withoutGrant(event));
                if (!other.isAccepted() && isSpending(event)) {
                    // A rule that misbehaves for one tier only: from here on, other things were bought.
                    return;
                }
                without = other.isAccepted()
                        ? other.account()
                        : engine.advance(without, with.asOf()).account();
            }
            assertThat(with.asOf()).isEqualTo(without.asOf());
            if (!Objects.equals(
                    with.milestones().membershipBegan(), without.milestones().membershipBegan())) {
                // A grant that is the first event begins the years of membership too.
                return;
            }
            for (Ladder ladder : engine.program().ladders()) {
                if (ladder.sums().stream().allMatch(GrantsProperties::isOfPurchasesAlone)) {
                    assertThat(earned(with, ladder)).isEqualTo(earned(without, ladder));
                    for (Sum sum : ladder.sums()) {
                        requireSame(with.counter(sum.id()), without.counter(sum.id()));
                    }
                }
            }
        }
    }

    /** A grant is given by the host, so what is too late for an event is so earlier, and what nobody asks for any more is dropped earlier. */
    private static void requireSame(WindowSums with, WindowSums without) {
        SortedMap<Long, Long> kept = with.toMap();
        long first = kept.isEmpty() ? Long.MAX_VALUE : kept.firstKey();
        assertThat(kept).isEqualTo(without.toMap().tailMap(first));
    }

    /** By a tier more points can be earned, and more can be what a condition asks for. */
    private static boolean isOfPurchasesAlone(Sum sum) {
        return sum.counter() instanceof PurchaseCounter<?> counter
                && counter.conditions().stream()
                        .allMatch(condition -> condition.mentions().tiers().isEmpty());
    }

    private static TierStanding earned(Account account, Ladder ladder) {
        return account.standings().stream()
                .filter(standings -> standings.ladder().equals(ladder.id()))
                .findFirst()
                .orElseThrow()
                .earned();
    }

    private static LoyaltyEvent withoutGrant(LoyaltyEvent event) {
        if (event instanceof TierGrant) {
            return new TimePassed(RandomHistory.CUSTOMER, event.occurredAt());
        }
        return event instanceof Opening opening
                ? new Opening(
                        opening.id(),
                        opening.customer(),
                        opening.occurredAt(),
                        opening.lots(),
                        List.of(),
                        opening.dates(),
                        opening.sums())
                : event;
    }

    /** What a redemption or a claim needs may be missing without the grant; they move time all the same. */
    private static boolean isSpending(LoyaltyEvent event) {
        return event instanceof Purchase || event instanceof Return;
    }

    @Property(tries = TRIES)
    void theStandingThatIsHeldIsTheBestOfThoseEarnedAndGranted(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        Account account = engine.newAccount(RandomHistory.CUSTOMER);
        KeptReceipts receipts = new KeptReceipts();
        for (LoyaltyEvent event : history.events()) {
            account = receipts.next(engine, account, event).account();
            for (Standings standings : account.standings()) {
                Ladder ladder = engine.program().ladder(standings.ladder()).orElseThrow();
                TierStanding held = standings.held();
                assertThat(Stream.concat(Stream.of(standings.earned()), standings.grants().stream()))
                        .contains(held)
                        .allSatisfy(other -> assertThat(ladder.rankOf(other.tier()) < ladder.rankOf(held.tier())
                                        || (other.tier().equals(held.tier()) && isNoLater(other, held)))
                                .isTrue());
                assertThat(held.until() == null || held.until().isAfter(account.asOf()))
                        .isTrue();
            }
        }
    }

    private static boolean isNoLater(TierStanding one, TierStanding other) {
        return other.until() == null || (one.until() != null && !one.until().isAfter(other.until()));
    }
}
