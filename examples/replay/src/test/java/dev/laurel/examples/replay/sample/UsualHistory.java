package dev.laurel.examples.replay.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The usual history with all kinds of events, and what can be asked of it. */
final class UsualHistory {
    static final List<JsonNode> EVENTS =
            made(SampleSettings.ofSeed(SampleSettings.DEFAULT_SEED).withKinds(EnumSet.allOf(EventKind.class)));

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private UsualHistory() {}

    /** Another history. */
    static List<JsonNode> made(SampleSettings settings) {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> events = new ArrayList<>();
        for (String line : SampleHistory.of(settings)) {
            try {
                events.add(json.readTree(line));
            } catch (JsonProcessingException e) {
                throw new AssertionError(line, e);
            }
        }
        return events;
    }

    static Stream<JsonNode> events(EventKind kind) {
        return EVENTS.stream().filter(event -> text(event, "type").equals(kind.label()));
    }

    static Stream<JsonNode> purchases() {
        return events(EventKind.PURCHASE);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    static Stream<JsonNode> elements(JsonNode node, String field) {
        List<JsonNode> elements = new ArrayList<>();
        node.path(field).forEach(elements::add);
        return elements.stream();
    }

    static String category(JsonNode line) {
        return line.path("categories").path(0).asText();
    }

    static Instant at(JsonNode event) {
        return Instant.parse(text(event, "at"));
    }

    static LocalDate day(JsonNode event) {
        return at(event).atZone(NEW_YORK).toLocalDate();
    }

    static BigDecimal sum(Stream<JsonNode> nodes, String field) {
        return nodes.map(node -> text(node, field).isEmpty() ? "0" : text(node, field))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
