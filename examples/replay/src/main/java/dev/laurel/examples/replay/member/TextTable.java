package dev.laurel.examples.replay.member;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns, without borders. */
final class TextTable {
    private static final int MAX_WIDTH = 100;

    private TextTable() {}

    static List<String> of(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<ColumnData<List<String>>> columns = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int place = i;
            boolean isNumber = rows.stream().allMatch(row -> row.get(place).matches("[-+]?[0-9,]+"));
            columns.add(new Column()
                    .dataAlign(isNumber ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                    .maxWidth(MAX_WIDTH)
                    .with(row -> row.get(place)));
        }
        return AsciiTable.builder()
                .border(AsciiTable.NO_BORDERS)
                .lineSeparator("\n")
                .data(rows, columns)
                .asString()
                .lines()
                .map(line -> " " + line.stripTrailing())
                .filter(line -> !line.isBlank())
                .toList();
    }
}
