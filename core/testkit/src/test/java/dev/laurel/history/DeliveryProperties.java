package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Redemption;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What comes of events that a host delivers more than once. */
@Tag("slow")
class DeliveryProperties {
    private static String digest(LoyaltyService service) {
        return service.account(RandomHistory.CUSTOMER)
                .map(Codec.ACCOUNTS::digest)
                .orElse("none");
    }

    @Property(tries = 1_000)
    @Tag("E2")
    @Tag("I6")
    @Tag("K3")
    @Tag("K4")
    void repetitionsDoNothingAndConflictsAreRefused(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        LoyaltyService clean =
                LoyaltyService.of(engine, new InMemoryAccountStore()).withTolerance(Duration.ofDays(3_650_000));
        LoyaltyService noisy =
                LoyaltyService.of(engine, new InMemoryAccountStore()).withTolerance(Duration.ofDays(3_650_000));
        List<LoyaltyEvent> accepted = new ArrayList<>();
        boolean isErased = false;
        for (LoyaltyEvent event : history.events()) {
            Outcome outcome = clean.submit(event);
            Outcome sent = noisy.submit(event);
            assertThat(sent).isEqualTo(outcome);
            isErased |= event instanceof Erasure && outcome.isAccepted();
            if (outcome.isAccepted()) {
                accepted.add(event);
            }
            while (!accepted.isEmpty() && history.chance(40)) {
                assertSentAgain(noisy, accepted.get((accepted.size() - 1) / 2), isErased);
                assertSentAgain(noisy, accepted.get(accepted.size() - 1), isErased);
            }
        }
        assertThat(digest(noisy)).isEqualTo(digest(clean));
        assertThat(noisy.entries(RandomHistory.CUSTOMER)).isEqualTo(clean.entries(RandomHistory.CUSTOMER));
    }

    /** After an erasure an event is known by its id only, and no longer told from anything else of that id. */
    private static void assertSentAgain(LoyaltyService service, LoyaltyEvent event, boolean isErased) {
        String before = digest(service);
        Outcome again = service.submit(event);
        assertThat(again.isRepeat()).isTrue();
        Outcome other = service.submit(Redemption.of(event.id(), event.customer(), event.occurredAt(), "other"));
        assertThat(other.isRepeat()).isEqualTo(isErased);
        assertThat(other.refusal().map(refusal -> refusal.code()))
                .isEqualTo(isErased ? Optional.empty() : Optional.of("ID_CONFLICT"));
        assertThat(digest(service)).isEqualTo(before);
    }

    @Property(tries = 300)
    @Tag("L3")
    void anAccountAtAPastInstantIsTheOneThatStoodThen(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        LoyaltyService service = LoyaltyService.of(LoyaltyEngine.of(history.program()), new InMemoryAccountStore())
                .withTolerance(Duration.ofDays(3_650_000));
        List<Account> stood = new ArrayList<>();
        for (LoyaltyEvent event : history.events()) {
            Outcome outcome = service.submit(event);
            if (outcome.isAccepted()) {
                Account now = outcome.account();
                if (event instanceof Erasure) {
                    // The past of an erased customer is gone.
                    stood.clear();
                }
                stood.removeIf(account -> account.asOf().equals(now.asOf()));
                stood.add(now);
            }
        }
        for (Account account : stood) {
            assertThat(service.accountAt(RandomHistory.CUSTOMER, account.asOf()))
                    .contains(account);
        }
    }
}
