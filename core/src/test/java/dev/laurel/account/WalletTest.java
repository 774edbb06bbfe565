package dev.laurel.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotQueue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L6")
class WalletTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant day(int day) {
        return NOW.plusSeconds(86_400L * day);
    }

    private static Lot lot(long number, long points, Instant available, Instant expires) {
        return new Lot(number, points, points, NOW, available, expires);
    }

    private static Wallet wallet(
            List<Lot> dated, List<Lot> undated, List<Lot> pending, Instant runsOut, boolean suspended) {
        return new Wallet(
                "points",
                Balance.ZERO,
                LotQueue.ofOrdered(dated),
                LotQueue.ofOrdered(undated),
                LotQueue.ofPending(pending),
                runsOut,
                0,
                List.of(new ExpiredPoints(7, 70, NOW), new ExpiredPoints(9, 90, NOW)),
                suspended ? NOW : null,
                List.of(),
                List.of());
    }

    @Test
    @Tag("V4")
    void aWalletKnowsWhatExpiredUnusedOfALot() {
        Wallet wallet = wallet(List.of(), List.of(), List.of(), null, false);
        assertThat(wallet.expiredOf(lot(7, 1, NOW, null))).isEqualTo(70);
        assertThat(wallet.expiredOf(lot(8, 1, NOW, null))).isZero();
        assertThat(wallet.expiredOf(lot(9, 1, NOW, null))).isEqualTo(90);
    }

    @Nested
    class ExpiringNext {
        private final Lot dated = lot(1, 10, NOW, day(20)).withExpires(day(20), LotDating.OWN);
        private final Lot undated = lot(2, 200, NOW, null);
        private final Lot pending = lot(3, 3_000, day(5), null);
        private final Lot pendingDated = lot(4, 40_000, day(6), day(20)).withExpires(day(20), LotDating.OWN);

        private Wallet all(Instant runsOut, boolean suspended) {
            return wallet(List.of(dated), List.of(undated), List.of(pending, pendingDated), runsOut, suspended);
        }

        @Test
        void theNextExpiryOfAWalletIsWhatComesFirstOfDatesAndTheTimer() {
            assertThat(all(day(30), false).expiringNext()).contains(new Wallet.Expiring(40_010, day(20)));
            assertThat(all(day(20), false).expiringNext()).contains(new Wallet.Expiring(43_210, day(20)));
            assertThat(all(day(10), false).expiringNext()).contains(new Wallet.Expiring(3_200, day(10)));
            assertThat(all(null, false).expiringNext()).contains(new Wallet.Expiring(40_010, day(20)));
        }

        @Test
        void theNextExpiryOfAWalletIsNotByATimerThatIsSuspendedOrHasNothingToEnd() {
            assertThat(all(day(10), true).expiringNext()).contains(new Wallet.Expiring(40_010, day(20)));
            assertThat(wallet(List.of(dated), List.of(), List.of(), day(10), false)
                            .expiringNext())
                    .contains(new Wallet.Expiring(10, day(20)));
            assertThat(wallet(List.of(), List.of(), List.of(), day(10), false).expiringNext())
                    .isEmpty();
            assertThat(wallet(List.of(), List.of(), List.of(pending), day(10), false)
                            .expiringNext())
                    .contains(new Wallet.Expiring(3_000, day(10)));
        }

        @Test
        void pointsOfAWalletThatExpireAreCountedUpToAnInstant() {
            Wallet wallet = all(day(30), false);
            assertThat(wallet.expiringBy(day(19))).isZero();
            assertThat(wallet.expiringBy(day(20))).isEqualTo(40_010);
            assertThat(wallet.expiringBy(day(30))).isEqualTo(43_210);
        }
    }

    @Nested
    @Tag("L4")
    class MaturingNext {
        @Test
        void pointsOfAWalletMaturingNextAreAllThatBecomeAvailableThen() {
            Wallet wallet = wallet(
                    List.of(),
                    List.of(),
                    List.of(lot(1, 10, day(5), null), lot(2, 200, day(5), day(9)), lot(3, 3_000, day(6), null)),
                    null,
                    false);
            assertThat(wallet.maturingNext()).contains(new Wallet.Maturing(210, day(5)));
        }

        @Test
        void pointsOfAWalletMaturingNextLeaveOutThoseThatExpireBefore() {
            Wallet wallet = wallet(
                    List.of(), List.of(), List.of(lot(1, 10, day(8), day(5)), lot(2, 200, day(6), null)), null, false);
            assertThat(wallet.maturingNext()).contains(new Wallet.Maturing(200, day(6)));
        }
    }

    @Nested
    @Tag("L6")
    class ExpiringBy {
        private final LotQueue dated = LotQueue.EMPTY
                .plus(new Lot(2, 200, 200, NOW, NOW, Instant.parse("2026-06-01T00:00:00Z")))
                .plus(new Lot(1, 100, 100, NOW, NOW, Instant.parse("2026-02-01T00:00:00Z")));
        private final LotQueue undated = LotQueue.EMPTY.plus(new Lot(3, 50, 50, NOW, NOW, null));

        @Test
        @Tag("TV-75")
        void pointsExpiringByAnInstantAreThoseOfTheLotsWhoseDateComesUntilThen() {
            Wallet wallet = new Wallet("points", Balance.ZERO, dated, undated, null);
            assertThat(wallet.expiringBy(Instant.parse("2026-03-01T00:00:00Z"))).isEqualTo(100);
            assertThat(wallet.expiringBy(Instant.parse("2026-07-01T00:00:00Z"))).isEqualTo(300);
            assertThat(wallet.expiringBy(Instant.parse("2026-02-01T00:00:00Z"))).isEqualTo(100);
            assertThat(wallet.expiringBy(Instant.parse("2026-01-31T23:59:59.999999Z")))
                    .isZero();
            assertThat(wallet.lots()).extracting(Lot::number).containsExactly(1L, 2L, 3L);
        }

        @Test
        void pointsExpiringByAnInstantIncludeThoseOfTheLotsThatInactivityEndsUntilThen() {
            Instant runsOut = Instant.parse("2026-03-01T00:00:00Z");
            Wallet wallet = new Wallet("points", Balance.ZERO, dated, undated, runsOut);
            // A date of the terms and inactivity both end a lot; a date of its own rules alone.
            assertThat(wallet.expiringBy(runsOut)).isEqualTo(350);
            assertThat(wallet.expiringBy(runsOut.minusNanos(1_000))).isEqualTo(100);
            LotQueue own = LotQueue.EMPTY.plus(
                    dated.first().withExpires(Instant.parse("2026-06-01T00:00:00Z"), LotDating.OWN));
            assertThat(new Wallet("points", Balance.ZERO, own, undated, runsOut).expiringBy(runsOut))
                    .isEqualTo(50);
            assertThat(Wallet.none("points").expiringBy(Instant.MAX)).isZero();
        }
    }
}
