package dev.laurel.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Types and members of others that a class must not use.
 *
 * @param types full names, or package names that end in {@code ..}
 * @param members {@code type#name}, {@code type#name(parameter,types)}, {@code type#*}, {@code package.*#name} or
 *     {@code *#name}
 * @param except full names, packages or members that stay allowed although the others name them
 */
record Forbidden(Set<String> types, Set<String> members, Set<String> except) {

    ArchCondition<JavaClass> condition() {
        return new ArchCondition<>("not use what is forbidden") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(it -> forbids(it.getTargetClass()))
                        .map(Dependency::getDescription)
                        .forEach(it -> events.add(SimpleConditionEvent.violated(type, it)));
                type.getAccessesFromSelf().stream()
                        .filter(Forbidden.this::forbids)
                        .map(JavaAccess::getDescription)
                        .forEach(it -> events.add(SimpleConditionEvent.violated(type, it)));
            }
        };
    }

    private boolean forbids(JavaClass target) {
        JavaClass type = target.getBaseComponentType();
        return names(types, type) && !names(except, type);
    }

    private static boolean names(Set<String> patterns, JavaClass type) {
        return patterns.contains(outermost(type).getFullName())
                || packagesOf(type.getPackageName()).anyMatch(it -> patterns.contains(it + ".."));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Forbidden::outermost).orElse(type);
    }

    private static Stream<String> packagesOf(String name) {
        return Stream.iterate(
                name, it -> !it.isEmpty(), it -> it.contains(".") ? it.substring(0, it.lastIndexOf('.')) : "");
    }

    private boolean forbids(JavaAccess<?> access) {
        return keysOf(access).anyMatch(members::contains) && keysOf(access).noneMatch(except::contains);
    }

    private static Stream<String> keysOf(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        String member = owner.getFullName() + "#" + name;
        return Stream.of(
                member,
                member + parametersOf(access),
                owner.getFullName() + "#*",
                owner.getPackageName() + ".*#" + name,
                "*#" + name);
    }

    private static String parametersOf(JavaAccess<?> access) {
        if (access.getTarget() instanceof CodeUnitAccessTarget target) {
            return target.getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .collect(joining(",", "(", ")"));
        }
        return "";
    }
}
