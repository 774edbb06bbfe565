package dev.laurel.examples.replay.retail;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** Writes purchases and returns as lines of JSON. Lines of a purchase are called by the numbers of their rows. */
final class RetailJson {
    private static final int CENTS = 2;

    private final JsonGenerator json;

    RetailJson(JsonGenerator json) {
        this.json = json;
    }

    void writePurchase(Invoice invoice) throws IOException {
        begin("purchase", invoice.first().invoice(), invoice);
        json.writeStringField("currency", "GBP");
        json.writeArrayFieldStart("lines");
        for (RetailRow row : invoice.rows()) {
            json.writeStartObject();
            json.writeStringField("id", Long.toString(row.number()));
            json.writeStringField("sku", row.stockCode());
            json.writeStringField("quantity", Long.toString(row.quantity()));
            json.writeStringField("net", net(row));
            json.writeEndObject();
        }
        end();
    }

    /** Exact, with as many digits as it needs and at least the two of pounds. */
    private static String net(RetailRow row) {
        BigDecimal net =
                row.unitPrice().multiply(BigDecimal.valueOf(row.quantity())).stripTrailingZeros();
        return net.setScale(Math.max(CENTS, net.scale())).toPlainString();
    }

    /**
     * Writes a return.
     *
     * @param invoice the invoice C
     * @param purchase the invoice of the purchase
     * @param quantities how many units of each of its rows
     */
    void writeReturn(Invoice invoice, String purchase, Map<Long, Long> quantities) throws IOException {
        // Of the numbers of both invoices, since one that takes back can be about several purchases.
        begin("return", invoice.first().invoice() + "-" + purchase, invoice);
        json.writeStringField("purchase", purchase);
        json.writeArrayFieldStart("lines");
        for (Map.Entry<Long, Long> line : quantities.entrySet()) {
            json.writeStartObject();
            json.writeStringField("id", line.getKey().toString());
            json.writeStringField("quantity", line.getValue().toString());
            json.writeEndObject();
        }
        end();
    }

    private void begin(String type, String id, Invoice invoice) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeStringField("id", id);
        json.writeStringField("customer", invoice.first().customer());
        json.writeStringField("at", invoice.postedAt().toString());
    }

    private void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
