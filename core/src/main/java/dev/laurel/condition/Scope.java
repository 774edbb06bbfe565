package dev.laurel.condition;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.laurel.tier.Tier;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which purchases a selector or a condition can say yes at all. A hint: a program looks only at rules whose scope a
 * purchase is in, so it must never leave out a purchase for which the answer would be yes.
 *
 * @param from the first date, or null for no bound
 * @param to the last date, or null for no bound
 * @param keys of these keys, a line has at least one; null if no key is needed
 * @param tiers of each of these sets, one is held; none if any may be
 */
public record Scope(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Set<LineKey> keys,
        Set<Set<Tier>> tiers) {
    /** More sets of tiers are not worth asking. */
    private static final int MOST_SETS = 8;

    /** Any purchase. */
    public static final Scope ANY = new Scope(null, null, null, Set.of());

    /** Takes copies of the sets. */
    public Scope {
        keys = keys == null ? null : ImmutableSet.copyOf(keys);
        tiers = tiers.stream().map(ImmutableSet::copyOf).collect(ImmutableSet.toImmutableSet());
    }

    /** Purchases from one date to another, both included. */
    public static Scope dates(LocalDate from, LocalDate to) {
        return new Scope(from, to, null, Set.of());
    }

    /** Purchases with a line that has one of these keys. */
    public static Scope keys(Set<LineKey> keys) {
        return new Scope(null, null, keys, Set.of());
    }

    /** Purchases of members who hold one of these tiers. */
    public static Scope tiers(Set<Tier> tiers) {
        return new Scope(null, null, null, Set.of(tiers));
    }

    /** Purchases that are in both scopes. Of two sets of keys the smaller is kept, which leaves out nothing. */
    public Scope and(Scope other) {
        return new Scope(
                later(from, other.from),
                earlier(to, other.to),
                smaller(keys, other.keys),
                Sets.union(tiers, other.tiers));
    }

    /** Purchases that are in one scope or the other, and perhaps some that are in neither. */
    public Scope or(Scope other) {
        return new Scope(
                from == null || other.from == null ? null : earlier(from, other.from),
                to == null || other.to == null ? null : later(to, other.to),
                keys == null || other.keys == null ? null : Sets.union(keys, other.keys),
                eitherOf(tiers, other.tiers));
    }

    /** Whoever holds one tier of each set of the one, or of the other, holds one of each set that joins one of either. */
    private static Set<Set<Tier>> eitherOf(Set<Set<Tier>> one, Set<Set<Tier>> other) {
        ImmutableSet.Builder<Set<Tier>> joined = ImmutableSet.builder();
        for (Set<Tier> tiers : one) {
            for (Set<Tier> others : other) {
                joined.add(ImmutableSet.copyOf(Sets.union(tiers, others)));
            }
        }
        return joined.build().stream().limit(MOST_SETS).collect(ImmutableSet.toImmutableSet());
    }

    /** Whether no purchase can be in it, whatever tiers lie on one ladder. */
    public boolean isEmpty() {
        return (from != null && to != null && from.isAfter(to))
                || (keys != null && keys.isEmpty())
                || tiers.stream().anyMatch(Set::isEmpty);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left == null ? right : right == null || left.isAfter(right) ? left : right;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left == null ? right : right == null || left.isBefore(right) ? left : right;
    }

    private static @Nullable Set<LineKey> smaller(@Nullable Set<LineKey> left, @Nullable Set<LineKey> right) {
        return left == null ? right : right == null || left.size() <= right.size() ? left : right;
    }
}
