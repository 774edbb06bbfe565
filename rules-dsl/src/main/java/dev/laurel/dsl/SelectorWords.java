package dev.laurel.dsl;

import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.occasion.LineProperties;
import dev.laurel.occasion.Property;
import java.util.Set;

/** The words for lines of a basket. A selector of one's own stands wherever these do. */
public abstract class SelectorWords extends TermWords {
    SelectorWords() {}

    /**
     * All lines.
     *
     * <pre>{@code
     * Reward anything = reward("anything").costing(POINTS.points(2000)).gives(freeItem(everything()));
     * }</pre>
     */
    public static Selector everything() {
        return Selectors.everything();
    }

    /**
     * Lines of a category.
     *
     * <pre>{@code
     * EarnRule scent = rule("scent").onPurchase().of(category("fragrance")).earns(POINTS.points(20));
     * }</pre>
     */
    public static Selector category(String category) {
        return Selectors.category(category);
    }

    /**
     * Lines of an article.
     *
     * <pre>{@code
     * EarnRule launch = rule("launch").onPurchase().of(sku("LIP-0042")).earns(POINTS.points(20).perItem());
     * }</pre>
     */
    public static Selector sku(String sku) {
        return Selectors.sku(sku);
    }

    /**
     * Lines of any of these articles.
     *
     * <pre>{@code
     * EarnRule launch = rule("launch").onPurchase().of(skus(Set.of("LIP-0042", "LIP-0043"))).earns(POINTS.points(20));
     * }</pre>
     */
    public static Selector skus(Set<String> skus) {
        return Selectors.skus(skus);
    }

    /**
     * Lines of a brand.
     *
     * <pre>{@code
     * Multiplier house = rule("house-brand").onPurchase().of(brand("acme")).multiplies(BASE).by("2");
     * }</pre>
     */
    public static Selector brand(String brand) {
        return Selectors.brand(brand);
    }

    /**
     * Lines whose attribute has this value.
     *
     * <pre>{@code
     * Multiplier business = rule("business").onPurchase().of(attribute("cabin", "business")).multiplies(BASE).by("2");
     * }</pre>
     */
    public static Selector attribute(String name, String value) {
        return Selectors.attribute(name, value);
    }

    /**
     * Lines whose price was reduced.
     *
     * <pre>{@code
     * Multiplier full = rule("full-price").onPurchase().of(not(discounted())).multiplies(BASE).by("2");
     * }</pre>
     */
    public static Selector discounted() {
        return Selectors.discounted();
    }

    /**
     * Lines that all of these choose.
     *
     * <pre>{@code
     * EarnRule scent = rule("scent").onPurchase().of(all(category("fragrance"), brand("acme"))).earns(POINTS.points(20));
     * }</pre>
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Selector all(Selector... selectors) {
        return Selectors.all(selectors);
    }

    /**
     * Lines that at least one of these chooses.
     *
     * <pre>{@code
     * EarnRule care = rule("care").onPurchase().of(any(category("skin"), category("hair"))).earns(POINTS.points(20));
     * }</pre>
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Selector any(Selector... selectors) {
        return Selectors.any(selectors);
    }

    /**
     * Lines that this does not choose.
     *
     * <pre>{@code
     * EarnRule rest = rule("rest").onPurchase().of(not(category("fragrance"))).earns(POINTS.points(10));
     * }</pre>
     */
    public static Selector not(Selector selector) {
        return Selectors.not(selector);
    }

    /**
     * The categories of what is bought, to be counted; an article may be in several.
     *
     * <pre>{@code
     * Counter<CountSum> kinds = counter("kinds").distinct(category());
     * }</pre>
     */
    public static Property category() {
        return LineProperties.category();
    }

    /**
     * The articles that are bought, to be counted.
     *
     * <pre>{@code
     * Counter<CountSum> articles = counter("articles").distinct(sku());
     * }</pre>
     */
    public static Property sku() {
        return LineProperties.sku();
    }

    /**
     * The brands of what is bought, to be counted.
     *
     * <pre>{@code
     * Counter<CountSum> brands = counter("brands").distinct(brand());
     * }</pre>
     */
    public static Property brand() {
        return LineProperties.brand();
    }

    /**
     * The channels through which orders are placed, to be counted.
     *
     * <pre>{@code
     * Counter<CountSum> channels = counter("channels").distinct(channel());
     * }</pre>
     */
    public static Property channel() {
        return LineProperties.channel();
    }

    /**
     * The values that an attribute of what is bought has, to be counted.
     *
     * <pre>{@code
     * Counter<CountSum> cabins = counter("cabins").distinct(attribute("cabin"));
     * }</pre>
     *
     * @throws IllegalArgumentException if the name is malformed
     */
    public static Property attribute(String name) {
        return LineProperties.attribute(name);
    }
}
