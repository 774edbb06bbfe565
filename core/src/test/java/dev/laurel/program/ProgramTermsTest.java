package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("P3")
class ProgramTermsTest {
    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreDefaults() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }

    static Stream<LoyaltyProgram> programs() {
        return Stream.of(TermsPrograms.beautyInsider(), TermsPrograms.minimal(), TermsPrograms.everything());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theTermsAreAsWrittenDown(LoyaltyProgram program) throws IOException {
        String terms = program.terms();

        assertThat(terms).as("the terms, which now are\n%s", terms).isEqualTo(written(program.id()));
    }

    private static String written(String id) throws IOException {
        try (InputStream file = ProgramTermsTest.class.getResourceAsStream("terms/" + id + ".md")) {
            return file == null ? "no such file" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    @Tag("D2")
    void theTermsDoNotDependOnTheDefaultLocaleAndZone(LoyaltyProgram program) {
        String terms = program.terms();
        for (String language : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-CH")) {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(program.terms()).isEqualTo(terms);
        }
    }
}
