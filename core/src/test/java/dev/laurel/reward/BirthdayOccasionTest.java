package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.tier.Tier;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("G2")
class BirthdayOccasionTest {
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final BirthdayOccasion MONTH = BirthdayOccasion.within(BirthdayWindow.MONTH);

    @Test
    void aBirthdayOccasionNeedsABirthdayOnFileAndNothingElseUnlessSaid() {
        assertThat(MONTH).isEqualTo(new BirthdayOccasion(BirthdayWindow.MONTH, List.of(), Period.ZERO, null));
    }

    @Test
    void aBirthdayOccasionChangesOneThingInEachCopyAndStaysAsItWas() {
        BirthdayWindow week = BirthdayWindow.daysFromIt(7);
        BirthdayOccasion full = MONTH.from(VIB, week)
                .onFileFor(Period.ofDays(1))
                .from(ROUGE, BirthdayWindow.DAY)
                .purchasedFor(Period.ofMonths(2));
        assertThat(full)
                .isEqualTo(new BirthdayOccasion(
                        BirthdayWindow.MONTH,
                        List.of(
                                new BirthdayOccasion.TierWindow(VIB, week),
                                new BirthdayOccasion.TierWindow(ROUGE, BirthdayWindow.DAY)),
                        Period.ofDays(1),
                        Period.ofMonths(2)))
                .isEqualTo(full.onFileFor(Period.ofDays(1)).purchasedFor(Period.ofMonths(2)));
        assertThat(MONTH).isEqualTo(BirthdayOccasion.within(BirthdayWindow.MONTH));
    }

    @Test
    void aBirthdayOccasionCopiesItsTierWindows() {
        List<BirthdayOccasion.TierWindow> windows =
                new ArrayList<>(List.of(new BirthdayOccasion.TierWindow(VIB, BirthdayWindow.DAY)));
        BirthdayOccasion occasion = new BirthdayOccasion(BirthdayWindow.MONTH, windows, Period.ZERO, null);
        windows.clear();
        assertThat(occasion.tierWindows()).hasSize(1);
        assertThatThrownBy(() -> occasion.tierWindows().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-1D", "P-1M", "P-1Y", "P1Y-1D", "P1M-30D"})
    void aBirthdayOccasionHasNoNegativePeriod(Period period) {
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(() -> MONTH.onFileFor(period), () -> MONTH.purchasedFor(period))) {
            assertThatThrownBy(call)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a period before a claim must not be negative, but was " + period);
        }
    }

    @Test
    void aBirthdayOccasionSpeaksOfTheTiersOfItsWindows() {
        assertThat(MONTH.from(VIB, BirthdayWindow.DAY)
                        .from(ROUGE, BirthdayWindow.DAY)
                        .mentions()
                        .tiers())
                .containsExactly(VIB, ROUGE);
        assertThat(MONTH.mentions().tiers()).isEmpty();
        assertThat(Offer.of("gift", MONTH.from(VIB, BirthdayWindow.DAY), new Item("mug"))
                        .mentions()
                        .tiers())
                .containsExactly(VIB);
    }

    @Test
    @Tag("P3")
    void aBirthdayOccasionDescribesItself() {
        assertThat(MONTH.describe()).isEqualTo("in the month of the birthday");
        assertThat(MONTH.onFileFor(Period.ofDays(1)).describe())
                .isEqualTo("in the month of the birthday, on file for P1D");
        assertThat(MONTH.from(VIB, BirthdayWindow.daysFromIt(7))
                        .from(ROUGE, BirthdayWindow.DAY)
                        .onFileFor(Period.ofDays(30))
                        .purchasedFor(Period.ofMonths(1))
                        .describe())
                .isEqualTo("in the month of the birthday, from vib on for 7 days from the birthday on, from rouge on on"
                        + " the birthday, on file for P30D, with a purchase P1M before");
        assertThat(MONTH.purchasedFor(Period.ZERO).describe())
                .isEqualTo("in the month of the birthday, with a purchase before");
    }

    @Test
    @Tag("F1")
    void aBirthdayOccasionRefusesNull() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> BirthdayOccasion.within(null),
                () -> MONTH.from(null, BirthdayWindow.DAY),
                () -> MONTH.from(VIB, null),
                () -> MONTH.onFileFor(null),
                () -> MONTH.purchasedFor(null),
                () -> new BirthdayOccasion(BirthdayWindow.DAY, null, Period.ZERO, null))) {
            assertThatNullPointerException().isThrownBy(call);
        }
    }
}
