package dev.laurel.engine;

import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.rule.PurchaseFacts;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What rules see of a purchase: values only, and the tier held before it. */
final class FactsOfPurchase implements PurchaseFacts {
    private final Purchase purchase;
    private final Customer customer;
    private final ZoneId zone;
    private final @Nullable TierLadder ladder;
    private final @Nullable Tier tier;
    private @Nullable LocalDate date;

    FactsOfPurchase(
            Purchase purchase, Customer customer, ZoneId zone, @Nullable TierLadder ladder, @Nullable Tier tier) {
        this.purchase = purchase;
        this.customer = customer;
        this.zone = zone;
        this.ladder = ladder;
        this.tier = tier;
    }

    @Override
    public Instant occurredAt() {
        return purchase.occurredAt();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public LocalDate date() {
        LocalDate known = date;
        if (known == null) {
            known = PurchaseFacts.super.date();
            date = known;
        }
        return known;
    }

    @Override
    public Customer customer() {
        return customer;
    }

    @Override
    public @Nullable Tier tier() {
        return tier;
    }

    @Override
    public boolean holdsAtLeast(Tier wanted) {
        if (ladder == null || tier == null) {
            return false;
        }
        int rank = ladder.rankOf(wanted);
        return rank >= 0 && ladder.rankOf(tier) >= rank;
    }

    @Override
    public Basket basket() {
        return purchase.basket();
    }
}
