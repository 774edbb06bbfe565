package dev.laurel.examples.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown: words in the first column, numbers in the others. */
public final class MarkdownTable {
    private final List<String> lines = new ArrayList<>();

    /** A table with these heads. */
    public MarkdownTable(List<String> heads) {
        add(heads);
        lines.add("|---|" + String.join("", Collections.nCopies(heads.size() - 1, "---:|")));
    }

    /** Adds a row. */
    public void add(List<String> cells) {
        lines.add(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** The table, ended by a line feed. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
