package dev.laurel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.laurel.account.Account;
import dev.laurel.counter.BucketChunk;
import dev.laurel.counter.CounterChunk;
import dev.laurel.decision.PostedEvent;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotChunk;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a value by their names: the components of a record, or what a packed value is made of and tells again. */
final class Parts {
    private static final Map<Class<?>, List<String>> OF_PACKED = ImmutableMap.of(
            Account.class,
            List.of(
                    "program",
                    "versions",
                    "profile",
                    "asOf",
                    "milestones",
                    "sequence",
                    "lotsOpened",
                    "wallets",
                    "holds",
                    "standings",
                    "counters",
                    "claimed"),
            Lot.class,
            List.of("number", "points", "left", "earned", "available", "expires", "dating"),
            LotChunk.class,
            List.of("lots"),
            CounterChunk.class,
            List.of("toMap"),
            BucketChunk.class,
            List.of("pairs"),
            PostedEvent.class,
            List.of("event", "recordedAt", "versions", "entries", "tierChanges", "unpaid"));

    private Parts() {}

    /** Whether a value has parts. */
    static boolean has(@Nullable Object value) {
        return value instanceof Record || (value != null && OF_PACKED.containsKey(value.getClass()));
    }

    /** The names of the parts of a value, in the order in which it is made of them. */
    static List<String> names(Object value) {
        return value instanceof Record
                ? Arrays.stream(value.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : OF_PACKED.get(value.getClass());
    }

    static Class<?> type(Object value, String name) {
        return accessor(value, name).getReturnType();
    }

    private static Method accessor(Object value, String name) {
        try {
            Method accessor = value.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor;
        } catch (NoSuchMethodException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    static @Nullable Object get(Object value, String name) {
        try {
            return accessor(value, name).invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** The value with another part, made as any is made. */
    static Object with(Object value, String name, @Nullable Object part) {
        List<String> names = names(value);
        assertThat(names).contains(name);
        List<Object> parts = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (String each : names) {
            parts.add(each.equals(name) ? part : get(value, each));
            types.add(type(value, each));
        }
        try {
            Executable maker = maker(value.getClass(), types);
            return maker instanceof Method method
                    ? method.invoke(null, parts.toArray())
                    : value.getClass()
                            .getDeclaredConstructor(types.toArray(Class<?>[]::new))
                            .newInstance(parts.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Executable maker(Class<?> type, List<Class<?>> parts) {
        return Stream.concat(
                        Arrays.stream(type.getDeclaredConstructors()),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> method.getName().equals("of"))
                                .filter(method -> Modifier.isStatic(method.getModifiers())))
                .filter(maker -> Arrays.asList(maker.getParameterTypes()).equals(parts))
                .findFirst()
                .orElseThrow();
    }
}
