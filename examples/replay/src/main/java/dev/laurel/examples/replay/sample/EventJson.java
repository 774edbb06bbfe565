package dev.laurel.examples.replay.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as lines of JSON, and the fields that several kinds of them share. */
final class EventJson {
    private static final JsonFactory JSON = new JsonFactory();

    private EventJson() {}

    /** An event as a line, without its end. */
    static String line(Event event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", event.kind().label());
            json.writeStringField("id", event.id());
            json.writeStringField("customer", event.customer().id());
            json.writeStringField("at", event.at().toString());
            event.details().writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be written to", e);
        }
        return text.toString();
    }

    static void writeBirthday(JsonGenerator json, @Nullable MonthDay birthday) throws IOException {
        if (birthday != null) {
            json.writeStringField("birthday", birthday.toString());
        }
    }

    static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    static void writeTexts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    static void writeBasket(JsonGenerator json, Basket basket) throws IOException {
        json.writeStringField("currency", basket.currency());
        json.writeStringField("channel", basket.channel().label());
        json.writeArrayFieldStart("lines");
        int number = 0;
        for (Line line : basket.lines()) {
            number++;
            writeLine(json, number, line);
        }
        json.writeEndArray();
    }

    private static void writeLine(JsonGenerator json, int number, Line line) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Integer.toString(number));
        json.writeStringField("sku", line.product().sku());
        writeTexts(json, "categories", List.of(line.product().category().label()));
        json.writeStringField("brand", line.product().brand());
        json.writeStringField("quantity", Integer.toString(line.quantity()));
        json.writeStringField("net", Cents.text(line.net()));
        json.writeStringField("tax", Cents.text(line.tax()));
        if (line.discounted()) {
            json.writeBooleanField("discounted", true);
        }
        json.writeEndObject();
    }

    static void writeReturnedLine(JsonGenerator json, ReturnedLine line) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Integer.toString(line.number()));
        if (line.quantity() > 0) {
            json.writeStringField("quantity", Integer.toString(line.quantity()));
        } else if (line.withTax()) {
            json.writeStringField("gross", Cents.text(line.cents() + Cents.tax(line.cents())));
        } else {
            json.writeStringField("amount", Cents.text(line.cents()));
        }
        json.writeEndObject();
    }

    static void writePoints(JsonGenerator json, @Nullable Integer points) throws IOException {
        if (points != null) {
            json.writeNumberField("points", points);
        }
    }

    static void writePayments(JsonGenerator json, List<Payment> payments) throws IOException {
        json.writeArrayFieldStart("paidBy");
        for (Payment payment : payments) {
            json.writeStartObject();
            json.writeStringField("method", payment.method());
            json.writeStringField("amount", Cents.text(payment.cents()));
            if (payment.source() != null) {
                json.writeStringField("redemption", payment.source());
            }
            if (payment.with() == Payment.With.FOREIGN_POINTS) {
                json.writeBooleanField("foreign", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
