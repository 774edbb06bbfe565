package dev.laurel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.laurel.architecture.HouseRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestkitArchitectureTest {
    private static final JavaClasses TESTKIT = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @ParameterizedTest
    @EnumSource
    void everyRuleOfTheHouseHoldsInTheTestKit(HouseRule rule) {
        rule.below("dev.laurel").check(TESTKIT);
    }

    @Test
    void theRulesLookAtTheTestKit() {
        assertThat(TESTKIT.contain(SeededHistory.class)).isTrue();
    }
}
