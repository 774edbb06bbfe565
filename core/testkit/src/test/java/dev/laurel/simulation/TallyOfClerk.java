package dev.laurel.simulation;

import dev.laurel.account.Account;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Closure;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.EntryKind;
import dev.laurel.service.Outcome;
import java.util.List;
import java.util.function.BiPredicate;

/** What a clerk did or undid that does not happen by itself, and so must be seen to happen. */
final class TallyOfClerk {
    private static final List<Special<?>> SPECIALS = List.of(
            special(
                    "closed with points on hold",
                    Closure.class,
                    (event, outcome) -> outcome.entries().stream().anyMatch(entry -> entry.hold() != null)),
            special(
                    "closed with a debt",
                    Closure.class,
                    (event, outcome) -> outcome.account().wallets().stream()
                            .anyMatch(wallet -> wallet.balance().debt() > 0)),
            special("reopened", Reopening.class, (event, outcome) -> true),
            special(
                    "reopened with a hold",
                    Reopening.class,
                    (event, outcome) -> !outcome.account().holds().isEmpty()),
            special(
                    "reopened after a hold was over",
                    Reopening.class,
                    (event, outcome) -> outcome.entries().stream()
                            .anyMatch(entry -> entry.hold() != null
                                    && outcome.account().hold(entry.hold()).isEmpty())),
            special("reopened and paid a debt", Reopening.class, TallyOfClerk::wrote),
            special(
                    "erased after a closure",
                    Erasure.class,
                    (event, outcome) -> outcome.account().milestones().closed() != null),
            special("captured in parts", Capture.class, TallyOfClerk::isOnHold),
            special(
                    "gave back while on hold",
                    Capture.class,
                    (event, outcome) -> isOnHold(event, outcome) && wrote(outcome, EntryKind.RESTORE)),
            special(
                    "gave back while on hold",
                    Return.class,
                    (event, outcome) -> wrote(outcome, EntryKind.RESTORE)
                            && outcome.account().holds().stream().anyMatch(hold -> hold.captured() > 0)),
            special(
                    "cancelled a claim of points",
                    Cancellation.class,
                    (event, outcome) -> wrote(outcome, EntryKind.CLAWBACK) && !wrote(outcome, EntryKind.RESTORE)),
            special(
                    "cancelled a claim of an item",
                    Cancellation.class,
                    (event, outcome) -> !wrote(outcome, EntryKind.CLAWBACK) && !wrote(outcome, EntryKind.RESTORE)),
            special(
                    "opened in the middle",
                    Opening.class,
                    (event, outcome) -> !event.occurredAt()
                            .equals(outcome.account().milestones().opened())),
            special(
                    "opened with sums",
                    Opening.class,
                    (event, outcome) -> !event.sums().isEmpty()),
            special(
                    "opened with dates",
                    Opening.class,
                    (event, outcome) -> !event.dates().equals(OpeningDates.NONE)),
            special(
                    "cleared a birthday",
                    ProfileChange.class,
                    (event, outcome) -> event.changes(ProfileChange.Field.BIRTHDAY)
                            && event.profile().birthday() == null),
            special("adjusted with a date", Adjustment.class, (event, outcome) -> event.expires() != null),
            special("adjusted to be pending", Adjustment.class, (event, outcome) -> event.available() != null),
            special(
                    "ended a grant",
                    TierGrant.class,
                    (event, outcome) -> !event.until().isAfter(outcome.account().asOf())));

    private TallyOfClerk() {}

    /** Something that can be special about an event of a kind that is accepted. */
    private record Special<T extends LoyaltyEvent>(String name, Class<T> kind, BiPredicate<T, Outcome> is) {
        boolean isShownBy(Outcome outcome) {
            return kind.isInstance(outcome.event()) && is.test(kind.cast(outcome.event()), outcome);
        }
    }

    private static <T extends LoyaltyEvent> Special<T> special(String name, Class<T> kind, BiPredicate<T, Outcome> is) {
        return new Special<>(name, kind, is);
    }

    private static boolean wrote(Reopening event, Outcome outcome) {
        return wrote(outcome, EntryKind.DEBT_PAID);
    }

    private static boolean wrote(Outcome outcome, EntryKind kind) {
        return outcome.entries().stream().anyMatch(entry -> entry.kind() == kind);
    }

    private static boolean isOnHold(Capture event, Outcome outcome) {
        Account account = outcome.account();
        return account.hold(event.hold()).isPresent();
    }

    static void count(Outcome outcome, Tally tally) {
        if (outcome.isRepeat()) {
            if (outcome.account().milestones().erased() != null) {
                tally.count("special: repeated after an erasure");
            }
        } else if (outcome.isAccepted()) {
            SPECIALS.stream()
                    .filter(special -> special.isShownBy(outcome))
                    .forEach(special -> tally.count("special: " + special.name()));
        } else if (isRefused(outcome, "NOT_OPEN") && outcome.event() instanceof Reopening) {
            tally.count("special: reopened too late");
        } else if (isRefused(outcome, "NOT_ALLOWED")
                && outcome.event() instanceof Transfer transfer
                && transfer.to().equals("c4")) {
            tally.count("special: sent to a stranger");
        }
    }

    private static boolean isRefused(Outcome outcome, String code) {
        return outcome.refusal().filter(refusal -> refusal.code().equals(code)).isPresent();
    }
}
