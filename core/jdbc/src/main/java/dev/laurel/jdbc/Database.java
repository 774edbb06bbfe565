package dev.laurel.jdbc;

import com.google.errorprone.annotations.MustBeClosed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A database as the store uses it: its dialect, and the texts of SQL in that and with the names of its tables. */
final class Database {
    private final Dialect dialect;
    private final Tables tables;

    /** Each text is put together once. There are as many as statements, since none has a value in it. */
    private final Map<String, String> named = new ConcurrentHashMap<>();

    Database(Dialect dialect, Tables tables) {
        this.dialect = dialect;
        this.tables = tables;
    }

    Dialect dialect() {
        return dialect;
    }

    /** A statement of a text that is written for the names of the scripts. */
    @MustBeClosed
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(named.computeIfAbsent(sql, tables::in));
    }

    Parameters parameters(PreparedStatement statement) {
        return new Parameters(dialect, statement);
    }
}
