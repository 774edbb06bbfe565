package dev.laurel.engine.earn;

import dev.laurel.account.Account;
import dev.laurel.decision.Explanation;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.FactsOfPurchase;
import dev.laurel.engine.plan.Candidates;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.money.Ratio;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a purchase earns: which rules apply, what each proposes, and how multipliers, rounding and caps settle it. */
public final class Earning {
    private final AccountDraft account;
    private final Instant occurredAt;
    private final Basket basket;
    private final int tierRank;
    private final FactsOfPurchase facts;
    private final Ratio paidInMoney;
    private final int[] countingLines;
    private final RuleMatcher matcher;
    private final Candidates candidates;
    private final List<Match> matches;
    private final List<Award> awards;

    /** Finds the rules that apply to a purchase by the state of the account before it. */
    public Earning(AccountDraft account, Purchase purchase, CoveredOrder covered) {
        this.account = account;
        occurredAt = purchase.occurredAt();
        basket = purchase.basket();
        Plan plan = account.plan();
        paidInMoney = covered.paidInMoney();
        countingLines = covered.countingLines();
        facts = new FactsOfPurchase(account, occurredAt, covered.basket());
        matcher = new RuleMatcher(plan, facts, basket.lines(), earningLines());
        TierLadder ladder = plan.ladder();
        TierStanding held = account.held();
        tierRank = ladder == null || held == null ? 0 : ladder.rankOf(held.tier());
        candidates = plan.candidates(basket.lines(), occurredAt, tierRank);
        matches = matcher.matches(candidates);
        awards = settled();
    }

    /** What became of each rule for a purchase that was accepted. */
    public static Explanation explained(Plan plan, Account before, Purchase purchase) {
        AccountDraft draft = new AccountDraft(plan, before);
        draft.catchUp(purchase.occurredAt());
        Earning earning = new Earning(draft, purchase, new CoveredOrder(plan, purchase.basket()));
        return new ExplainedPurchase(
                        plan,
                        purchase,
                        earning.tierRank,
                        earning.paidInMoney,
                        earning.matcher,
                        earning.candidates,
                        earning.matches,
                        earning.awards)
                .explanation();
    }

    /** The part of each line that was not paid with points, and so earns and qualifies. */
    public Ratio paidInMoney() {
        return paidInMoney;
    }

    /** The indexes of the lines that the program covers and that cost something, ascending. */
    public int[] countingLines() {
        return countingLines;
    }

    private int[] earningLines() {
        return CoveredOrder.earningLines(countingLines, paidInMoney);
    }

    /** Whether the purchase counts: something that the program covers was paid in money. */
    public boolean counts() {
        return earningLines().length > 0;
    }

    /** What the earning rules with their multipliers award, by the id of the rule. */
    public List<Award> awards() {
        return awards;
    }

    private List<Award> settled() {
        List<Award> settled = new ArrayList<>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            Match base = matches.get(i);
            if (base.rule().multiplied() == null) {
                Award award = Award.of(facts, basket.lines(), paidInMoney, base, multipliersOn(base));
                applyCaps(award);
                settled.add(award);
            }
        }
        return settled;
    }

    // --- caps ---

    /** From the inside out: of what each multiplier adds, then of the whole. */
    private void applyCaps(Award award) {
        List<Contribution> parts = award.parts();
        for (int i = 1; i < parts.size(); i++) {
            for (PlannedCap cap : parts.get(i).rule().caps()) {
                award.kept().trim(parts.get(i), cap.cap(), allowed(cap));
            }
        }
        for (PlannedCap cap : award.rule().caps()) {
            long allowed = allowed(cap);
            if (allowed < award.points()) {
                award.kept().trim(cap.cap(), allowed);
            }
        }
    }

    private long allowed(PlannedCap cap) {
        long left = Math.max(0, cap.cap().limit() - account.counters().counted(cap, occurredAt));
        return cap.isOfUses() && left > 0 ? Long.MAX_VALUE : left;
    }

    /** Uses up the caps of a rule by what it awards with its multipliers, and those of each multiplier by what it awards. */
    public void countForCaps(Award award) {
        count(award.rule(), award.points());
        List<Contribution> parts = award.parts();
        for (int i = 1; i < parts.size(); i++) {
            count(parts.get(i).rule(), parts.get(i).points());
        }
    }

    private void count(PlannedRule rule, long points) {
        if (points > 0) {
            for (PlannedCap cap : rule.caps()) {
                account.counters().count(cap, occurredAt, cap.isOfUses() ? 1 : points);
            }
        }
    }

    // --- multipliers ---

    /** A multiplier all of whose lines earn nothing by the rule has nothing to multiply. */
    private List<Match> multipliersOn(Match base) {
        List<Match> multipliers = List.of();
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            if (base.rule().id().equals(match.rule().multiplied()) && base.hasLineIn(match)) {
                multipliers = multipliers.isEmpty() ? new ArrayList<>(2) : multipliers;
                multipliers.add(match);
            }
        }
        return multipliers;
    }
}
