package dev.laurel.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.program.ProgramProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramsTest {
    @Test
    void eachProgramIsFoundByItsOwnId() {
        assertThat(Programs.ids()).containsExactly("beauty-insider", "cdnow-kept", "cdnow-yearly", "one-per-pound");
        for (String id : Programs.ids()) {
            assertThat(Programs.program(id).orElseThrow().id()).isEqualTo(id);
        }
        assertThat(Programs.program("cdnow")).isEmpty();
    }

    /** What has been decided under a program would be decided otherwise under another. */
    @ParameterizedTest
    @CsvSource({
        "beauty-insider, 3c566d79b0b0434d4b984cd74249ad3a5fc33d09cdae63dec135e90751feaa12",
        "cdnow-kept, f46e239ae54ce23a768f2204278d919ed2b189d6659042d5661c8f0936103019",
        "cdnow-yearly, e6edfa72a65a12386c69c3e6a83d6493d2071aae9c20713d85a01815279e799c",
        "one-per-pound, 9a45ba89891e8937c4c7feb99557a47189695f08f34c5f7fb60717e081f57e00"
    })
    void noProgramChangesWithoutNotice(String id, String fingerprint) {
        assertThat(Programs.program(id).orElseThrow().fingerprint()).isEqualTo(fingerprint);
    }

    @Tag("P3")
    @ParameterizedTest
    @ValueSource(strings = {"beauty-insider", "cdnow-kept", "cdnow-yearly", "one-per-pound"})
    void eachProgramTellsItsTermsAsTheyAreWrittenDown(String id) throws IOException {
        String terms = Programs.program(id).orElseThrow().terms();
        assertThat(terms).as("the terms, which now are\n%s", terms).isEqualTo(written("terms/" + id + ".md"));
    }

    private static String written(String file) throws IOException {
        try (InputStream in = ProgramsTest.class.getResourceAsStream(file)) {
            return in == null ? "no such file" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noProgramHasWarningsButThoseOfAShopWithoutGiftCards() {
        assertThat(Programs.program("beauty-insider").orElseThrow().warnings()).isEmpty();
        for (String id : List.of("cdnow-kept", "cdnow-yearly", "one-per-pound")) {
            assertThat(Programs.program(id).orElseThrow().warnings())
                    .extracting(ProgramProblem::wrong)
                    .containsExactly(
                            "does not exclude gift cards, so a gift card earns when it is bought and again when"
                                    + " it pays");
        }
    }
}
