package dev.laurel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.laurel.architecture.HouseRule;
import java.io.IOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user of the language sees of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicNamesTest {
    private List<Class<?>> types;

    @BeforeAll
    void findTypes() throws IOException {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes.resolve("dev"))) {
            types = files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .<Class<?>>map(PublicNamesTest::load)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", "."));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<Member> members() {
        return types.stream()
                .flatMap(type ->
                        Stream.concat(Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredFields())))
                .map(Member.class::cast)
                .filter(member -> Modifier.isPublic(member.getModifiers()));
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleOfTheHouseHoldsInTheLanguage(HouseRule rule) {
        JavaClasses language = new ClassFileImporter().importPath(Path.of("target", "classes"));
        assertThat(language.contain(Laurel.class)).isTrue();
        rule.below("dev.laurel").check(language);
    }

    @Test
    void stagesAreInterfacesAndNothingElseIsExportedBesideTheWords() {
        assertThat(types)
                .filteredOn(type -> type.getPackageName().equals("dev.laurel.dsl.syntax"))
                .isNotEmpty()
                .allMatch(Class::isInterface);
        assertThat(types)
                .filteredOn(type -> type.getPackageName().equals("dev.laurel.dsl"))
                .allMatch(type -> type.isAssignableFrom(Laurel.class));
    }

    @Test
    void allWordsAreStaticMembersOfOneClass() {
        assertThat(members()
                        .filter(member ->
                                member.getDeclaringClass().getPackageName().equals("dev.laurel.dsl")))
                .allMatch(member -> Modifier.isStatic(member.getModifiers()));
    }
}
