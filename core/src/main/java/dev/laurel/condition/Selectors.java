package dev.laurel.condition;

import com.google.common.collect.ImmutableSet;
import dev.laurel.customer.Customer;
import dev.laurel.event.PurchaseLine;
import dev.laurel.id.Identifiers;
import java.util.Set;
import java.util.stream.Collectors;

/** The selectors that come with Laurel. */
public final class Selectors {
    private static final int MAX_NAME_LENGTH = 200;
    private static final Selector EVERYTHING = new Everything();

    private Selectors() {}

    /** All lines. */
    public static Selector everything() {
        return EVERYTHING;
    }

    /** Lines of a category. */
    public static Selector category(String category) {
        return new ByKey(new LineKey(LineKey.Kind.CATEGORY, category));
    }

    /** Lines of an article. */
    public static Selector sku(String sku) {
        return new ByKey(new LineKey(LineKey.Kind.SKU, sku));
    }

    /** Lines of any of these articles; of none, it can never match, and a program that has it is refused. */
    public static Selector skus(Set<String> skus) {
        return new BySkus(ImmutableSet.copyOf(skus));
    }

    /** Lines of a brand. */
    public static Selector brand(String brand) {
        return new ByKey(new LineKey(LineKey.Kind.BRAND, brand));
    }

    /** Lines whose attribute has this value. */
    public static Selector attribute(String name, String value) {
        return new ByAttribute(name, value);
    }

    /** Lines whose price was reduced. */
    public static Selector discounted() {
        return new Discounted();
    }

    /** Lines that all of these choose. */
    public static Selector all(Selector... selectors) {
        return new Combined.OfLines(Combined.all("selector", selectors));
    }

    /** Lines that at least one of these chooses. */
    public static Selector any(Selector... selectors) {
        return new Combined.OfLines(Combined.any("selector", selectors));
    }

    /** Lines that this does not choose. */
    public static Selector not(Selector selector) {
        return new Combined.OfLines(Combined.not(selector));
    }

    private record Everything() implements Selector {
        @Override
        public boolean selects(PurchaseLine line) {
            return true;
        }

        @Override
        public String describe() {
            return "everything";
        }
    }

    private record ByKey(LineKey key) implements Selector {
        @Override
        public boolean selects(PurchaseLine line) {
            return switch (key.kind()) {
                case CATEGORY -> line.categories().contains(key.value());
                case SKU -> line.sku().equals(key.value());
                case BRAND -> key.value().equals(line.brand());
            };
        }

        @Override
        public String describe() {
            return key.describe();
        }

        @Override
        public Scope scope() {
            return Scope.keys(Set.of(key));
        }
    }

    private record BySkus(ImmutableSet<String> skus) implements Selector {
        BySkus {
            for (String sku : skus) {
                Identifiers.text("SKU", sku, MAX_NAME_LENGTH);
            }
        }

        @Override
        public boolean selects(PurchaseLine line) {
            return skus.contains(line.sku());
        }

        @Override
        public String describe() {
            return skus.stream().sorted().map(Identifiers::quoted).collect(Collectors.joining(", ", "SKUs ", ""));
        }

        @Override
        public Scope scope() {
            return Scope.keys(skus.stream()
                    .map(sku -> new LineKey(LineKey.Kind.SKU, sku))
                    .collect(ImmutableSet.toImmutableSet()));
        }
    }

    private record ByAttribute(String name, String value) implements Selector {
        ByAttribute {
            Identifiers.text("name of an attribute", name, MAX_NAME_LENGTH);
            Identifiers.text("value of an attribute", value, Customer.MAX_ATTRIBUTE_LENGTH);
        }

        @Override
        public boolean selects(PurchaseLine line) {
            return value.equals(line.attributes().get(name));
        }

        @Override
        public String describe() {
            return "attribute " + Identifiers.quoted(name) + " = " + Identifiers.quoted(value);
        }
    }

    private record Discounted() implements Selector {
        @Override
        public boolean selects(PurchaseLine line) {
            return line.discounted();
        }

        @Override
        public String describe() {
            return "discounted";
        }
    }
}
