package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Redemptions that come in batches: each is checked against what the ones before it left, never all against the same balance. */
@Tag("K2")
class BatchesTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final LoyaltyEngine ENGINE = LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
            .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
            .redeem(IntStream.rangeClosed(1, 9)
                    .mapToObj(i -> Reward.costing("r" + i, i * 10L))
                    .toArray(Reward[]::new))
            .build());

    private static List<Redemption> drawnBatch(Random random, String customer) {
        List<Redemption> batch = new ArrayList<>();
        int size = 2 + random.nextInt(19);
        for (int i = 0; i < size; i++) {
            batch.add(Redemption.of("x" + i, customer, NOON, "r" + (1 + random.nextInt(9))));
        }
        return batch;
    }

    private static long price(Redemption redemption) {
        return Long.parseLong(redemption.reward().substring(1)) * 10;
    }

    @Test
    void redemptionsOfTenThousandBatchesAreAcceptedExactlyIfTheyFitOneAfterTheOther() {
        LoyaltyService service = LoyaltyService.of(ENGINE, new InMemoryAccountStore());
        Random random = new Random(2);
        int refused = 0;
        for (int run = 0; run < 10_000; run++) {
            String customer = "c" + run;
            long left = 50L + random.nextInt(500);
            service.submit(Opening.of("o", customer, NOON, new OpeningLot("points", left, NOON, null)))
                    .orThrow();
            for (Redemption redemption : drawnBatch(random, customer)) {
                boolean fits = price(redemption) <= left;
                assertThat(service.submit(redemption).isAccepted()).isEqualTo(fits);
                left -= fits ? price(redemption) : 0;
                refused += fits ? 0 : 1;
            }
            assertThat(service.account(customer).orElseThrow().balance("points").available())
                    .isEqualTo(left);
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    @Test
    @Tag("K1")
    @Tag("I17")
    void redemptionsSentAllAtOnceNeverTakeMoreThanThereIsAndAreRefusedOnlyIfTheyDidNotFit() {
        InMemoryAccountStore store = new InMemoryAccountStore();
        Random random = new Random(3);
        for (int run = 0; run < 1_000; run++) {
            String customer = "c" + run;
            long before = 50L + random.nextInt(500);
            LoyaltyService service = LoyaltyService.of(ENGINE, store);
            service.submit(Opening.of("o", customer, NOON, new OpeningLot("points", before, NOON, null)))
                    .orThrow();
            List<Outcome> outcomes = drawnBatch(random, customer).parallelStream()
                    .map(redemption -> LoyaltyService.of(ENGINE, store).submit(redemption))
                    .toList();
            Account account = service.account(customer).orElseThrow();
            long available = account.balance("points").available();
            long taken = 0;
            for (Outcome outcome : outcomes) {
                long price = price((Redemption) outcome.event());
                taken += outcome.isAccepted() ? price : 0;
                assertThat(outcome.isAccepted() || price > available).isTrue();
            }
            assertThat(available).isEqualTo(before - taken).isNotNegative();
            assertThat(service.verify(customer)).isEmpty();
        }
    }
}
