package dev.laurel.engine.earn;

import dev.laurel.account.Account;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.FactsOfPurchase;
import dev.laurel.engine.plan.Candidates;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.money.Ratio;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a purchase earns: which rules apply, what each proposes, and how multipliers, rounding and caps settle it. */
public final class Earning {
    private final AccountDraft account;
    private final Instant occurredAt;
    private final Basket basket;
    private final FactsOfPurchase facts;
    private final Ratio paidInMoney;
    private final int[] countingLines;
    private final @Nullable List<RuleOutcome> notApplied;
    private final RuleMatcher matcher;
    private final List<Match> matches;
    private final List<Award> awards;

    /** Finds the rules that apply to a purchase by the state of the account before it. */
    public Earning(AccountDraft account, Purchase purchase, CoveredOrder covered) {
        this(account, purchase, covered, null);
    }

    /**
     * Finds the rules that apply.
     *
     * @param notApplied where to say why rules do not apply, or null if nobody asks
     */
    private Earning(
            AccountDraft account, Purchase purchase, CoveredOrder covered, @Nullable List<RuleOutcome> notApplied) {
        this.account = account;
        this.notApplied = notApplied;
        occurredAt = purchase.occurredAt();
        basket = purchase.basket();
        Plan plan = account.plan();
        paidInMoney = covered.paidInMoney();
        countingLines = covered.countingLines();
        facts = new FactsOfPurchase(account, occurredAt, covered.basket());
        matcher = new RuleMatcher(plan, facts, basket.lines(), earningLines(), notApplied);
        TierLadder ladder = plan.ladder();
        TierStanding held = account.held();
        int rank = ladder == null || held == null ? 0 : ladder.rankOf(held.tier());
        Candidates candidates = plan.candidates(basket.lines(), occurredAt, rank);
        matches = matcher.matches(candidates);
        if (notApplied != null) {
            matcher.explainOthers(candidates);
        }
        awards = settled();
        if (notApplied != null) {
            explainMultipliersWithoutBase();
        }
    }

    /** What became of each rule for a purchase that was accepted. */
    public static Explanation explained(Plan plan, Account before, Purchase purchase) {
        AccountDraft draft = new AccountDraft(plan, before);
        draft.catchUp(purchase.occurredAt());
        List<RuleOutcome> notApplied = new ArrayList<>();
        List<RuleOutcome> outcomes = new ArrayList<>(
                new Earning(draft, purchase, new CoveredOrder(plan, purchase.basket()), notApplied).applied());
        notApplied.sort(Comparator.comparing(RuleOutcome::rule));
        outcomes.addAll(notApplied);
        return new Explanation(outcomes);
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
                award.trimmed().trim(parts.get(i), cap.cap(), allowed(cap));
            }
        }
        for (PlannedCap cap : award.rule().caps()) {
            long allowed = allowed(cap);
            if (allowed < award.points()) {
                award.trimmed().trim(cap.cap(), allowed);
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

    private void explainMultipliersWithoutBase() {
        for (Match match : matches) {
            String multiplied = match.rule().multiplied();
            if (multiplied != null
                    && notApplied != null
                    && matches.stream()
                            .noneMatch(other -> other.rule().id().equals(multiplied) && other.hasLineIn(match))) {
                notApplied.add(new RuleOutcome.NotApplied(
                        match.rule().id(),
                        "rule " + multiplied + " earns on a line of "
                                + match.rule().rule().selector().describe(),
                        "none",
                        "a line on which " + multiplied + " earns"));
            }
        }
    }

    // --- explanation ---

    /** What became of each rule that applied, in the order of settlement. */
    private List<RuleOutcome> applied() {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Award award : awards) {
            Chain chain = award.chain();
            for (Contribution part : chain.parts()) {
                outcomes.add(applied(chain, part));
            }
        }
        return outcomes;
    }

    private RuleOutcome applied(Chain chain, Contribution part) {
        EarnRule rule = part.match().rule().rule();
        List<String> lineIds = new ArrayList<>();
        for (int index : part.match().lines()) {
            lineIds.add(basket.lines().get(index).id());
        }
        return new RuleOutcome.Applied(
                rule.id(),
                chain.currency(),
                lineIds,
                rule.multiplied(),
                rule.factor(),
                part.exact(),
                part.rounding(),
                part.step(),
                part.rule().isFixed() ? Ratio.ZERO : Ratio.ONE.minus(paidInMoney),
                part.given(),
                part.reductions(),
                rule.reason());
    }
}
