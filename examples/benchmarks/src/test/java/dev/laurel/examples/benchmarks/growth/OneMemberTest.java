package dev.laurel.examples.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.examples.benchmarks.contender.LaurelProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneMemberTest {
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000, 10_000})
    void aMemberHoldsAsManyLotsAsABenchmarkSays(int lots) {
        Account account = AccountCodecBenchmark.accountOf(lots);
        assertThat(account.wallet(LaurelProgram.POINTS.id())
                        .orElseThrow()
                        .undated()
                        .size())
                .isEqualTo(lots);
    }

    @Test
    void theBytesOfAnAccountAreFewForEachLot() {
        int length = Codec.ACCOUNTS.encode(AccountCodecBenchmark.accountOf(1_000)).length;
        assertThat(length).isBetween(1_000, 200 + 24 * 1_000);
    }
}
