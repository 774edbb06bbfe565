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
                .containsExactly("beauty-insider", "cdnow-kept", "cdnow-yearly", "corner-shop", "one-per-pound");
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
        "beauty-insider, 459716c08de3d8ac4dd74e1ea418960ba83023790e0e420c35c5a4cdeaf14920",
        "cdnow-kept, b50a145ac252129a91121055b1cf1d84c0c07b524aa91302999bee0e8d01543d",
        "cdnow-yearly, d50b2508626549e02bdc1daf38875be7e48d257290162266ee77bab27a528bc1",
        "corner-shop@2026.1, cd135589f887bbb2d4195791787a1f4306b365afb473e7e18c43218fd443e249",
        "corner-shop@2027.1, 76a667096b0951f7f6a3c9bdedf2bb554a4415a0a9614b98050db17fb7c7343b",
        "corner-shop@2028.1, 22bc538155deaba7e27671a3328a819d7c62ed0e933e174ace153847a043d756",
        "one-per-pound, dc0c3dc9f12e6875f7969fea5bf0db7badb8b56a0d3ecfc59066d2c658202b89"
    })
    void noProgramChangesWithoutNotice(String id, String fingerprint) {
        assertThat(Programs.program(id).orElseThrow().fingerprint()).isEqualTo(fingerprint);
    }

    @Tag("P3")
    @ParameterizedTest
    @ValueSource(strings = {"beauty-insider", "cdnow-kept", "cdnow-yearly", "corner-shop", "one-per-pound"})
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
