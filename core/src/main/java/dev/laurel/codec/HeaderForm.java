package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.counter.Counters;

/**
 * How an account is written and read without the chunks that have bytes of their own. In their place stands what tells whether all of
 * them are there, and no others: how many they are, and the sum of their fingerprints.
 */
final class HeaderForm {
    /** Stands for a header. */
    static final char TAG = 'H';

    private HeaderForm() {}

    /** The codec of headers, to write. */
    static Codec<Account> codec() {
        return codec(Chunks.none());
    }

    /** The codec of headers, to read one of which these are the chunks. */
    static Codec<Account> codec(Chunks chunks) {
        return new Codec<>(
                "account header",
                Codec.LAYOUT,
                ImmutableList.of(new Kind<>(TAG, Account.class, HeaderForm::write, in -> read(in, chunks))));
    }

    static void write(CanonicalWriter out, Account account) {
        Counters counters = Counters.copyOf(account.counters());
        boolean hasChunks = CounterForm.hasChunks(counters);
        out.flag(hasChunks);
        if (hasChunks) {
            CounterForm.seal(out, counters);
        }
        AccountForm.write(out, account, hasChunks ? Counters.NONE : counters, true);
    }

    static Account read(CanonicalReader in, Chunks chunks) {
        Counters counters = in.flag() ? CounterForm.sealed(in, chunks.takeCounters()) : Counters.NONE;
        Account account = AccountForm.read(in, counters, chunks);
        if (!chunks.areTaken()) {
            throw in.malformed("there are chunks that the account does not have");
        }
        return AccountForm.checked(in, account);
    }
}
