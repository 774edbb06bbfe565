package dev.laurel.service;

import static dev.laurel.service.Checkout.NOON;
import static dev.laurel.service.Checkout.soap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Batch;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.RewardChoice;
import dev.laurel.event.Transfer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a store is asked: each question is a round trip to a database. */
class StoreCallsTest {
    private final Checkout shop = new Checkout(Checkout.PROGRAM);
    private int reads;
    private int commits;
    private int pages;
    private final LoyaltyService service = LoyaltyService.of(
                    LoyaltyEngine.of(Checkout.PROGRAM), new ForwardingStore(shop.store) {
                        @Override
                        public AccountView read(AccountKey key, Named named, Intent intent) {
                            reads++;
                            return super.read(key, named, intent);
                        }

                        @Override
                        public void commit(List<AccountCommit> all) {
                            commits++;
                            super.commit(all);
                        }

                        @Override
                        public List<PostedEvent> journal(AccountKey key, long after, int limit) {
                            pages++;
                            return super.journal(key, after, limit);
                        }

                        @Override
                        public List<PostedEvent> journalBefore(AccountKey key, long before, int limit) {
                            pages++;
                            return super.journalBefore(key, before, limit);
                        }
                    })
            .withClock(() -> NOON);

    @BeforeEach
    void aMember() {
        shop.open("ada", 500);
        shop.service.submit(Enrollment.of("e", "ben", NOON)).orThrow();
        shop.buy("p", "20");
    }

    private void asked(int reads, int commits, int pages) {
        assertThat(List.of(this.reads, this.commits, this.pages)).containsExactly(reads, commits, pages);
    }

    @Test
    void anEventIsOneReadAndOneCommit() {
        service.submit(new Purchase("q", "ada", NOON, soap("10"))).orThrow();
        asked(1, 1, 0);
    }

    @Test
    void anEventThatNamesOthersIsOneReadToo() {
        service.submit(Return.ofAll("b", "ada", NOON, "p")).orThrow();
        asked(1, 1, 0);
    }

    @Test
    void aRefusalIsOneRead() {
        assertThat(service.submit(Redemption.of("x", "ada", NOON, "pays", 10_000))
                        .isAccepted())
                .isFalse();
        asked(1, 0, 0);
    }

    @Test
    void aRepetitionIsOneRead() {
        assertThat(service.submit(new Purchase("p", "ada", NOON, soap("20"))).isAccepted())
                .isFalse();
        asked(1, 0, 0);
    }

    @Test
    void aTransferIsOneReadOfEachAndOneCommit() {
        service.submit(new Transfer("t", "ada", NOON, "ben", "points", 5)).orThrow();
        asked(2, 1, 0);
    }

    @Test
    void aBatchIsOneReadAndOneCommit() {
        service.submitBatch(Batch.of(
                        "batch",
                        Redemption.of("x", "ada", NOON, "cash-10", soap("20")),
                        new Purchase("q", "ada", NOON, soap("10"))))
                .orThrow();
        asked(1, 1, 0);
    }

    @Test
    void aCheckoutIsOneReadToQuoteAndOneReadAndOneCommitToPlace() {
        service.place(
                        "order-1",
                        service.member("ada", NOON)
                                .quote(soap("60"), RewardChoice.of("cash-10"))
                                .promise())
                .orThrow();
        asked(2, 1, 0);
    }

    @Test
    void aMemberPageIsOneReadAndOnePageOfTheJournal() {
        MemberView page = service.member("ada", NOON.minusMillis(5)).view(8);
        assertThat(page.entries()).hasSize(2);
        asked(1, 0, 1);
    }
}
