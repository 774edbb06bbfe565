package dev.laurel.simulation;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Reduction;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.event.Activity;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.EntryKind;
import dev.laurel.occasion.ActivityWith;
import dev.laurel.occasion.Occasion;
import dev.laurel.occasion.Occasions;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Cap;
import dev.laurel.rule.MemberEffect;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Standings;
import dev.laurel.tier.TierStanding;
import java.util.List;
import java.util.function.Function;

/** On which occasion rules gave points or granted a tier, which caps cut them, and why others gave nothing. */
final class TallyOfMemberRules {
    private final Decision decision;
    private final List<MemberRule> rules;
    private final Tally tally;

    private TallyOfMemberRules(Decision decision, List<MemberRule> rules, Tally tally) {
        this.decision = decision;
        this.rules = rules;
        this.tally = tally;
    }

    /** Counts what followed from an activity or an enrollment that was accepted. */
    static void count(Account before, Decision decision, List<LoyaltyProgram> versions, Tally tally) {
        LoyaltyEvent event = decision.event();
        boolean isOccasion = event instanceof Activity || event instanceof Enrollment;
        if (decision.isAccepted() && isOccasion) {
            List<MemberRule> rules = versions.stream()
                    .flatMap(version -> version.memberRules().stream())
                    .toList();
            new TallyOfMemberRules(decision, rules, tally).count(before);
        }
    }

    private void note(String what) {
        tally.count("follows: " + what);
    }

    private void count(Account before) {
        boolean isLate = decision.event().occurredAt().isBefore(before.asOf());
        for (RuleOutcome.Followed followed : decision.explanation().followed()) {
            String effect = nameOf(followed.effect());
            note(occasionOf(followed.rule()) + " " + effect);
            if (isLate) {
                note("late " + effect);
            }
            if (decision.event() instanceof Enrollment && before.isOpen()) {
                note("enrollment after other events " + effect);
            }
            followed.reductions().forEach(this::count);
        }
        decision.explanation().notApplied().forEach(this::count);
        countPoints();
        if (prolongs(before)) {
            note("prolonged a grant");
        }
    }

    private void count(Reduction reduction) {
        if (reduction instanceof Reduction.ByCap by) {
            note(nameOf(by.cap()) + " of a rule cut");
            if (by.cap().window() != null) {
                note("cap in " + TallyOfSums.kindOf(by.cap().window()) + " cut");
            }
        } else if (reduction instanceof Reduction.ByCapOfProgram by) {
            note(nameOf(by.cap()) + " of the program cut");
        }
    }

    private static String nameOf(Cap cap) {
        return "cap of " + (cap instanceof UseCap ? "uses" : "points");
    }

    private void count(RuleOutcome.NotApplied outcome) {
        if (outcome.found().endsWith("which are retired")) {
            note("no points that are retired");
        } else if (outcome.found().contains(" value of ")) {
            note("no such value");
        } else if (outcome.found().equals("no use left")) {
            note("no use left of a grant");
        } else {
            note("condition not met");
        }
    }

    private void countPoints() {
        decision.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.EARN)
                .forEach(entry -> {
                    if (entry.available() != null && entry.available().isAfter(entry.effective())) {
                        note("points pend");
                    }
                    if (has(entry.source(), rule -> rule.expiry().isPresent())) {
                        note("points have a date of their own");
                    }
                });
    }

    private boolean has(String id, Function<MemberRule, Boolean> property) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(property)
                .orElse(false);
    }

    private String occasionOf(String id) {
        Occasion occasion = rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow()
                .occasion();
        return occasion instanceof Occasions.Enrolling
                ? "enrollment"
                : occasion instanceof ActivityWith ? "activity with a value" : "activity";
    }

    private static String nameOf(MemberEffect effect) {
        return effect instanceof MemberEffect.Earns
                ? "gave points"
                : effect instanceof MemberEffect.GrantsFor ? "granted for a period" : "granted until a moment";
    }

    /** Whether a grant that ran is longer now. */
    private boolean prolongs(Account before) {
        for (Standings now : decision.account().standings()) {
            for (TierStanding grant : now.grants()) {
                boolean isLonger = before.standings().stream()
                        .filter(then -> then.ladder().equals(now.ladder()))
                        .flatMap(then -> then.grants().stream())
                        .anyMatch(then -> then.tier().equals(grant.tier())
                                && then.until() != null
                                && grant.until() != null
                                && then.until().isBefore(grant.until())
                                && then.until().isAfter(decision.event().occurredAt()));
                if (isLonger) {
                    return true;
                }
            }
        }
        return false;
    }
}
