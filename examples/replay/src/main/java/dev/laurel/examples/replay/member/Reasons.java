package dev.laurel.examples.replay.member;

import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Cancellation;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.rule.EarnRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of an account with the reason for each, in words for the member. */
final class Reasons {
    private final Map<String, LoyaltyEvent> events = new HashMap<>();
    private final Dates dates;
    private final Map<String, String> reasonOfRule = new HashMap<>();

    Reasons(LoyaltyEngine engine, List<PostedEvent> journal, Dates dates) {
        journal.forEach(posted -> events.put(posted.event().id(), posted.event()));
        this.dates = dates;
        for (EarnRule rule : engine.program().rules()) {
            String reason = rule.reason();
            reasonOfRule.put(rule.id(), reason == null ? rule.id() : reason);
        }
    }

    /** The last entries, the latest first: date, points, currency, reason. */
    List<List<String>> last(int count, List<LedgerEntry> entries) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0 && rows.size() < count; i--) {
            rows.add(row(entries.get(i)));
        }
        return rows;
    }

    private List<String> row(LedgerEntry entry) {
        return List.of(
                dates.day(entry.effective()),
                String.format(Locale.ROOT, onlyMoves(entry.kind()) ? "%,d" : "%+,d", entry.points()),
                entry.currency(),
                reason(entry));
    }

    /** Whether what the member has less what is owed stays the same, so that a sign would mislead. */
    private static boolean onlyMoves(EntryKind kind) {
        return switch (kind) {
            case HOLD, RELEASE, REDATE, DEBT_PAID -> true;
            default -> false;
        };
    }

    private String reason(LedgerEntry entry) {
        String source = named(entry.source());
        return switch (entry.kind()) {
            case OPEN -> "brought over";
            case EARN -> source + ", " + entry.cause();
            case REDEEM -> "paid for " + source + ", " + entry.cause();
            case HOLD -> "set aside for " + source + ", " + entry.cause();
            case CAPTURE -> "paid for " + source + " as set aside, " + entry.cause();
            case RELEASE -> "no longer set aside for " + source + ", " + entry.hold();
            case EXPIRE -> entry.points() > 0 ? "there again, the account was reopened" : "expired";
            case CLAWBACK ->
                (events.get(entry.cause()) instanceof Cancellation ? "cancelled, " : "returned, ") + source + ", "
                        + entry.cause();
            case RESTORE -> "given back for " + source + ", " + entry.cause();
            case ADJUST -> events.get(entry.cause()) instanceof Adjustment adjustment ? adjustment.reason() : "by hand";
            case SEND -> events.get(entry.cause()) instanceof Transfer sent ? "given to " + sent.to() : "given away";
            case RECEIVE ->
                events.get(entry.cause()) instanceof TransferReceived received
                        ? "given by " + received.from()
                        : "given by a member";
            case DEBT_PAID -> "paid what was owed";
            case REDATE -> entry.expires() == null ? "do not expire for now" : "expire again";
        };
    }

    private String named(@Nullable String source) {
        return source == null ? "" : reasonOfRule.getOrDefault(source, source);
    }
}
