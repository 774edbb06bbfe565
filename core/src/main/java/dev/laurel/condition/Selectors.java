package dev.laurel.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.customer.Customer;
import dev.laurel.event.PurchaseLine;
import dev.laurel.id.Identifiers;
import java.util.List;
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
        return new All(ImmutableList.copyOf(selectors));
    }

    /** Lines that at least one of these chooses. */
    public static Selector any(Selector... selectors) {
        return new Any(ImmutableList.copyOf(selectors));
    }

    /** Lines that this does not choose. */
    public static Selector not(Selector selector) {
        return new Not(selector);
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

    private record All(List<Selector> selectors) implements Selector {
        All {
            checkArgument(!selectors.isEmpty(), "all must have at least one selector");
        }

        @Override
        public boolean selects(PurchaseLine line) {
            // Not an iterator for each line of each purchase.
            for (int i = 0; i < selectors.size(); i++) {
                if (!selectors.get(i).selects(line)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String describe() {
            return joined(selectors, " and ");
        }

        @Override
        public Scope scope() {
            return selectors.stream().map(Selector::scope).reduce(Scope.ANY, Scope::and);
        }
    }

    private record Any(List<Selector> selectors) implements Selector {
        Any {
            checkArgument(!selectors.isEmpty(), "any must have at least one selector");
        }

        @Override
        public boolean selects(PurchaseLine line) {
            for (int i = 0; i < selectors.size(); i++) {
                if (selectors.get(i).selects(line)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String describe() {
            return joined(selectors, " or ");
        }

        @Override
        public Scope scope() {
            return selectors.stream().map(Selector::scope).reduce(Scope::or).orElse(Scope.ANY);
        }
    }

    private record Not(Selector selector) implements Selector {
        Not {
            requireNonNull(selector);
        }

        @Override
        public boolean selects(PurchaseLine line) {
            return !selector.selects(line);
        }

        @Override
        public String describe() {
            return "not (" + selector.describe() + ")";
        }
    }

    private static String joined(List<Selector> selectors, String word) {
        return selectors.stream().map(Selector::describe).collect(Collectors.joining(word, "(", ")"));
    }
}
