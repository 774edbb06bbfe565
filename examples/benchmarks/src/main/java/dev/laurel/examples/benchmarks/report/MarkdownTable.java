package dev.laurel.examples.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown: words in the first column, numbers in the others. */
final class MarkdownTable {
    private final List<String> lines = new ArrayList<>();

    MarkdownTable(List<String> heads) {
        add(heads);
        lines.add("|---|" + String.join("", Collections.nCopies(heads.size() - 1, "---:|")));
    }

    void add(List<String> cells) {
        lines.add(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
