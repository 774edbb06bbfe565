package dev.laurel.simulation;

import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.TimePassed;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.TierStanding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A second, deliberately simple loyalty engine: lists and loops, written from the terms and for clarity, to hold the real one
 * against. It has no plan, no snapshots, no stored form, and shares none of the engine's workings; from the library it takes the
 * values (money, events, the program as data) and what rules answer when asked.
 */
final class PlainLedger {
    private final LoyaltyProgram program;
    private final Map<String, PlainAccount> accounts = new HashMap<>();
    private final Map<String, Map<String, Posted>> posted = new HashMap<>();

    private record Posted(LoyaltyEvent event, Answer answer) {}

    /**
     * What becomes of an event.
     *
     * @param code the code of the refusal, or null
     * @param isRepeat whether it was accepted before
     * @param entries what was written down for it, now or then
     * @param standings the tiers held after each change
     * @param unpaid the orders left unpaid
     */
    record Answer(
            String code,
            boolean isRepeat,
            List<PlainEntry> entries,
            List<TierStanding> standings,
            List<UnpaidOrders> unpaid) {
        static Answer refused(String code) {
            return new Answer(code, false, List.of(), List.of(), List.of());
        }

        Answer repeated() {
            return new Answer(null, true, entries, standings, unpaid);
        }
    }

    PlainLedger(LoyaltyProgram program) {
        this.program = program;
    }

    PlainAccount account(String customer) {
        return accounts.computeIfAbsent(customer, id -> new PlainAccount(program, id));
    }

    Answer submit(LoyaltyEvent event) {
        Map<String, Posted> before = posted.computeIfAbsent(event.customer(), id -> new HashMap<>());
        Posted first = before.get(event.id());
        if (first != null) {
            // After an erasure nobody knows any more what an event was.
            boolean isSame = account(event.customer()).erased != null || event.equals(first.event);
            return isSame ? first.answer.repeated() : Answer.refused("ID_CONFLICT");
        }
        PlainAccount account = account(event.customer()).copy();
        String code = PlainEvents.settle(account, event);
        if (code == null && account.sent != null) {
            // Both accounts change, or none.
            code = account(account.sent.customer()).canReceive() ? submit(account.sent).code : "NOT_ALLOWED";
        }
        if (code != null) {
            return Answer.refused(code);
        }
        Answer answer = new Answer(
                null, false, List.copyOf(account.entries), List.copyOf(account.standings), List.copyOf(account.unpaid));
        boolean nothing = answer.entries.isEmpty()
                && answer.standings.isEmpty()
                && account.balances().equals(account(event.customer()).balances());
        if (!(event instanceof TimePassed && nothing)) {
            accounts.put(event.customer(), account);
            before.put(event.id(), new Posted(event, answer));
        }
        return answer;
    }
}
