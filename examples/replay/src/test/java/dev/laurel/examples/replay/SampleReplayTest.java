package dev.laurel.examples.replay;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.examples.programs.Programs;
import dev.laurel.examples.replay.sample.SampleHistory;
import dev.laurel.examples.replay.sample.SampleSettings;
import dev.laurel.examples.replay.sample.Shop;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class SampleReplayTest {
    private static final String KINDS = "enroll,purchase,redeem";

    @TempDir
    private Path directory;

    private static Tool.Run replay(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("--program", "cdnow-yearly"));
        arguments.addAll(List.of(more));
        return Tool.run(arguments.toArray());
    }

    @Nested
    class Sample {
        @Test
        void theSampleIsReplayedInPlaceOfAFile() throws IOException {
            Path file = directory.resolve("sample.jsonl");
            Path ofFile = directory.resolve("of-file.json");
            Path ofSample = directory.resolve("of-sample.json");
            Object[] settings = {"--sample=5", "--sample-customers=200", "--sample-kinds=" + KINDS};

            Tool.Run written = Tool.run(settings[0], settings[1], settings[2], "--write-sample", file);
            Tool.Run read = replay("--events", file, "--summary-json", ofFile);
            Tool.Run made = replay(settings[0], settings[1], settings[2], "--summary-json", ofSample, "--threads", 2);

            assertThat(written.err() + read.err() + made.err()).isEmpty();
            assertThat(Files.readString(ofSample))
                    .isEqualTo(Files.readString(ofFile))
                    .startsWith("{\"customers\":200,");
        }

        @Test
        void theSampleIsOfTheUsualSeedIfNoneIsGiven() throws IOException {
            Path usual = directory.resolve("usual.json");
            Path named = directory.resolve("named.json");

            Tool.Run first = replay("--sample-kinds", KINDS, "--summary-json", usual, "--sample");
            Tool.Run second = replay("--sample", "--format", "json", "--sample-kinds", KINDS, "--summary-json", named);
            Tool.Run third = replay("--sample", "2024", "--sample-kinds", KINDS, "--summary-json", named);

            assertThat(first.err() + second.err() + third.err()).isEmpty();
            assertThat(named).hasSameTextualContentAs(usual);
        }
    }

    @Nested
    class Customers {
        @Test
        void customersOfTheSampleSeldomAskForMoreThanTheyHave() throws BadInputException {
            LoyaltyProgram program = Programs.program("beauty-insider").orElseThrow();

            assertThat(outcomes(program, SampleSettings.ofSeed(2024)))
                    .isEqualTo(Map.ofEntries(
                            entry("Adjustment", 98),
                            entry("Cancellation", 32),
                            entry("Cancellation UNKNOWN_REDEMPTION", 1),
                            entry("Capture", 172),
                            entry("Capture ALREADY_RESOLVED", 3),
                            entry("Claim", 1_048),
                            entry("Claim ALREADY_CLAIMED", 1),
                            entry("Claim CONDITION_NOT_MET", 6),
                            entry("Enrollment", 1_767),
                            entry("Hold", 221),
                            entry("ProfileChange", 281),
                            entry("Purchase", 19_952),
                            entry("Purchase EVENT_TOO_LATE", 4),
                            entry("Redemption", 603),
                            entry("Redemption INSUFFICIENT_POINTS", 7),
                            entry("Release", 30),
                            entry("Return", 1_578),
                            entry("Return EXCEEDS_PURCHASE", 17),
                            entry("Return UNKNOWN_PURCHASE", 11),
                            entry("TierGrant", 26)));
        }

        @Test
        @Tag("A6")
        @Tag("R4")
        void customersOfAShopWherePointsPayNameThoseThatTheyHave() throws BadInputException {
            LoyaltyProgram program = Programs.program("one-per-pound").orElseThrow();

            assertThat(outcomes(program, SampleSettings.ofSeed(2024).withShop(Shop.wherePointsPay("GBP"))))
                    .isEqualTo(Map.ofEntries(
                            entry("Adjustment", 97),
                            entry("Cancellation", 163),
                            entry("Capture", 812),
                            entry("Capture ALREADY_RESOLVED", 31),
                            entry("Enrollment", 1_767),
                            entry("Hold", 1_030),
                            entry("ProfileChange", 281),
                            entry("Purchase", 20_004),
                            entry("Purchase EVENT_TOO_LATE", 4),
                            entry("Redemption", 2_739),
                            entry("Release", 128),
                            entry("Return", 2_154),
                            entry("Return EXCEEDS_PURCHASE", 25)));
        }
    }

    /** What became of the events of a sample, by their kinds. */
    private static Map<String, Integer> outcomes(LoyaltyProgram program, SampleSettings settings)
            throws BadInputException {
        LoyaltyService service = LoyaltyService.of(LoyaltyEngine.of(program), new InMemoryAccountStore());
        LineReader reader = new JsonLineReader(JsonEvents.of(List.of(program)), Instant.MAX);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (String line : SampleHistory.of(settings)) {
            LoyaltyEvent event = Objects.requireNonNull(
                    reader.read(reader.heading(LineBytes.of(line)).orElseThrow(), LineBytes.of(line))
                            .orElseThrow()
                            .event());
            Refusal refusal = service.submit(event).refusal().orElse(null);
            outcomes.merge(
                    event.getClass().getSimpleName() + (refusal == null ? "" : " " + refusal.code()), 1, Integer::sum);
        }
        return outcomes;
    }

    @Nested
    class Accounts {
        @Test
        @Tag("L3")
        void accountsOfTheSampleAreWhatTheirLedgersAndTheirEventsSay() {
            Object[] sample = {"--sample", "--sample-customers", 300, "--verify", "--threads", 2};

            Tool.Run run = Tool.run(Stream.concat(Stream.of("--program", "beauty-insider"), Stream.of(sample))
                    .toArray());

            assertThat(run.err()).isEmpty();
            assertThat(run.out()).containsPattern("verified 300 accounts, [0-9,]+ entries: all right");
        }

        @Test
        @Tag("L3")
        void accountsOfTheSampleOfAShopWherePointsPayAreWhatTheirLedgersAndTheirEventsSay() {
            Tool.Run run = Tool.run(
                    "--program", "one-per-pound", "--sample", "--sample-customers", 300, "--verify", "--threads", 2);

            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .containsPattern("orders left unpaid +\\| +[1-9]")
                    .containsPattern("verified 300 accounts, [0-9,]+ entries: all right");
        }
    }

    @Nested
    class WrittenSample {
        @Test
        void aWrittenSampleIsToldInASentence() {
            Path file = directory.resolve("sample.jsonl");

            assertThat(Tool.run("--write-sample", file, "--sample-customers", 50))
                    .isEqualTo(new Tool.Run(
                            0, "Wrote 617 events of 50 customers, made up from seed 2024, to " + file + "\n", ""));
        }

        @Test
        void aWrittenSampleIsGzippedIfItsNameSaysSo() throws IOException {
            Path plain = directory.resolve("sample.jsonl");
            Path zipped = directory.resolve("sample.jsonl.gz");

            Tool.Run first = Tool.run("--write-sample", plain, "--sample-customers", 50);
            Tool.Run second = Tool.run("--write-sample", zipped, "--sample-customers", 50);

            assertThat(first.exitCode() + second.exitCode()).isZero();
            try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
                assertThat(in).hasSameContentAs(Files.newInputStream(plain));
            }
        }

        @Test
        void aWrittenSampleIsTheSameFromAnotherJvmInAnotherZoneAndLocale() throws IOException, InterruptedException {
            Path here = directory.resolve("here.jsonl");
            Path there = directory.resolve("there.jsonl");

            Tool.Run parent = Tool.run("--write-sample", here);
            Tool.Run child = Tool.runInChildJvm(
                    directory,
                    List.of("-Duser.timezone=Asia/Kathmandu", "-Duser.language=tr", "-Dfile.encoding=UTF-16"),
                    "--write-sample",
                    there);

            assertThat(parent.err() + child.err()).isEmpty();
            assertThat(there).hasSameBinaryContentAs(here);
        }

        @Test
        void aSampleCannotBeWrittenNowhere() {
            Path nowhere = directory.resolve("missing/sample.jsonl");

            Tool.Run run = Tool.run("--write-sample", nowhere, "--sample-customers", 1);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo("replay: cannot write: java.nio.file.NoSuchFileException: " + nowhere + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --sample --events x.jsonl             | --sample and --events exclude each other: a history is made up or read
        --write-sample y.jsonl --events x.csv | --write-sample and --events exclude each other: a history is made up or read
        --sample --format csv                 | --sample makes JSON Lines, but --format was 'csv'
        --sample --sample-customers 0         | --sample-customers: customers of a sample must be from 1 to 100000, but were 0
        --sample --sample-kinds purchase,gift | --sample-kinds knows enroll, purchase, redeem, hold, capture, release, return, cancel, claim, activity, profile, adjust, grant-tier, but not 'gift'
        --sample-customers 5                  | --sample-customers needs --sample or --write-sample
        --sample-kinds enroll                 | --sample-kinds needs --sample or --write-sample
        --sample spring                       | Invalid value for option '--sample': 'spring' is not a long
        """)
    void theToolSaysWhichOptionOfTheSampleIsWrong(String arguments, String message) {
        Tool.Run run = replay((Object[]) arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(message + "\n");
    }
}
