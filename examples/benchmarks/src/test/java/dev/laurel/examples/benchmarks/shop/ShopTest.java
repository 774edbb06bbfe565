package dev.laurel.examples.benchmarks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static final Shop SHOP = Shop.of(1_000, 20_000);

    @Test
    void the_same_numbers_give_the_same_shop() {
        assertThat(Shop.of(1_000, 20_000)).isEqualTo(SHOP);
    }

    @Test
    void fewer_campaigns_are_the_first_of_more_and_orders_do_not_depend_on_them() {
        Shop small = Shop.of(50, 20_000);

        assertThat(small.campaigns()).isEqualTo(SHOP.campaigns().subList(0, 50));
        assertThat(small.orders()).isEqualTo(SHOP.orders());
    }

    @Test
    void orders_are_in_order_of_time_within_the_two_years() {
        assertThat(SHOP.orders()).isSortedAccordingTo(Comparator.comparing(Order::at));
        assertThat(SHOP.orders().get(0).at()).isEqualTo(Shop.start());
        assertThat(SHOP.orders().get(19_999).at()).isBefore(Shop.end());
    }

    @Test
    void orders_have_one_to_six_lines() {
        assertThat(SHOP.orders().stream()
                        .mapToInt(order -> order.lines().size())
                        .distinct())
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    }

    @Test
    void half_of_the_campaigns_are_by_category_and_the_others_by_ten_articles() {
        assertThat(SHOP.campaigns().stream().filter(Campaign::isByCategory)).hasSize(500);
        assertThat(SHOP.campaigns().stream().skip(2).filter(campaign -> !campaign.isByCategory()))
                .allMatch(campaign -> campaign.skus().size() == 10);
    }

    @Test
    void one_campaign_in_forty_runs_at_a_time() {
        double days = 0;
        for (int day = 0; day < Shop.DAYS; day++) {
            LocalDate date = Shop.FIRST_DAY.plusDays(day);
            days += SHOP.campaigns().stream()
                    .filter(campaign -> !date.isBefore(campaign.from()) && !date.isAfter(campaign.to()))
                    .count();
        }

        assertThat(days / Shop.DAYS).isBetween(1_000 / 44.0, 1_000 / 36.0);
    }
}
