package dev.laurel.architecture;

import com.google.errorprone.annotations.CheckReturnValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What other people see of a class: its names, its signatures, its package. */
final class PublicApi {

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

    static ArchCondition<JavaClass> haveNoKotlinKeywordAsName() {
        return condition("have no Kotlin keyword as name", (type, events) -> {
            if (!isPublic(type)) {
                return;
            }
            if (Stream.of(type.getPackageName().split("\\.")).anyMatch(KOTLIN_KEYWORDS::contains)) {
                events.accept("Class <" + type.getName() + "> is in a package named like a Kotlin keyword");
            }
            if (KOTLIN_KEYWORDS.contains(type.getSimpleName())) {
                events.accept("Class <" + type.getName() + "> is named like a Kotlin keyword");
            }
            publicMembersOf(type)
                    .filter(it -> KOTLIN_KEYWORDS.contains(it.getName()))
                    .map(it -> it.getDescription() + " is named like a Kotlin keyword")
                    .forEach(events::accept);
        });
    }

    static ArchCondition<JavaClass> mentionOnlyTheJdkAndLaurel(Layers layers) {
        return condition("mention only the JDK and Laurel", (type, events) -> {
            if (!isPublic(type)) {
                return;
            }
            Stream.of(type.getSuperclass().stream(), type.getInterfaces().stream(), type.getTypeParameters().stream())
                    .flatMap(it -> it)
                    .map(JavaType.class::cast)
                    .flatMap(it -> it.getAllInvolvedRawTypes().stream())
                    .filter(it -> isForeign(it, layers))
                    .map(it -> "Class <" + type.getName() + "> is declared with <" + it.getName() + ">")
                    .forEach(events::accept);
            publicMembersOf(type)
                    .forEach(member -> typesOf(member)
                            .filter(it -> isForeign(it, layers))
                            .map(it -> member.getDescription() + " mentions <" + it.getName() + ">")
                            .forEach(events::accept));
        });
    }

    static ArchCondition<JavaClass> beInAPackageWithDefaults() {
        return condition("be in a package that is null-marked and check-return-value", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.accept("Class <" + type.getName() + "> is in a package without @NullMarked in package-info");
            }
            if (!type.getPackage().isAnnotatedWith(CheckReturnValue.class)) {
                events.accept(
                        "Class <" + type.getName() + "> is in a package without @CheckReturnValue in package-info");
            }
        });
    }

    static ArchCondition<JavaClass> condition(String description, BiConsumer<JavaClass, Violations> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, message -> events.add(SimpleConditionEvent.violated(type, message)));
            }
        };
    }

    /** Takes what a condition has to complain about. */
    interface Violations {

        void accept(String message);
    }

    private static boolean isPublic(JavaClass type) {
        return isVisible(type.getModifiers())
                && type.getEnclosingClass().map(PublicApi::isPublic).orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaMember> publicMembersOf(JavaClass type) {
        return type.getMembers().stream()
                .filter(it -> isVisible(it.getModifiers()) && !it.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        if (member instanceof JavaCodeUnit codeUnit) {
            return Stream.of(
                            Stream.of(codeUnit.getReturnType()),
                            codeUnit.getParameterTypes().stream(),
                            codeUnit.getTypeParameters().stream(),
                            codeUnit.getExceptionTypes().stream())
                    .flatMap(it -> it)
                    .flatMap(it -> it.getAllInvolvedRawTypes().stream());
        }
        return ((JavaField) member).getType().getAllInvolvedRawTypes().stream();
    }

    private static boolean isForeign(JavaClass type, Layers layers) {
        JavaClass base = type.getBaseComponentType();
        return !base.isPrimitive()
                && !base.getPackageName().startsWith("java.")
                && !base.getPackageName().equals("javax.sql")
                && !layers.contains(base);
    }

    private PublicApi() {}
}
