package dev.laurel.program;

import dev.laurel.ledger.Points;
import dev.laurel.rule.MemberEffect;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PointCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.Moment;
import java.util.List;

/** Finds what is wrong with a rule on a member. */
final class MemberRuleCheck {
    private final LoyaltyProgram.Builder program;
    private final MemberRule rule;
    private final String where;
    private final List<ProgramProblem> problems;

    MemberRuleCheck(LoyaltyProgram.Builder program, MemberRule rule, List<ProgramProblem> problems) {
        this.program = program;
        this.rule = rule;
        this.problems = problems;
        where = "rule '" + rule.id() + "'";
    }

    private void problem(String wrong, String remedy) {
        problems.add(new ProgramProblem(where, wrong, remedy));
    }

    void check() {
        if (rule.points().isPresent()) {
            new AvailabilityCheck(program, where, problems)
                    .check(
                            rule.points().map(Points::currency).orElse(null),
                            rule.available().orElse(null),
                            rule.expiry().orElse(null));
        } else if (rule.available().isPresent() || rule.expiry().isPresent()) {
            problem("says when its points can be spent or expire, but earns none", "leave that out");
        }
        if (rule.effect() instanceof MemberEffect.GrantsFor grants) {
            checkTier(grants.tier());
            if (!ProgramCheck.isPositive(grants.period()) || ProgramCheck.isVast(grants.period())) {
                problem("grants a tier for " + grants.period(), "give a positive period of at most 1000 years");
            }
        } else if (rule.effect() instanceof MemberEffect.GrantsUntil grants) {
            checkTier(grants.tier());
            if (grants.until() instanceof Moment.Never) {
                problem("grants a tier that never ends", "give the moment at which it ends");
            } else {
                new TimeCheck(where, problems).check(grants.until(), "grants a tier until");
            }
        }
    }

    private void checkTier(Tier tier) {
        Ladder ladder = program.ladderOf(tier);
        if (ladder != null && ladder.rankOf(tier) == 0) {
            problem("grants tier '" + tier.id() + "', with which everybody begins", "grant a higher one");
        }
        if (rule.caps().stream().anyMatch(PointCap.class::isInstance)) {
            problem("has a cap of points, but earns none", "cap its uses");
        }
    }
}
