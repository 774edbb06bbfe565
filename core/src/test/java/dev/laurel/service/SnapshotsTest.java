package dev.laurel.service;

import static dev.laurel.service.AuditedShop.day;
import static dev.laurel.service.AuditedShop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Batch;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.Receipt;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The past of an account costs what happened since the snapshot before it, and is the same. */
@Tag("L3")
class SnapshotsTest {
    private static final AccountKey ADA = new AccountKey("shop", "ada");

    private final InMemoryAccountStore memory = new InMemoryAccountStore();
    private final Watched store = new Watched(memory);
    private final LoyaltyService service = LoyaltyService.of(
                    LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
                            .zone(ZoneId.of("UTC"))
                            .money(usd("1").currency())
                            .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                            .build()),
                    store)
            .withClock(() -> day(3_000));

    /** Counts the events that are read, and can give back what it should not. */
    private static final class Watched extends ForwardingStore {
        private int events;
        private UnaryOperator<StoredAccount> snapshot = UnaryOperator.identity();
        private UnaryOperator<Map<String, Receipt>> receipts = UnaryOperator.identity();

        Watched(AccountStore store) {
            super(store);
        }

        @Override
        public List<PostedEvent> journal(AccountKey key, long after, int limit) {
            List<PostedEvent> page = super.journal(key, after, limit);
            events += page.size();
            return page;
        }

        @Override
        public List<StoredAccount> snapshots(AccountKey key, long before, int limit) {
            return super.snapshots(key, before, limit).stream().map(snapshot).toList();
        }

        @Override
        public Map<String, Receipt> receiptsAt(AccountKey key, Set<String> events, long revision) {
            return receipts.apply(super.receiptsAt(key, events, revision));
        }
    }

    private static Purchase purchase(int place) {
        return new Purchase("p" + place, "ada", day(place), Basket.ofTotal(usd(String.valueOf(place))));
    }

    private void buy(LoyaltyService by, int from, int to) {
        for (int place = from; place <= to; place++) {
            by.submit(purchase(place)).orThrow();
        }
    }

    private List<Long> revisions() {
        return memory.snapshots(ADA, Long.MAX_VALUE, 1_000).stream()
                .map(StoredAccount::revision)
                .toList();
    }

    /** What does not agree since a purchase was recorded. */
    private List<String> verifiedSince(int purchase) {
        Outcome outcome = service.outcomeOf("ada", "p" + purchase).orElseThrow();
        return service.verify("ada", outcome.posted().orElseThrow().recordedAt());
    }

    @Nested
    class Kept {
        @Test
        void snapshotsAreKeptAfterEachHundredEventsOfAnAccount() {
            buy(service, 1, 99);
            assertThat(revisions()).isEmpty();
            buy(service, 100, 250);
            assertThat(revisions()).containsExactly(200L, 100L);
        }

        @Test
        void snapshotsAreKeptAsOftenAsTheHostSays() {
            buy(service.withSnapshotsEvery(2), 1, 5);
            assertThat(revisions()).containsExactly(4L, 2L);
            buy(service.withSnapshotsEvery(1), 6, 7);
            assertThat(revisions()).containsExactly(7L, 6L, 4L, 2L);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> service.withSnapshotsEvery(0))
                    .withMessage("snapshots must be at least 1 event apart, but were to be 0");
        }

        @Test
        void aBatchLeavesOneSnapshotOfItsEnd() {
            buy(service, 1, 99);
            service.submitBatch(Batch.of(
                            "batch",
                            new Purchase("a", "ada", day(100), Basket.ofTotal(usd("1"))),
                            new Purchase("b", "ada", day(100), Basket.ofTotal(usd("2")))))
                    .orThrow();
            assertThat(revisions())
                    .containsExactly(
                            memory.read(ADA, Named.NOTHING, Intent.VIEW).revision());
        }

        @Test
        void anErasureLeavesNoSnapshotAndNoPast() {
            LoyaltyService often = service.withSnapshotsEvery(2);
            buy(often, 1, 6);
            often.submit(new Erasure("erasure", "ada", day(7))).orThrow();
            assertThat(revisions()).isEmpty();
            assertThat(often.accountAt("ada", day(4))).isEmpty();
            assertThat(often.explain("ada", "p5")).isEmpty();
            assertThat(often.verify("ada", day(0))).isEmpty();
        }
    }

    @Nested
    class Bounded {
        @BeforeEach
        void tenYears() {
            buy(service, 1, 1_050);
            store.events = 0;
        }

        private void requireFewRead() {
            assertThat(store.events).isBetween(1, 200);
            store.events = 0;
        }

        @Test
        void whatIsAskedOfThePastReadsTheEventsSinceTheSnapshotBefore() {
            for (int place : new int[] {101, 500, 999, 1_050}) {
                Explanation explanation = service.explain("ada", "p" + place).orElseThrow();
                requireFewRead();
                assertThat(explanation.applied().get(0).points()).isEqualTo(place);
                Account account =
                        service.accountAt("ada", day(place).minusSeconds(1)).orElseThrow();
                assertThat(account.balance("points").available()).isEqualTo((place - 1L) * place / 2);
            }
            store.events = 0;
            assertThat(verifiedSince(1_050)).isEmpty();
            requireFewRead();
        }

        @Test
        void whatIsAskedOfThePastIsTheSameAsFromTheFirstEvent() {
            List<Object> bySnapshots = asked();
            UnaryOperator<StoredAccount> far = snapshot -> new StoredAccount(
                    service.engine().advance(snapshot.account(), Timestamps.MAX).account(),
                    snapshot.revision(),
                    Timestamps.MAX);
            store.snapshot = far;
            assertThat(asked()).isEqualTo(bySnapshots);
            assertThat(store.events).isGreaterThan(1_050);
        }

        private List<Object> asked() {
            List<Object> answers = new ArrayList<>();
            for (int place = 90; place < 310; place += 7) {
                answers.add(service.accountAt("ada", day(place))
                        .map(Codec.ACCOUNTS::digest)
                        .orElseThrow());
                answers.add(service.explain("ada", "p" + place).orElseThrow().text());
            }
            return answers;
        }
    }

    /** Purchases 1 to 4 and a snapshot after each two events; then a return of the first of these. */
    @Nested
    class Audited {
        @BeforeEach
        void aReturnOfWhatWasBoughtBeforeASnapshot() {
            LoyaltyService often = service.withSnapshotsEvery(2);
            buy(often, 1, 4);
            LoyaltyEvent back = Return.ofAll("back", "ada", day(5), "p1");
            often.submit(back).orThrow();
            often.submit(purchase(6)).orThrow();
            assertThat(revisions()).containsExactly(6L, 4L, 2L);
        }

        @Test
        void aReturnAfterASnapshotNeedsTheReceiptOfThen() {
            assertThat(service.verify("ada")).isEmpty();
            assertThat(verifiedSince(6)).isEmpty();
            assertThat(service.accountAt("ada", day(5))
                            .orElseThrow()
                            .balance("points")
                            .available())
                    .isEqualTo(2 + 3 + 4);
        }

        @Test
        void aReceiptThatIsArchivedIsWorkedOutFromTheFirstEvent() {
            store.receipts = any -> Map.of();
            assertThat(service.accountAt("ada", day(5))
                            .orElseThrow()
                            .balance("points")
                            .available())
                    .isEqualTo(2 + 3 + 4);
            assertThat(service.explain("ada", "p6")).isPresent();
        }

        @Test
        void aReceiptThatIsNotThereAlthoughAReturnCanNeedItIsFound() {
            store.receipts = any -> Map.of();
            assertThat(service.verify("ada"))
                    .hasSize(6)
                    .allSatisfy(wrong -> assertThat(wrong)
                            .matches("the receipt of event '.*' at revision \\d must have"
                                    + " digest [0-9a-f]{64} by the events, but is not there"));
        }

        @Test
        void aReceiptOfThePresentInPlaceOfThatOfThenIsFound() {
            store.receipts = then ->
                    memory.read(ADA, Named.receipts(then.keySet()), Intent.VIEW).receipts();
            assertThat(service.verify("ada"))
                    .singleElement()
                    .asString()
                    .startsWith("the receipt of event 'p1' at revision 2 must have digest ")
                    .contains(" by the events, but has ");
        }

        @Test
        void aSnapshotOfAnotherAccountIsFound() {
            StoredAccount wrong = memory.snapshots(ADA, 3, 1).get(0);
            store.snapshot = kept -> new StoredAccount(wrong.account(), kept.revision(), kept.recordedAt());
            assertThat(service.verify("ada"))
                    .hasSize(2)
                    .allSatisfy(difference -> assertThat(difference)
                            .contains(
                                    " must have digest ",
                                    " by the events, but has " + Codec.ACCOUNTS.digest(wrong.account())));
            // From a wrong snapshot nothing agrees, so all is looked at.
            assertThat(verifiedSince(6)).isEqualTo(service.verify("ada"));
        }

        @Test
        void aSnapshotOfAnotherTimeIsFound() {
            store.snapshot = kept -> new StoredAccount(kept.account(), kept.revision(), day(0));
            assertThat(service.verify("ada"))
                    .hasSize(3)
                    .allMatch(difference -> difference.contains(" must be recorded at "));
        }

        @Test
        void aSnapshotThatIsGoneIsNoDifference() {
            LoyaltyService without = LoyaltyService.of(service.engine(), new ForwardingStore(memory) {
                @Override
                public List<StoredAccount> snapshots(AccountKey key, long before, int limit) {
                    return List.of();
                }
            });
            assertThat(without.verify("ada")).isEmpty();
            assertThat(without.verify("ada", day(3))).isEmpty();
        }

        @Test
        void aStrangerHasNoPast() {
            assertThat(service.verify("bob", day(1))).isEmpty();
            assertThat(service.accountAt("bob", day(1))).isEqualTo(Optional.empty());
            assertThatIllegalArgumentException().isThrownBy(() -> service.verify("bob", Instant.MAX));
        }
    }
}
