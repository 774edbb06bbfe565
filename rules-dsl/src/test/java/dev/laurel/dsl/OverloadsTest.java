package dev.laurel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A value that has two roles must never leave the compiler a choice: no word takes either role of one type. */
class OverloadsTest {
    /** The types of the language: what its words take, give and are made of. */
    private static Set<Class<?>> types() {
        Set<Class<?>> known = new TreeSet<>(Comparator.comparing(Class::getName));
        Deque<Class<?>> open = new ArrayDeque<>(List.of(Laurel.class));
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            if (type.getName().startsWith("dev.laurel.") && Modifier.isPublic(type.getModifiers()) && known.add(type)) {
                for (Method method : type.getMethods()) {
                    open.add(method.getReturnType());
                    open.addAll(Arrays.asList(method.getParameterTypes()));
                }
                if (type.isSealed()) {
                    open.addAll(Arrays.asList(type.getPermittedSubclasses()));
                }
            }
        }
        return known;
    }

    private static boolean isWord(Method method) {
        return Modifier.isPublic(method.getModifiers()) && !method.isBridge();
    }

    /** Whether a value of one type could be meant by either of two words where nothing else tells them apart. */
    private static boolean isAmbiguous(Method one, Method other, Set<Class<?>> types) {
        Class<?>[] left = rolesOf(one);
        Class<?>[] right = rolesOf(other);
        if (left.length != right.length || Arrays.equals(left, right)) {
            return false;
        }
        boolean isOneNarrower = true;
        boolean isOtherNarrower = true;
        for (int i = 0; i < left.length; i++) {
            Class<?> first = left[i];
            Class<?> second = right[i];
            if (types.stream().noneMatch(type -> first.isAssignableFrom(type) && second.isAssignableFrom(type))
                    && first != second) {
                return false;
            }
            isOneNarrower &= second.isAssignableFrom(first);
            isOtherNarrower &= first.isAssignableFrom(second);
        }
        return !isOneNarrower && !isOtherNarrower;
    }

    /** What is given to a word: of a list of any length one element. */
    private static Class<?>[] rolesOf(Method word) {
        Class<?>[] roles = word.getParameterTypes();
        if (word.isVarArgs()) {
            roles[roles.length - 1] = roles[roles.length - 1].getComponentType();
        }
        return roles;
    }

    private static List<String> ambiguities(Set<Class<?>> types) {
        List<String> found = new ArrayList<>();
        for (Class<?> type : types) {
            Method[] words = type.getMethods();
            for (Method one : words) {
                for (Method other : words) {
                    if (isWord(one)
                            && isWord(other)
                            && one.getName().equals(other.getName())
                            && isAmbiguous(one, other, types)) {
                        found.add(type.getSimpleName() + "." + one.getName());
                    }
                }
            }
        }
        return found;
    }

    @Test
    void noWordIsOverloadedOverTwoRolesOfOneType() {
        Set<Class<?>> types = types();
        assertThat(types).hasSizeGreaterThan(60);
        assertThat(ambiguities(types)).isEmpty();
    }

    /** A role. */
    public interface Until {}

    /** Another. */
    public interface Upon {}

    /** A value that has both. */
    public record Both() implements Until, Upon {}

    /** Words that leave a choice for it. */
    public interface Wrong {
        /** By one role. */
        void open(Until until);

        /** By the other. */
        void open(Upon upon);

        /** By as many of one role as one likes. */
        void openAll(Until... until);

        /** By as many of the other. */
        void openAll(Upon... upon);
    }

    @Test
    void aWordThatIsOverloadedOverTwoRolesIsFound() {
        Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
        types.addAll(List.of(Until.class, Upon.class, Both.class, Wrong.class));
        assertThat(ambiguities(types))
                .containsExactlyInAnyOrder("Wrong.open", "Wrong.open", "Wrong.openAll", "Wrong.openAll");
    }
}
