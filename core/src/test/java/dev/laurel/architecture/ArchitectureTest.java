package dev.laurel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {

    private static final JavaClasses LAUREL = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @ParameterizedTest
    @EnumSource
    void everyRuleOfTheHouseHolds(HouseRule rule) {
        rule.below("dev.laurel").check(LAUREL);
    }

    @Test
    void packagesInsideAnotherAreNotExportedAndAllOthersAre() throws IOException {
        try (InputStream module = Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
            Layers layers = new Layers("dev.laurel");
            assertThat(ModuleDescriptor.read(module).exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .containsExactlyInAnyOrderElementsOf(LAUREL.stream()
                            .map(JavaClass::getPackageName)
                            .filter(name ->
                                    name.lastIndexOf('.') == layers.root().length())
                            .distinct()
                            .toList());
        }
    }

    @Test
    void theRulesLookAtTheLibraryAndNotAtItsTests() {
        assertThat(LAUREL.contain("dev.laurel.money.Money")).isTrue();
        assertThat(LAUREL.contain(ArchitectureTest.class)).isFalse();
    }
}
