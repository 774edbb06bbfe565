package dev.laurel.examples.replay;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of names and values. */
final class TwoColumns {
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, String value) {}

    void add(String name, long value) {
        add(name, String.format(Locale.ROOT, "%,d", value));
    }

    void add(String name, String value) {
        rows.add(new Row(name, value));
    }

    String text() {
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
                .lineSeparator("\n")
                .data(
                        rows,
                        List.of(
                                new Column().dataAlign(HorizontalAlign.LEFT).with(Row::name),
                                // Wide enough for a digest, which must not be broken in two.
                                new Column()
                                        .dataAlign(HorizontalAlign.RIGHT)
                                        .maxWidth(80)
                                        .with(Row::value)))
                .asString();
    }
}
