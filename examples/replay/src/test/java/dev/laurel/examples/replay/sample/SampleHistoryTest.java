package dev.laurel.examples.replay.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class SampleHistoryTest {
    private static final Set<EventKind> ALL = EnumSet.allOf(EventKind.class);
    private static final SampleSettings FEW = SampleSettings.ofSeed(7).withCustomers(60);

    private static List<String> lines(SampleSettings settings) {
        List<String> lines = new ArrayList<>();
        SampleHistory.of(settings).forEach(lines::add);
        return lines;
    }

    private static String digest(SampleSettings settings) {
        Hasher hasher = Hashing.sha256().newHasher();
        SampleHistory.of(settings).forEach(line -> hasher.putString(line + "\n", StandardCharsets.UTF_8));
        return hasher.hash().toString();
    }

    @Nested
    class Bytes {
        @Test
        void theBytesOfASampleAreThoseOfItsSeedForGood() {
            SampleSettings usual = SampleSettings.ofSeed(SampleSettings.DEFAULT_SEED);

            assertThat(digest(usual)).isEqualTo("3cb696027e374e25ce470329915f1c759dddf6df962fd440d0a2c0775603f668");
            assertThat(digest(usual.withKinds(ALL)))
                    .isEqualTo("bc8098511553bc72e4418f03791712b4e7c4105f397778c0d82dd79e945c76bf");
            assertThat(digest(FEW)).isEqualTo("39c5c780d983f3383e7198b1c10c559342f9afa7318d8f111b8a0c9999bed9f1");
        }

        @Test
        void theBytesOfASampleAreTheSameInAnotherZoneAndLocale() {
            TimeZone zone = TimeZone.getDefault();
            Locale locale = Locale.getDefault();
            List<String> before = lines(FEW);
            try {
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

                assertThat(lines(FEW)).isEqualTo(before);
            } finally {
                TimeZone.setDefault(zone);
                Locale.setDefault(locale);
            }
        }

        @Test
        void theBytesOfASampleAreOthersForAnotherSeed() {
            assertThat(lines(SampleSettings.ofSeed(8).withCustomers(60))).isNotEqualTo(lines(FEW));
        }
    }

    @Nested
    class Lines {
        @Test
        void theLinesOfASampleAreAsManyAsItsSizeAndCanBeHadAgain() {
            SampleHistory history = SampleHistory.of(FEW);

            assertThat(history).hasSize(history.size()).containsExactlyElementsOf(lines(FEW));
        }

        @ParameterizedTest
        @EnumSource
        void theLinesOfOneKindAreThoseOfThisKindAmongAllLines(EventKind kind) {
            SampleSettings many = SampleSettings.ofSeed(3).withCustomers(300);

            assertThat(lines(many.withKinds(EnumSet.of(kind))))
                    .isNotEmpty()
                    .isEqualTo(lines(many.withKinds(ALL)).stream()
                            .filter(line -> line.startsWith("{\"type\":\"" + kind.label() + "\","))
                            .toList());
        }

        @Test
        void theLinesOfASampleUsuallyHoldNoReviews() {
            assertThat(lines(FEW)).isNotEmpty().noneMatch(line -> line.contains("\"review\""));
        }
    }

    @Nested
    class Settings {
        @Test
        void theSettingsOfASampleNeedACustomer() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FEW.withCustomers(0))
                    .withMessage("customers of a sample must be from 1 to 100000, but were 0");
        }

        @Test
        void theSettingsOfASampleNeedAKind() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FEW.withKinds(Set.of()))
                    .withMessage("kinds of a sample must be at least one of enroll, purchase, redeem, hold, capture,"
                            + " release, return, cancel, claim, activity, profile, adjust, grant-tier");
        }

        @Test
        void theSettingsOfASampleMayAskForOneCustomerOnly() {
            assertThat(lines(FEW.withCustomers(1)))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("\"customer\":\"c00001\""));
        }
    }
}
