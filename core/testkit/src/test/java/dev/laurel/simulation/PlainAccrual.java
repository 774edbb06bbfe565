package dev.laurel.simulation;

import dev.laurel.counter.Cap;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.Expiry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.PurchaseCondition;
import dev.laurel.rule.Selector;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a purchase earns, rule by rule and line by line. */
final class PlainAccrual {
    private final PlainAccount account;
    private final LoyaltyProgram program;
    private final Purchase purchase;
    private final Basket basket;
    private final PlainFacts facts;
    private final List<PurchaseLine> earning = new ArrayList<>();
    private final Map<String, List<PurchaseLine>> selected = new LinkedHashMap<>();
    private Ratio paidInMoney;

    private PlainAccrual(PlainAccount account, Purchase purchase) {
        this.account = account;
        this.purchase = purchase;
        program = account.program;
        basket = purchase.basket();
        facts = facts(account, purchase.occurredAt(), basket);
    }

    static PlainFacts facts(PlainAccount account, Instant at, Basket basket) {
        TierStanding held = account.held();
        return new PlainFacts(
                at,
                account.zone,
                account.profile,
                account.program.ladder().orElse(null),
                held == null ? null : held.tier(),
                basket);
    }

    static void settle(PlainAccount account, Purchase purchase) {
        PlainRefusal.unless(purchase.basket().currency().equals(account.program.money()), "WRONG_CURRENCY");
        PlainAccrual accrual = new PlainAccrual(account, purchase);
        requireFits(purchase.basket());
        accrual.match();
        accrual.earn();
    }

    /** What an order is of must be counted in numbers that there are. */
    static void requireFits(Basket basket) {
        long total = basket.shipping().millionths();
        long quantity = 0;
        for (PurchaseLine line : basket.lines()) {
            total = Math.addExact(total, line.net().millionths());
            total = Math.addExact(total, line.tax().millionths());
            quantity = Math.addExact(quantity, line.quantity().millionths());
        }
        PlainRefusal.unless(total <= Money.MAX_MILLIONTHS, "OVERFLOW");
    }

    private void match() {
        Money withPoints = Money.zero(basket.currency());
        for (Payment payment : basket.payments()) {
            withPoints = payment.redemption() == null ? withPoints : withPoints.plus(payment.amount());
        }
        paidInMoney = withPoints.isZero()
                ? Ratio.ONE
                : Ratio.ONE.minus(withPoints.toRatio().dividedBy(basket.total().toRatio()));
        for (PurchaseLine line : basket.lines()) {
            boolean excluded = false;
            for (Selector exclusion : program.exclusions()) {
                excluded |= PlainRefusal.ask(() -> exclusion.selects(line));
            }
            if (!excluded) {
                earning.add(line);
            }
        }
        for (EarnRule rule : program.rules()) {
            List<PurchaseLine> lines = areMet(rule) ? selectedBy(rule) : List.of();
            if (!lines.isEmpty()) {
                selected.put(rule.id(), lines);
            }
        }
    }

    private boolean areMet(EarnRule rule) {
        for (PurchaseCondition condition : rule.conditions()) {
            if (!PlainRefusal.ask(() -> condition.check(facts)).met()) {
                return false;
            }
        }
        return true;
    }

    private List<PurchaseLine> selectedBy(EarnRule rule) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (PurchaseLine line : earning) {
            if (PlainRefusal.ask(() -> rule.selector().selects(line))) {
                lines.add(line);
            }
        }
        return lines;
    }

    private PlainChain chain(EarnRule rule) {
        List<PurchaseLine> lines = selected.get(rule.id());
        PlainChain chain = new PlainChain(rule, facts, lines, paidInMoney);
        for (EarnRule multiplier : multipliersOn(rule)) {
            if (multiplier.effect() instanceof Effect.MultipliesExact exact) {
                chain.multiply(multiplier, exact.factor(), selected.get(multiplier.id()));
            }
        }
        boolean first = true;
        for (EarnRule multiplier : multipliersOn(rule)) {
            if (multiplier.effect() instanceof Effect.MultipliesRounded rounded) {
                if (first) {
                    chain.startFromRounded();
                    first = false;
                }
                chain.roundedAs(multiplier);
                chain.multiply(multiplier, rounded.factor(), selected.get(multiplier.id()));
            }
        }
        return chain;
    }

    private List<EarnRule> multipliersOn(EarnRule rule) {
        return program.rules().stream()
                .filter(multiplier -> rule.id().equals(multiplier.multiplied()))
                .filter(multiplier -> selected.containsKey(multiplier.id()))
                .filter(multiplier ->
                        selected.get(multiplier.id()).stream().anyMatch(selected.get(rule.id())::contains))
                .toList();
    }

    private void earn() {
        Instant at = purchase.occurredAt();
        account.active(Expiry.Activity.PURCHASE, at);
        if (account.firstPurchase == null || at.isBefore(account.firstPurchase)) {
            account.firstPurchase = at;
        }
        List<PlainChain> chains = new ArrayList<>();
        for (EarnRule rule : program.rules()) {
            if (rule.effect() instanceof Effect.Earns && selected.containsKey(rule.id())) {
                PlainChain chain = PlainRefusal.ask(() -> chain(rule));
                chain.trimTo(allowed(rule));
                chains.add(chain);
            }
        }
        List<PlainPurchase.Award> awards = credit(chains);
        account.settle();
        PlainPurchase bought = new PlainPurchase(at, lines(), awards, payments(), Map.of());
        if (account.tiers != null) {
            TierStanding before = account.held();
            account.tiers.qualify(bought.qualifyingLeft(), at, account.asOf);
            account.noteTier(before);
        }
        account.purchases.put(purchase.id(), bought);
    }

    private long allowed(EarnRule rule) {
        long allowed = Long.MAX_VALUE;
        for (Cap cap : rule.caps()) {
            long left = Math.max(0, cap.limit() - account.counted(rule.id(), cap, purchase.occurredAt()));
            if (cap.measure() == Cap.Measure.POINTS || left == 0) {
                allowed = Math.min(allowed, left);
            }
        }
        return allowed;
    }

    /** Where awards go that share a lot. */
    private record Dates(String currency, Instant available, Instant expires) {}

    private Dates datesOf(EarnRule rule) {
        Instant at = purchase.occurredAt();
        Instant heldBackTo = at.atZone(account.zone).plus(rule.holdBack()).toInstant();
        PlainWallet wallet = account.wallet(currencyOf(rule));
        return new Dates(
                wallet.currency,
                heldBackTo.isAfter(account.asOf) ? heldBackTo : account.asOf,
                wallet.expiryOf(at, heldBackTo));
    }

    /** All that is awarded with the same dates goes into one lot. */
    private List<PlainPurchase.Award> credit(List<PlainChain> chains) {
        Map<Dates, Long> points = new LinkedHashMap<>();
        for (PlainChain chain : chains) {
            if (chain.points > 0) {
                points.merge(datesOf(chain.rule), chain.points, Math::addExact);
            }
        }
        Map<Dates, Long> lots = new HashMap<>();
        points.forEach((dates, sum) -> {
            PlainWallet wallet = account.wallet(dates.currency);
            wallet.count(PlainWallet.Total.EARNED, sum);
            lots.put(dates, account.open(wallet, sum, purchase.occurredAt(), dates.available, dates.expires).number);
        });
        List<PlainPurchase.Award> awards = new ArrayList<>();
        for (PlainChain chain : chains) {
            if (chain.points > 0) {
                awards.add(written(chain, lots.get(datesOf(chain.rule))));
            }
        }
        return awards;
    }

    private PlainPurchase.Award written(PlainChain chain, long lot) {
        PlainWallet wallet = account.wallet(currencyOf(chain.rule));
        PlainPurchase.Award award = chain.award(wallet.currency, lot, basket.lines());
        for (PlainPurchase.Part part : award.parts()) {
            List<LotUse> uses = List.of(new LotUse(lot, part.points()));
            account.write(EntryKind.EARN, wallet, part.points(), uses, part.rule(), 0);
        }
        for (Cap cap : chain.rule.caps()) {
            long amount = cap.measure() == Cap.Measure.USES ? 1 : chain.points;
            account.count(chain.rule.id(), cap, purchase.occurredAt(), amount);
        }
        return award;
    }

    private String currencyOf(EarnRule rule) {
        PointCurrency named = rule.currency();
        return (named == null ? program.points().get(0).currency() : named).id();
    }

    /** What counts for the tier is rounded after each line, so that the lines add up. */
    private List<PlainPurchase.Line> lines() {
        List<PlainPurchase.Line> lines = new ArrayList<>();
        long net = 0;
        long before = 0;
        for (PurchaseLine line : basket.lines()) {
            net += earning.contains(line) ? line.net().millionths() : 0;
            long counts = paidInMoney.times(net).rounded(Rounding.DOWN);
            lines.add(new PlainPurchase.Line(line.id(), line.quantity(), line.net(), counts - before, Ratio.ONE));
            before = counts;
        }
        return lines;
    }

    private Map<String, Long> payments() {
        Map<String, Long> restored = new LinkedHashMap<>();
        for (Payment payment : basket.payments()) {
            if (payment.redemption() != null) {
                restored.put(payment.redemption(), 0L);
            }
        }
        return restored;
    }
}
