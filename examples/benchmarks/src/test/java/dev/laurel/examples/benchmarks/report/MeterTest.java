package dev.laurel.examples.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.examples.benchmarks.contender.Entrant;
import dev.laurel.examples.benchmarks.shop.Shop;
import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void a_measurement_tells_over_which_orders_and_what_points_they_give() {
        Shop shop = Shop.of(5, 2_000);
        Agreement agreement = new Agreement(shop, Entrant.HAND.of(shop.campaigns()));

        Measurement measurement = new Meter(Entrant.EVALUATE, shop, 1).measure();

        assertThat(measurement.entrant()).isEqualTo(Entrant.EVALUATE);
        assertThat(measurement.campaigns()).isEqualTo(5);
        assertThat(measurement.orders()).isEqualTo(2_000);
        assertThat(agreement.holdsFor(measurement.orders(), measurement.points()))
                .isTrue();
        assertThat(measurement.cpu()).isPositive();
        assertThat(measurement.bytes()).isGreaterThan(500);
        assertThat(measurement.median()).isPositive().isLessThanOrEqualTo(measurement.p99());
        assertThat(measurement.build()).isPositive().isLessThanOrEqualTo(measurement.firstBuild());
    }
}
