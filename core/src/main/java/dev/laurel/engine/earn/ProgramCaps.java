package dev.laurel.engine.earn;

import dev.laurel.decision.Reduction;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.event.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The caps of a program on what all its rules award together for a purchase. They come after the caps of the rules. */
final class ProgramCaps {
    private final AccountDraft account;
    private final Plan plan;
    private final Purchase purchase;
    private final List<Award> awards;

    ProgramCaps(AccountDraft account, Plan plan, Purchase purchase, List<Award> awards) {
        this.account = account;
        this.plan = plan;
        this.purchase = purchase;
        this.awards = awards;
    }

    private Instant at() {
        return purchase.occurredAt();
    }

    /** Trims what is over from the rules with the highest ids. */
    void apply() {
        for (PlannedCap cap : plan.caps()) {
            long allowed = account.counters().allowed(cap, at());
            if (allowed < Long.MAX_VALUE) {
                trim(cap, allowed);
            }
        }
    }

    /** From the lowest id on each rule is left what those before it leave, so no sum of points can be too large. */
    private void trim(PlannedCap cap, long allowed) {
        long left = allowed;
        for (Share share : byRule(cap)) {
            long points = share.award.points(share.part);
            long kept = Math.min(points, left);
            left -= kept;
            if (kept < points) {
                String program = plan.program().id();
                Reduction.ByCapOfProgram reduction = new Reduction.ByCapOfProgram(program, cap.cap(), points - kept);
                share.award.cut(purchase.basket().lines(), share.part, reduction);
            }
        }
    }

    private List<Share> byRule(PlannedCap cap) {
        List<Share> shares = new ArrayList<>();
        for (Award award : awards) {
            for (int part = 0; cap.isOn(award.currency()) && part < award.size(); part++) {
                shares.add(new Share(award, part));
            }
        }
        shares.sort(Comparator.comparing(Share::rule));
        return shares;
    }

    /** Uses them up by what is awarded in the end. */
    void count() {
        for (PlannedCap cap : plan.caps()) {
            long points = 0;
            for (Award award : awards) {
                points = cap.isOn(award.currency()) ? Math.addExact(points, award.points()) : points;
            }
            if (points > 0) {
                account.counters().count(cap, at(), cap.isOfUses() ? 1 : points);
            }
        }
    }

    /** What a rule contributes to an award. */
    private record Share(Award award, int part) {
        String rule() {
            return award.rule(part).id();
        }
    }
}
