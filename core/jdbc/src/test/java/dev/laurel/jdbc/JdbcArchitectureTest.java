package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.laurel.architecture.HouseRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcArchitectureTest {
    private static final JavaClasses JDBC = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @ParameterizedTest
    @EnumSource
    void everyRuleOfTheHouseHoldsInTheStore(HouseRule rule) {
        rule.below("dev.laurel").allowEmptyShould(true).check(JDBC);
    }

    @Test
    void theRulesLookAtTheStore() {
        assertThat(JDBC.contain(JdbcAccountStore.class)).isTrue();
    }
}
