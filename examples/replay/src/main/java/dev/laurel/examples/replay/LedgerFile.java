package dev.laurel.examples.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.LotUse;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;

/** Writes the ledger of a customer: the entries in their order, then orders left unpaid, then the events that were refused. */
final class LedgerFile {
    private LedgerFile() {}

    static void write(JsonOutput out, CustomerResult result) throws IOException {
        for (LedgerEntry entry : result.entries()) {
            writeEntry(out, result.customer(), entry);
        }
        for (UnpaidOrders unpaid : result.unpaid()) {
            writeUnpaid(out, result.customer(), unpaid);
        }
        for (RefusedEvent refused : result.refused()) {
            writeRefused(out, result.customer(), refused);
        }
    }

    private static void writeEntry(JsonOutput out, String customer, LedgerEntry entry) throws IOException {
        JsonGenerator json = out.generator();
        json.writeStartObject();
        json.writeStringField("customer", customer);
        json.writeNumberField("seq", entry.sequence());
        json.writeStringField("kind", entry.kind().name());
        json.writeStringField("currency", entry.currency());
        json.writeNumberField("points", entry.points());
        json.writeArrayFieldStart("lots");
        for (LotUse lot : entry.lots()) {
            json.writeStartObject();
            json.writeNumberField("lot", lot.lot());
            json.writeNumberField("points", lot.points());
            if (lot.until() != null) {
                out.writeInstant("until", lot.until());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("rule", entry.source());
        json.writeStringField("cause", entry.cause());
        if (entry.hold() != null) {
            json.writeStringField("hold", entry.hold());
        }
        json.writeStringField("program", entry.program());
        out.writeInstant("effective", entry.effective());
        Instant earned = entry.earned();
        if (earned != null && !earned.equals(entry.effective())) {
            out.writeInstant("earned", earned);
        }
        out.writeInstant("available", entry.available());
        out.writeInstant("expires", entry.expires());
        if (entry.shortfall() > 0) {
            json.writeNumberField("shortfall", entry.shortfall());
        }
        json.writeEndObject();
        out.endLine();
    }

    private static void writeUnpaid(JsonOutput out, String customer, UnpaidOrders unpaid) throws IOException {
        JsonGenerator json = out.generator();
        json.writeStartObject();
        json.writeStringField("customer", customer);
        json.writeArrayFieldStart("unpaid");
        for (String order : unpaid.orders()) {
            json.writeString(order);
        }
        json.writeEndArray();
        json.writeStringField("hold", unpaid.hold());
        out.writeInstant("at", unpaid.at());
        json.writeEndObject();
        out.endLine();
    }

    private static void writeRefused(JsonOutput out, String customer, RefusedEvent refused) throws IOException {
        JsonGenerator json = out.generator();
        json.writeStartObject();
        json.writeStringField("customer", customer);
        json.writeStringField("refused", refused.id());
        json.writeStringField("code", refused.refusal().code());
        writeFacts(json, refused.refusal());
        json.writeEndObject();
        out.endLine();
    }

    /** The facts are the components of the refusal, so a new kind of refusal needs nothing here. */
    private static void writeFacts(JsonGenerator json, Refusal refusal) throws IOException {
        for (RecordComponent component : refusal.getClass().getRecordComponents()) {
            Object fact = valueOf(component, refusal);
            if (fact instanceof Long || fact instanceof Integer) {
                json.writeNumberField(component.getName(), ((Number) fact).longValue());
            } else {
                json.writeStringField(component.getName(), String.valueOf(fact));
            }
        }
    }

    private static Object valueOf(RecordComponent component, Refusal refusal) {
        try {
            return component.getAccessor().invoke(refusal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component.getName() + " of " + refusal.code(), e);
        }
    }
}
