package dev.laurel.examples.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.id.Identifiers;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads JSON Lines: an event in each line. */
final class JsonLineReader implements LineReader {
    private final ObjectReader json = JsonMapper.builder()
            // Of a field that stands there twice, one would be lost without a word.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

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
    public Optional<Arrival> read(String line) throws BadInputException {
        if (line.isBlank()) {
            return Optional.empty();
        }
        JsonFields fields = JsonFields.of(parsed(line));
        String type = fields.text("type");
        String id = fields.text("id");
        String customer = fields.text("customer");
        Instant at = fields.instant("at");
        if (at.isAfter(until)) {
            return Optional.empty();
        }
        Supplier<? extends LoyaltyEvent> event = events.event(type, id, customer, at, fields);
        fields.requireNothingElse();
        return Optional.of(Arrival.of(customer, id, at, event));
    }

    private JsonNode parsed(String line) throws BadInputException {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    "line must be well-formed JSON, but: " + Identifiers.shown(e.getOriginalMessage()));
        }
    }
}
