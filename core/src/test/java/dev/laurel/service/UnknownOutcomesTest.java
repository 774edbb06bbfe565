package dev.laurel.service;

import static dev.laurel.service.Checkout.NOON;
import static dev.laurel.service.Checkout.soap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Transfer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The connection breaks at a commit, and nobody knows whether that was before or after it. */
@Tag("K3")
@Tag("I18")
class UnknownOutcomesTest {
    private final Checkout shop = new Checkout(Checkout.PROGRAM);
    private final List<Outcome> told = new ArrayList<>();
    private boolean breaks;
    private boolean breaksBefore;
    private final LoyaltyService service = LoyaltyService.of(
                    LoyaltyEngine.of(Checkout.PROGRAM), new ForwardingStore(shop.store) {
                        @Override
                        public void commit(List<AccountCommit> commits) {
                            if (breaks && breaksBefore) {
                                broken();
                            }
                            super.commit(commits);
                            if (breaks) {
                                broken();
                            }
                        }
                    })
            .withClock(() -> NOON)
            .withListener(told::add);

    private void broken() {
        breaks = false;
        throw new UncheckedIOException("connection reset", new java.io.IOException());
    }

    private static List<LoyaltyEvent> events() {
        List<LoyaltyEvent> events = new ArrayList<>();
        events.add(Enrollment.of("e", "ben", NOON));
        IntStream.range(0, 20).forEach(i -> events.add(new Purchase("p" + i, "ada", NOON, soap("20"))));
        IntStream.range(0, 10).forEach(i -> events.add(Redemption.of("x" + i, "ada", NOON, "pays", 10, soap("60"))));
        IntStream.range(0, 10).forEach(i -> events.add(new Transfer("t" + i, "ada", NOON, "ben", "points", 5)));
        return events;
    }

    /** What an outcome is of, as the outbox has it. */
    private static String of(AccountKey key, LoyaltyEvent event) {
        return key.customer() + " " + event.id();
    }

    @Test
    void anEventWhoseCommitBrokeIsThereOnceAfterItIsSentAgain() {
        for (LoyaltyEvent event : events()) {
            breaks = true;
            breaksBefore = event.id().hashCode() % 2 == 0;
            assertThatThrownBy(() -> service.submit(event)).isInstanceOf(UncheckedIOException.class);
            assertThat(service.outcomeOf(event.customer(), event.id()).isPresent())
                    .isNotEqualTo(breaksBefore);
            Outcome outcome = service.submit(event).orThrow();
            assertThat(outcome.isRepeat()).isNotEqualTo(breaksBefore);
            assertThat(outcome.posted())
                    .isEqualTo(service.outcomeOf(event.customer(), event.id())
                            .orElseThrow()
                            .posted());
        }
        // From the 18th purchase on she is a VIB, so the last two earn twice.
        assertThat(service.account("ada").orElseThrow().balance("points").available())
                .isEqualTo(20 * 20 + 2 * 20 - 10 * 10 - 10 * 5);
        assertThat(service.verify("ada")).isEmpty();
        assertThat(service.verify("ben")).isEmpty();
    }

    @Test
    void theOutboxHasWhatListenersMissed() {
        for (LoyaltyEvent event : events()) {
            breaks = true;
            breaksBefore = false;
            assertThatThrownBy(() -> service.submit(event)).isInstanceOf(UncheckedIOException.class);
            assertThat(service.submit(event).isRepeat()).isTrue();
        }
        assertThat(told).isEmpty();
        List<String> found = new ArrayList<>();
        List<OutboxMessage> messages = shop.store.outbox(7);
        while (!messages.isEmpty()) {
            messages.forEach(
                    message -> found.add(of(message.key(), message.posted().event())));
            shop.store.delivered(messages.stream().map(OutboxMessage::id).toList());
            messages = shop.store.outbox(7);
        }
        Set<String> expected = new HashSet<>();
        for (String customer : List.of("ada", "ben")) {
            service.journal(customer)
                    .forEach(posted -> expected.add(of(new AccountKey("shop", customer), posted.event())));
        }
        assertThat(found)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSize(51);
    }
}
