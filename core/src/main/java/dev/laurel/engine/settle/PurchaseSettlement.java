package dev.laurel.engine.settle;

import dev.laurel.counter.Cap;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.FactsOfPurchase;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.earn.Chain;
import dev.laurel.engine.earn.Match;
import dev.laurel.engine.earn.RuleMatcher;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Candidates;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.Expiry;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A purchase on its way into the ledger: which rules apply, what each proposes, how multipliers and rounding settle it, and what
 * of it counts for the tier.
 */
public final class PurchaseSettlement {
    private final Plan plan;
    private final AccountDraft account;
    private final Purchase purchase;
    private final Basket basket;
    private final FactsOfPurchase facts;
    private final Ratio paidInMoney;
    private final @Nullable List<RuleOutcome> notApplied;
    private final RuleMatcher matcher;
    private final List<Match> matches;

    /**
     * Finds the rules that apply to a purchase by the state of the account before it.
     *
     * @param notApplied where to say why rules do not apply, or null if nobody asks
     */
    public PurchaseSettlement(
            Plan plan, AccountDraft account, Purchase purchase, @Nullable List<RuleOutcome> notApplied) {
        this.plan = plan;
        this.account = account;
        this.purchase = purchase;
        this.notApplied = notApplied;
        basket = purchase.basket();
        requireMoney(plan, basket.currency());
        requireFits(basket);
        paidInMoney = paidInMoney(basket);
        TierLadder ladder = plan.ladder();
        TierStanding held = account.standings().held();
        Tier tier = held == null ? null : held.tier();
        facts = new FactsOfPurchase(plan, account, purchase.occurredAt(), basket);
        matcher = new RuleMatcher(plan, facts, notApplied);
        int rank = ladder == null || tier == null ? 0 : ladder.rankOf(tier);
        Candidates candidates = plan.candidates(basket.lines(), purchase.occurredAt(), rank);
        matches = matcher.matches(candidates);
        if (notApplied != null) {
            matcher.explainOthers(candidates);
        }
    }

    static void requireMoney(Plan plan, Currency currency) {
        Currency expected = plan.program().money();
        if (!currency.equals(expected)) {
            throw new RefusedSignal(new Refusal.WrongCurrency(expected.getCurrencyCode(), currency.getCurrencyCode()));
        }
    }

    /** Sums that do not fit are the basket's fault, so it is held to them before any rule is asked. */
    static void requireFits(Basket basket) {
        long total = basket.shipping().millionths();
        long quantity = 0;
        for (PurchaseLine line : basket.lines()) {
            total = Math.addExact(total, line.net().millionths());
            total = Math.addExact(total, line.tax().millionths());
            quantity = Math.addExact(quantity, line.quantity().millionths());
        }
        if (total > Money.MAX_MILLIONTHS) {
            throw new AmountOverflowException("the total of a basket");
        }
    }

    /** The part of an order that was not paid with points: the payment is spread over lines, taxes and shipping alike. */
    private static Ratio paidInMoney(Basket basket) {
        Money withPoints = basket.paidWithPoints();
        if (withPoints.isZero()) {
            return Ratio.ONE;
        }
        Money total = basket.total();
        return total.minus(withPoints).toRatio().dividedBy(total.toRatio());
    }

    /** The amounts of the earning rules with their multipliers, by the id of the rule. */
    List<Chain> chains() {
        List<Chain> chains = new ArrayList<>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            Match base = matches.get(i);
            if (base.rule().multiplied() == null) {
                Chain chain = Chain.of(facts, paidInMoney, base, multipliersOn(base));
                chain.trimTo(allowedByCaps(base.rule()));
                chains.add(chain);
            }
        }
        if (notApplied != null) {
            explainMultipliersWithoutBase();
        }
        return chains;
    }

    private long allowedByCaps(PlannedRule rule) {
        long allowed = Long.MAX_VALUE;
        for (PlannedCap cap : rule.caps()) {
            long counted =
                    cap.isCounted() ? account.counters().of(cap.counter()).of(windowOf(cap)) : 0;
            long left = Math.max(0, cap.cap().limit() - counted);
            boolean open = cap.cap().measure() == Cap.Measure.USES && left > 0;
            allowed = open ? allowed : Math.min(allowed, left);
        }
        return allowed;
    }

    private long windowOf(PlannedCap cap) {
        return cap.windowAt(purchase.occurredAt(), plan.zone());
    }

    private void countForCaps(Chain chain) {
        for (PlannedCap cap : chain.rule().caps()) {
            if (cap.isCounted()) {
                long amount = cap.cap().measure() == Cap.Measure.USES ? 1 : chain.points();
                account.counters().count(cap.counter(), windowOf(cap), amount);
            }
        }
    }

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

    /** Posts the awards, counts what qualifies, and leaves a receipt. */
    PurchaseReceipt settle() {
        account.recordActivity(Expiry.Activity.PURCHASE, purchase.occurredAt());
        account.notePurchase(purchase.occurredAt());
        List<ReceiptAward> awards = new ArrayList<>(2);
        for (Chain chain : chains()) {
            if (chain.points() > 0) {
                awards.add(award(chain));
                countForCaps(chain);
            }
        }
        account.settleCredits(purchase.id());
        List<ReceiptLine> lines = receiptLines();
        long qualifying = 0;
        for (ReceiptLine line : lines) {
            qualifying = Math.addExact(qualifying, line.qualifying().millionths());
        }
        account.qualify(qualifying, purchase.occurredAt(), purchase.id());
        return receipt(lines, awards);
    }

    private ReceiptAward award(Chain chain) {
        WalletDraft wallet = account.wallet(chain.wallet());
        Instant earned = purchase.occurredAt();
        Period holdBack = chain.rule().rule().holdBack();
        // It counts from the purchase, so that what comes late is not held back longer than what came in time.
        Instant heldBackTo = holdBack.isZero()
                ? earned
                : earned.atZone(plan.zone()).plus(holdBack).toInstant();
        Instant available = heldBackTo.isAfter(account.asOf()) ? heldBackTo : account.asOf();
        Instant expires = wallet.expiry().expiryOf(earned, heldBackTo, plan.zone());
        List<ReceiptAward.Part> parts = new ArrayList<>(chain.parts().size());
        long lot = 0;
        for (Chain.Part part : chain.parts()) {
            if (part.points() > 0) {
                String rule = part.id();
                lot = account.ledger().award(wallet, part.points(), earned, available, expires, rule, purchase.id());
                parts.add(new ReceiptAward.Part(rule, part.points()));
            }
        }
        return new ReceiptAward(
                wallet.currency(),
                lot,
                available,
                expires,
                chain.shares(),
                chain.rounding(),
                chain.step(),
                chain.rule().rule().returns(),
                parts);
    }

    /**
     * The lines with what of them counts for the tier. Where a part was paid with points, what lines together count is rounded
     * after each line, so that the lines add up to the exact whole.
     */
    private List<ReceiptLine> receiptLines() {
        List<ReceiptLine> lines = new ArrayList<>(basket.lines().size());
        int[] earning = matcher.earningLines();
        int place = 0;
        long net = 0;
        long counted = 0;
        for (int i = 0; i < basket.lines().size(); i++) {
            PurchaseLine line = basket.lines().get(i);
            if (place < earning.length && earning[place] == i) {
                place++;
                net = Math.addExact(net, line.net().millionths());
            }
            long counts =
                    paidInMoney.equals(Ratio.ONE) ? net : paidInMoney.times(net).rounded(Rounding.DOWN);
            Money qualifying = Money.ofMillionths(basket.currency(), counts - counted);
            counted = counts;
            lines.add(ReceiptLine.bought(line.id(), line.quantity(), line.net(), qualifying));
        }
        return lines;
    }

    private PurchaseReceipt receipt(List<ReceiptLine> lines, List<ReceiptAward> awards) {
        // A redemption may have paid in several parts; its points go back once.
        Set<String> redemptions = new LinkedHashSet<>();
        for (Payment payment : basket.payments()) {
            String redemption = payment.redemption();
            if (redemption != null) {
                redemptions.add(redemption);
            }
        }
        return new PurchaseReceipt(
                purchase.id(),
                purchase.customer(),
                plan.versionedId(),
                purchase.occurredAt(),
                basket.currency(),
                lines,
                awards,
                redemptions.stream().map(id -> new PointPayment(id, 0)).toList(),
                List.of());
    }

    /** What became of each rule that applied, in the order of settlement. */
    public List<RuleOutcome> applied() {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Chain chain : chains()) {
            for (Chain.Part part : chain.parts()) {
                outcomes.add(applied(chain, part));
            }
        }
        return outcomes;
    }

    private RuleOutcome applied(Chain chain, Chain.Part part) {
        EarnRule rule = part.match().rule().rule();
        List<String> lineIds = new ArrayList<>();
        for (int index : part.match().lines()) {
            lineIds.add(basket.lines().get(index).id());
        }
        return new RuleOutcome.Applied(
                rule.id(),
                account.wallet(chain.wallet()).currency(),
                lineIds,
                rule.multiplied(),
                factorOf(rule.effect()),
                part.exact(),
                part.rounding().describe() + " " + part.step().describe(),
                part.uncapped(),
                part.points(),
                rule.reason());
    }

    private static @Nullable Ratio factorOf(Effect effect) {
        if (effect instanceof Effect.MultipliesExact exact) {
            return exact.factor();
        }
        return effect instanceof Effect.MultipliesRounded rounded ? rounded.factor() : null;
    }
}
