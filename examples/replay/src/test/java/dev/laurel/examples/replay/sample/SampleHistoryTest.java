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

            assertThat(digest(usual)).isEqualTo("0c14267eb227d734c81033abc2471fb1722f6aa7d05ade25efae6caa1cbd1578");
            assertThat(digest(usual.withKinds(ALL)))
                    .isEqualTo("9704bdaa2a67214e3e2db8eda43bf20b038d8380d45fd26f8b665f011643a037");
            assertThat(digest(FEW.withShop(Shop.wherePointsPay("GBP"))))
                    .isEqualTo("f049857187fe249c753bcfdd5451f2436a914647c359cfed4be0403ef0ef02c9");
            assertThat(digest(FEW)).isEqualTo("1abc02832fa1226300b3fb134fb8ad82bafd645869a579253ce58387227a6896");
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
