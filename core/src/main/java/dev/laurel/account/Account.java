package dev.laurel.account;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import dev.laurel.customer.Customer;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.LedgerFold;
import dev.laurel.receipt.OpenHold;
import dev.laurel.tier.Standings;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One customer in one program, as it stands at an instant.
 *
 * <p>Immutable and bounded: it grows with what is open, not with the length of the history. It is what the events so far make
 * of it, so hosts do not change it; they evaluate events.
 *
 * @param program the id of the program
 * @param profile what is known of the customer
 * @param asOf the instant at which it stands; it never goes back
 * @param milestones what happened for the first time, and when
 * @param sequence the number of its last ledger entry, or 0
 * @param lotsOpened how many lots were ever opened
 * @param wallets what it holds of each point currency of the program, by the currency's id
 * @param holds the holds that are open, in the order in which they lapse
 * @param standings the tier held, earned and granted, or null in a program without tiers
 * @param counters what is counted in windows, by the id of the counter: the qualifying spend in millionths of money, and what
 *     caps count; only windows that can still matter
 * @param claimed the birthdays for which each offer was claimed and that can still matter, by the offer's id and in the order of the dates
 */
public record Account(
        String program,
        Customer profile,
        Instant asOf,
        Milestones milestones,
        long sequence,
        long lotsOpened,
        List<Wallet> wallets,
        List<OpenHold> holds,
        @Nullable Standings standings,
        Map<String, WindowSums> counters,
        Map<String, List<ClaimedBirthday>> claimed) {
    /** The counter of qualifying spend. */
    public static final String QUALIFYING_SPEND = "qualifying-spend";

    /** Takes copies of the collections. */
    public Account {
        Identifiers.declaredId("program id", program);
        wallets = ImmutableList.copyOf(wallets);
        holds = HoldsInOrder.of(holds);
        counters = Counters.copyOf(counters);
        claimed = claimed.isEmpty()
                ? ImmutableSortedMap.of()
                : ImmutableSortedMap.copyOf(Maps.transformValues(claimed, ImmutableList::copyOf));
    }

    /** The account of a customer of whom nothing has happened yet. */
    public static Account untouched(
            String program, String customer, List<Wallet> wallets, @Nullable TierStanding standing) {
        return new Account(
                program,
                Customer.of(customer),
                Timestamps.MIN,
                Milestones.NONE,
                0,
                0,
                wallets,
                List.of(),
                standing == null ? null : Standings.earned(standing),
                Map.of(),
                Map.of());
    }

    /** The host's id of the customer. */
    public String customer() {
        return profile.id();
    }

    /** Whether anything has happened to it yet. */
    public boolean isOpen() {
        return milestones.opened() != null;
    }

    /** Whether nothing is accepted for it any more: it was closed, or its customer erased. */
    public boolean isClosed() {
        return milestones.closed() != null || milestones.erased() != null;
    }

    /** The open hold of an id, if there is one. */
    public Optional<OpenHold> hold(String id) {
        return holds.stream().filter(hold -> hold.hold().equals(id)).findFirst();
    }

    /** The tier held, with its end, or null in a program without tiers. */
    public @Nullable TierStanding standing() {
        return standings == null ? null : standings.held();
    }

    /** What it holds of a point currency, if the program has it. */
    public Optional<Wallet> wallet(String currency) {
        for (Wallet wallet : wallets) {
            if (wallet.currency().equals(currency)) {
                return Optional.of(wallet);
            }
        }
        return Optional.empty();
    }

    /**
     * The balance in a point currency.
     *
     * @throws IllegalArgumentException if the program does not have it
     */
    public Balance balance(String currency) {
        return wallet(currency)
                .map(Wallet::balance)
                .orElseThrow(() -> new IllegalArgumentException(
                        "program '" + program + "' has no point currency '" + currency + "'"));
    }

    /** The sums of a counter. */
    public WindowSums counter(String id) {
        return Counters.copyOf(counters).of(id);
    }

    /**
     * Holds the account against its ledger: folds the entries from the first to the last and compares sequence, lots and
     * balances. Empty if all is right; otherwise a sentence for each difference, that of the first wrong entry first.
     *
     * @param entries all entries of the account, in their order
     */
    public List<String> verify(Iterable<LedgerEntry> entries) {
        return AccountCheck.of(this, LedgerFold.of(entries, asOf));
    }

    /** Ids and instants only. */
    @Override
    public String toString() {
        return "Account[" + customer() + " in " + program + " as of " + asOf + ", " + sequence + " entries]";
    }
}
