package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.decision.Decision;
import dev.laurel.decision.TierChange;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Adjustment;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.ErasedEvent;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Laws that are checked over random histories say something only if what they speak of occurs in them. */
@Tag("slow")
class RandomHistoryTest {
    private static final int HISTORIES = 1_000;
    private static final int OFTEN = 15;

    /** What time does by itself, and what only an engine or an erasure makes. */
    private static final Set<Class<?>> NOT_MADE =
            Set.of(TimePassed.class, TransferReceived.class, ErasedEvent.class, BatchRecord.class);

    private static final Map<String, Integer> COUNTS = new TreeMap<>();

    @BeforeAll
    static void runHistories() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomHistory history = new RandomHistory(seed);
            LoyaltyEngine engine = LoyaltyEngine.of(history.program());
            Account account = engine.newAccount(RandomHistory.CUSTOMER);
            KeptReceipts receipts = new KeptReceipts();
            for (LoyaltyEvent event : history.events()) {
                Decision decision = receipts.next(engine, account, event);
                account = decision.account();
                count(decision);
            }
        }
    }

    private static void count(Decision decision) {
        String kind = decision.event().getClass().getSimpleName();
        count(decision.isAccepted() ? kind : kind + " refused");
        decision.refusal().ifPresent(refusal -> count(refusal.code()));
        for (LedgerEntry entry : decision.entries()) {
            count(entry.kind().name());
            if (entry.cause().startsWith("laurel:time:")) {
                count(entry.kind() + " by time");
            }
            if (entry.kind() == EntryKind.CLAWBACK) {
                if (entry.touched() < -entry.points()) {
                    count("owed after a return");
                }
                if (entry.shortfall() > 0) {
                    count("forgotten after a return");
                }
            }
            if (entry.kind() == EntryKind.ADJUST) {
                count(entry.points() > 0 ? "adjusted up" : "adjusted down");
                if (entry.touched() < -entry.points()) {
                    count("owed");
                }
                if (entry.shortfall() > 0) {
                    count("forgotten");
                }
            }
        }
        for (Wallet wallet : decision.account().wallets()) {
            Balance balance = wallet.balance();
            if (wallet.isSuspended() && balance.available() > 0) {
                count("suspended");
            }
            if (balance.pending() > 0) {
                count(balance.debt() > 0 ? "pending beside a debt" : "pending");
            }
        }
        for (TierChange change : decision.tierChanges()) {
            count("tier changed by " + (change.cause().startsWith("laurel:") ? "time" : kind));
        }
    }

    private static void count(String what) {
        COUNTS.merge(what, 1, Integer::sum);
    }

    private static Set<String> often() {
        Set<String> often = new TreeSet<>();
        COUNTS.forEach((what, count) -> {
            if (count >= OFTEN) {
                often.add(what);
            }
        });
        return often;
    }

    @Test
    void everyKindOfEventIsAcceptedAndRefused() {
        for (Class<?> kind : LoyaltyEvent.class.getPermittedSubclasses()) {
            if (!NOT_MADE.contains(kind)) {
                assertThat(often()).contains(kind.getSimpleName());
            }
        }
        // A change of the profile can come too late, and nothing else can be wrong with it.
        for (Class<?> kind : Set.of(
                Purchase.class,
                Redemption.class,
                Claim.class,
                Adjustment.class,
                TierGrant.class,
                Enrollment.class,
                Opening.class,
                Return.class,
                Cancellation.class)) {
            assertThat(often()).contains(kind.getSimpleName() + " refused");
        }
    }

    @Test
    void everyKindOfEntryIsWritten() {
        for (EntryKind kind : EntryKind.values()) {
            // What arrives is written into the account of another customer.
            if (kind != EntryKind.RECEIVE) {
                assertThat(often()).contains(kind.name());
            }
        }
        assertThat(often())
                .contains(
                        "adjusted up",
                        "adjusted down",
                        "owed",
                        "forgotten",
                        "owed after a return",
                        "forgotten after a return",
                        "pending",
                        "pending beside a debt",
                        "DEBT_PAID by time",
                        "REDATE by time",
                        "suspended");
    }

    @Test
    void everyReasonToRefuseOccursThatAnEngineCanGive() {
        // Ids are held against each other by the service.
        assertThat(often())
                .contains(
                        "INVALID",
                        "EVENT_TOO_LATE",
                        "WRONG_CURRENCY",
                        "UNKNOWN_PURCHASE",
                        "UNKNOWN_LINE",
                        "UNKNOWN_REDEMPTION",
                        "ALREADY_CANCELLED",
                        "EXCEEDS_PURCHASE",
                        "EXCEEDS_REDEMPTION",
                        "UNKNOWN_REWARD",
                        "UNKNOWN_GIFT",
                        "UNKNOWN_TIER",
                        "UNKNOWN_ACTIVITY",
                        "ALREADY_ENROLLED",
                        "ALREADY_CLAIMED",
                        "NOT_OPEN",
                        "CONDITION_NOT_MET",
                        "LIMIT_REACHED",
                        "NOT_ALLOWED",
                        "IN_DEBT",
                        "INSUFFICIENT_POINTS",
                        "OVERFLOW",
                        "RULE_FAILED");
    }

    @Test
    void tiersChangeByAllThatCanChangeThem() {
        assertThat(often())
                .contains(
                        "tier changed by Purchase",
                        "tier changed by TierGrant",
                        "tier changed by Opening",
                        "tier changed by Return",
                        "tier changed by time");
    }
}
