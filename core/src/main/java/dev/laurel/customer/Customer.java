package dev.laurel.customer;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.id.Copies;
import dev.laurel.id.Identifiers;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer besides the ledger: all of it is personal, none of it is written into entries, messages or
 * {@link #toString()}.
 *
 * @param id the host's id of the customer
 * @param birthday the birthday, if it is on file
 * @param attributes what else the host tells of the customer, in the order of the names
 * @param segments the groups that the host puts the customer in, in their natural order
 */
public record Customer(String id, @Nullable Birthday birthday, Map<String, String> attributes, Set<String> segments) {
    /** The longest value of an attribute, in UTF-16 code units. */
    public static final int MAX_ATTRIBUTE_LENGTH = 1000;

    /** The most attributes of one customer, line or event. */
    public static final int MAX_ATTRIBUTES = 1000;

    /** The most segments that a customer may be in. */
    public static final int MAX_SEGMENTS = 1000;

    private static final int MAX_NAME_LENGTH = 200;

    /**
     * Takes copies of the collections.
     *
     * @throws IllegalArgumentException if an id or a name is malformed, a value too long, or there are too many attributes or segments
     */
    public Customer {
        Identifiers.hostId("customer id", id);
        attributes = copyOfAttributes(attributes);
        segments = Copies.texts(
                "segments",
                segments,
                MAX_SEGMENTS,
                segment -> Identifiers.text("name of a segment", segment, MAX_NAME_LENGTH));
    }

    /** A customer of whom nothing is known but the id. */
    public static Customer of(String id) {
        return new Customer(id, null, Map.of(), Set.of());
    }

    /** A copy with this birthday on file. */
    public Customer withBirthday(Birthday birthday) {
        return new Customer(id, birthday, attributes, segments);
    }

    /** A copy with one attribute more, or another value of it. */
    public Customer withAttribute(String name, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(name, value);
        return new Customer(id, birthday, more, segments);
    }

    /** A copy in these segments and no others. */
    public Customer withSegments(String... segments) {
        return new Customer(id, birthday, attributes, ImmutableSortedSet.copyOf(segments));
    }

    /**
     * An immutable copy of attributes, sorted by name.
     *
     * @throws IllegalArgumentException if a name is malformed or occurs twice, a value is too long, or there are more than
     *     {@value #MAX_ATTRIBUTES}
     */
    public static Map<String, String> copyOfAttributes(Map<String, String> attributes) {
        Iterator<Map.Entry<String, String>> entries = attributes.entrySet().iterator();
        if (!entries.hasNext()) {
            return Map.of();
        }
        NavigableMap<String, String> copy = new TreeMap<>();
        for (int count = 1; entries.hasNext(); count++) {
            Copies.requireNotMore("attributes", count, MAX_ATTRIBUTES);
            Map.Entry<String, String> entry = entries.next();
            String name = Identifiers.text("name of an attribute", entry.getKey(), MAX_NAME_LENGTH);
            String value = checkedValue(name, entry.getValue());
            checkArgument(copy.put(name, value) == null, "attribute '%s' must be given once, but was twice", name);
        }
        return ImmutableSortedMap.copyOfSorted(copy);
    }

    private static String checkedValue(String name, String value) {
        if (value.length() > MAX_ATTRIBUTE_LENGTH) {
            throw new IllegalArgumentException("value of attribute '" + name + "' must have at most "
                    + MAX_ATTRIBUTE_LENGTH + " characters, but had " + value.length());
        }
        requireWholeCharacters(name, value);
        return value;
    }

    /** Half a character has no bytes of its own, so two values that differ in it could not be told apart. */
    private static void requireWholeCharacters(String name, String value) {
        int i = 0;
        while (i < value.length()) {
            int codePoint = value.codePointAt(i);
            if (Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint)) {
                throw new IllegalArgumentException(
                        "value of attribute '" + name + "' must not hold unpaired surrogate characters, but had U+"
                                + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + " at index " + i);
            }
            i += Character.charCount(codePoint);
        }
    }

    /** Only the id: everything else is personal. */
    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }
}
