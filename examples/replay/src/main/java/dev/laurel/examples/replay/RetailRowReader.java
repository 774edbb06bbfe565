package dev.laurel.examples.replay;

import dev.laurel.examples.replay.retail.RetailRow;
import dev.laurel.id.Identifiers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the rows of the Online Retail history: a header, then what was entered on an invoice. Its times are London's. */
final class RetailRowReader {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    // Up to 15 digits, so that no sum or product of a few of them can go wrong.
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");

    private final CsvRows rows = CsvRows.delimitedBy(',');
    private final Moments moments = Moments.iso(LONDON).inFormat("yyyy-MM-dd HH:mm:ss");
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private int width;

    private enum Column {
        ROW("Row"),
        INVOICE("InvoiceNo"),
        STOCK_CODE("StockCode"),
        QUANTITY("Quantity"),
        DATE("InvoiceDate"),
        UNIT_PRICE("UnitPrice"),
        CUSTOMER("CustomerID");

        private final String header;

        Column(String header) {
            this.header = header;
        }
    }

    /** Reads a line; the first is the header, and no row. */
    Optional<RetailRow> read(String line) throws BadInputException {
        if (line.isBlank()) {
            return Optional.empty();
        }
        List<String> fields = rows.fields(line).stream().map(String::strip).toList();
        if (width == 0) {
            readHeader(fields);
            return Optional.empty();
        }
        if (fields.size() != width) {
            throw new BadInputException(
                    "row must have as many fields as the header, " + width + ", but had " + fields.size());
        }
        return Optional.of(row(fields));
    }

    private void readHeader(List<String> header) throws BadInputException {
        List<String> missing = new ArrayList<>();
        for (Column column : Column.values()) {
            int position = header.indexOf(column.header);
            positions.put(column, position);
            if (position < 0) {
                missing.add(column.header);
            }
        }
        if (!missing.isEmpty()) {
            throw BadInputException.ofHeader("header has no column " + String.join(", ", missing) + ", only "
                    + Identifiers.shown(String.join(", ", header)));
        }
        width = header.size();
    }

    private RetailRow row(List<String> fields) throws BadInputException {
        Instant at = moments.parse(Column.DATE.header, required(fields, Column.DATE));
        String price = Decimals.checked(Column.UNIT_PRICE.header, required(fields, Column.UNIT_PRICE));
        return new RetailRow(
                whole(fields, Column.ROW),
                required(fields, Column.INVOICE),
                required(fields, Column.STOCK_CODE),
                whole(fields, Column.QUANTITY),
                at,
                new BigDecimal(price),
                text(fields, Column.CUSTOMER));
    }

    private long whole(List<String> fields, Column column) throws BadInputException {
        String text = required(fields, column);
        if (!WHOLE.matcher(text).matches()) {
            throw new BadInputException(column.header + " must be a whole number of at most 15 digits, but was '"
                    + Identifiers.shown(text) + "'");
        }
        return Long.parseLong(text);
    }

    private String required(List<String> fields, Column column) throws BadInputException {
        String text = text(fields, column);
        if (text.isEmpty()) {
            throw new BadInputException(column.header + " is missing");
        }
        return text;
    }

    private String text(List<String> fields, Column column) {
        return fields.get(positions.getOrDefault(column, 0));
    }
}
