package dev.laurel.examples.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.examples.benchmarks.contender.Contender;
import dev.laurel.examples.benchmarks.contender.Entrant;
import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int CAMPAIGNS = 5;
    private static final Extent EXTENT = new Extent(1_000, 1, 3);

    private final PrintWriter progress = new PrintWriter(Writer.nullWriter());

    @Test
    void who_agrees_is_measured_against_hand_with_a_ledger() throws Exception {
        Comparison comparison = comparison(Entrant::of, 0);

        comparison.run(CAMPAIGNS);

        assertThat(comparison.differences()).isEmpty();
        assertThat(Report.of(comparison)).isEqualTo("""
                ### 5 campaigns

                1 is hand with a ledger: 1,000 ns of CPU, 2,000 ns wall, median 1,500 ns, p99 9,000 ns.

                | contender | CPU | wall | median | p99 | bytes an order | first build, ms | build, ms |
                |---|---:|---:|---:|---:|---:|---:|---:|
                | hand | 0.50 | 0.50 | 0.50 | 0.50 | 200 (0.50) | 2.5 | 0.1 |
                | hand with a ledger | 1.00 | 1.00 | 1.00 | 1.00 | 400 (1.00) | 5.0 | 0.2 |

                """);
    }

    @Test
    void who_gives_a_point_too_many_is_not_measured() throws Exception {
        Comparison comparison = comparison(ComparisonTest::withGenerousHand, 0);

        comparison.run(CAMPAIGNS);

        assertThat(comparison.measurements())
                .extracting(Measurement::entrant)
                .containsExactly(Entrant.HAND_WITH_LEDGER);
        assertThat(comparison.differences())
                .singleElement()
                .asString()
                .matches("At 5 campaigns hand gives \\d+ points for order-0, but must give \\d+\\.");
        assertThat(Report.of(comparison)).contains("**Not measured:** At 5 campaigns hand gives ");
    }

    @Test
    void who_gives_other_points_while_it_is_measured_is_not_shown() throws Exception {
        Comparison comparison = comparison(Entrant::of, 1);

        comparison.run(CAMPAIGNS);

        assertThat(comparison.measurements()).isEmpty();
        assertThat(comparison.differences())
                .contains("At 5 campaigns hand gives other points while it is measured.")
                .hasSize(2 * EXTENT.rounds());
    }

    private Comparison comparison(BiFunction<Entrant, List<Campaign>, Contender> maker, long tooMany) {
        return new Comparison(
                EnumSet.of(Entrant.HAND, Entrant.HAND_WITH_LEDGER),
                EXTENT,
                progress,
                maker,
                (entrant, campaigns, extent) -> {
                    int share = entrant == Entrant.HAND ? 1 : 2;
                    return new Measurement(
                            entrant,
                            campaigns,
                            500L * share,
                            1_000L * share,
                            750L * share,
                            4_500L * share,
                            200L * share,
                            2_500L * share,
                            100L * share,
                            extent.orders(),
                            pointsOf(entrant, campaigns, extent) + tooMany);
                });
    }

    private static long pointsOf(Entrant entrant, int campaigns, Extent extent) {
        Shop shop = Shop.of(campaigns, extent.orders());
        Contender contender = entrant.of(shop.campaigns());
        contender.open(shop);
        return shop.orders().stream().mapToLong(contender::buy).sum();
    }

    private static Contender withGenerousHand(Entrant entrant, List<Campaign> campaigns) {
        Contender right = entrant.of(campaigns);
        return entrant != Entrant.HAND
                ? right
                : new Wrong(right) {
                    @Override
                    public long buy(Order order) {
                        return super.buy(order) + 1;
                    }
                };
    }
}
