package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.customer.Customer;
import dev.laurel.id.Copies;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of a basket.
 *
 * @param id the line's id, unique in its basket; returns name it
 * @param sku the article
 * @param categories the categories that the article is in, in their natural order
 * @param brand the article's brand, if it has one
 * @param quantity how many, more than zero
 * @param net what the whole line costs without tax, after discounts; zero for something given away
 * @param tax the tax on the whole line
 * @param discounted whether the price was reduced
 * @param attributes what else the host tells of the line, in the order of the names
 */
public record PurchaseLine(
        String id,
        String sku,
        Set<String> categories,
        @Nullable String brand,
        Quantity quantity,
        Money net,
        Money tax,
        boolean discounted,
        Map<String, String> attributes) {
    /** The most categories that an article may be in. */
    public static final int MAX_CATEGORIES = 1000;

    private static final int MAX_NAME_LENGTH = 200;

    /**
     * Takes copies of the collections.
     *
     * @throws IllegalArgumentException if the quantity is zero, an amount negative, the tax of another currency, a text malformed,
     *     or there are too many categories or attributes
     */
    public PurchaseLine {
        Identifiers.hostId("line id", id);
        Identifiers.text("SKU", sku, MAX_NAME_LENGTH);
        categories = copyOfCategories(categories);
        if (brand != null) {
            Identifiers.text("brand", brand, MAX_NAME_LENGTH);
        }
        checkArgument(!quantity.isZero(), "quantity of line '%s' must be positive, but was 0", id);
        checkArgument(!net.isNegative(), "net of line '%s' must not be negative, but was %s", id, net);
        checkArgument(!tax.isNegative(), "tax of line '%s' must not be negative, but was %s", id, tax);
        checkArgument(
                tax.currency().equals(net.currency()),
                "tax of line '%s' must be in %s, as its net is, but was %s",
                id,
                net.currency().getCurrencyCode(),
                tax);
        attributes = Customer.copyOfAttributes(attributes);
    }

    /** One piece of an article, without categories, brand, tax or attributes. */
    public static PurchaseLine of(String id, String sku, Money net) {
        return new PurchaseLine(
                id, sku, Set.of(), null, Quantity.ONE, net, Money.zero(net.currency()), false, Map.of());
    }

    /** A copy in these categories. */
    public PurchaseLine withCategories(String... categories) {
        return withCategories(Arrays.asList(categories));
    }

    /** A copy in these categories. */
    public PurchaseLine withCategories(Collection<String> categories) {
        return new PurchaseLine(
                id, sku, copyOfCategories(categories), brand, quantity, net, tax, discounted, attributes);
    }

    private static Set<String> copyOfCategories(Collection<String> categories) {
        return Copies.texts(
                "categories of a line",
                categories,
                MAX_CATEGORIES,
                category -> Identifiers.text("category", category, MAX_NAME_LENGTH));
    }

    /** A copy of this brand. */
    public PurchaseLine withBrand(String brand) {
        return new PurchaseLine(id, sku, categories, brand, quantity, net, tax, discounted, attributes);
    }

    /** A copy with this quantity; the net stays that of the whole line. */
    public PurchaseLine withQuantity(Quantity quantity) {
        return new PurchaseLine(id, sku, categories, brand, quantity, net, tax, discounted, attributes);
    }

    /** A copy with this net for the whole line. */
    public PurchaseLine withNet(Money net) {
        return new PurchaseLine(id, sku, categories, brand, quantity, net, tax, discounted, attributes);
    }

    /** A copy with this tax. */
    public PurchaseLine withTax(Money tax) {
        return new PurchaseLine(id, sku, categories, brand, quantity, net, tax, discounted, attributes);
    }

    /** A copy whose price was reduced. */
    public PurchaseLine withDiscount() {
        return new PurchaseLine(id, sku, categories, brand, quantity, net, tax, true, attributes);
    }

    /** A copy with one attribute more, or another value of it. */
    public PurchaseLine withAttribute(String name, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(name, value);
        return new PurchaseLine(id, sku, categories, brand, quantity, net, tax, discounted, more);
    }

    /** Id, article and amounts; not the attributes, which may be personal. */
    @Override
    public String toString() {
        return "PurchaseLine[" + id + ": " + quantity + " of " + sku + ", " + net + "]";
    }
}
