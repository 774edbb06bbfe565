package dev.laurel.account;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.LotQueue;
import java.util.List;

/**
 * What of a wallet is no number of the account's {@link Header}: its lots, and what is remembered of lots.
 *
 * @param currency the id of the point currency
 * @param dated the lots with a date that counts
 * @param undated the lots without
 * @param pending the lots that cannot be spent yet
 * @param expired what expired unused and can still matter
 * @param redatings the suspensions of before that can still matter
 * @param shortfalls points that were to be taken but were not there and are forgotten
 */
public record WalletLots(
        String currency,
        LotQueue dated,
        LotQueue undated,
        LotQueue pending,
        List<ExpiredPoints> expired,
        List<Redating> redatings,
        List<Shortfall> shortfalls) {
    /** Takes copies of the lists. */
    public WalletLots {
        expired = ImmutableList.copyOf(expired);
        redatings = ImmutableList.copyOf(redatings);
        shortfalls = ImmutableList.copyOf(shortfalls);
    }

    /** Nothing of a currency. */
    public static WalletLots none(String currency) {
        return new WalletLots(
                currency,
                LotQueue.EMPTY,
                LotQueue.EMPTY,
                LotQueue.NONE_PENDING,
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of());
    }
}
