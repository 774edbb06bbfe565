package dev.laurel.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The databases that tests run against: PostgreSQL and H2, and the one whose class {@code -Dlaurel.database} names. */
final class Databases {
    static final TestDatabase POSTGRESQL = new TestPostgres();
    static final TestDatabase H2 = new TestH2();

    /** One of each, so that each server is started once. */
    private static final List<TestDatabase> ALL =
            Stream.concat(Stream.of(POSTGRESQL, H2), named().stream()).toList();

    private Databases() {}

    static Stream<TestDatabase> all() {
        return ALL.stream();
    }

    private static Optional<TestDatabase> named() {
        String name = System.getProperty("laurel.database");
        try {
            return name == null
                    ? Optional.empty()
                    : Optional.of(Class.forName(name)
                            .asSubclass(TestDatabase.class)
                            .getConstructor()
                            .newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("there is no database " + name, e);
        }
    }
}
