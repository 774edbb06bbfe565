package dev.laurel.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramsTest {
    @Test
    void eachProgramIsFoundByItsOwnId() {
        assertThat(Programs.ids()).containsExactly("cdnow-kept", "cdnow-yearly");
        for (String id : Programs.ids()) {
            assertThat(Programs.program(id).orElseThrow().id()).isEqualTo(id);
        }
        assertThat(Programs.program("cdnow")).isEmpty();
    }

    @Test
    void noneHasWarnings() {
        for (String id : Programs.ids()) {
            assertThat(Programs.program(id).orElseThrow().warnings()).isEmpty();
        }
    }
}
