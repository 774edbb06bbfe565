package dev.laurel.engine.draft;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.GivenOnSum;
import dev.laurel.account.GivenOnSum.PostedLot;
import dev.laurel.engine.draft.GivenDraft.OfVersion;
import dev.laurel.engine.draft.GivenDraft.WindowKey;
import dev.laurel.engine.plan.PlannedMemberRule;
import dev.laurel.engine.plan.Series;
import dev.laurel.engine.plan.TierPlace;
import dev.laurel.engine.plan.Version;
import dev.laurel.occasion.SumOccasion;
import dev.laurel.occasion.SumRun;
import dev.laurel.occasion.TierReached;
import dev.laurel.tier.Tier;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What follows from what an event has counted, or time has brought, by rules on sums and on tiers. They are asked again until none is left that
 * has not given anything yet, each at most once; what feeds another comes first. Their conditions see the member as before the event.
 */
final class SumRulesDraft {
    private final AccountDraft account;
    private final FactsOfMember facts;
    private final List<OfVersion> rules;
    private final Set<String> fired = new HashSet<>();
    private final Set<String> reached = new HashSet<>();
    private int[] ranks;

    private SumRulesDraft(AccountDraft account, Instant at, List<OfVersion> rules) {
        this.account = account;
        this.rules = rules;
        facts = new FactsOfMember(account, at).asCountedByNow();
        ranks = account.standings().ranksEarned();
    }

    /**
     * Prepares them before anything is counted; null if there are none.
     *
     * @param at when it happens by its own date
     */
    static @Nullable SumRulesDraft before(AccountDraft account, Instant at) {
        List<OfVersion> rules = rulesOf(account.versions());
        return rules.isEmpty() ? null : new SumRulesDraft(account, at, rules);
    }

    /** Those of the terms in force; of a late event's date too, where later versions do not have them any more. */
    private static List<OfVersion> rulesOf(VersionsDraft versions) {
        Version present = versions.present();
        Version judging = versions.judging();
        List<PlannedMemberRule> inForce = present.plan().memberRules().onSums();
        if (inForce.isEmpty()
                && (judging == present || judging.plan().memberRules().onSums().isEmpty())) {
            return List.of();
        }
        List<OfVersion> rules = new ArrayList<>();
        inForce.forEach(rule -> rules.add(new OfVersion(rule, present)));
        if (judging != present) {
            for (PlannedMemberRule rule : judging.plan().memberRules().onSums()) {
                if (present.plan().memberRules().onSums(rule.id()) == null) {
                    rules.add(new OfVersion(rule, judging));
                }
            }
        }
        return rules;
    }

    /** Sums and tiers have changed: lets rules give what follows from it. */
    void follow(String cause) {
        noteReached();
        for (OfVersion next = next(); next != null; next = next()) {
            fired.add(next.id());
            fire(next, cause);
            account.followTiersOfSums(cause);
            noteReached();
        }
    }

    private @Nullable OfVersion next() {
        for (OfVersion of : rules) {
            if (!fired.contains(of.id()) && isDue(of)) {
                return of;
            }
        }
        return null;
    }

    private boolean isDue(OfVersion of) {
        if (of.rule().rule().occasion() instanceof SumRun run) {
            return windows(of, run).stream()
                    .anyMatch(
                            window -> !account.given().rowsWith(of, run, window).isEmpty());
        }
        return of.rule().rule().occasion() instanceof SumOccasion on
                ? windows(of, on).stream().anyMatch(window -> toGive(of, on, window) > 0)
                : reached.contains(of.id());
    }

    private void fire(OfVersion of, String cause) {
        if (of.rule().rule().occasion() instanceof SumRun run) {
            for (long window : windows(of, run)) {
                for (long first : account.given().rowsWith(of, run, window)) {
                    account.given().use(of, run, first);
                    give(of, of.given(1), cause);
                }
            }
        } else if (of.rule().rule().occasion() instanceof SumOccasion on) {
            for (long window : windows(of, on)) {
                long more = toGive(of, on, window);
                if (more > 0) {
                    fire(of, on, window, more, cause);
                }
            }
        } else if (of.rule().rule().occasion() instanceof TierReached on) {
            fire(of, on, cause);
        }
    }

    private void fire(OfVersion of, SumOccasion on, long window, long more, String cause) {
        WindowKey key = keyOf(of, on, window);
        Instant ends = Timestamps.ofMicrosOrNull(account.given().endOf(seriesOf(of, on), window));
        account.given().set(key, ends, Math.addExact(account.given().givenIn(key), more));
        PostedLot posted = give(of, more, cause);
        if (posted != null && on.canFall()) {
            account.given().add(key, posted);
        }
    }

    private void fire(OfVersion of, TierReached on, String cause) {
        Tier tier = tierOf(of, on);
        WindowKey key = new WindowKey(of.id(), tier.id(), of.what(), 0);
        GivenOnSum known = account.given().get(key);
        if (known != null && known.ends() != null && !known.ends().isAfter(account.asOf())) {
            account.given().remove(key);
        }
        long more = of.given(1) - account.given().givenIn(key);
        if (more > 0) {
            PostedLot posted = give(of, more, cause);
            if (posted != null) {
                account.given().set(key, account.standings().earnedUntil(tier), of.given(1));
                account.given().add(key, posted);
            }
        }
    }

    /** What a rule gives comes to the member: the one place where an award on a sum or a tier goes somewhere. */
    @CanIgnoreReturnValue
    private @Nullable PostedLot give(OfVersion of, long points, String cause) {
        return new MemberRulesDraft(account, of.version().plan(), facts.askedBy(of.version()))
                .ask(of.rule(), points)
                .postOne(cause);
    }

    // --- sums ---

    private Series seriesOf(OfVersion of, SumOccasion on) {
        return account.given().seriesOf(of, on);
    }

    private WindowKey keyOf(OfVersion of, SumOccasion on, long window) {
        return new WindowKey(of.id(), seriesOf(of, on).key(), of.what(), window);
    }

    /** The windows of its sum in which something was counted. */
    private SortedSet<Long> windows(OfVersion of, SumOccasion on) {
        SortedSet<Long> windows = new TreeSet<>();
        List<CountersDraft.Changed> counted = account.counters().counted();
        String key = counted.isEmpty() ? "" : seriesOf(of, on).key();
        for (CountersDraft.Changed changed : counted) {
            if (changed.key().equals(key)) {
                windows.add(changed.window());
            }
        }
        return windows;
    }

    /** What a rule gives in a window more than it gave; nothing in one that is over. */
    private long toGive(OfVersion of, SumOccasion on, long window) {
        Series series = seriesOf(of, on);
        if (account.given().endOf(series, window) <= account.now()) {
            return 0;
        }
        long all = of.given(on.timesAt(account.counters().sumOf(series, window)));
        return all - account.given().givenIn(keyOf(of, on, window));
    }

    // --- tiers ---

    private Tier tierOf(OfVersion of, TierReached on) {
        return account.versions().inForce(on.tier(), of.version());
    }

    /** Notes which rules are on a tier that was reached since this was last asked. */
    private void noteReached() {
        int[] now = account.standings().ranksEarned();
        for (OfVersion of : rules) {
            if (of.rule().rule().occasion() instanceof TierReached on) {
                TierPlace place = account.plan().placeOf(tierOf(of, on));
                if (place != null
                        && ranks[place.ladder()] < place.rank()
                        && (on.isPassed()
                                ? place.rank() <= now[place.ladder()]
                                : place.rank() == now[place.ladder()])) {
                    reached.add(of.id());
                }
            }
        }
        ranks = now;
    }
}
