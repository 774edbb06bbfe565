package dev.laurel.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.Customer;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E4")
class MilestonesTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private static Account account(Milestones milestones) {
        return Account.of(
                "program",
                List.of(),
                Customer.of("c-1"),
                AT,
                milestones,
                0,
                0,
                List.of(Wallet.none("points")),
                List.of(),
                List.of(),
                Map.of(),
                Map.of());
    }

    @Test
    void aCustomerOfWhomNothingHasHappenedHasNoMilestones() {
        assertThat(Milestones.NONE)
                .isEqualTo(new Milestones(null, null, null, null, null, null, null, null, null, null));
        assertThat(account(Milestones.NONE).milestones()).isEqualTo(Milestones.NONE);
    }

    @Test
    void anAccountTellsTheMilestonesThatItWasMadeOfEachInItsPlace() {
        Milestones all = new Milestones(
                AT,
                AT.minusSeconds(1),
                AT.plusSeconds(1),
                "c-9",
                AT.plusSeconds(2),
                AT.plusSeconds(3),
                AT.plusSeconds(4),
                AT.plusSeconds(5),
                AT.plusSeconds(6),
                AT.plusSeconds(7));
        assertThat(account(all).milestones()).isEqualTo(all);
    }

    @Test
    void anAccountTellsTheFirstAndTheLastInstantThatThereCanBe() {
        Milestones edges = new Milestones(
                Timestamps.MIN, Timestamps.MAX, Timestamps.MIN, null, null, null, null, null, null, null);
        assertThat(account(edges).milestones()).isEqualTo(edges);
    }
}
