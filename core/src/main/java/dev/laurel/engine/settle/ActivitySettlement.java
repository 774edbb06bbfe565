package dev.laurel.engine.settle;

import dev.laurel.account.Account;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.FactsOfMember;
import dev.laurel.engine.draft.MemberRulesDraft;
import dev.laurel.engine.plan.MemberRules;
import dev.laurel.engine.plan.PlannedMemberRule;
import dev.laurel.engine.plan.Versions;
import dev.laurel.event.Activity;
import dev.laurel.id.Identifiers;
import dev.laurel.occasion.ActivityWith;
import dev.laurel.rule.MemberRule;
import java.util.List;

/** An activity of the host's own: it is counted, can earn and lift a tier, and keeps points alive where the program says so. */
final class ActivitySettlement implements Settlement<Activity> {
    @Override
    public void settle(Evaluation<Activity> on) {
        String name = on.event().name();
        if (!on.judgingPlan().program().knowsActivity(name)
                && !on.plan().program().knowsActivity(name)) {
            throw on.refuse(new Refusal.UnknownActivity(name));
        }
        MemberRulesDraft rules = on.asked(
                on.judgingPlan().memberRules().onActivity(name, on.event().attributes()));
        on.expectSums();
        Counts.count(on);
        on.account().recordActivity(name, on.event().occurredAt());
        rules.post(on.event().id());
        on.followSums();
    }

    @Override
    public Explanation explain(Versions versions, Account before, Activity event) {
        AccountDraft draft = AccountDraft.of(versions, before, event.occurredAt());
        draft.catchUp(event.occurredAt());
        MemberRules rules = draft.judgingPlan().memberRules();
        List<PlannedMemberRule> onIt = rules.onActivity(event.name(), event.attributes());
        return asked(draft, onIt, event)
                .explained(rules.onActivity(event.name()).stream()
                        .filter(rule -> !onIt.contains(rule))
                        .map(rule -> withoutValue(rule.rule(), event))
                        .toList());
    }

    private static MemberRulesDraft asked(AccountDraft draft, List<PlannedMemberRule> rules, Activity event) {
        return new MemberRulesDraft(draft, draft.judgingPlan(), new FactsOfMember(draft, event.occurredAt()))
                .ask(rules);
    }

    /** The value that was found may be personal. */
    private static RuleOutcome.NotApplied withoutValue(MemberRule rule, Activity event) {
        String attribute = ((ActivityWith) rule.occasion()).attribute();
        String found = event.attributes().containsKey(attribute) ? "another value" : "no value";
        String required = rule.occasion().describe();
        return new RuleOutcome.NotApplied(
                rule.id(), required, found + " of " + Identifiers.quoted(attribute), required);
    }
}
