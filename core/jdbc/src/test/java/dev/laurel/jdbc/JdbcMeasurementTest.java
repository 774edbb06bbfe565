package dev.laurel.jdbc;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** That what is timed against each other comes to the same, and that it still runs. */
class JdbcMeasurementTest {
    @Test
    void theStoreAndTheStatementByHandComeToTheSamePoints() throws InterruptedException, ExecutionException {
        JdbcMeasurement.run(Databases.POSTGRESQL.pool(), 64, 1);
    }
}
