package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Maps;
import dev.laurel.codec.Codec;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.Receipt;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What another service commits while one is reading does not mislead it. */
@Tag("I17")
class BetweenReadsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(POINTS, PointTerms.expiring(Moment.never()).transferable())
            .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, "1"))))
            .build();

    private final InterruptedStore store = new InterruptedStore();
    private final LoyaltyService service = LoyaltyService.of(LoyaltyEngine.of(PROGRAM), store);
    private final LoyaltyService other = LoyaltyService.of(LoyaltyEngine.of(PROGRAM), store.store);

    /** A store in the midst of whose reads something happens, once each. */
    private static final class InterruptedStore extends ForwardingStore {
        private final InMemoryAccountStore store;
        private final Deque<Runnable> afterRead = new ArrayDeque<>();
        private final Deque<Runnable> afterJournal = new ArrayDeque<>();
        private final Deque<Runnable> beforeReceipts = new ArrayDeque<>();
        private final Deque<Runnable> afterReceipts = new ArrayDeque<>();
        private UnaryOperator<Receipt> receipt = UnaryOperator.identity();

        InterruptedStore() {
            this(new InMemoryAccountStore());
        }

        private InterruptedStore(InMemoryAccountStore store) {
            super(store);
            this.store = store;
        }

        private static void next(Deque<Runnable> happening) {
            Runnable next = happening.poll();
            if (next != null) {
                next.run();
            }
        }

        @Override
        public AccountView read(AccountKey key, Named named, Intent intent) {
            if (!named.receipts().isEmpty()) {
                next(beforeReceipts);
            }
            AccountView read = store.read(key, named, intent);
            next(named.receipts().isEmpty() ? afterRead : afterReceipts);
            return new AccountView(
                    read.stored(), read.events(), Map.copyOf(Maps.transformValues(read.receipts(), receipt::apply)));
        }

        @Override
        public List<PostedEvent> journal(AccountKey key, long after, int limit) {
            List<PostedEvent> read = store.journal(key, after, limit);
            next(afterJournal);
            return read;
        }

        void isRead() {
            assertThat(List.of(afterRead, beforeReceipts, afterReceipts, afterJournal))
                    .as("what was to happen")
                    .allMatch(Deque::isEmpty);
        }
    }

    private static Instant day(int day) {
        return Instant.parse("2026-06-01T12:00:00Z").plusSeconds(86_400L * day);
    }

    private static Purchase purchase(String id, int day) {
        return new Purchase(id, "ada", day(day), Basket.ofTotal(Money.of(USD, "10")));
    }

    private Runnable elsewhere(LoyaltyEvent event) {
        return () -> other.submit(event).orThrow();
    }

    @BeforeEach
    void aPurchase() {
        service.submit(purchase("p1", 0)).orThrow();
    }

    @Nested
    @Tag("E2")
    @Tag("K3")
    class SubmittingWhatIsJustBeingCommitted {
        @Test
        void anEventThatIsJustBeingCommittedGivesAnAccountThatHasIt() {
            store.afterRead.add(elsewhere(purchase("p2", 1)));
            Outcome outcome = service.submit(purchase("p2", 1));
            assertThat(outcome.isRepeat()).isTrue();
            assertThat(outcome.entries()).hasSize(1);
            assertThat(outcome.account()).isEqualTo(service.account("ada").orElseThrow());
            assertThat(outcome.account().sequence()).isEqualTo(2);
            store.isRead();
        }

        @Test
        @Tag("K4")
        void aConflictWithAnEventThatIsJustBeingCommittedGivesAnAccountThatHasThatEvent() {
            store.afterRead.add(elsewhere(purchase("p2", 1)));
            Outcome outcome = service.submit(purchase("p2", 2));
            assertThat(outcome.refusal()).contains(new Refusal.IdConflict("p2", "occurredAt"));
            assertThat(outcome.account().sequence()).isEqualTo(2);
            store.isRead();
        }

        @Test
        void aReturnThatIsJustBeingCommittedIsARepetitionAlsoIfItsReceiptWasReadAfterwards() {
            Return all = Return.ofAll("b", "ada", day(1), "p1");
            store.afterReceipts.add(elsewhere(all));
            Outcome outcome = service.submit(all);
            assertThat(outcome.refusal()).isEmpty();
            assertThat(outcome.isRepeat()).isTrue();
            assertThat(outcome.entries()).hasSize(1);
            store.isRead();
        }

        @Test
        void aTransferThatIsJustBeingCommittedIsARepetitionAlsoIfTheOtherCustomerWasErasedAfterwards() {
            Transfer transfer = new Transfer("t", "ada", day(1), "bob", "points", 5);
            other.submit(Enrollment.of("e", "bob", day(0))).orThrow();
            store.afterRead.add(() -> {
                other.submit(transfer).orThrow();
                other.submit(new Erasure("z", "bob", day(2))).orThrow();
            });
            Outcome outcome = service.submit(transfer);
            assertThat(outcome.refusal()).isEmpty();
            assertThat(outcome.isRepeat()).isTrue();
            store.isRead();
        }

        @Test
        void aTransferThatTheOtherRefusesIsJudgedByTheGiverAsItThenIs() {
            store.afterRead.add(elsewhere(new Adjustment("a", "ada", day(1), "points", -8, "typing error", "agent-7")));
            Outcome outcome = service.submit(new Transfer("t", "ada", day(1), "nobody", "points", 5));
            assertThat(outcome.refusal()).contains(new Refusal.InsufficientPoints("points", 2, 5));
            assertThat(outcome.account()).isEqualTo(service.account("ada").orElseThrow());
            store.isRead();
        }
    }

    @Nested
    @Tag("L3")
    class Verifying {
        @Test
        void aVerificationIsAboutTheAccountAsItWasReadFirst() {
            store.afterRead.add(elsewhere(purchase("p2", 1)));
            assertThat(service.verify("ada")).isEmpty();
            store.afterJournal.add(elsewhere(purchase("p3", 1)));
            assertThat(service.verify("ada")).isEmpty();
            store.isRead();
            assertThat(service.verify("ada")).isEmpty();
        }

        @Test
        void aVerificationOfACustomerWhoWasNotThereYetFindsNothing() {
            store.afterRead.add(elsewhere(new Purchase("p1", "bob", day(0), Basket.ofTotal(Money.of(USD, "10")))));
            assertThat(service.verify("bob")).isEmpty();
            store.isRead();
        }

        @Test
        void aVerificationTakesAReceiptAsAnyEventSinceHasLeftIt() {
            service.submit(purchase("p2", 1)).orThrow();
            store.beforeReceipts.add(elsewhere(new Return("b1", "ada", day(2), "p1", List.of(dollarOf()))));
            store.afterReceipts.add(elsewhere(new Return("b2", "ada", day(2), "p1", List.of(dollarOf()))));
            assertThat(service.verify("ada")).isEmpty();
            store.isRead();
        }

        private ReturnedLine dollarOf() {
            return ReturnedLine.of("1", Money.of(USD, "1"));
        }

        @Test
        void aVerificationMissesNoReceiptThatAnErasureSinceHasRemoved() {
            store.beforeReceipts.add(elsewhere(new Erasure("z", "ada", day(2))));
            assertThat(service.verify("ada")).isEmpty();
            store.isRead();
        }

        @Test
        void aVerificationNamesAReceiptThatNoEventHasLeftHoweverBusyTheAccountIs() {
            Receipt wrong = other.receipt("ada", "p1").orElseThrow();
            service.submit(purchase("p2", 1)).orThrow();
            store.receipt = kept -> wrong;
            store.beforeReceipts.add(elsewhere(purchase("p3", 2)));
            store.afterReceipts.add(elsewhere(Return.ofAll("b", "ada", day(2), "p2")));
            assertThat(service.verify("ada"))
                    .singleElement()
                    .asString()
                    .startsWith("the receipt of event 'p2' must have digest ")
                    .endsWith(" by the events, but has " + Codec.RECEIPTS.digest(wrong));
            store.isRead();
        }

        @Test
        void aVerificationIsAboutTheEntriesAlsoIfTheCustomerIsErasedMeanwhile() {
            service.submit(new Adjustment("a", "ada", day(1), "points", 5, "typing error", "agent-7"))
                    .orThrow();
            store.afterRead.add(elsewhere(new Erasure("z", "ada", day(2))));
            assertThat(service.verify("ada")).isEmpty();
            store.isRead();
        }
    }
}
