package dev.laurel.examples.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits a line into fields. A row is a line: a quoted field may hold the delimiter, but no line break, so that a quote left
 * open spoils its own row and no other.
 */
@FunctionalInterface
interface CsvRows {
    List<String> fields(String line) throws BadInputException;

    /** Fields between delimiters, quoted where they hold one. */
    static CsvRows delimitedBy(char delimiter) {
        CsvReader.CsvReaderBuilder parser =
                CsvReader.builder().fieldSeparator(delimiter).allowUnclosedQuote(false);
        return line -> {
            try {
                return parser.ofSingleCsvRecord(line).getFields();
            } catch (CsvParseException e) {
                throw new BadInputException("row must be well-formed CSV, but: " + e.getMessage());
            }
        };
    }

    /** Fields between runs of blanks and tabs, never quoted. */
    static CsvRows delimitedByWhitespace() {
        Pattern blanks = Pattern.compile("[ \t]+");
        return line -> List.of(blanks.split(line.strip()));
    }
}
