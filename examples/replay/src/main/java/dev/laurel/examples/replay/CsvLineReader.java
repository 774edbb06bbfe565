package dev.laurel.examples.replay;

import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a table of purchases: a header, then a purchase of one line in each row. */
final class CsvLineReader implements LineReader {
    /** Wide enough that generated ids sort as their rows do. */
    private static final int ID_WIDTH = 10;

    private final CsvRows rows;
    private final Map<CsvColumn, String> headers;
    private final Moments moments;
    private final Currency currency;
    private final Instant until;
    private final Map<CsvColumn, Integer> positions = new EnumMap<>(CsvColumn.class);
    private int width;
    private long row;

    /**
     * A reader for one file.
     *
     * @param headers the headers of columns that are not headed by their own titles
     * @param moments how dates are read
     * @param currency the currency of amounts, where no column tells it
     * @param until purchases after it are not read
     */
    CsvLineReader(CsvRows rows, Map<CsvColumn, String> headers, Moments moments, Currency currency, Instant until) {
        this.rows = rows;
        this.headers = headers;
        this.moments = moments;
        this.currency = currency;
        this.until = until;
    }

    @Override
    public Optional<Heading> heading(LineBytes line) throws BadInputException {
        String text = line.text();
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (width == 0) {
            readHeader(rows.fields(text).stream().map(String::strip).toList());
            return Optional.empty();
        }
        row++;
        List<String> fields = rows.fields(text);
        if (fields.size() != width) {
            throw new BadInputException(
                    "row must have as many fields as the header, " + width + ", but had " + fields.size());
        }
        return Optional.of(new Heading(required(fields, CsvColumn.CUSTOMER), at(fields), row));
    }

    @Override
    public Optional<Arrival> read(Heading heading, LineBytes line) throws BadInputException {
        return heading.at().isAfter(until)
                ? Optional.empty()
                : Optional.of(purchase(heading, rows.fields(line.text())));
    }

    private void readHeader(List<String> header) throws BadInputException {
        width = header.size();
        for (CsvColumn column : CsvColumn.values()) {
            String name = headers.getOrDefault(column, column.title());
            int position = header.indexOf(name);
            if (position != header.lastIndexOf(name)) {
                throw BadInputException.ofHeader("header must name column '" + Identifiers.shown(name) + "' once");
            }
            if (position >= 0) {
                positions.put(column, position);
            } else if (column.isRequired() || headers.containsKey(column)) {
                throw BadInputException.ofHeader(
                        "header has no column '" + Identifiers.shown(name) + "' for " + column.title()
                                + ", only " + Identifiers.shown(String.join(", ", header)) + "; map it with --columns "
                                + column.title() + "=HEADER");
            }
        }
    }

    private Arrival purchase(Heading heading, List<String> fields) throws BadInputException {
        String customer = heading.customer();
        Instant at = heading.at();
        String id = positions.containsKey(CsvColumn.ID) ? required(fields, CsvColumn.ID) : generatedId(heading.row());
        String net = Decimals.checked("net", required(fields, CsvColumn.NET).strip());
        String quantity = optional(fields, CsvColumn.QUANTITY);
        String checkedQuantity = quantity == null ? "1" : Decimals.checked("quantity", quantity.strip());
        String code = optional(fields, CsvColumn.CURRENCY);
        Currency money = code == null ? currency : Currencies.of(code.strip());
        String sku = optional(fields, CsvColumn.SKU);
        String category = optional(fields, CsvColumn.CATEGORY);
        return Arrival.of(customer, id, at, () -> {
            PurchaseLine line = new PurchaseLine(
                    "1",
                    sku == null ? "total" : sku,
                    category == null ? Set.of() : Set.of(category),
                    null,
                    Quantity.of(checkedQuantity),
                    Money.of(money, net),
                    Money.zero(money),
                    false,
                    Map.of());
            return new Purchase(id, customer, at, Basket.of(line));
        });
    }

    private Instant at(List<String> fields) throws BadInputException {
        String date = required(fields, CsvColumn.DATE).strip();
        String time = optional(fields, CsvColumn.TIME);
        return time == null
                ? moments.parse("date", date)
                : moments.withTimeOfDates(Moments.time("time", time.strip())).parse("date", date);
    }

    private static String generatedId(long row) {
        String number = Long.toString(row);
        return "0".repeat(Math.max(0, ID_WIDTH - number.length())) + number;
    }

    private String required(List<String> fields, CsvColumn column) throws BadInputException {
        String value = optional(fields, column);
        if (value == null) {
            throw new BadInputException(column.title() + " is missing");
        }
        return value;
    }

    private @Nullable String optional(List<String> fields, CsvColumn column) {
        Integer position = positions.get(column);
        String value = position == null ? null : fields.get(position);
        return value == null || value.isBlank() ? null : value;
    }
}
