package dev.laurel.program;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A table in Markdown. A column without content is left out. */
final class MarkdownTable {
    private static final String NOTHING = "-";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();
    private final BitSet columns = new BitSet();

    MarkdownTable(String... header) {
        this.header = ImmutableList.copyOf(header);
    }

    /** Adds a row; an empty text is a cell without content. */
    void row(String... cells) {
        rows.add(ImmutableList.copyOf(cells));
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                columns.set(column);
            }
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        append(text, header);
        text.append('\n');
        append(text, header.stream().map(title -> "---").toList());
        for (List<String> row : rows) {
            text.append('\n');
            append(text, row);
        }
        return text.toString();
    }

    private void append(StringBuilder text, List<String> cells) {
        text.append('|');
        for (int column = 0; column < cells.size(); column++) {
            if (columns.get(column)) {
                String cell = cells.get(column);
                text.append(' ').append(cell.isEmpty() ? NOTHING : cell).append(" |");
            }
        }
    }
}
