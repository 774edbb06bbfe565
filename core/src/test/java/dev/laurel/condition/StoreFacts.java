package dev.laurel.condition;

import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Pricing;
import dev.laurel.tier.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purchase as rules see it, with three tiers. */
public record StoreFacts(
        Basket basket,
        Pricing pricing,
        LocalDate date,
        @Nullable Tier tier) implements PurchaseFacts {
    public static final Tier INSIDER = Tier.of("insider");
    public static final Tier VIB = Tier.of("vib");
    public static final Tier ROUGE = Tier.of("rouge");
    public static final List<Tier> TIERS = List.of(INSIDER, VIB, ROUGE);

    /** In a program that counts without tax. */
    public StoreFacts(Basket basket, LocalDate date, @Nullable Tier tier) {
        this(basket, Pricing.NET, date, tier);
    }

    @Override
    public Instant occurredAt() {
        return date.atStartOfDay(zone()).toInstant();
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }

    @Override
    public Customer customer() {
        return Customer.of("c-1");
    }

    @Override
    public @Nullable Instant enrolled() {
        return null;
    }

    /** Nothing is known of a past. */
    @Override
    public long answerTo(Question question) {
        return 0;
    }

    @Override
    public @Nullable Tier heldBeside(Tier wanted) {
        return TIERS.contains(wanted) ? tier : null;
    }

    @Override
    public boolean holds(Tier wanted) {
        return wanted.equals(tier);
    }

    @Override
    public boolean holdsAtLeast(Tier wanted) {
        return tier != null && TIERS.contains(wanted) && TIERS.indexOf(tier) >= TIERS.indexOf(wanted);
    }
}
