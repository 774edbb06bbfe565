package dev.laurel.program;

import dev.laurel.id.Identifiers;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.tier.Tier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what is wrong with what a program says of the things that it no longer has. */
final class RetiredCheck {
    private final LoyaltyProgram.Builder program;
    private final List<ProgramProblem> problems;

    RetiredCheck(LoyaltyProgram.Builder program, List<ProgramProblem> problems) {
        this.program = program;
        this.problems = problems;
    }

    void check() {
        Set<PointCurrency> points = new HashSet<>();
        for (PointPolicy policy : program.retired.points()) {
            String where = "point currency '" + policy.currency().id() + "'";
            requireGone(
                    where,
                    program.points.stream().anyMatch(other -> other.currency().equals(policy.currency())));
            if (!points.add(policy.currency())) {
                problem(where, "is retired twice", "retire it once");
            }
        }
        checkTiers();
        program.retired
                .ladders()
                .forEach(id -> checkId(
                        "ladder '" + id + "'",
                        id,
                        program.ladders.stream().anyMatch(ladder -> ladder.id().equals(id))));
        program.retired
                .rewards()
                .forEach(id -> checkId(
                        "reward '" + id + "'",
                        id,
                        program.rewards.stream().anyMatch(reward -> reward.id().equals(id))));
        program.retired
                .offers()
                .forEach(id -> checkId(
                        "offer '" + id + "'",
                        id,
                        program.offers.stream().anyMatch(offer -> offer.id().equals(id))));
    }

    private void checkTiers() {
        Set<Tier> tiers = new HashSet<>();
        Predicate<Tier> isThere = tier -> program.ladderOf(tier) != null;
        for (Retired.RetiredTier retired : program.retired.tiers()) {
            String where = "tier '" + retired.tier().id() + "'";
            requireGone(where, isThere.test(retired.tier()));
            if (!tiers.add(retired.tier())) {
                problem(where, "is retired twice", "retire it once");
            }
            if (!isThere.test(retired.standsOn())) {
                problem(
                        where,
                        "leaves its members on tier '" + retired.standsOn().id() + "', which the program does not have",
                        "name a tier of the program");
            }
        }
    }

    private void checkId(String where, String id, boolean isThere) {
        try {
            Identifiers.declaredId("id", id);
        } catch (IllegalArgumentException e) {
            problem(where, String.valueOf(e.getMessage()), "retire what an earlier version had");
        }
        requireGone(where, isThere);
    }

    private void requireGone(String where, boolean isThere) {
        if (isThere) {
            problem(where, "is both declared and retired", "declare it or retire it");
        }
    }

    private void problem(String where, String wrong, String remedy) {
        problems.add(new ProgramProblem(where, wrong, remedy));
    }
}
