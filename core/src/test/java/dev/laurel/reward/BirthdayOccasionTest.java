package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.tier.Tier;
import dev.laurel.time.Moment;
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
    private static final BirthdayOccasion MONTH = BirthdayOccasion.onTheDay().open(Opening.inItsMonth());

    @Test
    void aBirthdayOccasionNeedsABirthdayOnFileAndNothingElseUnlessSaid() {
        assertThat(MONTH).isEqualTo(new BirthdayOccasion(Opening.inItsMonth(), List.of(), Period.ZERO, null));
    }

    @Test
    void aBirthdayOccasionChangesOneThingInEachCopyAndStaysAsItWas() {
        Opening week = Opening.until(Moment.after(Period.ofDays(7)));
        BirthdayOccasion full = MONTH.from(VIB, week)
                .knownFor(Period.ofDays(1))
                .from(ROUGE, Opening.until(Moment.after(Period.ofDays(1))))
                .purchasedFor(Period.ofMonths(2));
        assertThat(full)
                .isEqualTo(new BirthdayOccasion(
                        Opening.inItsMonth(),
                        List.of(
                                new BirthdayOccasion.TierOpening(VIB, week),
                                new BirthdayOccasion.TierOpening(ROUGE, Opening.until(Moment.after(Period.ofDays(1))))),
                        Period.ofDays(1),
                        Period.ofMonths(2)))
                .isEqualTo(full.knownFor(Period.ofDays(1)).purchasedFor(Period.ofMonths(2)));
        assertThat(MONTH).isEqualTo(BirthdayOccasion.onTheDay().open(Opening.inItsMonth()));
    }

    @Test
    void aBirthdayOccasionCopiesItsTierOpenings() {
        List<BirthdayOccasion.TierOpening> windows = new ArrayList<>(
                List.of(new BirthdayOccasion.TierOpening(VIB, Opening.until(Moment.after(Period.ofDays(1))))));
        BirthdayOccasion occasion = new BirthdayOccasion(Opening.inItsMonth(), windows, Period.ZERO, null);
        windows.clear();
        assertThat(occasion.tierOpenings()).hasSize(1);
        assertThatThrownBy(() -> occasion.tierOpenings().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-1D", "P-1M", "P-1Y", "P1Y-1D", "P1M-30D"})
    void aBirthdayOccasionHasNoNegativePeriod(Period period) {
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(() -> MONTH.knownFor(period), () -> MONTH.purchasedFor(period))) {
            assertThatThrownBy(call)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a period before a claim must not be negative, but was " + period);
        }
    }

    @Test
    void aBirthdayOccasionSpeaksOfTheTiersOfItsWindows() {
        assertThat(MONTH.from(VIB, Opening.until(Moment.after(Period.ofDays(1))))
                        .from(ROUGE, Opening.until(Moment.after(Period.ofDays(1))))
                        .mentions()
                        .tiers())
                .containsExactly(VIB, ROUGE);
        assertThat(MONTH.mentions().tiers()).isEmpty();
        assertThat(Offer.of("gift", MONTH.from(VIB, Opening.until(Moment.after(Period.ofDays(1)))), new Item("mug"))
                        .mentions()
                        .tiers())
                .containsExactly(VIB);
    }

    @Test
    @Tag("P3")
    void aBirthdayOccasionDescribesItself() {
        assertThat(MONTH.describe()).isEqualTo("in the month of the birthday");
        assertThat(MONTH.knownFor(Period.ofDays(1)).describe())
                .isEqualTo("in the month of the birthday, on file for P1D");
        assertThat(MONTH.from(VIB, Opening.until(Moment.after(Period.ofDays(7))))
                        .from(ROUGE, Opening.until(Moment.after(Period.ofDays(1))))
                        .knownFor(Period.ofDays(30))
                        .purchasedFor(Period.ofMonths(1))
                        .describe())
                .isEqualTo("in the month of the birthday, from vib on for P7D from the birthday on, from rouge on"
                        + " for P1D from the birthday on, on file for P30D, with a purchase P1M before");
    }

    @Test
    void aBirthdayOccasionAsksForNoPurchaseZeroDaysBefore() {
        assertThatThrownBy(() -> MONTH.purchasedFor(Period.ZERO))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a purchase must have been made some time before; that there was one at all is a condition on"
                                + " the sum of a counter");
    }

    @Test
    @Tag("F1")
    void aBirthdayOccasionRefusesNull() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> BirthdayOccasion.onTheDay().open(null),
                () -> MONTH.from(null, Opening.until(Moment.after(Period.ofDays(1)))),
                () -> MONTH.from(VIB, null),
                () -> MONTH.knownFor(null),
                () -> MONTH.purchasedFor(null),
                () -> new BirthdayOccasion(Opening.until(Moment.after(Period.ofDays(1))), null, Period.ZERO, null))) {
            assertThatNullPointerException().isThrownBy(call);
        }
    }
}
