package dev.laurel.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.program.LoyaltyProgram;
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
        assertThat(Programs.ids())
                .containsExactly(
                        "airline",
                        "beauty-insider",
                        "cdnow-kept",
                        "cdnow-yearly",
                        "corner-shop",
                        "one-per-pound",
                        "stars");
        for (String id : Programs.ids()) {
            assertThat(Programs.program(id).orElseThrow().id()).isEqualTo(id);
        }
        assertThat(Programs.program("cdnow")).isEmpty();
    }

    @Test
    void aProgramIsFoundInAllItsVersionsOrInTheOneThatIsNamed() {
        assertThat(Programs.versions("corner-shop").orElseThrow())
                .extracting(LoyaltyProgram::version)
                .containsExactly("2026.1", "2027.1", "2028.1");
        assertThat(Programs.versions("corner-shop@2027.1").orElseThrow())
                .extracting(LoyaltyProgram::version)
                .containsExactly("2027.1");
        assertThat(Programs.versions("corner-shop@2029.1")).isEmpty();
    }

    /** What has been decided under a program would be decided otherwise under another. */
    @ParameterizedTest
    @CsvSource({
        "airline, 68180a5725eaa5bf03cf8fa9ad10159813f1c60fd59b772f57c078d7ae796a56",
        "beauty-insider, 552e39f6e2d815b56e7c971bdb6a59b1db847fbc3ad4ce2f651ba1e41ccd2219",
        "cdnow-kept, acd0b52b87f0f52105cb9c90ba4b196fd9b94704ee6dad6b5a3c9b959eefd711",
        "cdnow-yearly, 6b51709a0773838fbf658142cbdaf24de9a8013bb58a8404533c68306e775647",
        "corner-shop@2026.1, a9bec314f9b39d2c962e739b047fb138ef46ff0bb9d7469c9c5f0ac27bb8c1f7",
        "corner-shop@2027.1, 79e2d66bf8e248200b9c6c473d9117f14ef49ed924b6008d19b9153b3dd9048f",
        "corner-shop@2028.1, 78a3c97f9c2d1f977ed0a4eec1cd259eded2e18150e64fb5be21f518c8d26362",
        "one-per-pound, dc0c3dc9f12e6875f7969fea5bf0db7badb8b56a0d3ecfc59066d2c658202b89"
    })
    void noProgramChangesWithoutNotice(String id, String fingerprint) {
        assertThat(Programs.program(id).orElseThrow().fingerprint()).isEqualTo(fingerprint);
    }

    @Tag("P3")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "airline",
                "beauty-insider",
                "cdnow-kept",
                "cdnow-yearly",
                "corner-shop",
                "one-per-pound",
                "stars"
            })
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
        for (String id : List.of("beauty-insider", "stars")) {
            assertThat(Programs.program(id).orElseThrow().warnings()).isEmpty();
        }
        for (String id : List.of("cdnow-kept", "cdnow-yearly", "one-per-pound")) {
            assertThat(Programs.program(id).orElseThrow().warnings())
                    .extracting(ProgramProblem::wrong)
                    .containsExactly(
                            "does not exclude gift cards, so a gift card earns when it is bought and again when"
                                    + " it pays");
        }
    }
}
