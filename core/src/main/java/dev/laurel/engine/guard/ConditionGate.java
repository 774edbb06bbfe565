package dev.laurel.engine.guard;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.decision.Refusal;
import java.util.List;
import java.util.function.Supplier;

/** Refuses what conditions do not allow. */
public final class ConditionGate {
    private final String id;
    private final String what;

    /**
     * A gate before something.
     *
     * @param id the id of the reward or offer, by which a failure of a condition is told
     * @param what it, as messages name it
     */
    public ConditionGate(String id, String what) {
        this.id = id;
        this.what = what;
    }

    public void requireAll(List<Condition> conditions, Facts facts) {
        for (Condition condition : conditions) {
            require(condition, facts);
        }
    }

    public void require(Condition condition, Facts facts) {
        requireMet(condition, () -> condition.check(facts));
    }

    public void require(PurchaseCondition condition, PurchaseFacts facts) {
        requireMet(condition, () -> condition.check(facts));
    }

    private void requireMet(PurchaseCondition condition, Supplier<Finding> check) {
        Finding finding = RuleGuard.<Finding>ask(id, "condition", check);
        if (!finding.met()) {
            throw unmet(RuleGuard.ask(id, "description", condition::describe), finding);
        }
    }

    public void require(String condition, Finding finding) {
        if (!finding.met()) {
            throw unmet(condition, finding);
        }
    }

    private RefusedSignal unmet(String condition, Finding finding) {
        String found = RuleGuard.ask(id, "finding", finding::found);
        String required = RuleGuard.ask(id, "finding", finding::required);
        return new RefusedSignal(new Refusal.ConditionNotMet(what, condition, found, required));
    }
}
