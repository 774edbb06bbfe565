package dev.laurel.simulation;

import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.TimePassed;
import dev.laurel.event.TransferReceived;
import dev.laurel.program.LoyaltyProgram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A second, deliberately simple loyalty engine: lists and loops, written from the terms and for clarity, to hold the real one
 * against. It has no plan, no snapshots, no stored form, and shares none of the engine's workings; from the library it takes the
 * values (money, events, the program as data) and what rules answer when asked.
 */
final class PlainLedger {
    private final List<LoyaltyProgram> versions;
    private final PlainMistake mistake;
    private final Map<String, PlainAccount> accounts = new HashMap<>();
    private final Map<String, Map<String, Posted>> posted = new HashMap<>();

    private record Posted(LoyaltyEvent event, Answer answer) {}

    /**
     * What becomes of an event.
     *
     * @param code the code of the refusal, or null
     * @param isRepeat whether it was accepted before
     * @param entries what was written down for it, now or then
     * @param standings what was held on a ladder after each change
     * @param unpaid the orders left unpaid
     */
    record Answer(
            String code,
            boolean isRepeat,
            List<PlainEntry> entries,
            List<PlainAccount.Changed> standings,
            List<UnpaidOrders> unpaid) {
        static Answer refused(String code) {
            return new Answer(code, false, List.of(), List.of(), List.of());
        }

        Answer repeated() {
            return new Answer(null, true, entries, standings, unpaid);
        }
    }

    PlainLedger(List<LoyaltyProgram> versions) {
        this(versions, PlainMistake.NONE);
    }

    PlainLedger(List<LoyaltyProgram> versions, PlainMistake mistake) {
        this.versions = versions;
        this.mistake = mistake;
    }

    PlainAccount account(String customer) {
        return accounts.computeIfAbsent(customer, id -> new PlainAccount(versions, id, mistake));
    }

    /** What becomes of an event that is given to a ledger that knows all versions. */
    Answer submit(LoyaltyEvent event) {
        return submit(event, versions);
    }

    /** What becomes of an event, where some of the versions are known. */
    Answer submit(LoyaltyEvent event, List<LoyaltyProgram> known) {
        Map<String, Posted> before = posted.computeIfAbsent(event.customer(), id -> new HashMap<>());
        Posted first = before.get(event.id());
        if (first != null) {
            // After an erasure nobody knows any more what an event was.
            boolean isSame = account(event.customer()).erased != null || event.equals(first.event);
            return isSame ? first.answer.repeated() : Answer.refused("ID_CONFLICT");
        }
        PlainAccount account = account(event.customer()).copy();
        String code = PlainEvents.settle(account, event, known);
        if (code == null && account.sent != null) {
            // Both accounts change, or none.
            code = codeOfArrival(account.sent, known);
        }
        if (code != null) {
            return Answer.refused(code);
        }
        Answer answer = new Answer(
                null, false, List.copyOf(account.entries), List.copyOf(account.standings), List.copyOf(account.unpaid));
        boolean nothing =
                answer.entries.isEmpty() && answer.standings.isEmpty() && account.isAsRichAs(account(event.customer()));
        if (!(event instanceof TimePassed && nothing)) {
            accounts.put(event.customer(), account);
            before.put(event.id(), new Posted(event, answer));
        }
        return answer;
    }

    /** What keeps points from arriving, or null once they have arrived. */
    private String codeOfArrival(TransferReceived sent, List<LoyaltyProgram> known) {
        PlainAccount there = account(sent.customer());
        if (!there.versions.isPresentAmong(known)) {
            return "UNKNOWN_VERSION";
        }
        return there.canReceive() ? submit(sent, known).code : "NOT_ALLOWED";
    }
}
