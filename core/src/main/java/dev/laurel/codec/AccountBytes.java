package dev.laurel.codec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.counter.CounterChunk;
import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import dev.laurel.ledger.LotQueue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account as a store keeps it that writes what an event changed, and not 10,000 lots each time: a header, and chunks under keys of
 * their own. Most accounts have no chunks. A queue of more than 64 lots has one for each few dozen lots that are not the first or the
 * last, an account with dozens of counters has some for these, and a counter of more than 64 windows one for each dozen that are not the
 * first or the last. A purchase or a redemption changes the header and seldom more than one of them.
 *
 * <p>Header and chunks each have layout and checksum of their own, as all that a {@link Codec} writes. The header tells whether all
 * chunks are there and are those of its account as it stood then. The digest of an account is not over these bytes but over those of
 * {@link Codec#ACCOUNTS}, which do not depend on how its lots lie in chunks. What is personal stands in the header only. Nobody may
 * change the arrays.
 */
public final class AccountBytes {
    private final byte[] header;
    private final ImmutableSortedMap<String, byte[]> chunks;
    private final ImmutableSortedSet<String> removed;

    private AccountBytes(byte[] header, Map<String, byte[]> chunks, Set<String> removed) {
        this.header = header;
        this.chunks = ImmutableSortedMap.copyOf(chunks);
        this.removed = ImmutableSortedSet.copyOf(removed);
    }

    /**
     * All bytes of an account.
     *
     * @throws IllegalArgumentException as {@link Codec#encode} does, or if the account was made by hand and has a lot twice
     */
    public static AccountBytes of(Account account) {
        return ofChange(null, account);
    }

    /**
     * The bytes of an account that are others than those of the account before. What both share is found by identity first, so it costs
     * most where neither was made of the other.
     *
     * @param before the account as it is stored, or null if it is not stored yet
     * @param after the account as it is to be stored
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static AccountBytes ofChange(@Nullable Account before, Account after) {
        byte[] header = HeaderForm.codec().encode(after);
        List<AccountChunk> old = before == null ? List.of() : chunksOf(before, after);
        List<AccountChunk> all = chunksOf(after, before);
        Map<String, AccountChunk> gone = new TreeMap<>();
        for (AccountChunk chunk : without(old, all)) {
            gone.put(chunk.key(), chunk);
        }
        Map<String, byte[]> written = new TreeMap<>();
        for (AccountChunk chunk : without(all, old)) {
            String key = chunk.key();
            if (!chunk.equals(gone.remove(key))) {
                byte[] other = written.put(key, AccountChunk.CODEC.encode(chunk));
                checkArgument(other == null, "an account must have each lot once");
            }
        }
        return new AccountBytes(header, written, gone.keySet());
    }

    /** All chunks but those of queues and of counters that have the very same in another account. */
    private static List<AccountChunk> chunksOf(Account account, @Nullable Account other) {
        List<AccountChunk> chunks = new ArrayList<>();
        for (Wallet wallet : account.wallets()) {
            Wallet ofOther =
                    other == null ? null : other.wallet(wallet.currency()).orElse(null);
            for (QueueName.Kind kind : QueueName.Kind.values()) {
                LotQueue lots = kind.of(wallet);
                if (QueueForm.hasChunks(lots) && (ofOther == null || !haveTheSame(lots, kind.of(ofOther)))) {
                    QueueName name = new QueueName(wallet.currency(), kind);
                    lots.middle().forEach(chunk -> chunks.add(new AccountChunk.Lots(name, chunk)));
                }
            }
        }
        Counters counters = Counters.copyOf(account.counters());
        Counters ofOther = other == null ? Counters.NONE : Counters.copyOf(other.counters());
        for (CounterChunk chunk : counters.chunks()) {
            if (CounterForm.hasChunks(counters)) {
                chunks.add(new AccountChunk.Counts(chunk));
            }
            chunk.withChunks().forEach((id, sums) -> {
                if (!haveTheSame(sums, ofOther.of(id))) {
                    sums.middle().forEach(windows -> chunks.add(new AccountChunk.Windows(id, windows)));
                }
            });
        }
        return chunks;
    }

    private static boolean haveTheSame(WindowSums sums, WindowSums others) {
        return others.hasChunks() && sums.sharesMiddleWith(others);
    }

    private static boolean haveTheSame(LotQueue lots, LotQueue others) {
        return QueueForm.hasChunks(others) && lots.sharesMiddleWith(others);
    }

    /** Those that are not among others, by the identity of what they hold. */
    private static List<AccountChunk> without(List<AccountChunk> chunks, List<AccountChunk> others) {
        IdentityHashMap<Object, AccountChunk> known = new IdentityHashMap<>();
        others.forEach(chunk -> known.put(chunk.held(), chunk));
        List<AccountChunk> left = new ArrayList<>();
        for (AccountChunk chunk : chunks) {
            AccountChunk same = known.get(chunk.held());
            if (same == null || !same.isOfThePlaceOf(chunk)) {
                left.add(chunk);
            }
        }
        return left;
    }

    /**
     * The account of these bytes. Its chunks are those that were read, so that what {@link #ofChange} then gives is little.
     *
     * @param header the header
     * @param chunks all chunks of the account, by their keys
     * @throws MalformedBytesException as {@link Codec#decode} does, or if a chunk is missing, is one too many, stands under another
     *     key, or is not as it was when the header was written
     */
    public static Account decode(byte[] header, Map<String, byte[]> chunks) {
        return HeaderForm.codec(Chunks.of(chunks)).decode(header);
    }

    /** The header, which every event changes. */
    public byte[] header() {
        return header;
    }

    /** The chunks that are to be written, by their keys: ASCII, and at most 100 characters. */
    public Map<String, byte[]> chunks() {
        return chunks;
    }

    /** The keys of the chunks that are there no more. */
    public Set<String> removed() {
        return removed;
    }

    /** Counts only: the bytes hold personal data. */
    @Override
    public String toString() {
        return "AccountBytes[header of " + header.length + " bytes, " + chunks.size() + " chunks, " + removed.size()
                + " removed]";
    }
}
