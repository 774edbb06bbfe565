package dev.laurel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.laurel.architecture.fixture.Breaks;
import dev.laurel.architecture.fixture.Keeps;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule that cannot fail proves nothing: every rule has a fixture that breaks it on purpose. */
@Tag("slow")
class ArchitectureFixturesTest {

    private static final String FIXTURES = "dev.laurel.architecture.fixture";

    @ParameterizedTest
    @EnumSource
    void everyBreakIsReported(HouseRule rule) {
        Fixture fixture = fixtureFor(rule);
        assertThat(fixture.marked(Breaks.class))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(fixture.violations())
                        .anySatisfy(violation -> assertThat(violation).containsPattern(bracketed(name))));
    }

    @ParameterizedTest
    @EnumSource
    void codeThatARuleAllowsIsNotReported(HouseRule rule) {
        Fixture fixture = fixtureFor(rule);
        // The first name in brackets is the one who does it; those after it may be innocent.
        assertThat(fixture.marked(Keeps.class))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(fixture.violations())
                        .noneSatisfy(violation -> assertThat(violation).containsPattern("^[^<]*" + bracketed(name))));
    }

    private static String bracketed(String name) {
        return "<" + Pattern.quote(name) + "[>.(]";
    }

    private static Fixture fixtureFor(HouseRule rule) {
        String root = FIXTURES + "." + rule.name().toLowerCase(Locale.ROOT).replace("_", "");
        JavaClasses classes = new ClassFileImporter().importPackages(root);
        return new Fixture(
                classes, rule.below(root).evaluate(classes).getFailureReport().getDetails());
    }

    private record Fixture(JavaClasses classes, List<String> violations) {

        List<String> marked(Class<? extends Annotation> annotation) {
            Stream<String> types = classes.stream()
                    .filter(it -> it.isAnnotatedWith(annotation))
                    .map(JavaClass::getName);
            Stream<String> members = classes.stream()
                    .flatMap(it -> it.getMembers().stream())
                    .filter(it -> it.isAnnotatedWith(annotation))
                    .map(it -> it.getOwner().getName() + "." + it.getName());
            return Stream.concat(types, members).toList();
        }
    }
}
