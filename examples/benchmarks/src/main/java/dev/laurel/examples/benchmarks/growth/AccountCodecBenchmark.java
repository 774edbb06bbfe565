package dev.laurel.examples.benchmarks.growth;

import dev.laurel.account.Account;
import dev.laurel.codec.AccountBytes;
import dev.laurel.codec.Codec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What writing and reading an account costs, and its digest, by the number of open lots. */
@State(Scope.Thread)
public class AccountCodecBenchmark extends GrowthBenchmark {
    /** How many lots are open. */
    @Param({"10", "100", "1000", "10000"})
    public int lots;

    private Account account;
    private Account after;
    private byte[] bytes;
    private AccountBytes pieces;

    /** Fills the account. */
    @Setup
    public void setUp() {
        OneMember member = OneMember.holding(lots, 1);
        account = member.account();
        member.experience(member.purchase(lots));
        after = member.account();
        bytes = Codec.ACCOUNTS.encode(account);
        pieces = AccountBytes.of(account);
    }

    /** An account with so many lots. */
    static Account accountOf(int lots) {
        return OneMember.holding(lots, 0).account();
    }

    /** The bytes of the account. */
    @Benchmark
    public byte[] encode(CpuClock clock) {
        clock.operations++;
        return Codec.ACCOUNTS.encode(account);
    }

    /** The account of the bytes. */
    @Benchmark
    public Account decode(CpuClock clock) {
        clock.operations++;
        return Codec.ACCOUNTS.decode(bytes);
    }

    /** What a store writes of the account after a purchase. */
    @Benchmark
    public AccountBytes change(CpuClock clock) {
        clock.operations++;
        return AccountBytes.ofChange(account, after);
    }

    /** The account of its header and chunks. */
    @Benchmark
    public Account decodePieces(CpuClock clock) {
        clock.operations++;
        return AccountBytes.decode(pieces.header(), pieces.chunks());
    }

    /** The digest of the account. */
    @Benchmark
    public String digest(CpuClock clock) {
        clock.operations++;
        return Codec.ACCOUNTS.digest(account);
    }
}
