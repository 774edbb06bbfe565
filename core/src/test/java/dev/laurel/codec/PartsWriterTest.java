package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static dev.laurel.codec.Samples.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
class PartsWriterTest {
    private static byte[] written(long number, List<String> texts, String... added) {
        CanonicalWriter out = new CanonicalWriter(1);
        out.text("before");
        PartsWriter parts = new PartsWriter(out);
        parts.number(number);
        parts.instant(number == 0 ? null : LATER, AT);
        parts.list(texts, CanonicalWriter::text);
        for (String text : added) {
            parts.text(text.isEmpty() ? null : text);
        }
        parts.end();
        out.text("behind");
        return out.toBytes();
    }

    @Test
    void aPartThatIsEmptyTakesNoByteAndNeitherDoesOneThatALaterVersionAdds() {
        byte[] nothing = written(0, List.of());
        assertThat(nothing).hasSize(1 + 7 + 1 + 7 + CanonicalWriter.BYTES_OF_CHECKSUM);
        assertThat(written(0, List.of(), "", "", "")).isEqualTo(nothing);
        assertThat(written(5, List.of("a"), "", "")).isEqualTo(written(5, List.of("a")));
    }

    @Test
    void partsAreReadAsTheyWereWrittenHoweverManyBitsTheyTake() {
        String[] added = new String[60];
        for (int i = 0; i < added.length; i++) {
            added[i] = i % 9 == 0 ? "" : "part-" + i;
        }
        CanonicalReader in = new CanonicalReader("thing", written(-5, List.of("a", "b"), added), 1);
        assertThat(in.text()).isEqualTo("before");
        PartsReader parts = new PartsReader(in, 63);
        assertThat(parts.number()).isEqualTo(-5);
        assertThat(parts.instant(AT)).isEqualTo(LATER);
        assertThat(parts.list(CanonicalReader::text)).containsExactly("a", "b");
        for (int i = 0; i < added.length; i++) {
            assertThat(parts.text()).isEqualTo(added[i].isEmpty() ? null : added[i]);
        }
    }

    @Test
    void aPartThatIsNotThereIsReadAsAnEmptyOne() {
        CanonicalReader in = new CanonicalReader("thing", written(0, List.of()), 1);
        assertThat(in.text()).isEqualTo("before");
        PartsReader parts = new PartsReader(in, 6);
        assertThat(parts.number()).isZero();
        assertThat(parts.instant(AT)).isNull();
        assertThat(parts.list(CanonicalReader::text)).isEmpty();
        assertThat(parts.map(CanonicalReader::text)).isEqualTo(Map.of());
        assertThat(parts.text()).isNull();
        assertThat(parts.<String>part(CanonicalReader::text)).isNull();
        assertThat(in.text()).isEqualTo("behind");
    }

    @Test
    void aPartThatIsNotKnownIsRefused() {
        CanonicalReader in = new CanonicalReader("thing", written(1, List.of("a"), "new"), 1);
        assertThat(in.text()).isEqualTo("before");
        assertThatExceptionOfType(MalformedBytesException.class)
                .isThrownBy(() -> new PartsReader(in, 3))
                .withMessage("thing cannot be read at byte 9: there are only 3 parts, but one more is there;"
                        + " if a later version of Laurel wrote it, read it with that");
    }
}
