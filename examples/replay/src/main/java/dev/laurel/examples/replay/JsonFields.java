package dev.laurel.examples.replay;

import dev.laurel.id.Identifiers;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, each taken by name and as what it must be. A field that is null counts as missing; one that
 * nobody takes is an error, since a misspelled field would otherwise be lost without a word.
 */
final class JsonFields {
    private static final int ALONE = -1;

    private final @Nullable JsonFields parent;
    private final String name;
    private final int index;
    private final JsonObject object;
    private final boolean[] taken;
    private int left;

    /**
     * The fields of an object.
     *
     * @param parent the fields among which it stands, or null if it is the line
     * @param name its name there
     * @param index its place in the array of that name, or -1 if it stands there alone
     */
    private JsonFields(@Nullable JsonFields parent, String name, int index, JsonObject object) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.object = object;
        left = object.size();
        taken = new boolean[left];
    }

    /** How messages name a field. Only made for them, since a line has many fields and seldom a bad one. */
    private String where(String field) {
        return parent == null ? field : parent.where(index == ALONE ? name : element(name, index)) + "." + field;
    }

    private static String element(String array, int index) {
        return array + "[" + index + "]";
    }

    /** The fields of a line. */
    static JsonFields of(@Nullable Object value) throws BadInputException {
        if (value instanceof JsonObject object) {
            return new JsonFields(null, "", ALONE, object);
        }
        throw new BadInputException("line must be a JSON object");
    }

    /** Whether there is such a field, and it is not null. */
    boolean has(String name) {
        int place = object.placeOf(name);
        return place >= 0 && object.value(place) != null;
    }

    /** Whether there is such a field, also if it is null. */
    boolean names(String name) {
        return object.names(name);
    }

    /** Whether there is no field at all. */
    boolean isEmpty() {
        return object.size() == 0;
    }

    String text(String name) throws BadInputException {
        return required(name, textOrNull(name));
    }

    @Nullable
    String textOrNull(String name) throws BadInputException {
        Object value = take(name);
        return value == null ? null : asText(name, value);
    }

    Instant instant(String name) throws BadInputException {
        return required(name, instantOrNull(name));
    }

    @Nullable
    Instant instantOrNull(String name) throws BadInputException {
        String text = textOrNull(name);
        try {
            return text == null ? null : Instants.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInputException(where(name) + " must be an instant such as '2026-01-31T12:00:00Z', but was '"
                    + Identifiers.shown(text) + "'");
        }
    }

    String decimal(String name) throws BadInputException {
        return required(name, decimalOrNull(name));
    }

    /** A decimal in quotes, or a whole number without. Other numbers may have lost digits before they were written. */
    @Nullable
    String decimalOrNull(String name) throws BadInputException {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        if (value == JsonObject.FRACTION) {
            throw new BadInputException(where(name) + " must be a decimal in quotes such as \"12.50\"");
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String text = asText(name, value);
        return Decimals.isPlain(text) ? text : Decimals.checked(where(name), text);
    }

    long whole(String name) throws BadInputException {
        return required(name, wholeOrNull(name));
    }

    @Nullable
    Long wholeOrNull(String name) throws BadInputException {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number && !(number instanceof BigInteger)) {
            return number.longValue();
        }
        throw new BadInputException(where(name) + " must be a whole number of at most 18 digits, without quotes");
    }

    /** A flag, false if it is missing. */
    boolean flag(String name) throws BadInputException {
        Object value = take(name);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new BadInputException(where(name) + " must be true or false");
    }

    @Nullable
    JsonFields objectOrNull(String name) throws BadInputException {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonObject fields) {
            return new JsonFields(this, name, ALONE, fields);
        }
        throw new BadInputException(where(name) + " must be an object");
    }

    /** The objects of an array, none if it is missing. */
    List<JsonFields> objects(String name) throws BadInputException {
        List<?> elements = array(name);
        List<JsonFields> objects = new ArrayList<>(elements.size());
        for (Object element : elements) {
            int place = objects.size();
            if (!(element instanceof JsonObject fields)) {
                throw new BadInputException(where(element(name, place)) + " must be an object");
            }
            objects.add(new JsonFields(this, name, place, fields));
        }
        return objects;
    }

    /** The texts of an array, none if it is missing. */
    List<String> texts(String name) throws BadInputException {
        List<?> elements = array(name);
        List<String> texts = new ArrayList<>(elements.size());
        for (Object element : elements) {
            String text = textOf(element);
            texts.add(text == null ? asText(element(name, texts.size()), element) : text);
        }
        return texts;
    }

    /** The texts of an object by their names, none if it is missing. */
    Map<String, String> textsByName(String name) throws BadInputException {
        JsonFields fields = objectOrNull(name);
        if (fields == null) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (int place : fields.placesByName()) {
            String key = fields.object.name(place);
            Object value = fields.required(key, fields.object.value(place));
            texts.put(key, fields.asText(key, value));
        }
        return texts;
    }

    /** The objects of an object by their names, none if it is missing. */
    Map<String, JsonFields> objectsByName(String name) throws BadInputException {
        JsonFields fields = objectOrNull(name);
        if (fields == null) {
            return Map.of();
        }
        Map<String, JsonFields> objects = new LinkedHashMap<>();
        for (int place : fields.placesByName()) {
            String key = fields.object.name(place);
            objects.put(key, fields.required(key, fields.objectOrNull(key)));
        }
        return objects;
    }

    private Iterable<Integer> placesByName() {
        Integer[] places = new Integer[object.size()];
        Arrays.setAll(places, place -> place);
        Arrays.sort(places, Comparator.comparing(object::name));
        return Arrays.asList(places);
    }

    /** Fails for a field that nobody took. */
    void requireNothingElse() throws BadInputException {
        if (left > 0) {
            String first = IntStream.range(0, object.size())
                    .filter(place -> !taken[place])
                    .mapToObj(object::name)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            throw new BadInputException("field " + where(Identifiers.shown(first)) + " is unknown");
        }
    }

    private List<?> array(String name) throws BadInputException {
        Object value = take(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> elements) {
            return elements;
        }
        throw new BadInputException(where(name) + " must be an array");
    }

    private @Nullable Object take(String name) {
        // What is asked for last is often not there.
        int place = left == 0 ? -1 : object.placeOf(name);
        if (place < 0) {
            return null;
        }
        if (!taken[place]) {
            taken[place] = true;
            left--;
        }
        return object.value(place);
    }

    private <T> T required(String name, @Nullable T value) throws BadInputException {
        if (value == null) {
            throw new BadInputException(where(Identifiers.shown(name)) + " is missing");
        }
        return value;
    }

    private String asText(String name, @Nullable Object value) throws BadInputException {
        String text = textOf(value);
        if (text == null) {
            throw new BadInputException(Identifiers.shown(where(name))
                    + (value instanceof String
                            ? " must be Unicode, but holds half a surrogate pair"
                            : " must be a text in quotes"));
        }
        return text;
    }

    /** The text that a value is, or null if it is none. Half a surrogate pair comes from an escape, and no file could be written with it. */
    private static @Nullable String textOf(@Nullable Object value) {
        return value instanceof String text && isUnicode(text) ? text : null;
    }

    /** Whether no surrogate is without its other half. */
    static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
