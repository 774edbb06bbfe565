package dev.laurel.examples.benchmarks.contender;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.examples.benchmarks.shop.Line;
import dev.laurel.examples.benchmarks.shop.Member;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.util.List;

/**
 * Members and orders as events of Laurel.
 *
 * @param enrollments of each member, before all orders
 * @param purchases of each order
 */
public record LaurelEvents(List<Enrollment> enrollments, List<Purchase> purchases) {
    /** Takes copies of the lists. */
    public LaurelEvents {
        enrollments = List.copyOf(enrollments);
        purchases = List.copyOf(purchases);
    }

    /** The events of a shop. */
    public static LaurelEvents of(Shop shop) {
        return new LaurelEvents(
                shop.members().stream().map(LaurelEvents::enrollment).toList(),
                shop.orders().stream()
                        .map(order -> purchase(order, shop.members().get(order.member())))
                        .toList());
    }

    private static Enrollment enrollment(Member member) {
        Customer profile = Customer.of(member.id()).withBirthday(new Birthday(member.birthMonth(), 1));
        return Enrollment.of("enrollment", profile, Shop.start());
    }

    private static Purchase purchase(Order order, Member member) {
        List<PurchaseLine> lines =
                order.lines().stream().map(LaurelEvents::line).toList();
        return new Purchase(order.id(), member.id(), order.at(), Basket.of(lines));
    }

    private static PurchaseLine line(Line line) {
        return PurchaseLine.of(line.id(), line.sku(), LaurelProgram.cents(line.cents()))
                .withCategories(line.category());
    }
}
