package dev.laurel.examples.benchmarks.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The shop over two years that touch three calendar years. The same numbers give the same shop, on every machine.
 *
 * @param members who takes part
 * @param campaigns the campaigns
 * @param orders what was bought, in order of time
 */
public record Shop(List<Member> members, List<Campaign> campaigns, List<Order> orders) {
    /** How many members there are. */
    public static final int MEMBERS = 25_000;

    /** The first date of an order. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 7, 1);

    /** On how many dates something is bought. */
    public static final int DAYS = 730;

    /** Takes copies of the lists. */
    public Shop {
        members = List.copyOf(members);
        campaigns = List.copyOf(campaigns);
        orders = List.copyOf(orders);
    }

    /** A shop with so many campaigns and orders. Fewer campaigns are the first of more, and no order depends on them. */
    public static Shop of(int campaigns, int orders) {
        Catalog catalog = new Catalog();
        return new Shop(
                Orders.members(), new Campaigns(catalog).first(campaigns), new Orders(catalog).evenlySpread(orders));
    }

    /** The first instant. */
    public static Instant start() {
        return startOf(FIRST_DAY);
    }

    /** The instant after all orders. */
    public static Instant end() {
        return startOf(FIRST_DAY.plusDays(DAYS));
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(Terms.ZONE).toInstant();
    }
}
