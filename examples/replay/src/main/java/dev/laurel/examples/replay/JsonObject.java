package dev.laurel.examples.replay;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as it was read: a text is a {@link String}, a whole number a {@link Number}, another number {@link #FRACTION}, an array a
 * {@link List}, and null stays null.
 */
final class JsonObject {
    /** A number with digits after the point or an exponent, which no field of a history is. */
    static final Object FRACTION = new Object();

    /** Up to which many fields looking at each is faster than hashing. */
    private static final int FEW = 16;

    private static final int USUAL = 8;
    private static final int FEW_ELEMENTS = 4;

    private String[] names = new String[USUAL];
    private @Nullable Object[] values = new @Nullable Object[USUAL];
    private int size;
    /** A bit for the hash of each name, so that most names that are not there need no look at those that are. */
    private long bits;
    /** After the field that was found last: who asks for fields asks in the order in which most are written. */
    private int next;

    private @Nullable Set<String> known;

    private JsonObject() {}

    /** Reads the value that a parser stands at, to its end. */
    static @Nullable Object read(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getNumberValue();
            case VALUE_NUMBER_FLOAT -> FRACTION;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static JsonObject object(JsonParser json) throws IOException {
        JsonObject object = new JsonObject();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            // Of a field that stands there twice, one would be lost without a word.
            if (object.names(name)) {
                throw new JsonParseException(json, "Duplicate field '" + name + "'");
            }
            json.nextToken();
            object.add(name, read(json));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser json) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>(FEW_ELEMENTS);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(json));
        }
        return elements;
    }

    private void add(String name, @Nullable Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size] = value;
        size++;
        bits |= bitOf(name);
        if (known != null) {
            known.add(name);
        } else if (size > FEW) {
            known = new HashSet<>(Arrays.asList(names).subList(0, size));
        }
    }

    /** How many fields there are. */
    int size() {
        return size;
    }

    /** The name of a field, by its place. */
    String name(int place) {
        return names[place];
    }

    /** The value of a field, by its place. */
    @Nullable
    Object value(int place) {
        return values[place];
    }

    /** Whether there is such a field, also if it is null. */
    boolean names(String name) {
        return mayName(name) && (known != null ? known.contains(name) : placeOf(name) >= 0);
    }

    /** The place of a field, or -1. */
    int placeOf(String name) {
        if (mayName(name)) {
            for (int i = 0; i < size; i++) {
                int place = next + i < size ? next + i : next + i - size;
                if (names[place].equals(name)) {
                    next = place + 1;
                    return place;
                }
            }
        }
        return -1;
    }

    private boolean mayName(String name) {
        return (bits & bitOf(name)) != 0;
    }

    private static long bitOf(String name) {
        return 1L << name.hashCode();
    }
}
