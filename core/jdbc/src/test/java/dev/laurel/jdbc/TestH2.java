package dev.laurel.jdbc;

import java.util.Locale;

/** In memory. */
final class TestH2 extends TestDatabase {
    @Override
    protected String url() {
        return "jdbc:h2:mem:laurel;DB_CLOSE_DELAY=-1";
    }

    @Override
    protected String countOfWaiting() {
        return "select count(*) from information_schema.sessions where blocker_id is not null";
    }

    @Override
    protected String waitingASecond() {
        return "set lock_timeout 1000";
    }

    @Override
    String inItsCase(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
