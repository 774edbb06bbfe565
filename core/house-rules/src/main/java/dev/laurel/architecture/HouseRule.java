package dev.laurel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.errorprone.annotations.Immutable;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The rules of the house, each a sentence; they can be asked of Laurel and of the fixtures that break them. */
public enum HouseRule {
    KNOWN_PACKAGES(
            "every class belongs to one of the packages that the order of packages knows",
            layers -> classes().that(layers.inside()).should(PublicApi.condition("have a place", (type, violations) -> {
                if (layers.rankOf(type).isEmpty()) {
                    violations.accept("Class <" + type.getName() + "> is in a package without a place in the order");
                }
            }))),

    ORDER(
            "a package depends only on packages that come before it",
            layers -> classes()
                    .that(layers.inside())
                    .should(PublicApi.condition(
                            "keep the order",
                            (type, violations) -> type.getDirectDependenciesFromSelf().stream()
                                    .filter(it ->
                                            layers.contains(it.getTargetClass().getBaseComponentType()))
                                    .filter(it -> !layers.mayDependOn(
                                            type, it.getTargetClass().getBaseComponentType()))
                                    .forEach(it -> violations.accept(it.getDescription()))))),

    CYCLES(
            "no two packages depend on each other",
            layers -> slices().matching(layers.root() + ".(**)").should().beFreeOfCycles()),

    CLOCKS_AND_CHANCE(
            "pure packages know no clock and no chance",
            layers -> classes().that(layers.pure()).should(Surroundings.CLOCKS_AND_CHANCE.condition())),

    DEFAULTS(
            "pure packages do not ask the machine for its zone, locale, charset or properties",
            layers -> classes().that(layers.pure()).should(Surroundings.DEFAULTS_OF_THE_MACHINE.condition())),

    THREADS(
            "pure packages know no threads",
            layers -> classes().that(layers.pure()).should(Surroundings.THREADS.condition())),

    FILES(
            "pure packages know no files, networks or databases",
            layers -> classes().that(layers.pure()).should(Surroundings.FILES.condition())),

    SALTED_ORDER(
            "pure packages keep no collection whose order changes from one JVM to the next",
            layers -> classes().that(layers.pure()).should(Surroundings.SALTED_ORDER.condition())),

    FLOATING_POINT(
            "pure packages never use binary floating point",
            layers -> classes()
                    .that(layers.pure())
                    .should(PublicApi.condition(
                            "use whole numbers",
                            (type, violations) ->
                                    FloatingPointScan.findingsIn(type).forEach(violations::accept)))),

    LOGGING(
            "only the service and its stores write a log, and the engine that is made",
            layers -> classes()
                    .that(layers.outside(Set.of("service", "jdbc"), "engine.LoyaltyEngine"))
                    .should(new Forbidden(Set.of("org.slf4j.."), Set.of(), Set.of()).condition())),

    KOTLIN(
            "no public name is a hard keyword of Kotlin",
            layers -> classes().that(layers.inside()).should(PublicApi.haveNoKotlinKeywordAsName())),

    PACKAGE_INFO(
            "every package is null-marked and check-return-value",
            layers -> classes().that(layers.inside()).should(PublicApi.beInAPackageWithDefaults())),

    SIGNATURES(
            "public signatures mention only the JDK and Laurel",
            layers -> classes().that(layers.inside()).should(PublicApi.mentionOnlyTheJdkAndLaurel(layers)));

    private final String sentence;
    private final Rule rule;

    HouseRule(String sentence, Rule rule) {
        this.sentence = sentence;
        this.rule = rule;
    }

    /** A rule for whatever packages it is asked about. */
    @Immutable
    private interface Rule {

        ArchRule apply(Layers layers);
    }

    /** The rule for what lies below a package. */
    public ArchRule below(String root) {
        return rule.apply(new Layers(root)).as(sentence);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
