package dev.laurel.examples.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.examples.programs.Programs;
import dev.laurel.examples.replay.sample.SampleHistory;
import dev.laurel.examples.replay.sample.SampleSettings;
import dev.laurel.examples.replay.scratch.Scratch;
import dev.laurel.program.LoyaltyProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories of which only a little is held in memory. */
class SpilledReplayTest {
    private static final LoyaltyProgram PROGRAM =
            Programs.program("beauty-insider").orElseThrow();
    private static final Limits AMPLE = new Limits(1 << 20, 1 << 20);
    private static final int CUSTOMERS = 60;

    @TempDir
    private Path directory;

    private Path sample() throws IOException {
        return Files.write(
                directory.resolve("history.jsonl"),
                SampleHistory.of(SampleSettings.ofSeed(7).withCustomers(CUSTOMERS)));
    }

    private static String purchase(String customer, int number) {
        return """
                {"type":"purchase","id":"p%d","customer":"%s","at":"2025-01-02T12:00:00Z","currency":"USD",\
                "lines":[{"id":"1","sku":"S1","quantity":"1","net":"5.00"}]}""".formatted(number, customer);
    }

    /** A run in a room of its own. */
    private final class Replay {
        private final Path history;
        private final Limits limits;
        private final Path room;
        private final BadLines badLines;
        private LineReader reader = new JsonLineReader(JsonEvents.of(List.of(PROGRAM)), Instant.MAX);

        Replay(Path history, Limits limits) throws IOException {
            this.history = history;
            this.limits = limits;
            room = Files.createDirectories(directory.resolve("room"));
            badLines = new BadLines("history", false);
        }

        /** All that is written. */
        String written(int threads) throws Exception {
            StringBuilder text = new StringBuilder();
            try (Scratch scratch = new Scratch(room, limits.spoolBytes())) {
                Results results = new Replaying(
                                LoyaltyEngine.of(PROGRAM),
                                new EventReader(reader, badLines),
                                new Wanted(true, true, false, Set.of()),
                                limits,
                                scratch)
                        .run(
                                new EventLines(new FileSource(history), reader, badLines, false),
                                threads,
                                Optional.empty(),
                                read -> {});
                results.drainTo(written -> text.append(written.customer())
                        .append('\n')
                        .append(new String(written.account(), UTF_8))
                        .append(new String(written.ledger(), UTF_8)));
                text.append(results.totals().summary(""));
            }
            return text.toString();
        }

        /** The files that are there. */
        List<Path> files() throws IOException {
            try (Stream<Path> files = Files.list(room)) {
                return files.toList();
            }
        }
    }

    @Nested
    class Outputs {
        /** From all in memory to parts of parts, and customers who do not fit in one. */
        @ParameterizedTest
        @CsvSource({"1048576, 1048576, 2", "1000, 1048576, 1", "1000, 20000, 2", "100, 2000, 1", "1, 1, 2"})
        void theOutputsAreTheSameHoweverLittleIsHeldInMemory(int spoolBytes, long partitionBytes, int threads)
                throws Exception {
            Path history = sample();
            String inMemory = new Replay(history, AMPLE).written(1);

            Replay spilled = new Replay(history, new Limits(spoolBytes, partitionBytes));

            assertThat(spilled.written(threads)).isEqualTo(inMemory).contains("customers=" + CUSTOMERS + ",");
            assertThat(spilled.files()).isEmpty();
        }

        @Test
        void aCustomerWithMoreEventsThanFitIsRunAsTheyAreRead() throws Exception {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                lines.add(purchase("c1", i));
            }
            Path history = Files.write(directory.resolve("history.jsonl"), lines);

            assertThat(new Replay(history, new Limits(1000, 5000)).written(1))
                    .isEqualTo(new Replay(history, AMPLE).written(1))
                    .contains("\"earned\":3230,");
        }
    }

    @Nested
    class Failures {
        /** The lines are of many customers, so that the one found first is seldom the first in the file. */
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void theFirstBadLineOfTheFileEndsTheRunWhicheverPartitionItIsIn(int threads) throws IOException {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                lines.add(purchase("c" + i % 500, i));
            }
            for (int bad = 1_001; bad < 1_900; bad += 7) {
                lines.set(bad, lines.get(bad).replace("\"sku\"", "\"skew\""));
            }
            Path history = Files.write(directory.resolve("history.jsonl"), lines);

            Replay replay = new Replay(history, new Limits(1000, 5000));

            assertThatThrownBy(() -> replay.written(threads))
                    .isInstanceOf(ReplayException.class)
                    .hasMessage("history:1002: lines[0].sku is missing");
            assertThat(replay.files()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Timeout(value = 60, unit = TimeUnit.SECONDS)
        void anErrorOfAThreadEndsTheRun(int threads) throws IOException {
            Replay replay = new Replay(sample(), new Limits(1000, 5000));
            LineReader right = replay.reader;
            replay.reader = new LineReader() {
                @Override
                public Optional<Heading> heading(LineBytes line) throws BadInputException {
                    return right.heading(line);
                }

                @Override
                public Optional<Arrival> read(Heading heading, LineBytes line) {
                    throw new IllegalArgumentException("broken");
                }
            };

            assertThatThrownBy(() -> replay.written(threads))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a thread of the replay failed")
                    .rootCause()
                    .hasMessage("broken");
            assertThat(replay.files()).isEmpty();
        }

        @Test
        void temporaryFilesThatCannotBeMadeEndTheRun() throws IOException {
            Replay replay = new Replay(sample(), new Limits(1000, 5000));
            Files.delete(replay.room);

            assertThatThrownBy(() -> replay.written(1))
                    .isInstanceOf(ReplayException.class)
                    .hasMessageStartingWith("cannot use temporary files: java.nio.file.NoSuchFileException: ");
        }
    }
}
