package dev.laurel.architecture;

import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The packages below a root and their order. The root is a parameter, so that the same rules hold for Laurel itself and
 * for the fixtures that break them.
 */
record Layers(String root) {

    /** Each may depend on those before it, and on nothing beside or after it. */
    private static final List<Set<String>> ORDER = List.of(
            Set.of("id"),
            Set.of("money"),
            Set.of("time"),
            Set.of("customer"),
            Set.of("event"),
            Set.of("ledger", "counter"),
            Set.of("tier"),
            Set.of("condition"),
            Set.of("occasion"),
            Set.of("rule"),
            Set.of("reward"),
            Set.of("program"),
            Set.of("receipt"),
            Set.of("account"),
            Set.of("decision"),
            Set.of("codec"),
            Set.of("engine.guard"),
            Set.of("engine.plan"),
            Set.of("engine.draft"),
            Set.of("engine.earn"),
            Set.of("engine.settle"),
            Set.of("engine"),
            Set.of("service"),
            Set.of("testkit.live"),
            Set.of("jdbc", "insight", "testkit", "dsl"));

    private static final Map<String, Integer> RANKS = IntStream.range(0, ORDER.size())
            .boxed()
            .flatMap(rank -> ORDER.get(rank).stream().map(name -> Map.entry(name, rank)))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Set<String> IMPURE = Set.of("service", "jdbc", "insight", "testkit.live");

    boolean contains(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) || name.startsWith(root + ".");
    }

    /**
     * The package below the root that has a place in the order, or else the first part of its name: it stands for all its
     * sub-packages that have no place of their own. Empty for the root itself.
     */
    String packageOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(root)) {
            return "";
        }
        String below = name.substring(root.length() + 1);
        while (!RANKS.containsKey(below) && below.contains(".")) {
            below = below.substring(0, below.lastIndexOf('.'));
        }
        return below;
    }

    Optional<Integer> rankOf(JavaClass type) {
        return contains(type) ? Optional.ofNullable(RANKS.get(packageOf(type))) : Optional.empty();
    }

    boolean mayDependOn(JavaClass from, JavaClass to) {
        return packageOf(from).equals(packageOf(to))
                || (isSeenFrom(packageOf(from), packageOf(to))
                        && rankOf(from)
                                .flatMap(rank -> rankOf(to).map(other -> other < rank))
                                .orElse(false));
    }

    /** What lies inside a package is seen from there only. */
    private static boolean isSeenFrom(String from, String to) {
        int dot = to.lastIndexOf('.');
        return dot < 0 || (from + ".").startsWith(to.substring(0, dot + 1));
    }

    /** Unknown packages count as pure: a new package has to ask for its freedom by name. */
    DescribedPredicate<JavaClass> pure() {
        return DescribedPredicate.describe("are pure", type -> contains(type) && !IMPURE.contains(packageOf(type)));
    }

    DescribedPredicate<JavaClass> inside() {
        return DescribedPredicate.describe("belong to Laurel", this::contains);
    }

    /** All but some packages and one class of another, by its name below the root. */
    DescribedPredicate<JavaClass> outside(Set<String> names, String exception) {
        return DescribedPredicate.describe(
                "are neither in " + String.join(" nor ", names) + " nor " + exception,
                type -> contains(type)
                        && !names.contains(packageOf(type))
                        && !type.getName().equals(root + "." + exception));
    }
}
