package dev.laurel.occasion;

import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.id.Identifiers;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The properties that come with Laurel. */
public final class LineProperties {
    private static final int MAX_NAME_LENGTH = 200;

    private LineProperties() {}

    /** The categories of an article; one may be in several. */
    public static Property category() {
        return Usual.CATEGORY;
    }

    /** The article. */
    public static Property sku() {
        return Usual.SKU;
    }

    /** The article's brand. */
    public static Property brand() {
        return Usual.BRAND;
    }

    /** The channel through which the order was placed. */
    public static Property channel() {
        return Usual.CHANNEL;
    }

    /**
     * An attribute of the line.
     *
     * @throws IllegalArgumentException if the name is malformed
     */
    public static Property attribute(String name) {
        return new Attribute(name);
    }

    private static List<String> known(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private enum Usual implements Property {
        CATEGORY("categories") {
            @Override
            public Collection<String> valuesOf(PurchaseLine line, Basket basket) {
                return line.categories();
            }
        },
        SKU("SKUs") {
            @Override
            public Collection<String> valuesOf(PurchaseLine line, Basket basket) {
                return List.of(line.sku());
            }
        },
        BRAND("brands") {
            @Override
            public Collection<String> valuesOf(PurchaseLine line, Basket basket) {
                return known(line.brand());
            }
        },
        CHANNEL("channels") {
            @Override
            public Collection<String> valuesOf(PurchaseLine line, Basket basket) {
                return known(basket.channel());
            }
        };

        private final String words;

        Usual(String words) {
            this.words = words;
        }

        @Override
        public String describe() {
            return words;
        }
    }

    private record Attribute(String name) implements Property {
        Attribute {
            Identifiers.text("name of an attribute", name, MAX_NAME_LENGTH);
        }

        @Override
        public Collection<String> valuesOf(PurchaseLine line, Basket basket) {
            return known(line.attributes().get(name));
        }

        @Override
        public String describe() {
            return "values of attribute " + Identifiers.quoted(name);
        }
    }
}
