package dev.laurel.service;

import dev.laurel.event.Cancellation;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry and its reason.
 *
 * @param entry the entry
 * @param event the event with which it was written; after an erasure what that has left of it
 * @param reason the reason in words for the member, in English: of a rule what it says of itself, or its id. What a clerk wrote and who
 *     else took part is not in it; that the event tells
 */
public record MemberEntry(LedgerEntry entry, LoyaltyEvent event, String reason) {
    static MemberEntry of(LedgerEntry entry, LoyaltyEvent event, List<LoyaltyProgram> programs) {
        return new MemberEntry(entry, event, reason(entry, event, named(entry.source(), entry.program(), programs)));
    }

    /** The reason is that of the version that wrote the entry. */
    private static String named(@Nullable String source, String version, List<LoyaltyProgram> programs) {
        if (source == null) {
            return "";
        }
        return programs.stream()
                .filter(program -> program.versionedId().equals(version))
                .flatMap(program -> program.rules().stream())
                .filter(rule -> rule.id().equals(source))
                .map(Rule::reason)
                .map(reason -> reason == null ? source : reason)
                .findFirst()
                .orElse(source);
    }

    private static String reason(LedgerEntry entry, LoyaltyEvent event, String source) {
        return switch (entry.kind()) {
            case OPEN -> "brought over";
            case EARN -> source + ", " + entry.cause();
            case REDEEM -> "paid for " + source + ", " + entry.cause();
            case HOLD -> "set aside for " + source + ", " + entry.cause();
            case CAPTURE -> "paid for " + source + " as set aside, " + entry.cause();
            case RELEASE -> "no longer set aside for " + source + ", " + entry.hold();
            case EXPIRE -> entry.points() > 0 ? "there again, the account was reopened" : "expired";
            case CLAWBACK ->
                (event instanceof Cancellation ? "cancelled, " : "returned, ") + source + ", " + entry.cause();
            case RESTORE -> "given back for " + source + ", " + entry.cause();
            case ADJUST -> "by hand";
            case SEND -> "given away";
            case RECEIVE -> "given by a member";
            case DEBT_PAID -> "paid what was owed";
            case REDATE ->
                !entry.lots().isEmpty()
                        ? "other terms, another date"
                        : entry.expires() == null ? "do not expire for now" : "expire again";
        };
    }
}
