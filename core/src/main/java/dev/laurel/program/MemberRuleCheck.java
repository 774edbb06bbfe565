package dev.laurel.program;

import dev.laurel.ledger.Points;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.PurchaseMeasure;
import dev.laurel.occasion.SumEach;
import dev.laurel.occasion.SumOccasion;
import dev.laurel.occasion.SumRun;
import dev.laurel.occasion.TierReached;
import dev.laurel.rule.MemberEffect;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PointCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
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
        checkOccasion();
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

    private void checkOccasion() {
        boolean canBeTakenBack = rule.points().isPresent() && rule.occasion() instanceof TierReached;
        if (rule.occasion() instanceof SumOccasion on) {
            checkSum(on);
            canBeTakenBack = rule.points().isPresent() && on.canFall();
        } else if (rule.occasion() instanceof TierReached on) {
            checkReached(on.tier());
        }
        if (rule.keepsWhatIsAvailable() && !canBeTakenBack) {
            problem("keeps what is available, but nothing of it is ever taken back", "leave that out");
        }
    }

    private void checkSum(SumOccasion on) {
        Window window = on.sum().window();
        if (window instanceof Window.Rolling) {
            problem(
                    "is on a sum over a period that ends anew each day, so nobody can say what was given for it before",
                    "ask for a window that begins and ends, or for EVER");
        } else if (on instanceof SumRun && (!(window instanceof BoundedWindow) || window instanceof Dates)) {
            problem(
                    "is on windows in a row of a kind that comes once",
                    "ask for windows that come again, such as WEEK");
        }
        if (on instanceof SumEach each) {
            if (each.sum().counter() instanceof PurchaseCounter<?> counter
                    && counter.measure() instanceof PurchaseMeasure.Distinct) {
                problem(
                        "is on each full number of different values, of which an account would keep any number",
                        "ask for a number that they reach");
            }
            if (rule.points().isEmpty()) {
                problem("grants a tier for each full amount of a sum", "grant it when the sum reaches an amount");
            }
        }
    }

    private void checkReached(Tier tier) {
        Ladder ladder = program.ladderOf(tier);
        if (ladder != null && ladder.steps().get(ladder.rankOf(tier)).goal() == null) {
            problem(
                    "is on reaching tier '" + tier.id() + "', which nobody reaches by what they do",
                    "name a tier that has a goal");
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
