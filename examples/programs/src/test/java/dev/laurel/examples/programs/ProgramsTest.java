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
                        "explorer",
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
        "airline, 851ae5648169b8f7a50d6c042f5da32a20d2f1e15d2e143f13e2721e4a4c8cd1",
        "beauty-insider, 8920133562d652ae1c4ace0a6eee16dd7780dab23f88f7f9aec643a5cc572599",
        "cdnow-kept, 2b715aee993cd9bb59ff90b6d2ed1ffbefd578b1df9d98000e8ad2e698b46c26",
        "cdnow-yearly, 76253ccd4282d0ba41eaf80d87f5b0be0bd6f9fbbc08262b36fef2174db278c3",
        "corner-shop@2026.1, ec354abf11ef9b6d96ef6da90b820c55fcfb050877f44fc93f5df33a7ecb8037",
        "corner-shop@2027.1, 266b046b56ab1562cd041220c7a3cfd39e5c398b57b029aec7950a9b19ba6d95",
        "corner-shop@2028.1, ec7a3afa243ff99c2b41dc4aed6b10e14008ac2946706d782b23129509027aac",
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
                "explorer",
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
