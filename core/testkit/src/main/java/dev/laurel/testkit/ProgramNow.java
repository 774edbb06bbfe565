package dev.laurel.testkit;

import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The version of a program by which events are made up, which moves on with them; and how many versions are known by then. */
final class ProgramNow {
    private final Draw draw;
    private final List<LoyaltyProgram> versions;

    /** From when on each of them is known. */
    private final List<Instant> known = new ArrayList<>();

    private LoyaltyProgram program;
    private int count;

    ProgramNow(Draw draw, List<LoyaltyProgram> versions) {
        this.draw = draw;
        this.versions = versions;
        program = versions.get(0);
        Instant last = Instant.MIN;
        for (LoyaltyProgram version : versions) {
            boolean isLate = version != program && draw.chance(35);
            Instant from = isLate ? startOf(version).plusSeconds(86_400L * draw.below(60)) : Instant.MIN;
            last = from.isAfter(last) ? from : last;
            known.add(last);
        }
        count = 1;
        moveTo(Instant.MIN);
    }

    /** When a version that has a date comes into force by it. */
    static Instant startOf(LoyaltyProgram version) {
        LocalDate from = version.inForceFrom();
        return from == null ? Instant.MIN : from.atStartOfDay(version.zone()).toInstant();
    }

    /** Time goes on: what was deployed by then is known. */
    void moveTo(Instant at) {
        if (versions.size() > 1) {
            count = (int) known.stream().filter(from -> !from.isAfter(at)).count();
            List<LoyaltyProgram> inForce = versions.subList(0, count).stream()
                    .filter(version ->
                            version == versions.get(0) || !startOf(version).isAfter(at))
                    .toList();
            // Now and then what another version has is asked for.
            program = draw.chance(90) ? inForce.get(inForce.size() - 1) : draw.pick(versions);
        }
    }

    /** The version by which the next event is made up. */
    LoyaltyProgram program() {
        return program;
    }

    /** All versions, in their order. */
    List<LoyaltyProgram> versions() {
        return versions;
    }

    /** How many of them are known to the service that is given the next event: seldom it is an old one. */
    int known() {
        return count > 1 && draw.chance(4) ? count - 1 : count;
    }

    /** The tiers of all versions, or some if they have none. */
    List<Tier> tiers() {
        Set<Tier> tiers = new LinkedHashSet<>();
        versions.forEach(version -> version.ladders()
                .forEach(
                        ladder -> ladder.steps().stream().map(Ladder.Step::tier).forEach(tiers::add)));
        return tiers.isEmpty() ? RandomLadders.TIERS : List.copyOf(tiers);
    }

    /** The ids of point currencies that events are of. */
    List<String> currencies() {
        boolean hasStamps = versions.stream()
                .anyMatch(version -> version.policyOf(RandomVersions.STAMPS).isPresent());
        return hasStamps ? List.of("points", "points", "status", RandomVersions.STAMPS) : RandomEvent.CURRENCIES;
    }
}
