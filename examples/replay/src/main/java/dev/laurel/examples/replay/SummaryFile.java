package dev.laurel.examples.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Writes the summary as JSON: of it only what two equal runs have in common, so no times. */
final class SummaryFile {
    private SummaryFile() {}

    static void write(Path file, Summary summary) throws IOException {
        try (JsonOutput out = JsonOutput.to(file)) {
            JsonGenerator json = out.generator();
            json.writeStartObject();
            json.writeNumberField("customers", summary.customers());
            json.writeNumberField("events", summary.events());
            json.writeNumberField("refused", summary.refused());
            writePoints(json, "earned", summary, PointTotals::earned);
            writePoints(json, "redeemed", summary, PointTotals::redeemed);
            writePoints(json, "expired", summary, PointTotals::expired);
            writePoints(json, "clawedBack", summary, PointTotals::clawedBack);
            writePoints(json, "outstanding", summary, PointTotals::outstanding);
            writePoints(json, "debt", summary, PointTotals::debt);
            json.writeNumberField("lots", summary.lots());
            json.writeObjectFieldStart("tiers");
            for (Map.Entry<String, Map<String, Long>> ladder : summary.tiers().entrySet()) {
                writeMembers(json, ladder.getKey(), ladder.getValue(), summary.hasSeveralLadders());
            }
            json.writeEndObject();
            json.writeStringField("digest", summary.digest());
            json.writeEndObject();
            out.endLine();
        }
    }

    private static void writeMembers(JsonGenerator json, String ladder, Map<String, Long> members, boolean isNamed)
            throws IOException {
        if (isNamed) {
            json.writeObjectFieldStart(ladder);
        }
        for (Map.Entry<String, Long> tier : members.entrySet()) {
            json.writeNumberField(tier.getKey(), tier.getValue());
        }
        if (isNamed) {
            json.writeEndObject();
        }
    }

    private static void writePoints(JsonGenerator json, String name, Summary summary, ToLongFunction<PointTotals> total)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, PointTotals> points : summary.points().entrySet()) {
            json.writeNumberField(points.getKey(), total.applyAsLong(points.getValue()));
        }
        json.writeEndObject();
    }
}
