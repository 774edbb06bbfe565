package dev.laurel.examples.replay;

import dev.laurel.id.Identifiers;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
    private final String path;
    private final JsonObject object;
    private final BitSet taken = new BitSet();

    private JsonFields(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    /** The fields of a line. */
    static JsonFields of(@Nullable Object value) throws BadInputException {
        if (value instanceof JsonObject object) {
            return new JsonFields("", object);
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
            throw new BadInputException(path + name + " must be an instant such as '2026-01-31T12:00:00Z', but was '"
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
            throw new BadInputException(path + name + " must be a decimal in quotes such as \"12.50\"");
        }
        return value instanceof Number ? value.toString() : Decimals.checked(path + name, asText(name, value));
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
        throw new BadInputException(path + name + " must be a whole number of at most 18 digits, without quotes");
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
        throw new BadInputException(path + name + " must be true or false");
    }

    @Nullable
    JsonFields objectOrNull(String name) throws BadInputException {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonObject fields) {
            return new JsonFields(path + name + ".", fields);
        }
        throw new BadInputException(path + name + " must be an object");
    }

    /** The objects of an array, none if it is missing. */
    List<JsonFields> objects(String name) throws BadInputException {
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : array(name)) {
            String where = path + name + "[" + objects.size() + "]";
            if (!(element instanceof JsonObject fields)) {
                throw new BadInputException(where + " must be an object");
            }
            objects.add(new JsonFields(where + ".", fields));
        }
        return objects;
    }

    /** The texts of an array, none if it is missing. */
    List<String> texts(String name) throws BadInputException {
        List<String> texts = new ArrayList<>();
        for (Object element : array(name)) {
            texts.add(asText(name + "[" + texts.size() + "]", element));
        }
        return texts;
    }

    /** The texts of an object by their names, none if it is missing. */
    Map<String, String> textsByName(String name) throws BadInputException {
        JsonFields fields = objectOrNull(name);
        Map<String, String> texts = new LinkedHashMap<>();
        if (fields != null) {
            for (int place : fields.placesByName()) {
                String key = fields.object.name(place);
                Object value = fields.required(key, fields.object.value(place));
                texts.put(key, fields.asText(key, value));
            }
        }
        return texts;
    }

    private Iterable<Integer> placesByName() {
        Integer[] places = new Integer[object.size()];
        Arrays.setAll(places, place -> place);
        Arrays.sort(places, Comparator.comparing(object::name));
        return Arrays.asList(places);
    }

    /** Fails for a field that nobody took. */
    void requireNothingElse() throws BadInputException {
        if (taken.cardinality() < object.size()) {
            String first = IntStream.range(0, object.size())
                    .filter(place -> !taken.get(place))
                    .mapToObj(object::name)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            throw new BadInputException("field " + path + Identifiers.shown(first) + " is unknown");
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
        throw new BadInputException(path + name + " must be an array");
    }

    private @Nullable Object take(String name) {
        int place = object.placeOf(name);
        if (place < 0) {
            return null;
        }
        taken.set(place);
        return object.value(place);
    }

    private <T> T required(String name, @Nullable T value) throws BadInputException {
        if (value == null) {
            throw new BadInputException(path + Identifiers.shown(name) + " is missing");
        }
        return value;
    }

    private String asText(String name, @Nullable Object value) throws BadInputException {
        if (!(value instanceof String text)) {
            throw new BadInputException(Identifiers.shown(path + name) + " must be a text in quotes");
        }
        // Only an escape can bring one in; no file could be written with it.
        if (!isUnicode(text)) {
            throw new BadInputException(
                    Identifiers.shown(path + name) + " must be Unicode, but holds half a surrogate pair");
        }
        return text;
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
