package dev.laurel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Refusal;
import dev.laurel.ledger.EntryKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds what must hold for every history against many of them. {@code -Dlaurel.histories=100000} runs more of them than the build
 * does, {@code -Dlaurel.seed=42} only the one of this seed.
 */
class SimulatorTest {
    /** As many as fit into two minutes of a small machine. */
    private static final long HISTORIES = Long.getLong("laurel.histories", 2_000);

    private static final Long SEED = Long.getLong("laurel.seed");

    /** From so many histories on, everything that can happen must have happened. */
    private static final long MANY = 1_000;

    /** What a clerk does must happen in one of so many histories, and each kind of sum and of ladder move points or a tier once in so many. */
    private static final long FEWER = 50;

    @Test
    @Tag("D4")
    @Tag("D6")
    @Tag("D7")
    @Tag("T3")
    @Tag("N4")
    @Tag("E2")
    @Tag("E3")
    @Tag("E6")
    @Tag("P2")
    @Tag("L2")
    @Tag("L3")
    @Tag("L5")
    @Tag("L6")
    @Tag("L7")
    @Tag("L8")
    @Tag("L9")
    @Tag("Q1")
    @Tag("Q2")
    @Tag("Q3")
    @Tag("Q4")
    @Tag("Q5")
    @Tag("Q6")
    @Tag("R3")
    @Tag("V2")
    @Tag("V4")
    @Tag("A1")
    @Tag("A5")
    @Tag("X1")
    @Tag("A2")
    @Tag("A3")
    @Tag("G1")
    @Tag("A10")
    @Tag("A6")
    @Tag("G4")
    @Tag("R1")
    @Tag("R4")
    @Tag("V1")
    @Tag("V5")
    @Tag("I1")
    @Tag("I2")
    @Tag("I4")
    @Tag("I5")
    @Tag("I6")
    @Tag("I8")
    @Tag("I9")
    @Tag("I10")
    @Tag("I11")
    @Tag("I16")
    @Tag("I21")
    @Tag("I22")
    @Tag("I26")
    @Tag("K3")
    @Tag("K4")
    @Tag("K5")
    @Tag("K8")
    @Tag("K12")
    @Tag("K13")
    @Tag("K19")
    @Tag("K20")
    @Tag("K26")
    @Tag("K29")
    void everyInvariantHoldsForEveryHistory() {
        Simulator simulator = new Simulator(Simulation.Tested.ENGINE);
        Instant start = Instant.now();
        Optional<Simulator.Report> failure =
                simulator.run(SEED == null ? LongStream.range(0, HISTORIES) : LongStream.of(SEED));
        failure.ifPresent(report -> {
            throw new AssertionError(report.text());
        });
        Tally tally = simulator.tally();
        System.out.println(
                "Simulated in " + Duration.between(start, Instant.now()).toSeconds() + " seconds\n" + tally);
        assertThat(tally.of("histories")).isEqualTo(SEED == null ? HISTORIES : 1);
        if (SEED == null && HISTORIES >= MANY) {
            assertThatAllHappens(tally);
        }
    }

    private static void assertThatAllHappens(Tally tally) {
        // No history is ahead of the clock, and none has promises.
        Set<Class<?>> notOfHistories = Set.of(Refusal.EventTooEarly.class, Refusal.QuoteChanged.class);
        for (Class<?> refusal : Refusal.class.getPermittedSubclasses()) {
            if (notOfHistories.contains(refusal)) {
                continue;
            }
            String kind = refusal.getSimpleName();
            assertThat(tally.of("refused as " + kind)).as(kind).isPositive();
        }
        for (EntryKind kind : EntryKind.values()) {
            assertThat(tally.of("entry " + kind)).as(kind.name()).isPositive();
        }
        for (String special : List.of(
                "expiry suspended",
                "expiry resumed",
                "expiry changed",
                "fell short",
                "paid what fell short",
                "lasts longer",
                "orders left unpaid",
                "benefit of an order",
                "paid with points",
                "paid with foreign points",
                "paid wholly with points",
                "cut by a cap of the program",
                "returned an amount",
                "returned with tax",
                "returned shipping")) {
            assertThat(tally.of("special: " + special)).as(special).isPositive();
        }
        for (String special : List.of(
                "closed with points on hold",
                "closed with a debt",
                "reopened",
                "reopened with a hold",
                "reopened after a hold was over",
                "reopened and paid a debt",
                "reopened too late",
                "erased after a closure",
                "repeated after an erasure",
                "captured in parts",
                "gave back while on hold",
                "cancelled a claim of points",
                "cancelled a claim of an item",
                "opened in the middle",
                "opened with dates",
                "opened with sums",
                "cleared a birthday",
                "adjusted with a date",
                "adjusted to be pending",
                "ended a grant",
                "sent to a stranger",
                "tax included")) {
            long histories = tally.of("histories with special: " + special);
            assertThat(histories * FEWER).as(special).isGreaterThanOrEqualTo(tally.of("histories"));
        }
        for (String change : List.of(
                "nothing but the name",
                "a rule that is gone",
                "a rule that is new",
                "a rate",
                "a cap",
                "a cap of the program",
                "a rule on a member that is gone",
                "a rule on a member that is new",
                "what a rule on a member gives",
                "a cap of a rule on a member",
                "a condition of a rule on a member",
                "a reward that is gone",
                "a reward that is new",
                "a price",
                "an offer that is gone",
                "an offer that is new",
                "a ladder that is new",
                "a ladder that is gone",
                "a tier that is gone",
                "a tier that is new",
                "a goal",
                "the counters of a ladder",
                "the window of a ladder",
                "where a tier falls",
                "from when on a tier is held",
                "what a return does to a tier",
                "how long a tier is kept",
                "a point currency that is gone",
                "a point currency that is new",
                "the tiers that suspend expiry",
                "what becomes of what is missing",
                "how much longer lasts what comes back",
                "transfers",
                "how long returns are accepted",
                "how late events may be",
                "the longest hold",
                "the activities",
                "the birthday of a leap day")) {
            assertThat(tally.of("changed: " + change)).as(change).isPositive();
        }
        for (String sum : List.of(
                "of what is spent",
                "of purchases",
                "of items",
                "of days with a purchase",
                "of different categories",
                "of different SKUs",
                "of points earned",
                "of activities",
                "of a measure of one's own",
                "in a rolling window",
                "in a grid",
                "in dates",
                "in day",
                "in week",
                "in month",
                "in quarter",
                "in year",
                "in membership year",
                "in ever",
                "in since enrollment")) {
            assertThat(tally.of("sum: " + sum) * FEWER).as(sum).isGreaterThanOrEqualTo(tally.of("histories"));
        }
        for (String moved : List.of(
                "rule by steps gave",
                "rule by steps lost",
                "rule of a part that was paid gave",
                "rule of a part that was paid lost",
                "rule since the enrollment gave",
                "rule since the enrollment lost",
                "offer since the enrollment gave",
                "offer after a purchase gave")) {
            assertThat(tally.of(moved)).as(moved).isPositive();
        }
        for (String follows : List.of(
                "activity gave points",
                "activity granted for a period",
                "activity granted until a moment",
                "activity with a value gave points",
                "activity with a value granted for a period",
                "activity with a value granted until a moment",
                "enrollment gave points",
                "enrollment granted for a period",
                "enrollment granted until a moment",
                "enrollment after other events gave points",
                "late gave points",
                "late granted for a period",
                "cap of points of a rule cut",
                "cap of uses of a rule cut",
                "cap of points of the program cut",
                "cap of uses of the program cut",
                "cap in a rolling window cut",
                "cap in a grid cut",
                "cap in dates cut",
                "cap in day cut",
                "cap in week cut",
                "cap in month cut",
                "cap in quarter cut",
                "cap in year cut",
                "cap in membership year cut",
                "cap in ever cut",
                "cap in since enrollment cut",
                "no such value",
                "no use left of a grant",
                "condition not met",
                "points pend",
                "points have a date of their own",
                "prolonged a grant")) {
            assertThat(tally.of("follows: " + follows)).as(follows).isPositive();
        }
        for (String moved : List.of(
                "fall TO_EARNED",
                "fall BY_ONE",
                "fall TO_LOWEST",
                "ladder gone",
                "upgrade AT_ONCE",
                "upgrade NEXT_WINDOW",
                "rolling review",
                "only granted held",
                "two ladders",
                "two ladders at once",
                "goal all",
                "goal any",
                "return lowered one",
                "return lowered one of a rolling ladder",
                "unmoved by returns",
                "kept to the end of a window",
                "kept to the earlier of two",
                "kept with grace",
                "kept for a period",
                "kept for good",
                "grace after a rolling window",
                "measure what is spent moved one",
                "measure purchases moved one",
                "measure items moved one",
                "measure days with a purchase moved one",
                "measure different categories moved one",
                "measure different SKUs moved one",
                "measure points earned moved one",
                "measure a measure of one's own moved one",
                "window a rolling window moved one",
                "window a grid moved one",
                "window day moved one",
                "window week moved one",
                "window month moved one",
                "window quarter moved one",
                "window year moved one",
                "window membership year moved one",
                "window ever moved one",
                "window since enrollment moved one")) {
            assertThat(tally.of("tier: " + moved) * FEWER).as(moved).isGreaterThanOrEqualTo(tally.of("histories"));
        }
        List<String> expiries = List.of("never", "dates", "inactivity", "both");
        for (String from : expiries) {
            for (String to : expiries) {
                String change = "expiry from " + from + " to " + to;
                if (!from.equals("never") || !to.equals("never")) {
                    assertThat(tally.of("changed: " + change)).as(change).isPositive();
                }
            }
        }
        assertThat(tally.of("version: came into force late")).isPositive();
        assertThat(tally.of("version: came into force for a closed account")).isPositive();
        assertThat(tally.of("version: refused as unknown")).isPositive();
        assertThat(tally.of("version: a sum begins again")).isPositive();
        assertThat(tally.sumOf("event", "accepted")).isGreaterThan(tally.sumOf("event", "refused"));
        assertThat(tally.sumOf("event", "repeated")).isPositive();
    }
}
