package dev.laurel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    /** The first numbers that the reference implementation gives for the seed 1234567. */
    @Test
    @Tag("D2")
    void splitMix64GivesTheNumbersOfTheReferenceImplementation() {
        SplitMix64 generator = new SplitMix64(1_234_567);
        assertThat(LongStream.generate(generator::next).limit(5).mapToObj(Long::toUnsignedString))
                .containsExactly(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821");
    }
}
