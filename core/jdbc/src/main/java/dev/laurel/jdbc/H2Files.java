package dev.laurel.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What H2 does with what is committed, where it keeps it in a file. */
final class H2Files {
    private static final String DELAY = "select cast(setting_value as bigint) from information_schema.settings"
            + " where setting_name = 'WRITE_DELAY' and database_path() is not null";

    private H2Files() {}

    /** How many milliseconds later than the commit it can be written; 0 if it is written at once, or is in memory anyway. */
    static long writeDelay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DELAY)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
