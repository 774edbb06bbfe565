package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.event.Transfer;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountStore;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.LoyaltyService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commits that build on what is past by then, in transactions of a host that go on. */
@Tag("I18")
class StaleCommitsTest extends TwoMembers {
    private List<String> afterTheOther;

    private void other(Runnable work) {
        work.run();
        try {
            afterTheOther = shop.everything();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The host goes on after what is refused, and commits. */
    private ConcurrentUpdateException refused(Runnable between, Submission submission) throws SQLException {
        try (HostTransaction transaction = shop.begin()) {
            transaction.order("before");
            LoyaltyService service = shop.serviceOver(interposed(transaction.store(), () -> other(between)));
            ConcurrentUpdateException thrown =
                    catchThrowableOfType(ConcurrentUpdateException.class, () -> submission.to(service));
            transaction.order("after");
            transaction.commit();
            return thrown;
        }
    }

    private interface Submission {
        void to(LoyaltyService service);
    }

    private void requireNothingOfIt() throws SQLException {
        assertThat(shop.orders()).containsExactly("after", "before");
        assertThat(shop.everything()).isEqualTo(afterTheOther);
    }

    @Test
    void aCommitOnAnEarlierRevisionLeavesNothingInATransactionThatGoesOn() throws SQLException {
        assertThat(refused(
                        () -> shop.service
                                .submit(purchase("between", "ada", "1"))
                                .orThrow(),
                        service ->
                                service.submit(purchase("order-1", "ada", "10")).orThrow()))
                .hasMessage("account of customer 'ada' in program 'shop' is at revision 2, but the commit builds on 1;"
                        + " repeat the whole transaction");
        requireNothingOfIt();
        shop.requireClean("ada", "ben");
    }

    @Test
    void aCommitOfTwoAccountsOfWhichTheSecondIsStaleLeavesNothingOfTheFirst() throws SQLException {
        assertThat(refused(
                        () -> shop.service
                                .submit(purchase("between", "ben", "1"))
                                .orThrow(),
                        service -> service.submit(new Transfer("gift", "ada", NOON, "ben", "points", 30))
                                .orThrow()))
                .hasMessage("account of customer 'ben' in program 'shop' is at revision 2, but the commit builds on 1;"
                        + " repeat the whole transaction");
        requireNothingOfIt();
        shop.requireClean("ada", "ben");
    }

    @Test
    void aCommitThatBeginsAnAccountThatAnotherBeganLeavesNothing() throws SQLException {
        assertThat(refused(
                        () -> shop.service
                                .submit(purchase("between", "cid", "1"))
                                .orThrow(),
                        service ->
                                service.submit(purchase("order-1", "cid", "10")).orThrow()))
                .hasMessageEndingWith("; repeat the whole transaction");
        requireNothingOfIt();
        shop.requireClean("ada", "ben", "cid");
    }

    @Test
    void aCommitOfTwoAccountsOfWhichAnotherBeganTheSecondLeavesNothingOfTheFirst() throws SQLException {
        List<AccountCommit> both = new ArrayList<>();
        LoyaltyService untold = shop.serviceOver(withoutCommits(shop.store, both));
        untold.submit(purchase("order-1", "cid", "10")).orThrow();
        untold.submit(purchase("order-1", "ada", "10")).orThrow();
        other(() -> shop.service.submit(purchase("between", "cid", "1")).orThrow());
        try (HostTransaction transaction = shop.begin()) {
            transaction.order("before");
            assertThatThrownBy(() -> transaction.store().commit(both))
                    .isInstanceOf(ConcurrentUpdateException.class)
                    .hasMessageEndingWith("; repeat the whole transaction");
            transaction.order("after");
            transaction.commit();
        }
        requireNothingOfIt();
        shop.requireClean("ada", "ben", "cid");
    }

    /** Keeps what is to be committed in place of committing it. */
    private static AccountStore withoutCommits(AccountStore store, List<AccountCommit> kept) {
        return Passing.by(AccountStore.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                ((List<?>) arguments[0]).forEach(each -> kept.add((AccountCommit) each));
                return null;
            }
            return Passing.on(store, method, arguments);
        });
    }
}
