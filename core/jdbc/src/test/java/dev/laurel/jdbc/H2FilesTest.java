package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FilesTest {
    @TempDir
    Path directory;

    private static long delayOf(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + url)) {
            return H2Files.writeDelay(connection);
        }
    }

    @Test
    void aFileIsWrittenLaterUnlessTheUrlSaysOtherwise() throws SQLException {
        assertThat(delayOf(directory.resolve("late").toString())).isPositive();
        assertThat(delayOf(directory.resolve("at-once") + ";WRITE_DELAY=0")).isZero();
        assertThat(delayOf("mem:")).isZero();
    }
}
