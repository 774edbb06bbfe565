package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.event.Transfer;
import dev.laurel.service.AfterCommit;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What listeners hear of events in transactions of a host, and when. */
@Tag("I18")
class JoinedListenersTest extends TwoMembers {
    private final List<String> told = new ArrayList<>();

    private void tell(Outcome outcome) {
        told.add(outcome.event().customer() + " " + outcome.entries().get(0).points());
    }

    private LoyaltyService told(HostTransaction transaction) {
        return transaction.service().withListener(this::tell).withAfterCommit(transaction::afterCommit);
    }

    @Test
    void listenersHearOfEachEventOnceAndAfterTheHostsCommit() throws SQLException {
        try (HostTransaction transaction = shop.begin()) {
            LoyaltyService service = told(transaction);
            service.submit(purchase("order-1", "ada", "10")).orThrow();
            service.submit(new Transfer("gift", "ada", NOON, "ben", "points", 30))
                    .orThrow();
            assertThat(told).isEmpty();
            transaction.commit();
            assertThat(told).containsExactly("ada 10", "ada -30", "ben 30");
            transaction.commit();
            assertThat(told).hasSize(3);
        }
    }

    @Test
    void listenersHearNothingOfWhatTheHostRollsBack() throws SQLException {
        try (HostTransaction transaction = shop.begin()) {
            LoyaltyService service = told(transaction);
            service.submit(purchase("order-1", "ada", "10")).orThrow();
            transaction.rollback();
            service.submit(purchase("order-2", "ada", "20")).orThrow();
            transaction.commit();
        }
        assertThat(told).containsExactly("ada 20");
        assertThat(shop.journal("ada")).containsExactly("opening", "order-2");
    }

    @Test
    void listenersOfAServiceThatDoesNotKnowWhenTheHostCommitsAreAnError() throws SQLException {
        try (HostTransaction transaction = shop.begin()) {
            LoyaltyService eager = transaction.service().withListener(this::tell);
            assertThatThrownBy(() -> eager.submit(purchase("order-1", "ada", "10")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("say by withAfterCommit when that is committed");
            eager.withAfterCommit(AfterCommit.AT_ONCE)
                    .submit(purchase("order-2", "ada", "20"))
                    .orThrow();
            assertThat(told).containsExactly("ada 20");
            transaction.commit();
        }
        assertThat(shop.journal("ada")).containsExactly("opening", "order-2");
    }

    @Test
    void aStoreTellsWhetherItHasJoined() throws SQLException {
        assertThat(shop.store.isJoined()).isFalse();
        try (HostTransaction transaction = shop.begin()) {
            assertThat(transaction.store().isJoined()).isTrue();
        }
        shop.service
                .withListener(this::tell)
                .submit(purchase("order-1", "ada", "10"))
                .orThrow();
        assertThat(told).containsExactly("ada 10");
    }
}
