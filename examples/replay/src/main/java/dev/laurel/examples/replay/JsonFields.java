package dev.laurel.examples.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.laurel.id.Identifiers;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, each taken by name and as what it must be. A field that is null counts as missing; one that
 * nobody takes is an error, since a misspelled field would otherwise be lost without a word.
 */
final class JsonFields {
    private final String path;
    private final JsonNode object;
    private final TreeSet<String> left = new TreeSet<>();

    private JsonFields(String path, JsonNode object) {
        this.path = path;
        this.object = object;
        object.fieldNames().forEachRemaining(left::add);
    }

    /** The fields of a line. */
    static JsonFields of(JsonNode node) throws BadInputException {
        if (!node.isObject()) {
            throw new BadInputException("line must be a JSON object");
        }
        return new JsonFields("", node);
    }

    /** Whether there is such a field, and it is not null. */
    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** Whether there is such a field, also if it is null. */
    boolean names(String name) {
        return object.has(name);
    }

    /** Whether there is no field at all. */
    boolean isEmpty() {
        return object.isEmpty();
    }

    String text(String name) throws BadInputException {
        return required(name, textOrNull(name));
    }

    @Nullable
    String textOrNull(String name) throws BadInputException {
        JsonNode value = take(name);
        return value == null ? null : asText(path + name, value);
    }

    Instant instant(String name) throws BadInputException {
        return required(name, instantOrNull(name));
    }

    @Nullable
    Instant instantOrNull(String name) throws BadInputException {
        String text = textOrNull(name);
        try {
            return text == null ? null : Instant.parse(text);
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
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (value.isNumber() && !value.isIntegralNumber()) {
            throw new BadInputException(path + name + " must be a decimal in quotes such as \"12.50\"");
        }
        return value.isNumber()
                ? value.bigIntegerValue().toString()
                : Decimals.checked(path + name, asText(path + name, value));
    }

    long whole(String name) throws BadInputException {
        return required(name, wholeOrNull(name));
    }

    @Nullable
    Long wholeOrNull(String name) throws BadInputException {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new BadInputException(path + name + " must be a whole number of at most 18 digits, without quotes");
        }
        return value.longValue();
    }

    /** A flag, false if it is missing. */
    boolean flag(String name) throws BadInputException {
        JsonNode value = take(name);
        if (value != null && !value.isBoolean()) {
            throw new BadInputException(path + name + " must be true or false");
        }
        return value != null && value.booleanValue();
    }

    @Nullable
    JsonFields objectOrNull(String name) throws BadInputException {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            throw new BadInputException(path + name + " must be an object");
        }
        return new JsonFields(path + name + ".", value);
    }

    /** The objects of an array, none if it is missing. */
    List<JsonFields> objects(String name) throws BadInputException {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode element : array(name)) {
            String where = path + name + "[" + objects.size() + "]";
            if (!element.isObject()) {
                throw new BadInputException(where + " must be an object");
            }
            objects.add(new JsonFields(where + ".", element));
        }
        return objects;
    }

    /** The texts of an array, none if it is missing. */
    List<String> texts(String name) throws BadInputException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(name)) {
            texts.add(asText(path + name + "[" + texts.size() + "]", element));
        }
        return texts;
    }

    /** The texts of an object by their names, none if it is missing. */
    Map<String, String> textsByName(String name) throws BadInputException {
        JsonFields fields = objectOrNull(name);
        Map<String, String> texts = new LinkedHashMap<>();
        if (fields != null) {
            for (String key : List.copyOf(fields.left)) {
                texts.put(key, fields.text(key));
            }
        }
        return texts;
    }

    /** Fails for a field that nobody took. */
    void requireNothingElse() throws BadInputException {
        if (!left.isEmpty()) {
            throw new BadInputException("field " + path + Identifiers.shown(left.first()) + " is unknown");
        }
    }

    private Iterable<JsonNode> array(String name) throws BadInputException {
        JsonNode value = take(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new BadInputException(path + name + " must be an array");
        }
        return value;
    }

    private @Nullable JsonNode take(String name) {
        left.remove(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private <T> T required(String name, @Nullable T value) throws BadInputException {
        if (value == null) {
            throw new BadInputException(path + Identifiers.shown(name) + " is missing");
        }
        return value;
    }

    private static String asText(String where, JsonNode value) throws BadInputException {
        if (!value.isTextual()) {
            throw new BadInputException(Identifiers.shown(where) + " must be a text in quotes");
        }
        String text = value.textValue();
        // Only an escape can bring one in; no file could be written with it.
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new BadInputException(Identifiers.shown(where) + " must be Unicode, but holds half a surrogate pair");
        }
        return text;
    }
}
