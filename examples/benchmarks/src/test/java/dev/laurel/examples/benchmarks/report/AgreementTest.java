package dev.laurel.examples.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.examples.benchmarks.contender.Contender;
import dev.laurel.examples.benchmarks.contender.Entrant;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTest {
    /** As many orders as members, so that enough of them come again for tiers, birthdays, caps and points that run out. */
    private static final Shop SHOP = Shop.of(50, 25_000);

    private final Agreement agreement = new Agreement(SHOP, reference());

    private static Contender reference() {
        return Entrant.HAND_WITH_LEDGER.of(SHOP.campaigns());
    }

    @ParameterizedTest
    @EnumSource
    void every_contender_gives_the_same_points(Entrant entrant) {
        boolean holds = agreement.holdsFor(entrant.label(), entrant.of(SHOP.campaigns()));

        assertThat(agreement.differences()).isEmpty();
        assertThat(holds).isTrue();
    }

    @Test
    void one_point_more_for_one_order_is_found() {
        Contender generous = new Wrong(reference()) {
            @Override
            public long buy(Order order) {
                return super.buy(order) + (order.index() == 24_000 ? 1 : 0);
            }
        };

        assertThat(agreement.holdsFor("generous", generous)).isFalse();
        assertThat(agreement.differences().get("generous"))
                .matches("generous gives (\\d+) points for order-24000, but must give \\d+");
    }

    @Test
    void one_point_less_of_one_member_is_found() {
        Contender forgetful = new Wrong(reference()) {
            @Override
            public long earned(int member) {
                return super.earned(member) - (member == 7 ? 1 : 0);
            }
        };

        assertThat(agreement.holdsFor("forgetful", forgetful)).isFalse();
        assertThat(agreement.differences().get("forgetful"))
                .matches("forgetful gives -?\\d+ points earned by m7 in the end, but must give \\d+");
    }

    @Test
    void points_that_should_have_run_out_are_found() {
        Contender lasting = new Wrong(reference()) {
            @Override
            public OptionalLong available(int member, Instant at) {
                return OptionalLong.of(earned(member));
            }
        };

        assertThat(agreement.holdsFor("lasting", lasting)).isFalse();
        assertThat(agreement.differences().get("lasting"))
                .matches("lasting gives \\d+ points available to m\\d+ in the end, but must give 0");
    }

    @Test
    void the_sum_that_a_measurement_reports_must_be_that_of_its_orders() {
        long points = 0;
        Contender contender = reference();
        contender.open(SHOP);
        for (Order order : SHOP.orders().subList(0, 100)) {
            points += contender.buy(order);
        }

        assertThat(agreement.holdsFor(100, points)).isTrue();
        assertThat(agreement.holdsFor(100, points + 1)).isFalse();
        assertThat(agreement.holdsFor(101, points)).isFalse();
    }
}
