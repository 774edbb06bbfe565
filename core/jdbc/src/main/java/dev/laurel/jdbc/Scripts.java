package dev.laurel.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The scripts that make the tables, one for each version of them. */
final class Scripts {
    private static final List<String> NAMES = List.of("V1__laurel.sql");

    private final Database database;
    private final Tables tables;

    Scripts(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    /** All of them, in their order, with the names of the tables. */
    List<String> texts() {
        return NAMES.stream().map(this::text).toList();
    }

    private String text(String name) {
        URL script = Resources.getResource(Scripts.class, database.dialect().folder() + "/" + name);
        try {
            return tables.in(Resources.toString(script, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs all of them. */
    void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : texts()) {
                // No text in a script has a semicolon in it, and comments are whole lines.
                String bare = text.replaceAll("(?m)^--.*$", "");
                for (String each :
                        Splitter.on(';').trimResults().omitEmptyStrings().split(bare)) {
                    statement.execute(each);
                }
            }
        }
    }
}
