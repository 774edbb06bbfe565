package dev.laurel.engine.draft;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.laurel.account.GivenOnSum;
import dev.laurel.account.GivenOnSum.PostedLot;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedMemberRule;
import dev.laurel.engine.plan.Series;
import dev.laurel.engine.plan.Version;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.Points;
import dev.laurel.occasion.SumOccasion;
import dev.laurel.occasion.SumRun;
import dev.laurel.receipt.CountedUse;
import dev.laurel.rule.MemberEffect;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Timestamps;
import dev.laurel.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What rules on sums and tiers have given, while an event is being settled, and what of it is taken back. */
final class GivenDraft {
    private final AccountDraft account;
    private final List<GivenOnSum> before;
    private @Nullable SortedMap<WindowKey, GivenOnSum> given;

    GivenDraft(AccountDraft account, List<GivenOnSum> before) {
        this.account = account;
        this.before = before;
    }

    /** Of which rule, on what, of what and in which window. */
    record WindowKey(String rule, String on, String what, long window) implements Comparable<WindowKey> {
        private static final Comparator<WindowKey> ORDER = Comparator.comparing(WindowKey::rule)
                .thenComparing(WindowKey::on)
                .thenComparing(WindowKey::what)
                .thenComparingLong(WindowKey::window);

        static WindowKey of(GivenOnSum given) {
            return new WindowKey(given.rule(), given.on(), given.what(), given.window());
        }

        WindowKey in(long other) {
            return new WindowKey(rule, on, what, other);
        }

        @Override
        public int compareTo(WindowKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** A rule on a sum or a tier, and the version whose rule it is. */
    record OfVersion(PlannedMemberRule rule, Version version) {
        String id() {
            return rule.id();
        }

        /** The points or the grants that it gives for something that has happened so often. */
        long given(long times) {
            return Math.multiplyExact(rule.rule().points().map(Points::count).orElse(1L), times);
        }

        /** The id of the point currency or of the tier. */
        String what() {
            MemberEffect effect = rule.rule().effect();
            if (effect instanceof MemberEffect.Earns earns) {
                return earns.points().currency().id();
            }
            return effect instanceof MemberEffect.GrantsFor grants
                    ? grants.tier().id()
                    : ((MemberEffect.GrantsUntil) effect).tier().id();
        }
    }

    private SortedMap<WindowKey, GivenOnSum> given() {
        SortedMap<WindowKey, GivenOnSum> known = given;
        if (known == null) {
            known = new TreeMap<>();
            for (GivenOnSum each : before) {
                known.put(WindowKey.of(each), each);
            }
            given = known;
        }
        return known;
    }

    private boolean isEmpty() {
        return given == null ? before.isEmpty() : given.isEmpty();
    }

    // --- what was given ---

    /** The sum that a rule is on, under the key that it has for the account. */
    Series seriesOf(OfVersion of, SumOccasion on) {
        return requireNonNull(account.versions().seriesOf(on.sum(), of.version()));
    }

    @Nullable
    GivenOnSum get(WindowKey key) {
        return isEmpty() ? null : given().get(key);
    }

    /** What a rule has given in a window so far, posted or not. */
    long givenIn(WindowKey key) {
        GivenOnSum known = get(key);
        return known == null ? 0 : known.given();
    }

    /** What is given in a window is so much from now on, whether or not it was posted. */
    void set(WindowKey key, @Nullable Instant ends, long all) {
        GivenOnSum known = get(key);
        put(key, ends, all, known == null ? 0 : known.posted(), known == null ? List.of() : known.lots());
    }

    /** So much of it is posted, and could be taken back. */
    void add(WindowKey key, PostedLot lot) {
        GivenOnSum known = requireNonNull(get(key));
        put(
                key,
                known.ends(),
                known.given(),
                Math.addExact(known.posted(), lot.kept()),
                ImmutableList.<PostedLot>builder().addAll(known.lots()).add(lot).build());
    }

    void remove(WindowKey key) {
        if (!isEmpty()) {
            given().remove(key);
        }
    }

    private void put(WindowKey key, @Nullable Instant ends, long all, long posted, List<PostedLot> lots) {
        if (all == 0 && posted == 0) {
            remove(key);
        } else {
            given().put(key, new GivenOnSum(key.rule(), key.on(), key.what(), key.window(), ends, all, posted, lots));
        }
    }

    /** Whether a window is in a row already that a rule has given something for. */
    boolean isUsed(WindowKey key) {
        if (isEmpty()) {
            return false;
        }
        for (GivenOnSum each : given().headMap(key.in(key.window() + 1))
                .tailMap(key.in(Long.MIN_VALUE))
                .values()) {
            if (key.window() - each.window() < each.given()) {
                return true;
            }
        }
        return false;
    }

    /** When a window of a sum ends, in microseconds since 1970, or never. */
    long endOf(Series series, long number) {
        Window window = series.window();
        if (!(window instanceof BoundedWindow bounded) || (bounded instanceof Dates dates && dates.to() == null)) {
            return Timestamps.NEVER;
        }
        return account.zone()
                .startMicrosOf(
                        bounded.firstDayOf(number + 1, account.membership().since()));
    }

    // --- what a version finds ---

    /** What rules make of the sums that they find when they come into force or change counts as given. */
    void adopt(Plan earlier) {
        Version present = account.versions().present();
        for (PlannedMemberRule rule : present.plan().memberRules().onSums()) {
            PlannedMemberRule same = earlier.memberRules().onSums(rule.id());
            if (rule.rule().occasion() instanceof SumOccasion on && !givesAsBefore(rule, same)) {
                OfVersion of = new OfVersion(rule, present);
                Series series = seriesOf(of, on);
                if (account.counters().counts(series, account.asOf())) {
                    countAsGiven(of, on, account.counters().windowOf(series, account.asOf()), false);
                }
            }
        }
        if (!isEmpty()) {
            forgetTiers(given().values().stream().filter(GivenDraft::isOnTier).toList());
        }
    }

    private static boolean givesAsBefore(PlannedMemberRule rule, @Nullable PlannedMemberRule earlier) {
        return earlier != null
                && rule.rule().occasion().equals(earlier.rule().occasion())
                && rule.rule().effect().equals(earlier.rule().effect());
    }

    /** What rules make of the sums that were brought counts as given. */
    void countBroughtAsGiven() {
        Version present = account.versions().present();
        for (PlannedMemberRule rule : present.plan().memberRules().onSums()) {
            if (rule.rule().occasion() instanceof SumOccasion on) {
                OfVersion of = new OfVersion(rule, present);
                String key = seriesOf(of, on).key();
                for (CountersDraft.Changed changed :
                        List.copyOf(account.counters().counted())) {
                    if (changed.key().equals(key)) {
                        countAsGiven(of, on, changed.window(), true);
                    }
                }
            }
        }
    }

    /**
     * What a rule makes of a sum as it is counts as given.
     *
     * @param isAdded whether what it gave before still counts
     */
    private void countAsGiven(OfVersion of, SumOccasion on, long window, boolean isAdded) {
        Series series = seriesOf(of, on);
        WindowKey key = new WindowKey(of.id(), series.key(), of.what(), window);
        if (on instanceof SumRun run) {
            rowsWith(of, run, window).forEach(first -> use(of, run, first));
            return;
        }
        long end = endOf(series, window);
        if (end > account.now()) {
            long all = of.given(on.timesAt(account.counters().sumOf(series, window)));
            set(key, Timestamps.ofMicrosOrNull(end), isAdded ? Math.max(all, givenIn(key)) : all);
        }
    }

    // --- windows in a row ---

    /** The first windows of the rows that a window completes, the earliest first; of those after it that are left over, too. */
    List<Long> rowsWith(OfVersion of, SumRun run, long window) {
        Series series = seriesOf(of, run);
        WindowKey key = new WindowKey(of.id(), series.key(), of.what(), window);
        List<Long> rows = new ArrayList<>();
        if (!isFree(key, series, run, window)) {
            return rows;
        }
        long first = window;
        while (window - first < run.windows() - 1L && isFree(key, series, run, first - 1)) {
            first--;
        }
        long last = window;
        while (last - window < run.windows() - 1L && isFree(key, series, run, last + 1)) {
            last++;
        }
        for (; last - first + 1 >= run.windows(); first += run.windows()) {
            rows.add(first);
        }
        return rows;
    }

    private boolean isFree(WindowKey key, Series series, SumRun run, long window) {
        return run.timesAt(account.counters().sumOf(series, window)) > 0 && !isUsed(key.in(window));
    }

    /** The windows of a row are used up. It is remembered as long as another row could reach back to them. */
    void use(OfVersion of, SumRun run, long first) {
        Series series = seriesOf(of, run);
        set(
                new WindowKey(of.id(), series.key(), of.what(), first),
                Timestamps.ofMicrosOrNull(endOf(series, first + 2L * run.windows() - 2)),
                run.windows());
    }

    // --- what is taken back ---

    /**
     * Takes back what sums and tiers do not give any more, until that takes nothing more out of another sum, and says whether anything was.
     */
    boolean undo(String cause) {
        boolean isAny = false;
        if (!isEmpty()) {
            for (GivenOnSum each : inOrder()) {
                long due = isOnTier(each) ? dueOfTier(each) : dueOfSum(each);
                if (due > 0) {
                    isAny |= takeBack(each, due, cause);
                }
            }
        }
        return isAny;
    }

    /** What feeds another comes first. */
    private List<GivenOnSum> inOrder() {
        List<String> order = Lists.transform(account.plan().memberRules().onSums(), PlannedMemberRule::id);
        List<GivenOnSum> all = new ArrayList<>(given().values());
        if (order.size() > 1) {
            all.sort(Comparator.comparingInt(each -> order.indexOf(each.rule())));
        }
        return all;
    }

    private static boolean isOnTier(GivenOnSum given) {
        return !Series.isSum(given.on());
    }

    private long dueOfTier(GivenOnSum given) {
        return isEarned(given) ? 0 : given.posted();
    }

    private long dueOfSum(GivenOnSum given) {
        CountersDraft.Changed window = new CountersDraft.Changed(given.on(), given.window());
        if (given.posted() == 0 || !account.counters().takenOut().contains(window)) {
            return 0;
        }
        OfVersion of = latest(given);
        if (of == null || !(of.rule().rule().occasion() instanceof SumOccasion on) || !on.canFall()) {
            return 0;
        }
        long sum = account.counters().sumOf(seriesOf(of, on), given.window());
        return Math.max(0, given.posted() - of.given(on.timesAt(sum)));
    }

    /** The rule as the latest version has it that has it on the same sum or on a tier, and gives the same points; or null. */
    private @Nullable OfVersion latest(GivenOnSum given) {
        for (Version version : account.versions().latestFirst()) {
            PlannedMemberRule rule = version.plan().memberRules().onSums(given.rule());
            if (rule != null) {
                OfVersion of = new OfVersion(rule, version);
                boolean isOnSame = rule.rule().occasion() instanceof SumOccasion on
                        ? seriesOf(of, on).key().equals(given.on())
                        : isOnTier(given);
                if (isOnSame && of.what().equals(given.what())) {
                    return of;
                }
            }
        }
        return null;
    }

    private boolean takeBack(GivenOnSum given, long due, String cause) {
        OfVersion of = latest(given);
        boolean keeps = of != null && of.rule().rule().keepsWhatIsAvailable();
        WalletDraft wallet = account.wallet(given.what());
        List<PostedLot> left = new ArrayList<>();
        List<Lot> own = new ArrayList<>();
        long gone = 0;
        long toTake = 0;
        for (PostedLot posted : Lists.reverse(given.lots())) {
            long points = Math.min(due - gone, posted.kept());
            points = keeps ? Math.min(points, wallet.pendingOf(posted.lot(), account.zone())) : points;
            long taken = taken(wallet, posted, points);
            gone += points;
            toTake += taken;
            if (points > 0) {
                own.add(posted.lot());
                makeRoom(posted, points);
            }
            if (points < posted.kept()) {
                left.add(
                        0,
                        new PostedLot(
                                posted.lot(),
                                posted.awarded(),
                                posted.kept() - points,
                                posted.taken() + taken,
                                posted.counted()));
            }
        }
        // What was posted so long ago that its lot is not remembered: only other terms can make that due.
        long older = keeps ? 0 : due - gone;
        gone += older;
        toTake += older;
        if (toTake > 0) {
            account.ledger().takeBack(wallet, own, toTake, given.rule(), cause);
        }
        WindowKey key = WindowKey.of(given);
        if (isOnTier(given) && gone == given.posted()) {
            remove(key);
        } else {
            put(key, given.ends(), Math.max(0, given.given() - gone), given.posted() - gone, left);
        }
        return gone > 0;
    }

    /** How many of points that are taken back of a lot must be taken: what expired unused counts as taken back first. */
    private static long taken(WalletDraft wallet, PostedLot posted, long points) {
        long all = posted.awarded() - posted.kept() + points;
        return points == 0 ? 0 : Math.max(0, Math.max(0, all - wallet.expiredOf(posted.lot())) - posted.taken());
    }

    private void makeRoom(PostedLot posted, long points) {
        for (CountedUse use : posted.counted()) {
            if (Series.isSum(use.counter())) {
                account.counters().takeOut(use.counter(), use.window(), points);
            } else if (!use.ofUses()) {
                account.counters().giveBack(use, points);
            } else if (points == posted.kept()) {
                account.counters().giveBack(use, 1);
            }
        }
    }

    // --- what can be forgotten ---

    /** What was given for tiers that are earned. */
    List<GivenOnSum> ofTiersEarned() {
        return isEmpty()
                ? List.of()
                : given().values().stream()
                        .filter(each -> isOnTier(each) && isEarned(each))
                        .toList();
    }

    private boolean isEarned(GivenOnSum given) {
        return account.standings().isEarned(Tier.of(given.on()));
    }

    /** What was given for tiers that are not earned any more, though no return undid them, is kept, and given again when they are reached. */
    void forgetTiers(List<GivenOnSum> ofTiers) {
        for (GivenOnSum each : ofTiers) {
            if (!isEarned(each)) {
                remove(WindowKey.of(each));
            }
        }
    }

    /** As it is by now, without what can have no influence any more. */
    List<GivenOnSum> thatMatter() {
        if (isEmpty()) {
            return before.isEmpty() ? before : List.of();
        }
        Instant earliest = account.earliestDate();
        Predicate<Instant> isReturnable = account.versions().returnableAt(earliest);
        ImmutableList.Builder<GivenOnSum> kept = ImmutableList.builder();
        for (GivenOnSum each : given().values()) {
            if (matters(each, earliest)) {
                List<PostedLot> lots = each.lots().stream()
                        .filter(posted -> isReturnable.test(posted.lot().earned()))
                        .toList();
                kept.add(
                        lots.size() == each.lots().size()
                                ? each
                                : new GivenOnSum(
                                        each.rule(),
                                        each.on(),
                                        each.what(),
                                        each.window(),
                                        each.ends(),
                                        each.given(),
                                        each.posted(),
                                        lots));
            }
        }
        return kept.build();
    }

    private boolean matters(GivenOnSum given, Instant earliest) {
        Instant ends = given.ends();
        if (ends == null) {
            return true;
        }
        if (isOnTier(given)) {
            return ends.isAfter(account.asOf()) || isEarned(given);
        }
        return (given.posted() > 0 ? account.versions().lastReturn(ends) : ends).isAfter(earliest);
    }
}
