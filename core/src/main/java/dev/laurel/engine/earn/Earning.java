package dev.laurel.engine.earn;

import dev.laurel.account.Account;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.decision.Explanation;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.FactsOfPurchase;
import dev.laurel.engine.plan.Candidates;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.engine.plan.Versions;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a purchase earns: which rules apply, what each proposes, and how multipliers, rounding and caps settle it. */
public final class Earning {
    private final AccountDraft account;
    private final Purchase purchase;
    private final Ratio paidInMoney;
    private final int[] countingLines;
    private final Candidates candidates;
    private final RuleMatcher matcher;
    private final List<Match> matches;
    private final List<Award> awards;
    private final PurchaseFacts facts;
    private final @Nullable ProgramCaps capsOfProgram;

    /** Finds the rules that apply to a purchase by the state of the account before it. */
    public Earning(AccountDraft account, Purchase purchase, CoveredOrder covered) {
        this.account = account;
        this.purchase = purchase;
        paidInMoney = covered.paidInMoney();
        countingLines = covered.countingLines();
        facts = new FactsOfPurchase(account, purchase.occurredAt(), covered.basket());
        Plan plan = account.judgingPlan();
        candidates = candidates(plan);
        matcher = new RuleMatcher(plan, account.plan(), facts, lines(), earningLines(), paidInMoney);
        matches = matcher.matches(candidates);
        awards = settled();
        capsOfProgram = plan.caps().length == 0 ? null : new ProgramCaps(account, plan, purchase, awards);
        if (capsOfProgram != null) {
            capsOfProgram.apply();
        }
    }

    private Candidates candidates(Plan plan) {
        // Another version has tiers elsewhere, or in place of those that these rules ask for.
        long tiersHeld = plan == account.plan() ? plan.bitsOf(account.held()) : Candidates.ANY_TIER;
        return plan.candidates(lines(), purchase.occurredAt(), tiersHeld);
    }

    private List<PurchaseLine> lines() {
        return purchase.basket().lines();
    }

    /** What became of each rule for a purchase that was accepted. */
    public static Explanation explained(Versions versions, Account before, Purchase purchase) {
        AccountDraft draft = AccountDraft.of(versions, before, purchase.occurredAt());
        draft.catchUp(purchase.occurredAt());
        Plan plan = draft.judgingPlan();
        Earning earning = new Earning(draft, purchase, new CoveredOrder(plan, purchase.basket()));
        return new ExplainedPurchase(
                        plan,
                        purchase,
                        earning.paidInMoney,
                        earning.candidates,
                        earning.matcher,
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

    /** What conditions see of the purchase. */
    public PurchaseFacts facts() {
        return facts;
    }

    /** Whether the purchase counts: something that the program covers was paid in money. */
    public boolean counts() {
        return earningLines().length > 0;
    }

    /** How many rules award something: those that earn, and the multipliers on them. */
    public int partCount() {
        int count = 0;
        for (int i = 0; i < awards.size(); i++) {
            count += awards.get(i).size();
        }
        return count;
    }

    /** What the earning rules with their multipliers award, by the id of the rule. */
    public List<Award> awards() {
        return awards;
    }

    private List<Award> settled() {
        List<Match> multipliers = multipliers();
        List<Award> settled = new ArrayList<>(matches.size() - multipliers.size());
        for (int i = 0; i < matches.size(); i++) {
            Match base = matches.get(i);
            if (base.rule().multiplied() == null) {
                Award award = Award.of(facts, lines(), base, multipliersOn(base, multipliers));
                applyCaps(award);
                settled.add(award);
            }
        }
        return settled;
    }

    // --- caps ---

    /** From the inside out: of what each multiplier adds, then of the whole; those of the program come last. */
    private void applyCaps(Award award) {
        for (int part = 1; part < award.size(); part++) {
            for (PlannedCap cap : award.rule(part).caps()) {
                award.trim(lines(), part, cap.cap(), account.counters().allowed(cap, purchase.occurredAt()));
            }
        }
        for (PlannedCap cap : award.rule().caps()) {
            award.trim(lines(), cap.cap(), account.counters().allowed(cap, purchase.occurredAt()));
        }
    }

    /** Uses up the caps of a rule by what it awards with its multipliers, and those of each multiplier by what it awards. */
    public void countForCaps(Award award) {
        count(award.rule(), award.points());
        for (int part = 1; part < award.size(); part++) {
            count(award.rule(part), award.points(part));
        }
    }

    private void count(PlannedRule rule, long points) {
        if (points > 0) {
            for (PlannedCap cap : rule.caps()) {
                account.counters().count(cap, purchase.occurredAt(), cap.isOfUses() ? 1 : points);
            }
        }
    }

    /** Uses up the caps of the program by what all its rules award. */
    public void countForCapsOfProgram() {
        if (capsOfProgram != null) {
            capsOfProgram.count();
        }
    }

    // --- multipliers ---

    private List<Match> multipliers() {
        List<Match> multipliers = List.of();
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).rule().multiplied() != null) {
                multipliers = multipliers.isEmpty() ? new ArrayList<>(2) : multipliers;
                multipliers.add(matches.get(i));
            }
        }
        return multipliers;
    }

    private static List<Match> multipliersOn(Match base, List<Match> multipliers) {
        int count = 0;
        for (int i = 0; i < multipliers.size(); i++) {
            count += isOn(base, multipliers.get(i)) ? 1 : 0;
        }
        // Most are all or none, of which no list is made.
        if (count == 0 || count == multipliers.size()) {
            return count == 0 ? List.of() : multipliers;
        }
        return multipliers.stream().filter(each -> isOn(base, each)).toList();
    }

    /** A multiplier all of whose lines earn nothing by the rule has nothing to multiply. */
    private static boolean isOn(Match base, Match multiplier) {
        return base.rule().id().equals(multiplier.rule().multiplied()) && base.hasLineIn(multiplier);
    }
}
