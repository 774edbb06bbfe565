package dev.laurel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E4")
class MilestonesTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aCustomerOfWhomNothingHasHappenedHasNoMilestones() {
        assertThat(Milestones.NONE).isEqualTo(new Milestones(null, null, null, null, null, null, null, null, null));
    }

    @Test
    void copiesOfMilestonesChangeOneThingEachAndLeaveTheOriginalAsItWas() {
        Milestones opened = Milestones.NONE.withOpened(AT).withGiven(AT.minusSeconds(1));
        Milestones enrolled = opened.withEnrolled(AT.plusSeconds(1), "c-9");
        Milestones all = enrolled.withFirstPurchase(AT.plusSeconds(2)).withBirthdayOnFile(AT.plusSeconds(3));
        assertThat(all)
                .isEqualTo(new Milestones(
                        AT,
                        AT.minusSeconds(1),
                        AT.plusSeconds(1),
                        "c-9",
                        AT.plusSeconds(2),
                        AT.plusSeconds(3),
                        null,
                        null,
                        null))
                .isEqualTo(all.withOpened(AT)
                        .withEnrolled(AT.plusSeconds(1), "c-9")
                        .withFirstPurchase(AT.plusSeconds(2)));
        assertThat(all.withBirthdayOnFile(null))
                .isEqualTo(new Milestones(
                        AT, AT.minusSeconds(1), AT.plusSeconds(1), "c-9", AT.plusSeconds(2), null, null, null, null));
        assertThat(opened.withEnrolled(AT, null).referrer()).isNull();
        assertThat(all.withBroughtOver(AT.plusSeconds(4)).withClosed(AT).withErased(AT.plusSeconds(9)))
                .isEqualTo(new Milestones(
                        AT,
                        AT.minusSeconds(1),
                        AT.plusSeconds(1),
                        null,
                        AT.plusSeconds(2),
                        null,
                        AT.plusSeconds(4),
                        AT,
                        AT.plusSeconds(9)));
        assertThat(all.withClosed(AT).withClosed(null)).isEqualTo(all);
        assertThat(Milestones.NONE.opened()).isNull();
        assertThat(opened).isEqualTo(new Milestones(AT, AT.minusSeconds(1), null, null, null, null, null, null, null));
    }

    @Test
    @Tag("T3")
    void theLatestDateOfWhatTheHostGaveIsAMilestoneThatNeverGoesBack() {
        Milestones given = Milestones.NONE.withGiven(AT);
        assertThat(given.latest()).isEqualTo(AT);
        assertThat(given.withGiven(AT.plusSeconds(1)).latest()).isEqualTo(AT.plusSeconds(1));
        assertThat(given.withGiven(AT.minusSeconds(1))).isEqualTo(given);
        assertThat(given.withGiven(AT)).isEqualTo(given);
        assertThat(Milestones.NONE.latest()).isNull();
    }
}
