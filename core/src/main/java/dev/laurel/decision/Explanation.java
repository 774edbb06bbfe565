package dev.laurel.decision;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.PointCurrency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why an event earned what it earned: of a purchase, what became of each rule of the program that is not on a member; of an activity or an
 * enrollment, what became of each rule on that.
 *
 * <p>Outcomes are made when they are read. Rules that were not considered are told in groups, so that a program may have any number of
 * campaigns: what became of each of those is worked out only when somebody reads it. Immutable, and equal by what it says.
 */
public final class Explanation {
    /** Of an event that no rule earns on. */
    public static final Explanation NOTHING = of(List::of, List::of, List::of);

    /** Up to so many rules of a group, a text tells each by itself. */
    private static final int FEW = 3;

    private final Supplier<List<RuleOutcome.Applied>> applied;
    private final Supplier<List<RuleOutcome.Followed>> followed;
    private final Supplier<List<RuleOutcome.NotApplied>> considered;
    private final Supplier<List<RuleOutcome.NotConsidered>> notConsidered;

    private Explanation(
            Supplier<List<RuleOutcome.Applied>> applied,
            Supplier<List<RuleOutcome.Followed>> followed,
            Supplier<List<RuleOutcome.NotApplied>> considered,
            Supplier<List<RuleOutcome.NotConsidered>> notConsidered) {
        this.followed = Suppliers.memoize(() -> ImmutableList.copyOf(followed.get()));
        this.applied = Suppliers.memoize(() -> ImmutableList.copyOf(applied.get()));
        this.considered = Suppliers.memoize(() -> ImmutableList.copyOf(considered.get()));
        this.notConsidered = Suppliers.memoize(() -> ImmutableList.copyOf(notConsidered.get()));
    }

    /**
     * An explanation whose outcomes are made when they are read. The engine says so; hosts have no need to.
     *
     * @param applied the rules that applied, in the order of settlement
     * @param considered the rules that were considered and did not apply, by id
     * @param notConsidered the others, in groups
     */
    public static Explanation of(
            Supplier<List<RuleOutcome.Applied>> applied,
            Supplier<List<RuleOutcome.NotApplied>> considered,
            Supplier<List<RuleOutcome.NotConsidered>> notConsidered) {
        return new Explanation(applied, List::of, considered, notConsidered);
    }

    /**
     * An explanation of what rules on a member gave, whose outcomes are made when they are read. The engine says so; hosts have no need to.
     *
     * @param followed the rules that applied, by id
     * @param notApplied the others on the same occasion, by id
     */
    public static Explanation ofMember(
            Supplier<List<RuleOutcome.Followed>> followed, Supplier<List<RuleOutcome.NotApplied>> notApplied) {
        return new Explanation(List::of, followed, notApplied, List::of);
    }

    /** The same with other rules on a member that applied. The engine says so; hosts have no need to. */
    public Explanation andFollowed(Supplier<List<RuleOutcome.Followed>> more) {
        return new Explanation(
                applied,
                () -> ImmutableList.<RuleOutcome.Followed>builder()
                        .addAll(followed.get())
                        .addAll(more.get())
                        .build(),
                considered,
                notConsidered);
    }

    /**
     * What became of the rules: of those that applied, and of those on a member that gave something, in the order of settlement; of those that
     * were considered and did not apply, by
     * id; of the others, in groups.
     */
    public List<RuleOutcome> outcomes() {
        return ImmutableList.<RuleOutcome>builder()
                .addAll(applied.get())
                .addAll(followed.get())
                .addAll(considered.get())
                .addAll(notConsidered.get())
                .build();
    }

    /** The rules on purchases that applied, in the order of settlement. */
    public List<RuleOutcome.Applied> applied() {
        return applied.get();
    }

    /** The rules on a member that applied, by id. */
    public List<RuleOutcome.Followed> followed() {
        return followed.get();
    }

    /**
     * All rules that did not apply, by id, each with its own first reason. Those that were not considered are asked only for this, so it
     * takes time by the size of the program.
     */
    public List<RuleOutcome.NotApplied> notApplied() {
        List<RuleOutcome.NotApplied> all = new ArrayList<>(considered.get());
        notConsidered.get().forEach(group -> all.addAll(group.outcomes()));
        return ImmutableList.sortedCopyOf(Comparator.comparing(RuleOutcome.NotApplied::rule), all);
    }

    /** The rules that were not considered, in groups by the reason; no group is empty. */
    public List<RuleOutcome.NotConsidered> notConsidered() {
        return notConsidered.get();
    }

    /** What became of one rule, considered or not; empty if the program has no rule of this id on what happened, or nothing is explained. */
    public Optional<RuleOutcome> outcomeOf(String rule) {
        for (RuleOutcome.Applied outcome : applied.get()) {
            if (outcome.rule().equals(rule)) {
                return Optional.of(outcome);
            }
        }
        for (RuleOutcome.Followed outcome : followed.get()) {
            if (outcome.rule().equals(rule)) {
                return Optional.of(outcome);
            }
        }
        for (RuleOutcome.NotApplied outcome : considered.get()) {
            if (outcome.rule().equals(rule)) {
                return Optional.of(outcome);
            }
        }
        return notConsidered.get().stream()
                .flatMap(group -> group.outcomeOf(rule).stream())
                .<RuleOutcome>map(outcome -> outcome)
                .findFirst();
    }

    /** The points of a currency that it explains: exactly those that were posted. */
    public long points(String currency) {
        long points = 0;
        for (RuleOutcome.Applied outcome : applied()) {
            points = outcome.currency().equals(currency) ? Math.addExact(points, outcome.points()) : points;
        }
        for (RuleOutcome.Followed outcome : followed()) {
            boolean isOf = outcome.currency().map(PointCurrency::id).equals(Optional.of(currency));
            points = isOf ? Math.addExact(points, outcome.points()) : points;
        }
        return points;
    }

    /**
     * One line a rule: those that applied or gave something, then those that did not, by id. Of a group of more than three rules that were not considered,
     * one line at the end.
     */
    public String text() {
        List<RuleOutcome.NotApplied> byThemselves = new ArrayList<>(considered.get());
        List<RuleOutcome> together = new ArrayList<>();
        for (RuleOutcome.NotConsidered group : notConsidered.get()) {
            if (group.rules().size() <= FEW) {
                byThemselves.addAll(group.outcomes());
            } else {
                together.add(group);
            }
        }
        byThemselves.sort(Comparator.comparing(RuleOutcome.NotApplied::rule));
        List<RuleOutcome> told = new ArrayList<>(applied.get());
        told.addAll(followed.get());
        told.addAll(byThemselves);
        told.addAll(together);
        return String.join("\n", told.stream().map(RuleOutcome::describe).toList());
    }

    /** Equal if all rules have equal outcomes, and those that were not considered the same reasons; these are compared one by one. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Explanation that && outcomes().equals(that.outcomes());
    }

    @Override
    public int hashCode() {
        return outcomes().hashCode();
    }

    /** The outcomes, with groups as they are. */
    @Override
    public String toString() {
        return "Explanation" + outcomes();
    }
}
