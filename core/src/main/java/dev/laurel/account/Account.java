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
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.Totals;
import dev.laurel.program.Ladder;
import dev.laurel.receipt.OpenHold;
import dev.laurel.tier.Standings;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * One customer in one program, as it stands at an instant.
 *
 * <p>Immutable and bounded: it grows with what is open, not with the length of the history. It is what the events so far make
 * of it, so hosts do not change it; they evaluate events. It is kept packed, as a {@link Header} of numbers and chunks that versions
 * of the account share: wallets, balances and milestones are made when somebody reads them.
 */
public final class Account {
    private final String program;
    private final List<VersionInForce> versions;
    private final Customer profile;
    private final @Nullable String referrer;
    private final Header header;

    /** The ids of the point currencies. Accounts share the array, and nobody changes it. */
    private final String[] currencies;

    /** Of each wallet the dated lots, the undated and the pending ones: in one array, so that an event touches one object less. */
    private final LotQueue[] lots;

    private final Remembered[] remembered;
    private final List<OpenHold> holds;
    private final List<Standings> standings;
    private final Counters counters;
    private final Map<String, List<ClaimedBirthday>> claimed;
    private final List<GivenOnSum> given;

    /** Stands for the terms under which the engine made it, or null: what the header knows of its future is by these. */
    private final @Nullable Object madeBy;

    private Account(
            String program,
            List<VersionInForce> versions,
            Customer profile,
            @Nullable String referrer,
            Header header,
            String[] currencies,
            LotQueue[] lots,
            Remembered[] remembered,
            List<OpenHold> holds,
            List<Standings> standings,
            Counters counters,
            Map<String, List<ClaimedBirthday>> claimed,
            List<GivenOnSum> given,
            @Nullable Object madeBy) {
        this.program = program;
        this.versions = versions;
        this.profile = profile;
        this.referrer = referrer;
        this.header = header;
        this.currencies = currencies;
        this.lots = lots;
        this.remembered = remembered;
        this.holds = holds;
        this.standings = standings;
        this.counters = counters;
        this.claimed = claimed;
        this.given = given;
        this.madeBy = madeBy;
    }

    /**
     * An account of all its parts, such as one that is read from a store. Takes copies of the collections. Instants are kept to the
     * microsecond; what is finer is dropped.
     *
     * @param program the id of the program
     * @param versions the versions of the program that have been in force for it, in their order; none if nothing has happened to it yet
     * @param profile what is known of the customer
     * @param asOf the instant at which it stands
     * @param milestones what happened for the first time, and when
     * @param sequence the number of its last ledger entry, or 0
     * @param lotsOpened how many lots were ever opened
     * @param wallets what it holds of each point currency of the program, by the currency's id
     * @param holds the holds that are open
     * @param standings the tiers held, earned and granted, of each ladder, by its id
     * @param counters what is counted in windows, by the id of the counter
     * @param claimed the birthdays for which each offer was claimed and that can still matter, by the offer's id and in the order of
     *     the dates
     * @throws IllegalArgumentException if the id of the program is malformed
     */
    public static Account of(
            String program,
            List<VersionInForce> versions,
            Customer profile,
            Instant asOf,
            Milestones milestones,
            long sequence,
            long lotsOpened,
            List<Wallet> wallets,
            List<OpenHold> holds,
            List<Standings> standings,
            Map<String, WindowSums> counters,
            Map<String, List<ClaimedBirthday>> claimed) {
        Identifiers.declaredId("program id", program);
        Wallet[] each = wallets.toArray(Wallet[]::new);
        Header header = Header.untouched(each.length);
        header.moveTo(Timestamps.micros(asOf));
        header.setLast(sequence, lotsOpened);
        milestones.putInto(header);
        LotQueue[] lots = new LotQueue[3 * each.length];
        for (int place = 0; place < each.length; place++) {
            each[place].putInto(header, place, lots);
        }
        return new Account(
                program,
                ImmutableList.copyOf(versions),
                Objects.requireNonNull(profile, "profile"),
                milestones.referrer(),
                header,
                Arrays.stream(each).map(Wallet::currency).toArray(String[]::new),
                lots,
                Arrays.stream(each).map(Wallet::remembered).toArray(Remembered[]::new),
                HoldsInOrder.of(holds),
                ImmutableList.sortedCopyOf(Comparator.comparing(Standings::ladder), standings),
                Counters.copyOf(counters),
                copyOfClaimed(claimed),
                List.of(),
                null);
    }

    /** The same with what rules on sums and tiers have given, such as is read from a store. */
    public Account withGiven(List<GivenOnSum> onSums) {
        return new Account(
                program,
                versions,
                profile,
                referrer,
                header,
                currencies,
                lots,
                remembered,
                holds,
                standings,
                counters,
                claimed,
                ImmutableList.sortedCopyOf(GivenOnSum.ORDER, onSums),
                madeBy);
    }

    private static Map<String, List<ClaimedBirthday>> copyOfClaimed(Map<String, List<ClaimedBirthday>> claimed) {
        return claimed.isEmpty()
                ? ImmutableSortedMap.of()
                : ImmutableSortedMap.copyOf(Maps.transformValues(claimed, ImmutableList::copyOf));
    }

    /** The account of a customer of whom nothing has happened yet. */
    public static Account untouched(String program, String customer, List<Wallet> wallets, List<Standings> standings) {
        return of(
                program,
                List.of(),
                Customer.of(customer),
                Timestamps.MIN,
                Milestones.NONE,
                0,
                0,
                wallets,
                List.of(),
                standings,
                Map.of(),
                Map.of());
    }

    /**
     * The account after an event that changed parts of it. The engine makes it, and gives header and arrays away; hosts have no need to.
     *
     * @param versions the versions that have been in force for it, in their order; nobody changes the list any more
     * @param currencies the ids of the point currencies, in the order of the header
     * @param lots of each wallet the dated lots, the undated and the pending ones
     * @param remembered what each wallet remembers, or null if that is as it was
     * @param given what rules on sums and tiers have given, in their order; nobody changes the list any more
     * @param madeBy stands for the terms by which the header knows something of the future, by identity
     */
    public Account after(
            List<VersionInForce> versions,
            Customer profile,
            @Nullable String referrer,
            Header header,
            String[] currencies,
            LotQueue[] lots,
            Remembered @Nullable [] remembered,
            List<OpenHold> holds,
            List<Standings> standings,
            Counters counters,
            Map<String, List<ClaimedBirthday>> claimed,
            List<GivenOnSum> given,
            Object madeBy) {
        return new Account(
                program,
                versions,
                profile,
                referrer,
                header,
                currencies,
                lots,
                remembered == null ? this.remembered : remembered,
                holds == this.holds ? holds : HoldsInOrder.of(holds),
                standings,
                counters,
                claimed == this.claimed ? claimed : copyOfClaimed(claimed),
                given,
                madeBy);
    }

    /** The id of the program. */
    public String program() {
        return program;
    }

    /**
     * The versions of the program that have been in force for it, in their order, each since when. The last one wrote it as it is, and is in
     * force. There is none if nothing has happened to it yet.
     */
    public List<VersionInForce> versions() {
        return versions;
    }

    /** The host's id of the customer. */
    public String customer() {
        return profile.id();
    }

    /** What is known of the customer. */
    public Customer profile() {
        return profile;
    }

    /** The instant at which it stands; it never goes back. */
    public Instant asOf() {
        return Timestamps.ofMicros(header.asOf());
    }

    /** What happened for the first time, and when. */
    public Milestones milestones() {
        return Milestones.of(header, referrer);
    }

    /** Whether anything has happened to it yet. */
    public boolean isOpen() {
        return header.has(Milestone.OPENED);
    }

    /** Whether nothing is accepted for it any more: it was closed, or its customer erased. */
    public boolean isClosed() {
        return header.has(Milestone.CLOSED) || header.has(Milestone.ERASED);
    }

    /** The number of its last ledger entry, or 0. */
    public long sequence() {
        return header.sequence();
    }

    /** How many lots were ever opened. */
    public long lotsOpened() {
        return header.lotsOpened();
    }

    /** What it holds of each point currency of the program, by the currency's id. */
    public List<Wallet> wallets() {
        return new Wallets();
    }

    /** The wallets, each made when it is read. */
    private final class Wallets extends AbstractList<Wallet> implements RandomAccess {
        @Override
        public Wallet get(int place) {
            return walletAt(Objects.checkIndex(place, currencies.length));
        }

        @Override
        public int size() {
            return currencies.length;
        }
    }

    /** What it holds of a point currency, if the program has it. */
    public Optional<Wallet> wallet(String currency) {
        int place = placeOf(currency);
        return place < 0 ? Optional.empty() : Optional.of(walletAt(place));
    }

    private Wallet walletAt(int place) {
        return Wallet.of(currencies[place], header, place, lots, remembered[place]);
    }

    /**
     * The balance in a point currency.
     *
     * @throws IllegalArgumentException if the program does not have it
     */
    public Balance balance(String currency) {
        int place = placeOf(currency);
        if (place < 0) {
            throw new IllegalArgumentException("program '" + program + "' has no point currency '" + currency + "'");
        }
        return Totals.balance(header, place);
    }

    /** The holds that are open, in the order in which they lapse. */
    public List<OpenHold> holds() {
        return holds;
    }

    /** The open hold of an id, if there is one. */
    public Optional<OpenHold> hold(String id) {
        return holds.stream().filter(hold -> hold.hold().equals(id)).findFirst();
    }

    /** The tiers held, earned and granted, of each ladder of the program, by its id. */
    public List<Standings> standings() {
        return standings;
    }

    /** The tier held on a ladder, with its end, if the program has the ladder. */
    public Optional<TierStanding> standing(Ladder ladder) {
        return standing(ladder.id());
    }

    /** The tier held on the ladder of an id, with its end, if the program has it. */
    public Optional<TierStanding> standing(String ladder) {
        return standings.stream()
                .filter(each -> each.ladder().equals(ladder))
                .map(Standings::held)
                .findFirst();
    }

    /**
     * What is counted in windows, by the id of the counter: sums, and what caps count; only windows that can still matter.
     */
    public Map<String, WindowSums> counters() {
        return counters;
    }

    /** The sums of a counter. */
    public WindowSums counter(String id) {
        return counters.of(id);
    }

    /** The birthdays for which each offer was claimed and that can still matter, by the offer's id and in the order of the dates. */
    public Map<String, List<ClaimedBirthday>> claimed() {
        return claimed;
    }

    /** What rules on sums and tiers have given and can still matter, by the id of the rule. */
    public List<GivenOnSum> given() {
        return given;
    }

    // --- for the engine ---

    /** The host's id of the customer who brought this one, or null. */
    public @Nullable String referrer() {
        return referrer;
    }

    /** A copy of its numbers, which can be changed. */
    public Header copyOfHeader() {
        return header.copy();
    }

    /**
     * A copy of its numbers for other wallets, which can be changed.
     *
     * @param places for each of these the place of the wallet that it is here, or -1 if it is none
     */
    public Header copyOfHeader(int... places) {
        return header.copyFor(places);
    }

    /** The place of the wallet of a point currency, or -1 if there is none. */
    public int placeOf(String currency) {
        for (int place = 0; place < currencies.length; place++) {
            if (currencies[place].equals(currency)) {
                return place;
            }
        }
        return -1;
    }

    /** The dated lots of a wallet, by its place. */
    public LotQueue dated(int place) {
        return lots[3 * place];
    }

    /** The undated lots of a wallet, by its place. */
    public LotQueue undated(int place) {
        return lots[3 * place + 1];
    }

    /** The pending lots of a wallet, by its place. */
    public LotQueue pending(int place) {
        return lots[3 * place + 2];
    }

    /** What a wallet remembers, by its place. */
    public Remembered remembered(int place) {
        return remembered[place];
    }

    /** The ids of its point currencies. */
    public List<String> currencies() {
        return Collections.unmodifiableList(Arrays.asList(currencies));
    }

    /** What stands for the terms under which it was made, by which the header knows of its future; null if nobody knows. */
    public @Nullable Object madeBy() {
        return madeBy;
    }

    /**
     * Holds the account against its ledger: folds the entries from the first to the last and compares sequence, lots and
     * balances. Empty if all is right; otherwise a sentence for each difference, that of the first wrong entry first.
     *
     * @param entries all entries of the account, in their order
     */
    public List<String> verify(Iterable<LedgerEntry> entries) {
        return AccountCheck.of(this, LedgerFold.of(entries, asOf()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account that
                && program.equals(that.program)
                && versions.equals(that.versions)
                && profile.equals(that.profile)
                && Objects.equals(referrer, that.referrer)
                && header.equals(that.header)
                && Arrays.equals(currencies, that.currencies)
                && Arrays.equals(lots, that.lots)
                && Arrays.equals(remembered, that.remembered)
                && holds.equals(that.holds)
                && standings.equals(that.standings)
                && counters.equals(that.counters)
                && claimed.equals(that.claimed)
                && given.equals(that.given);
    }

    @Override
    public int hashCode() {
        return Objects.hash(program, profile, header, holds, counters);
    }

    /** Ids and instants only. */
    @Override
    public String toString() {
        return "Account[" + customer() + " in " + program + " as of " + asOf() + ", " + sequence() + " entries]";
    }
}
