package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.account.Account;
import dev.laurel.decision.PostedEvent;
import dev.laurel.event.TimePassed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryAccountStoreTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final AccountStore store = new InMemoryAccountStore();

    private static AccountCommit commit(String customer, long expectedRevision) {
        return commit(customer, expectedRevision, NOON.plusSeconds(expectedRevision));
    }

    private static AccountCommit commit(String customer, long expectedRevision, Instant at) {
        return new AccountCommit(
                new AccountKey("shop", customer),
                expectedRevision,
                Account.untouched("shop", customer, List.of(), null),
                PostedEvent.of(new TimePassed(customer, at), NOON, List.of(), List.of(), List.of()),
                List.of());
    }

    private long revision(String customer) {
        return store.account(new AccountKey("shop", customer))
                .map(StoredAccount::revision)
                .orElse(0L);
    }

    @Test
    void aStoreInMemoryCountsTheCommitsOfAnAccount() {
        assertThat(revision("a")).isZero();
        store.commit(List.of(commit("a", 0)));
        store.commit(List.of(commit("a", 1)));
        assertThat(revision("a")).isEqualTo(2);
        assertThat(store.journal(new AccountKey("shop", "a"))).hasSize(2);
        assertThat(revision("b")).isZero();
    }

    @Test
    void aStoreInMemoryRefusesACommitOnAnotherRevision() {
        store.commit(List.of(commit("a", 0)));
        assertThatThrownBy(() -> store.commit(List.of(commit("a", 0, NOON.plusSeconds(99)))))
                .isInstanceOf(StaleAccountException.class)
                .hasMessage("account of customer 'a' in program 'shop' is at revision 1, but the commit builds on 0");
        assertThat(revision("a")).isEqualTo(1);
    }

    @Test
    void aStoreInMemoryRefusesAnEventThatIsThereAlready() {
        store.commit(List.of(commit("a", 0, NOON)));
        assertThatThrownBy(() -> store.commit(List.of(commit("a", 1, NOON)))).isInstanceOf(StaleAccountException.class);
    }

    @Test
    void aStoreInMemoryStoresTwoAccountsOrNone() {
        store.commit(List.of(commit("b", 0), commit("a", 0)));
        assertThat(revision("a")).isEqualTo(1);
        assertThat(revision("b")).isEqualTo(1);
        assertThatThrownBy(() -> store.commit(List.of(commit("a", 1), commit("b", 7))))
                .isInstanceOf(StaleAccountException.class);
        assertThatThrownBy(() -> store.commit(List.of(commit("c", 0), commit("b", 7))))
                .isInstanceOf(StaleAccountException.class);
        assertThat(revision("a")).isEqualTo(1);
        assertThat(revision("b")).isEqualTo(1);
        assertThat(store.account(new AccountKey("shop", "c"))).isEmpty();
    }

    @Test
    void aStoreInMemoryRefusesACommitOfNoneThreeOrTheSameAccountTwice() {
        assertThatThrownBy(() -> store.commit(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a commit must be of one or two accounts, but was of 0");
        assertThatThrownBy(() -> store.commit(List.of(commit("a", 0), commit("b", 0), commit("c", 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.commit(List.of(commit("a", 0), commit("a", 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a commit must not be of the same account twice");
        assertThat(revision("a")).isZero();
    }
}
