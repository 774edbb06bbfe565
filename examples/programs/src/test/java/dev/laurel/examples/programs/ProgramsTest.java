package dev.laurel.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramsTest {
    @Test
    void eachProgramIsFoundByItsOwnId() {
        assertThat(Programs.ids()).containsExactly("cdnow-kept", "cdnow-yearly");
        for (String id : Programs.ids()) {
            assertThat(Programs.program(id).orElseThrow().id()).isEqualTo(id);
        }
        assertThat(Programs.program("cdnow")).isEmpty();
    }

    /** What has been decided under a program would be decided otherwise under another. */
    @ParameterizedTest
    @CsvSource({
        "cdnow-kept, 7e79aeaff2d5b1c86784d0bc854df697ade1ac5b79dd821e4adbd7487a4b1a7f",
        "cdnow-yearly, ab955605a7755478b61e36cb6989f3da2acf500d9155070ac45ff1d8802ca888"
    })
    void noneChangesWithoutNotice(String id, String fingerprint) {
        assertThat(Programs.program(id).orElseThrow().fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void noneHasWarnings() {
        for (String id : Programs.ids()) {
            assertThat(Programs.program(id).orElseThrow().warnings()).isEmpty();
        }
    }
}
