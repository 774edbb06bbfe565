package dev.laurel.engine.draft;

import dev.laurel.time.Timestamps;

/** What happens by itself to accounts, in the order in which it does at one instant. */
final class Happenings {
    private static final Timed[] ALL = {new Availability(), new Lapses(), new Expiration(), new Reviews()};

    private Happenings() {}

    /** When something next happens to an account, in microseconds since 1970, or never. */
    static long next(AccountDraft account) {
        long next = Timestamps.NEVER;
        for (Timed each : ALL) {
            next = Math.min(next, each.nextChange(account));
        }
        return next;
    }

    /** When a host would next see something happen, or never. */
    static long nextVisible(AccountDraft account) {
        long next = Timestamps.NEVER;
        for (Timed each : ALL) {
            next = Math.min(next, each.nextVisibleChange(account));
        }
        return next;
    }

    /** Lets happen what is due at the instant at which an account stands. */
    static void settle(AccountDraft account) {
        for (Timed each : ALL) {
            each.settleDue(account);
        }
    }
}
