package dev.laurel.engine.draft;

import dev.laurel.ledger.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * Points that come into a wallet.
 *
 * @param kind how they come
 * @param wallet where they come
 * @param points how many
 * @param dates the dates of their lot
 * @param source the id of the rule or offer that gives them, or null where the host alone is the reason
 */
public record Credit(
        EntryKind kind,
        WalletDraft wallet,
        long points,
        LotDates dates,
        @Nullable String source) {
    /** Points that a rule or an offer awards. */
    public static Credit earned(WalletDraft wallet, long points, LotDates dates, String source) {
        return new Credit(EntryKind.EARN, wallet, points, dates, source);
    }

    /** Points that come by the host alone. */
    public static Credit of(EntryKind kind, WalletDraft wallet, long points, LotDates dates) {
        return new Credit(kind, wallet, points, dates, null);
    }
}
