package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.MemberRulesDraft;
import dev.laurel.event.Activity;

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
        Counts.count(on);
        on.account().recordActivity(name, on.event().occurredAt());
        rules.post(on.event().id());
        on.followSums();
    }
}
