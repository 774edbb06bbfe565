package dev.laurel.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableSet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** What databases differ in, beside whole statements. */
enum Dialect {
    POSTGRESQL("postgresql"),
    H2("h2"),
    /** MySQL too, on which nothing is tested. */
    MARIADB("mariadb");

    /** A serialization failure, a deadlock, a lock that was waited for too long, a row that another changed, a key that is there by now. */
    private static final Set<String> STATES_OF_A_RACE = ImmutableSet.of("40001", "40P01", "55P03", "90131", "23505");

    /** The same where the SQL state does not say it: a lock timeout of H2, and a deadlock, a lock timeout and a key of MariaDB. */
    private static final Set<Integer> H2_ERRORS_OF_A_RACE = ImmutableSet.of(50200);

    private static final Set<Integer> MARIADB_ERRORS_OF_A_RACE = ImmutableSet.of(1020, 1062, 1205, 1213);

    /** A table of that name is there: of PostgreSQL, and of all others. */
    private static final Set<String> STATES_OF_A_TABLE_THAT_IS_THERE = ImmutableSet.of("42P07", "42S01");

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** The dialect of a database, by the name of its product. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "H2" -> H2;
            case "MariaDB", "MySQL" -> MARIADB;
            default ->
                throw new IllegalArgumentException(
                        "the database must be PostgreSQL, H2, MariaDB or MySQL, but is " + product);
        };
    }

    /** Where its scripts lie, beside this class. */
    String folder() {
        return folder;
    }

    /** Sets an id, which is compared as it is. */
    void setId(PreparedStatement statement, int place, String id) throws SQLException {
        if (this == MARIADB) {
            statement.setBytes(place, id.getBytes(UTF_8));
        } else {
            statement.setString(place, id);
        }
    }

    /** An id of a row. */
    String id(ResultSet row, int place) throws SQLException {
        return this == MARIADB ? new String(row.getBytes(place), UTF_8) : row.getString(place);
    }

    /** Whether the database gave up the work because others did something at the same time. */
    boolean isRace(SQLException thrown) {
        for (SQLException each = thrown; each != null; each = each.getNextException()) {
            if (STATES_OF_A_RACE.contains(String.valueOf(each.getSQLState())) || isRace(each.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a table was not made because it is there. */
    static boolean isTableThere(SQLException thrown) {
        return STATES_OF_A_TABLE_THAT_IS_THERE.contains(String.valueOf(thrown.getSQLState()));
    }

    private boolean isRace(int error) {
        return switch (this) {
            case POSTGRESQL -> false;
            case H2 -> H2_ERRORS_OF_A_RACE.contains(error);
            case MARIADB -> MARIADB_ERRORS_OF_A_RACE.contains(error);
        };
    }
}
