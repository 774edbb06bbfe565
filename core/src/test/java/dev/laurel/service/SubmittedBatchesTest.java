package dev.laurel.service;

import static dev.laurel.service.Checkout.NOON;
import static dev.laurel.service.Checkout.soap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.codec.Codec;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Batch;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.Transfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several events given together: all of them, or none. */
@Tag("E5")
class SubmittedBatchesTest {
    private final Checkout shop = new Checkout(Checkout.PROGRAM);
    private final List<Outcome> told = new ArrayList<>();
    private final LoyaltyService service = shop.service.withListener(told::add);

    @BeforeEach
    void pointsOfOld() {
        shop.open("ada", 500);
    }

    private static Purchase purchase(String id, String net) {
        return new Purchase(id, "ada", NOON, soap(net));
    }

    private static Redemption redemption(String id, String reward) {
        return Redemption.of(id, "ada", NOON, reward, soap("60"));
    }

    private String digest() {
        return Codec.ACCOUNTS.digest(service.account("ada").orElseThrow());
    }

    private int revision() {
        return Math.toIntExact(shop.store
                .read(new AccountKey("shop", "ada"), Named.NOTHING, Intent.VIEW)
                .revision());
    }

    @Nested
    class AllOrNone {
        @Test
        void aBatchDoesWhatItsEventsDoOneAfterTheOther() {
            Checkout other = new Checkout(Checkout.PROGRAM);
            other.open("ada", 500);
            List<LoyaltyEvent> events =
                    List.of(redemption("r", "cash-10"), purchase("p", "50"), Return.ofAll("b", "ada", NOON, "p"));
            events.forEach(event -> other.service.submit(event).orThrow());
            BatchOutcome outcome =
                    service.submitBatch(new Batch("batch", "ada", NOON, events)).orThrow();
            assertThat(outcome.outcomes()).extracting(Outcome::event).containsExactlyElementsOf(events);
            assertThat(outcome.outcomes().get(1).entries()).hasSize(1);
            assertThat(outcome.isRepeat()).isFalse();
            assertThat(outcome.account()).isEqualTo(service.account("ada").orElseThrow());
            assertThat(digest())
                    .isEqualTo(
                            Codec.ACCOUNTS.digest(other.service.account("ada").orElseThrow()));
            assertThat(service.verify("ada")).isEmpty();
            assertThat(told).extracting(Outcome::event).isEqualTo(events);
        }

        @Test
        void aBatchWhoseThirdEventIsRefusedChangesNothing() {
            String before = digest();
            int revision = revision();
            BatchOutcome outcome = service.submitBatch(Batch.of(
                    "batch",
                    redemption("r", "cash-10"),
                    purchase("p", "50"),
                    Redemption.of("x", "ada", NOON, "pays", 10_000),
                    purchase("q", "50")));
            assertThat(outcome.refusal()).contains(new Refusal.InsufficientPoints("points", 450, 10_000));
            assertThat(outcome.refused().orElseThrow().event().id()).isEqualTo("x");
            assertThat(outcome.refused().orElseThrow().account())
                    .isEqualTo(service.account("ada").orElseThrow());
            assertThat(outcome.outcomes()).isEmpty();
            assertThat(digest()).isEqualTo(before);
            assertThat(revision()).isEqualTo(revision);
            assertThat(told).isEmpty();
            for (String id : List.of("batch", "r", "p", "x", "q")) {
                assertThat(service.outcomeOf("ada", id)).isEmpty();
            }
        }

        @Test
        void eventsOfABatchSeeThoseBefore() {
            service.submitBatch(Batch.of(
                            "batch",
                            new Closure("c", "ada", NOON),
                            new Reopening("w", "ada", NOON),
                            Hold.of("h", "ada", NOON, "free-soap", NOON.plusSeconds(60)),
                            purchase("p", "5"),
                            Return.ofAll("b", "ada", NOON, "p")))
                    .orThrow();
            assertThat(shop.available()).isEqualTo(470);
        }

        @Test
        void aBatchCanOpenAnAccount() {
            service.submitBatch(Batch.of(
                            "batch", Enrollment.of("e", "ben", NOON), new Purchase("p", "ben", NOON, soap("10"))))
                    .orThrow();
            assertThat(service.account("ben").orElseThrow().milestones().enrolled())
                    .isEqualTo(NOON);
        }

        @Test
        void transfersOfABatchArriveTogetherOrNotAtAll() {
            Batch batch = Batch.of(
                    "batch",
                    new Transfer("t1", "ada", NOON, "ben", "points", 50),
                    new Transfer("t2", "ada", NOON, "cleo", "points", 50),
                    new Transfer("t3", "ada", NOON, "ben", "points", 25));
            service.submit(Enrollment.of("e", "ben", NOON)).orThrow();
            String before = digest();
            assertThat(service.submitBatch(batch).refusal().orElseThrow().code())
                    .isEqualTo("NOT_ALLOWED");
            assertThat(digest()).isEqualTo(before);
            assertThat(service.member("ben", NOON).available(Checkout.POINTS)).isZero();
            service.submit(Enrollment.of("e", "cleo", NOON)).orThrow();
            service.submitBatch(batch).orThrow();
            assertThat(service.member("ben", NOON).available(Checkout.POINTS)).isEqualTo(75);
            assertThat(service.member("cleo", NOON).available(Checkout.POINTS)).isEqualTo(50);
            assertThat(service.verify("ben")).isEmpty();
        }

        @Test
        @Tag("F2")
        void anErasureInABatchLeavesNothingOfTheEventsBeforeIt() {
            service.submitBatch(Batch.of("batch", purchase("canary-p", "5"), new Erasure("z", "ada", NOON)))
                    .orThrow();
            assertThat(service.journal("ada"))
                    .filteredOn(posted -> !(posted.event() instanceof Erasure))
                    .allMatch(posted -> posted.isErased() || posted.event() instanceof BatchRecord);
            assertThat(shop.store.outbox(10)).hasSize(3);
            assertThat(service.receipt("ada", "canary-p")).isEmpty();
            assertThat(service.verify("ada")).isEmpty();
        }
    }

    @Nested
    @Tag("E2")
    class Again {
        private final Batch batch = Batch.of("batch", redemption("r", "cash-10"), purchase("p", "50"));

        @Test
        void theSameBatchAgainIsARepetition() {
            service.submitBatch(batch).orThrow();
            String before = digest();
            BatchOutcome again = service.submitBatch(batch).orThrow();
            assertThat(again.isRepeat()).isTrue();
            assertThat(again.outcomes()).hasSize(2).allMatch(Outcome::isRepeat);
            assertThat(digest()).isEqualTo(before);
            assertThat(told).hasSize(2);
        }

        @Test
        void anEventThatWasAcceptedBeforeIsSkipped() {
            service.submit(redemption("r", "cash-10")).orThrow();
            BatchOutcome outcome = service.submitBatch(batch).orThrow();
            assertThat(outcome.isRepeat()).isFalse();
            assertThat(outcome.outcomes()).extracting(Outcome::isRepeat).containsExactly(true, false);
            assertThat(shop.available()).isEqualTo(450);
            assertThat(service.submit(purchase("p", "50")).isRepeat()).isTrue();
        }

        @Test
        void anotherEventUnderAnIdOfTheBatchIsAConflictOfAllOfIt() {
            service.submit(redemption("r", "half")).orThrow();
            assertThat(service.submitBatch(batch).refusal()).contains(new Refusal.IdConflict("r", "reward"));
            assertThat(service.outcomeOf("ada", "p")).isEmpty();
        }

        @Test
        void theIdOfABatchIsInTheSameSpaceAsThoseOfEvents() {
            service.submitBatch(batch).orThrow();
            assertThat(service.submit(purchase("batch", "1")).refusal())
                    .contains(new Refusal.IdConflict("batch", "kind"));
            assertThat(service.submitBatch(Batch.of("batch", redemption("r", "cash-10")))
                            .refusal())
                    .contains(new Refusal.IdConflict("batch", "events"));
            assertThat(service.submitBatch(Batch.of("p", purchase("q", "1"))).refusal())
                    .contains(new Refusal.IdConflict("p", "kind"));
        }

        @Test
        void aBatchOfWhichNothingIsNewLeavesNothing() {
            batch.events().forEach(event -> service.submit(event).orThrow());
            int revision = revision();
            assertThat(service.submitBatch(batch).orThrow().isRepeat()).isTrue();
            assertThat(revision()).isEqualTo(revision);
            assertThat(shop.store.outbox(10)).hasSize(3);
            service.submitBatch(Batch.of("next", purchase("q", "5"))).orThrow();
            assertThat(shop.store.outbox(10)).hasSize(4);
        }

        @Test
        @Tag("TV-216")
        void aBatchOfSomebodyWhoWasErasedIsARepetition() {
            service.submitBatch(batch).orThrow();
            service.submit(new Erasure("z", "ada", NOON)).orThrow();
            String before = digest();
            assertThat(service.submitBatch(batch).orThrow().isRepeat()).isTrue();
            assertThat(digest()).isEqualTo(before);
        }
    }

    /** All rewards together by the order of each. */
    @Nested
    @Tag("R5")
    class Rewards {
        private Redemption on(String id, String reward, Basket basket) {
            return Redemption.of(id, "ada", NOON, reward, basket);
        }

        @Test
        void rewardsOfABatchNeverExceedTheOrder() {
            service.submitBatch(Batch.of("one", on("a", "cash-10", soap("20")), on("b", "cash-10", soap("20"))))
                    .orThrow();
            BatchOutcome over = service.submitBatch(
                    Batch.of("two", on("c", "cash-10", soap("19.99")), on("d", "cash-10", soap("19.99"))));
            assertThat(over.refusal().orElseThrow().code()).isEqualTo("CONDITION_NOT_MET");
            assertThat(over.refused().orElseThrow().event().id()).isEqualTo("d");
            assertThat(service.outcomeOf("ada", "c")).isEmpty();
        }

        @Test
        void rewardsOfABatchAreJudgedByTheOrderOfEach() {
            assertThat(service.submitBatch(
                                    Batch.of("one", on("a", "cash-10", soap("100")), on("b", "cash-10", soap("19.99"))))
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo("CONDITION_NOT_MET");
        }

        @Test
        void pointsThatPayBesideADiscountPayForWhatItLeaves() {
            LoyaltyEvent pays = Redemption.of("b", "ada", NOON, "pays", 301, soap("13.00"));
            assertThat(service.submitBatch(Batch.of("one", on("a", "cash-10", soap("13.00")), pays))
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo("CONDITION_NOT_MET");
            LoyaltyEvent fits = Redemption.of("b", "ada", NOON, "pays", 400, soap("14.00"));
            service.submitBatch(Batch.of("one", on("a", "cash-10", soap("14.00")), fits))
                    .orThrow();
        }

        @Test
        void aRewardThatWasRedeemedBeforeCountsInItsBatch() {
            service.submit(on("a", "cash-10", soap("14.00"))).orThrow();
            assertThat(service.submitBatch(Batch.of(
                                    "one", on("a", "cash-10", soap("14.00")), on("b", "cash-10", soap("14.00"))))
                            .isAccepted())
                    .isFalse();
        }

        @Test
        void aRewardThatIsGivenBackInTheBatchDoesNotCount() {
            service.submitBatch(Batch.of(
                            "one",
                            on("a", "cash-10", soap("14.00")),
                            Cancellation.ofAll("b", "ada", NOON, "a"),
                            new Hold("c", "ada", NOON, "cash-10", NOON.plusSeconds(60), null, soap("14.00")),
                            new Release("d", "ada", NOON, "c"),
                            on("e", "cash-10", soap("14.00"))))
                    .orThrow();
            assertThat(shop.available()).isEqualTo(400);
        }

        @Test
        void moreRewardsThanAHundredOnOrdersAreRefused() {
            shop.open("rich", 100_000);
            List<LoyaltyEvent> many = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                many.add(Redemption.of("x" + i, "rich", NOON, "cash-10", soap("1000." + (10 + i % 90))));
            }
            assertThat(service.submitBatch(new Batch("hundred", "rich", NOON, many))
                            .isAccepted())
                    .isTrue();
            List<LoyaltyEvent> more = new ArrayList<>();
            many.forEach(event -> more.add(Redemption.of("y" + event.id(), "rich", NOON, "cash-10", soap("2000"))));
            more.add(Redemption.of("z", "rich", NOON, "cash-10", soap("2000")));
            assertThat(service.submitBatch(new Batch("more", "rich", NOON, more))
                            .refusal())
                    .contains(new Refusal.Invalid("a batch must take at most 100 rewards on orders, but took 101"));
        }

        @Test
        void aSecondFreePieceOfOneIsRefused() {
            assertThat(service.submitBatch(
                                    Batch.of("one", on("a", "free-soap", soap("5")), on("b", "free-soap", soap("5"))))
                            .isAccepted())
                    .isFalse();
        }
    }

    @Nested
    class BadInput {
        @Test
        void whatOnlyTheServiceMakesCannotBeSubmitted() {
            BatchRecord record = new BatchRecord("b", "ada", NOON, List.of("p"), null);
            assertThatThrownBy(() -> service.submit(record))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("event 'b' comes from another one; submit that");
        }

        @Test
        @Tag("T3")
        void aBatchThatLiesAheadOfTheClockIsRefused() {
            Purchase ahead = new Purchase("p", "ada", NOON.plus(Duration.ofDays(2)), soap("1"));
            assertThat(service.submitBatch(Batch.of("b", ahead))
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo("EVENT_TOO_EARLY");
        }
    }

    @Test
    void aBatchIsToldInIdsOnly() {
        assertThat(service.submitBatch(Batch.of("b", purchase("p", "1"))))
                .hasToString("BatchOutcome[b of ada: 1 events]");
    }
}
