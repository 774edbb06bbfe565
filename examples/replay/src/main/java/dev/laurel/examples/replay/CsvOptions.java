package dev.laurel.examples.replay;

import dev.laurel.id.Identifiers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line says of a CSV file. */
final class CsvOptions {
    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            defaultValue = ",",
            description = "CSV: between fields: a character, 'tab', or 'whitespace' for runs of blanks"
                    + " (default: ${DEFAULT-VALUE}).")
    private String delimiter = ",";

    @Option(
            names = "--columns",
            paramLabel = "NAME=HEADER",
            split = ",",
            description = "CSV: which column tells what; names: customer, date, net, time, id, sku, category, quantity,"
                    + " currency. A column headed by its name needs no mapping.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "CSV: how dates are written, such as yyyyMMdd (default: ISO 8601).")
    private @Nullable String dateFormat;

    @Option(
            names = "--time",
            paramLabel = "HH:mm",
            description = "CSV: the local time of dates without one, in the program's zone (default: the day's start).")
    private @Nullable String time;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "CSV: the currency of amounts (default: the program's).")
    private @Nullable String currency;

    /** A reader as the options want it. */
    CsvLineReader reader(ZoneId zone, Currency programMoney, Instant until) throws BadInputException {
        Moments moments = Moments.iso(zone);
        if (dateFormat != null) {
            try {
                moments = moments.inFormat(dateFormat);
            } catch (IllegalArgumentException e) {
                throw new BadInputException("--date-format must be a pattern such as 'yyyyMMdd', but was '"
                        + Identifiers.shown(dateFormat) + "': " + e.getMessage());
            }
        }
        if (time != null) {
            moments = moments.withTimeOfDates(Moments.time("--time", time));
        }
        Currency money = currency == null ? programMoney : Currencies.of(currency);
        return new CsvLineReader(rows(), headers(), moments, money, until);
    }

    private CsvRows rows() throws BadInputException {
        if (delimiter.equals("whitespace")) {
            return CsvRows.delimitedByWhitespace();
        }
        String character = delimiter.equals("tab") ? "\t" : delimiter;
        if (character.length() != 1 || "\"\r\n".contains(character)) {
            throw new BadInputException("--delimiter must be a character, 'tab' or 'whitespace', but was '"
                    + Identifiers.shown(delimiter) + "'");
        }
        return CsvRows.delimitedBy(character.charAt(0));
    }

    private Map<CsvColumn, String> headers() throws BadInputException {
        Map<CsvColumn, String> headers = new EnumMap<>(CsvColumn.class);
        for (Map.Entry<String, String> entry : columns.entrySet()) {
            CsvColumn column = CsvColumn.of(entry.getKey())
                    .orElseThrow(() -> new BadInputException("--columns knows " + CsvColumn.titles() + ", but not '"
                            + Identifiers.shown(entry.getKey()) + "'"));
            headers.put(column, entry.getValue());
        }
        return headers;
    }
}
