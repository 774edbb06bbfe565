package dev.laurel.examples.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.id.Identifiers;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads JSON Lines: an event in each line. */
final class JsonLineReader implements LineReader {
    /** Lines are UTF-8, whatever their first bytes look like. */
    private final JsonFactory json =
            JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

    private final JsonEvents events;
    private final Instant until;

    /**
     * A reader for one file.
     *
     * @param until events after it are not read
     */
    JsonLineReader(JsonEvents events, Instant until) {
        this.events = events;
        this.until = until;
    }

    @Override
    public Optional<Heading> heading(LineBytes line) throws BadInputException {
        Heading heading = headingAtAGlance(line);
        if (heading != null) {
            return Optional.of(heading);
        }
        return line.text().isBlank() ? Optional.empty() : Optional.of(headingOfWhole(line));
    }

    /** The heading, read no further than it takes; or null if something is wrong up to there. */
    private @Nullable Heading headingAtAGlance(LineBytes line) {
        String customer = null;
        String at = null;
        try (JsonParser parser = parser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (customer == null || at == null) {
                String name = parser.nextFieldName();
                if (name == null) {
                    return null;
                }
                parser.nextToken();
                switch (name) {
                    case "customer" -> customer = parser.getValueAsString();
                    case "at" -> at = parser.getValueAsString();
                    default -> parser.skipChildren();
                }
            }
            return JsonFields.isUnicode(customer) ? new Heading(customer, Instants.parse(at), 0) : null;
        } catch (IOException | DateTimeException e) {
            return null;
        }
    }

    private Heading headingOfWhole(LineBytes line) throws BadInputException {
        JsonFields fields = JsonFields.of(parsed(line));
        String unused = fields.text("type") + fields.text("id");
        return new Heading(fields.text("customer"), fields.instant("at"), 0);
    }

    @Override
    public Optional<Arrival> read(Heading heading, LineBytes line) throws BadInputException {
        JsonFields fields = JsonFields.of(parsed(line));
        String type = fields.text("type");
        String id = fields.text("id");
        String customer = fields.text("customer");
        // Of which instant, the heading tells.
        String unused = fields.text("at");
        Instant at = heading.at();
        if (at.isAfter(until)) {
            return Optional.empty();
        }
        Supplier<? extends LoyaltyEvent> event = events.event(type, id, customer, at, fields);
        fields.requireNothingElse();
        return Optional.of(Arrival.of(customer, id, at, event));
    }

    private JsonParser parser(LineBytes line) throws IOException {
        return json.createParser(line.array(), line.offset(), line.length());
    }

    private @Nullable Object parsed(LineBytes line) throws BadInputException {
        try (JsonParser parser = parser(line)) {
            return onlyValue(parser);
        } catch (IOException e) {
            // What is wrong is told of the text, since a parser of bytes names a byte where a character is meant.
            return parsed(line.text());
        }
    }

    private @Nullable Object parsed(String line) throws BadInputException {
        try (JsonParser parser = json.createParser(line)) {
            return onlyValue(parser);
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    "line must be well-formed JSON, but: " + Identifiers.shown(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new AssertionError("a text cannot fail to be read", e);
        }
    }

    private static @Nullable Object onlyValue(JsonParser parser) throws IOException, BadInputException {
        parser.nextToken();
        Object value = JsonObject.read(parser);
        JsonToken trailing = parser.nextToken();
        if (trailing != null) {
            throw new BadInputException(
                    "line must be well-formed JSON, but: Trailing token (of type " + trailing + ") found after value");
        }
        return value;
    }
}
