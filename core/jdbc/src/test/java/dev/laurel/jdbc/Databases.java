package dev.laurel.jdbc;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The databases that tests run against: PostgreSQL and H2, and what else the service loader finds on the class path. */
final class Databases {
    static final TestDatabase POSTGRESQL = new TestPostgres();
    static final TestDatabase H2 = new TestH2();

    /** One of each, so that each server is started once. */
    private static final List<TestDatabase> ALL = Stream.concat(
                    Stream.of(POSTGRESQL, H2),
                    ServiceLoader.load(TestDatabase.class).stream().map(ServiceLoader.Provider::get))
            .toList();

    private Databases() {}

    static Stream<TestDatabase> all() {
        return ALL.stream();
    }
}
