package dev.laurel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import dev.laurel.account.Account;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.receipt.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bytes that were ever written can be read for ever; see the page beside them. */
@Tag("D2")
class GoldenFilesTest {
    /** Tests run in the directory of their module. */
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "codec");

    private static final String NEWEST_LAYOUT = "1";
    private static final String ENDING = ".txt";
    private static final int HEX_DIGITS_IN_A_LINE = 96;

    private static <T> List<String> file(Codec<T> codec, T value) {
        byte[] bytes = codec.encode(value);
        List<String> lines = new ArrayList<>();
        lines.add("sha256 " + Hashing.sha256().hashBytes(bytes));
        Splitter.fixedLength(HEX_DIGITS_IN_A_LINE)
                .split(BaseEncoding.base16().lowerCase().encode(bytes))
                .forEach(hex -> lines.add("bytes " + hex));
        lines.addAll(InWords.of(value));
        return lines;
    }

    private static byte[] bytes(List<String> lines) {
        String hex = lines.stream()
                .filter(line -> line.startsWith("bytes "))
                .map(line -> line.substring("bytes ".length()))
                .collect(Collectors.joining());
        return BaseEncoding.base16().lowerCase().decode(hex);
    }

    /** Values of one codec, by the names of their files, all of which begin alike. */
    private record Golden<T>(String beginning, Codec<T> codec, Map<String, T> values) {
        Map<String, List<String>> files() {
            return Maps.transformValues(values, value -> file(codec, value));
        }

        Map<String, String> digests() {
            return Maps.transformValues(values, codec::digest);
        }
    }

    private static final List<Golden<?>> ALL = List.of(
            new Golden<>("account", Codec.ACCOUNTS, GoldenValues.accounts()),
            new Golden<>("receipt", Codec.RECEIPTS, GoldenValues.receipts()),
            new Golden<>("event", Codec.EVENTS, GoldenValues.events()),
            new Golden<>("promise", Codec.PROMISES, Map.of("promise", CanonicalPromisesTest.promise())),
            new Golden<>("posted", Codec.POSTED_EVENTS, GoldenValues.postedEvents()),
            new Golden<>("chunk", AccountChunk.codec(GoldenValues.windows()), GoldenValues.chunks()),
            new Golden<>("header", ofHeaders(), Map.of("header-of-an-account-with-chunks", GoldenValues.withChunks())));

    /** Of headers whose chunks are those of the files. */
    private static Codec<Account> ofHeaders() {
        return new Codec<>(
                "account header",
                Codec.LAYOUT,
                ImmutableList.of(new Kind<>(
                        HeaderForm.TAG,
                        Account.class,
                        HeaderForm::write,
                        in -> HeaderForm.read(
                                in,
                                Chunks.of(AccountBytes.of(GoldenValues.withChunks())
                                        .chunks())))));
    }

    private static Golden<?> goldenOf(String name) {
        return ALL.stream()
                .filter(golden -> name.startsWith(golden.beginning()))
                .findFirst()
                .orElseThrow();
    }

    /** What each file of the newest layout must hold, by its name. */
    private static Map<String, List<String>> files() {
        Map<String, List<String>> files = new TreeMap<>();
        ALL.forEach(golden -> files.putAll(golden.files()));
        return files;
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        assertThat(name).endsWith(ENDING);
        return name.substring(0, name.length() - ENDING.length());
    }

    private static void writeWhatIsMissing() throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve(NEWEST_LAYOUT));
        for (Map.Entry<String, List<String>> file : files().entrySet()) {
            Path path = folder.resolve(file.getKey() + ENDING);
            if (!Files.exists(path)) {
                Files.write(path, file.getValue());
            }
        }
    }

    @Test
    void goldenFilesOfEveryLayoutAreReadAsTheValuesThatTheyAreOf() throws IOException {
        if ("write".equals(System.getProperty("laurel.golden"))) {
            writeWhatIsMissing();
        }
        int read = 0;
        for (Path layout : inside(FOLDER)) {
            if (!Files.isDirectory(layout)) {
                continue;
            }
            for (Path file : inside(layout)) {
                List<String> lines = Files.readAllLines(file);
                byte[] bytes = bytes(lines);
                assertThat(bytes[0])
                        .as("layout of %s", file)
                        .isEqualTo(Byte.parseByte(layout.getFileName().toString()));
                assertThat(lines.get(0)).isEqualTo("sha256 " + Hashing.sha256().hashBytes(bytes));
                Golden<?> golden = goldenOf(name(file));
                assertThat(golden.codec().decode(bytes))
                        .as("value of %s", file)
                        .isEqualTo(golden.values().get(name(file)));
                read++;
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(39);
    }

    @Test
    void goldenFilesOfTheNewestLayoutAreWhatIsWritten() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : inside(FOLDER.resolve(NEWEST_LAYOUT))) {
            found.put(name(file), Files.readAllLines(file));
        }
        assertThat(found).isEqualTo(files());
    }

    @Test
    void goldenFilesHoldTheDigestsOfTheirValues() {
        Map<String, List<String>> files = files();
        for (Golden<?> golden : ALL) {
            golden.digests()
                    .forEach((name, digest) -> assertThat(files.get(name)).contains("sha256 " + digest));
        }
    }

    @Test
    void goldenValuesAreThereOfEveryKindOfEventAndReceipt() {
        for (Class<?> kind : LoyaltyEvent.class.getPermittedSubclasses()) {
            assertThat(GoldenValues.events().values()).anyMatch(kind::isInstance);
        }
        for (Class<?> kind : Receipt.class.getPermittedSubclasses()) {
            assertThat(GoldenValues.receipts().values()).anyMatch(kind::isInstance);
        }
    }
}
