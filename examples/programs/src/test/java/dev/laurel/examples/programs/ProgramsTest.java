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
        assertThat(Programs.ids()).containsExactly("beauty-insider", "cdnow-kept", "cdnow-yearly");
        for (String id : Programs.ids()) {
            assertThat(Programs.program(id).orElseThrow().id()).isEqualTo(id);
        }
        assertThat(Programs.program("cdnow")).isEmpty();
    }

    /** What has been decided under a program would be decided otherwise under another. */
    @ParameterizedTest
    @CsvSource({
        "beauty-insider, 5c888ced465ff19f83f2fc8f122e28b552116af53fddec8132e9301bb0e5205b",
        "cdnow-kept, 7e79aeaff2d5b1c86784d0bc854df697ade1ac5b79dd821e4adbd7487a4b1a7f",
        "cdnow-yearly, ab955605a7755478b61e36cb6989f3da2acf500d9155070ac45ff1d8802ca888"
    })
    void noneChangesWithoutNotice(String id, String fingerprint) {
        assertThat(Programs.program(id).orElseThrow().fingerprint()).isEqualTo(fingerprint);
    }

    @Tag("P3")
    @ParameterizedTest
    @ValueSource(strings = {"beauty-insider", "cdnow-kept", "cdnow-yearly"})
    void eachTellsItsTermsAsTheyAreWrittenDown(String id) throws IOException {
        String terms = Programs.program(id).orElseThrow().terms();
        assertThat(terms).as("the terms, which now are\n%s", terms).isEqualTo(written("terms/" + id + ".md"));
    }

    private static String written(String file) throws IOException {
        try (InputStream in = ProgramsTest.class.getResourceAsStream(file)) {
            return in == null ? "no such file" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noneHasWarningsButThoseOfAShopWithoutGiftCards() {
        assertThat(Programs.program("beauty-insider").orElseThrow().warnings()).isEmpty();
        for (String id : List.of("cdnow-kept", "cdnow-yearly")) {
            assertThat(Programs.program(id).orElseThrow().warnings())
                    .extracting(ProgramProblem::wrong)
                    .containsExactly(
                            "does not exclude gift cards, so a gift card earns when it is bought and again when"
                                    + " it pays");
        }
    }
}
