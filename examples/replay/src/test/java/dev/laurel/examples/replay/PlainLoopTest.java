package dev.laurel.examples.replay;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainLoopTest {
    @TempDir
    private Path directory;

    /** The measurement fails itself where the two do not come to the same. */
    @Test
    void aReplayOfManyPurchasesComesToWhatAPlainLoopComesTo() throws Exception {
        Path file = directory.resolve("purchases.jsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            ManyPurchases.write(20_000, 500, out);
        }

        ReplayMeasurement.main(new String[] {file.toString(), "1"});
    }
}
