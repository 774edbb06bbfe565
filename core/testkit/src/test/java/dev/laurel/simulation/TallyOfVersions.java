package dev.laurel.simulation;

import dev.laurel.account.Account;
import dev.laurel.account.VersionInForce;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.Sum;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.Rule;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What changed of a program while accounts lived under it. */
final class TallyOfVersions {
    private final LoyaltyProgram before;
    private final LoyaltyProgram after;
    private final List<String> changes = new ArrayList<>();

    private TallyOfVersions(LoyaltyProgram before, LoyaltyProgram after) {
        this.before = before;
        this.after = after;
    }

    /** Counts the changes that came into force for an account. */
    static void count(Account before, Account now, List<LoyaltyProgram> versions, Tally tally) {
        List<VersionInForce> inForce = now.versions();
        for (int i = Math.max(1, before.versions().size()); i < inForce.size(); i++) {
            TallyOfVersions changed =
                    new TallyOfVersions(of(inForce.get(i - 1), versions), of(inForce.get(i), versions));
            changed.find();
            changed.changes.forEach(change -> tally.count("changed: " + change));
            countSums(inForce, i, now, versions, tally);
            boolean isLate = !inForce.get(i).since().equals(PlainVersions.startOf(changed.after));
            tally.count("version: came into force" + (isLate ? " late" : ""));
            if (now.isClosed()) {
                tally.count("version: came into force for a closed account");
            }
        }
    }

    private static void countSums(
            List<VersionInForce> inForce, int i, Account now, List<LoyaltyProgram> versions, Tally tally) {
        for (String sum : inForce.get(i).begun()) {
            boolean isAgain = inForce.subList(0, i).stream()
                    .anyMatch(earlier -> PlainCounts.sumsOf(of(earlier, versions)).stream()
                            .anyMatch(other -> other.id().equals(sum)));
            if (isAgain) {
                tally.count("version: a sum begins again");
                if (!now.counter(sum).isEmpty()) {
                    tally.count("version: a sum begins again of which something was counted");
                }
            }
        }
    }

    private static LoyaltyProgram of(VersionInForce version, List<LoyaltyProgram> versions) {
        return versions.stream()
                .filter(program -> program.version().equals(version.version()))
                .findFirst()
                .orElseThrow();
    }

    private void note(boolean isChanged, String change) {
        if (isChanged) {
            changes.add(change);
        }
    }

    private void find() {
        findRules();
        findOfferings();
        findLadders();
        findPoints();
        note(!before.returnPeriod().equals(after.returnPeriod()), "how long returns are accepted");
        note(!before.lateLimit().equals(after.lateLimit()), "how late events may be");
        note(!before.activities().equals(after.activities()), "the activities");
        note(!before.longestHold().equals(after.longestHold()), "the longest hold");
        note(before.leapDay() != after.leapDay(), "the birthday of a leap day");
        note(changes.isEmpty(), "nothing but the name");
    }

    private void findRules() {
        compare(before.rules(), after.rules(), Rule::id, "a rule");
        findRulesOnMember();
        note(!before.caps().equals(after.caps()), "a cap of the program");
        for (PurchaseRule rule : before.purchaseRules()) {
            after.purchaseRules().stream()
                    .filter(other -> other.id().equals(rule.id()))
                    .findFirst()
                    .ifPresent(other -> {
                        note(!other.effect().describe().equals(rule.effect().describe()), "a rate");
                        note(!other.caps().equals(rule.caps()), "a cap");
                    });
        }
    }

    private void findRulesOnMember() {
        compare(before.memberRules(), after.memberRules(), Rule::id, "a rule on a member");
        for (MemberRule rule : before.memberRules()) {
            after.memberRules().stream()
                    .filter(other -> other.id().equals(rule.id()))
                    .findFirst()
                    .ifPresent(other -> {
                        note(!other.effect().equals(rule.effect()), "what a rule on a member gives");
                        note(!other.caps().equals(rule.caps()), "a cap of a rule on a member");
                        note(!other.conditions().equals(rule.conditions()), "a condition of a rule on a member");
                    });
        }
    }

    private void findOfferings() {
        compare(before.rewards(), after.rewards(), reward -> reward.id(), "a reward");
        compare(before.offers(), after.offers(), offer -> offer.id(), "an offer");
        note(
                before.rewards().stream()
                        .anyMatch(reward -> after.reward(reward.id())
                                .map(other -> !other.price().equals(reward.price()))
                                .orElse(false)),
                "a price");
    }

    private <T> void compare(List<T> then, List<T> now, Function<T, String> id, String what) {
        Set<String> idsThen = then.stream().map(id).collect(Collectors.toSet());
        Set<String> idsNow = now.stream().map(id).collect(Collectors.toSet());
        note(!idsNow.containsAll(idsThen), what + " that is gone");
        note(!idsThen.containsAll(idsNow), what + " that is new");
    }

    private void findLadders() {
        compare(before.ladders(), after.ladders(), Ladder::id, "a ladder");
        for (Ladder then : before.ladders()) {
            after.ladder(then.id()).ifPresent(now -> find(then, now));
        }
    }

    private void find(Ladder then, Ladder now) {
        compare(then.steps(), now.steps(), step -> step.tier().id(), "a tier");
        note(!then.window().equals(now.window()), "the window of a ladder");
        note(!countersOf(then).equals(countersOf(now)), "the counters of a ladder");
        note(!then.kept().equals(now.kept()), "how long a tier is kept");
        note(then.fall() != now.fall(), "where a tier falls");
        note(then.upgrade() != now.upgrade(), "from when on a tier is held");
        note(then.afterReturn() != now.afterReturn(), "what a return does to a tier");
        note(then.steps().stream().anyMatch(step -> isReachedOtherwise(step, now)), "a goal");
    }

    private static Set<Counter<?>> countersOf(Ladder ladder) {
        return ladder.sums().stream().map(Sum::counter).collect(Collectors.toSet());
    }

    private static boolean isReachedOtherwise(Ladder.Step step, Ladder now) {
        return now.steps().stream()
                .anyMatch(other -> other.tier().equals(step.tier()) && !Objects.equals(other.goal(), step.goal()));
    }

    private void findPoints() {
        compare(before.points(), after.points(), policy -> policy.currency().id(), "a point currency");
        for (PointPolicy then : before.allPoints()) {
            PointPolicy now = after.policyOf(then.currency().id()).orElseThrow();
            note(
                    !then.expiry().equals(now.expiry()),
                    "expiry from " + kindOf(then.expiry()) + " to " + kindOf(now.expiry()));
            note(!then.terms().suspending().equals(now.terms().suspending()), "the tiers that suspend expiry");
            note(then.shortfall() != now.shortfall(), "what becomes of what is missing");
            note(!Objects.equals(then.transferAge(), now.transferAge()), "transfers");
            note(!then.extension().equals(now.extension()), "how much longer lasts what comes back");
        }
    }

    private static String kindOf(Expiry expiry) {
        boolean isDated = !expiry.date().equals(Moment.never());
        return expiry.inactivity() == null ? isDated ? "dates" : "never" : isDated ? "both" : "inactivity";
    }
}
