package dev.laurel.jdbc;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.laurel.testkit.AccountStoreContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every store promises, kept on each database, in transactions of its own. */
class JdbcContractTest {
    @TestFactory
    Stream<DynamicTest> everyPromiseIsKept() {
        return Databases.all().flatMap(JdbcContractTest::checks);
    }

    private static Stream<DynamicTest> checks(TestDatabase database) {
        JdbcAccountStore store = database.freshStore();
        return AccountStoreContract.of(() -> store)
                .checks()
                .map(check -> dynamicTest(database + ": " + check.name(), check::run));
    }
}
