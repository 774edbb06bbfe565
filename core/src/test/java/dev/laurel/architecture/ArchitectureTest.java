package dev.laurel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {

    private static final JavaClasses LAUREL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.laurel");

    @ParameterizedTest
    @EnumSource
    void everyRuleOfTheHouseHolds(HouseRule rule) {
        rule.below("dev.laurel").check(LAUREL);
    }

    @Test
    void theRulesLookAtTheLibraryAndNotAtItsTests() {
        assertThat(LAUREL.contain("dev.laurel.money.Money")).isTrue();
        assertThat(LAUREL.contain(ArchitectureTest.class)).isFalse();
    }
}
