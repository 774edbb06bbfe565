package dev.laurel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.laurel.service.InMemoryAccountStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AccountStoreContractTest {
    /** One store for all checks, as a database is. */
    private static final InMemoryAccountStore SHARED = InMemoryAccountStore.withOutbox();

    @TestFactory
    Stream<DynamicTest> theStoreInMemoryKeepsEveryPromise() {
        return AccountStoreContract.of(InMemoryAccountStore::withOutbox)
                .checks()
                .map(check -> dynamicTest(check.name(), check::run));
    }

    @TestFactory
    Stream<DynamicTest> aStoreThatAllChecksShareKeepsEveryPromise() {
        return AccountStoreContract.of(() -> SHARED).checks().map(check -> dynamicTest(check.name(), check::run));
    }

    @Test
    void noTwoChecksHaveTheSameName() {
        List<String> names = AccountStoreContract.of(InMemoryAccountStore::withOutbox)
                .checks()
                .map(AccountStoreContract.Check::name)
                .toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }
}
