package dev.laurel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.architecture.PropertiesRan;
import org.junit.jupiter.api.Test;

/** Runs after the unit tests, since it reads their reports. */
class TestkitPropertiesRanIT {
    @Test
    void everyPropertiesClassOfTheTestKitRanInThisBuild() {
        assertThat(PropertiesRan.inThisModule()).isPositive();
        assertThat(PropertiesRan.notRunInThisBuild()).isEmpty();
    }
}
