package dev.laurel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a user of the language sees of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicNamesTest {
    /** The hard keywords of the Kotlin grammar; a call of such a name needs backticks there. */
    private static final Set<String> KOTLIN_KEYWORDS = Set.of(
            "as",
            "break",
            "class",
            "continue",
            "do",
            "else",
            "false",
            "for",
            "fun",
            "if",
            "in",
            "interface",
            "is",
            "null",
            "object",
            "package",
            "return",
            "super",
            "this",
            "throw",
            "true",
            "try",
            "typealias",
            "typeof",
            "val",
            "var",
            "when",
            "while");

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

    @Test
    void noPublicNameIsAHardKeywordOfKotlin() {
        assertThat(members().map(Member::getName)).hasSizeGreaterThan(80).doesNotContainAnyElementsOf(KOTLIN_KEYWORDS);
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
