package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.examples.programs.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @TempDir
    private Path directory;

    private Path events;

    @BeforeEach
    void writeHistory() throws IOException {
        events = Files.writeString(directory.resolve("history.csv"), "customer,date,net\nc1,2025-01-02,1.00\n");
    }

    @Test
    void theToolListsThePrograms() {
        assertThat(Tool.run("--list")).isEqualTo(new Tool.Run(0, String.join("\n", Programs.ids()) + "\n", ""));
    }

    @Test
    void theToolPrintsTheTermsOfAProgramAndNothingElse() {
        for (String id : Programs.ids()) {
            String terms = Programs.program(id).orElseThrow().terms();
            assertThat(Tool.run("--terms", id)).isEqualTo(new Tool.Run(0, terms, ""));
        }
    }

    @Test
    void theToolHasNoTermsOfAProgramThatItDoesNotKnow() {
        Tool.Run run = Tool.run("--terms", "cdnow");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("program 'cdnow' is unknown; known are ");
    }

    @Test
    void theToolNeedsAProgramAndAHistory() {
        assertThat(Tool.run().err()).startsWith("--program is missing; known are ");
        assertThat(Tool.run("--program", "cdnow-yearly").err())
                .startsWith("--events is missing; --sample makes a history up\n");
        assertThat(Tool.run("--program", "cdnow-yearly", "--events", directory).err())
                .startsWith("--events must be a file that can be read, but was '" + directory + "'\n");
    }

    @Test
    void theToolAsksForTheFormatWhereTheNameOfTheFileDoesNotTellIt() throws IOException {
        Path unnamed = Files.copy(events, directory.resolve("history.dat"));

        assertThat(Tool.run("--program", "cdnow-yearly", "--events", unnamed).err())
                .startsWith("--format is missing, and the name of '" + unnamed + "' does not tell it\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --program     | cdnow     | program 'cdnow' is unknown; known are
        --format      | xml       | --format must be json or csv, but was 'xml'
        --until       | tomorrow  | --until must be a date or an instant such as '2026-01-31' or '2026-01-31T12:00:00Z', but was 'tomorrow'
        --until       | 0000-01-01 | --until must lie in the years 1 to 9999
        --threads     | 0         | --threads must be from 1 to 256, but was 0
        --delimiter   | ::        | --delimiter must be a character, 'tab' or 'whitespace', but was '::'
        --columns     | price=x   | --columns knows customer, date, net, time, id, sku, category, quantity, currency, but not 'price'
        --date-format | bad       | --date-format must be a pattern such as 'yyyyMMdd', but was 'bad':
        --time        | noon      | --time must be a time such as '12:00', but was 'noon'
        --currency    | dollar    | currency must be a code of ISO 4217 such as 'USD', but was 'dollar'
        """)
    void theToolSaysWhichOptionIsWrong(String option, String value, String message) {
        List<Object> arguments = new ArrayList<>(List.of("--events", events, option, value));
        if (!option.equals("--program")) {
            arguments.addAll(List.of("--program", "cdnow-yearly"));
        }

        Tool.Run run = Tool.run(arguments.toArray());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(message);
    }

    @Test
    void theToolDoesNotOverwriteTheHistory() {
        Tool.Run run = Tool.run("--program", "cdnow-yearly", "--events", events, "--accounts", events);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("'" + events + "' is the history itself, and would be overwritten\n");
    }

    @Test
    void theToolReplaysTheSampleOfTheReadme() {
        Tool.Run run = Tool.run("--program", "cdnow-yearly", "--events", "sample/little-shop.jsonl");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsPattern("\\| customers +\\| +5 \\|").containsPattern("\\| refused +\\| +3 \\|");
    }

    @Test
    void theToolSaysWhatItCannotWrite() {
        Path nowhere = directory.resolve("missing/ledger.jsonl");

        Tool.Run run = Tool.run("--program", "cdnow-yearly", "--events", events, "--ledger", nowhere);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("replay: cannot write: java.nio.file.NoSuchFileException: " + nowhere);
    }
}
