package dev.laurel.jdbc;

/** In memory. */
final class TestH2 extends TestDatabase {
    @Override
    protected String url() {
        return "jdbc:h2:mem:laurel;DB_CLOSE_DELAY=-1";
    }
}
