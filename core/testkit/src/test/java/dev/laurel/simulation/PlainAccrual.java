package dev.laurel.simulation;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What a purchase earns, rule by rule and line by line. */
final class PlainAccrual {
    private final PlainAccount account;
    private final LoyaltyProgram program;
    private final Purchase purchase;
    private final Basket basket;
    private final PlainFacts facts;
    private final PlainOrder order;
    private final Map<String, List<PurchaseLine>> selected = new LinkedHashMap<>();

    private PlainAccrual(PlainAccount account, Purchase purchase) {
        this.account = account;
        this.purchase = purchase;
        program = account.judging;
        basket = purchase.basket();
        order = new PlainOrder(program, basket);
        facts = facts(account, program, purchase.occurredAt(), order.covered());
    }

    /** What the conditions of a version are told: the present tiers, but by the names of the version. */
    static PlainFacts facts(PlainAccount account, LoyaltyProgram of, Instant at, Basket basket) {
        return new PlainFacts(
                at,
                account.zone,
                account.profile,
                account.tiers,
                basket,
                of.pricing(),
                tier -> account.versions.inPlaceOf(tier, of),
                account.counts,
                of,
                account.enrolled,
                account.firstPurchase,
                null);
    }

    static void settle(PlainAccount account, Purchase purchase) {
        PlainRefusal.unless(purchase.basket().currency().equals(account.program.money()), "WRONG_CURRENCY");
        PlainPayments payments = PlainPayments.of(account, purchase);
        PlainAccrual accrual = new PlainAccrual(account, purchase);
        PlainRefusal.unless(
                accrual.order.paidWithPoints().compareTo(accrual.order.payable()) <= 0, "CONDITION_NOT_MET");
        payments.requireAllowed();
        PlainOrder.requireFits(purchase.basket());
        accrual.match();
        accrual.earn(payments);
    }

    private void match() {
        for (PurchaseRule rule : program.purchaseRules()) {
            List<PurchaseLine> lines = areMet(rule) && canEarn(rule) ? selectedBy(rule) : List.of();
            if (!lines.isEmpty()) {
                selected.put(rule.id(), lines);
            }
        }
    }

    /** Whether anything of what the program covers was paid in money. */
    private boolean counts() {
        return basket.lines().stream().anyMatch(this::earns);
    }

    private boolean earns(PurchaseLine line) {
        return order.costsSomething(line) && order.partPaidInMoney().signum() > 0;
    }

    private boolean areMet(PurchaseRule rule) {
        for (PurchaseCondition condition : rule.conditions()) {
            if (!PlainRefusal.ask(() -> condition.check(facts)).met()) {
                return false;
            }
        }
        return true;
    }

    /** Points that are retired by now are earned no more. */
    private boolean canEarn(PurchaseRule rule) {
        PurchaseRule earning = rule instanceof Multiplier multiplier
                ? program.purchaseRules().stream()
                        .filter(other -> other.id().equals(multiplier.effect().rule()))
                        .findFirst()
                        .orElseThrow()
                : rule;
        String currency = currencyOf((EarnRule) earning);
        return account.program.points().stream()
                .anyMatch(policy -> policy.currency().id().equals(currency));
    }

    private List<PurchaseLine> selectedBy(PurchaseRule rule) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (PurchaseLine line : basket.lines()) {
            if (earns(line) && PlainRefusal.ask(() -> rule.selector().selects(line))) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** What part of each line earns: all that was paid in money, or the part of the method that the rule is about. */
    private Ratio partPaid(EarnRule rule) {
        if (rule.method() == null) {
            return order.partPaidInMoney();
        }
        BigInteger byMethod = BigInteger.ZERO;
        BigInteger all = BigInteger.ZERO;
        for (Payment payment : basket.payments()) {
            BigInteger amount = BigInteger.valueOf(payment.amount().millionths());
            all = all.add(amount);
            if (payment.method().equals(rule.method()) && payment.redemption() == null && !payment.foreign()) {
                byMethod = byMethod.add(amount);
            }
        }
        Ratio part = all.signum() == 0 ? Ratio.ZERO : Ratio.of(byMethod, all);
        return part.compareTo(order.partPaidInMoney()) < 0 ? part : order.partPaidInMoney();
    }

    private PlainChain chain(EarnRule rule) {
        List<PurchaseLine> lines = selected.get(rule.id());
        PlainChain chain = new PlainChain(rule, facts, basket.lines(), lines, partPaid(rule));
        for (Multiplier multiplier : multipliersOn(rule)) {
            if (multiplier.effect() instanceof Effect.MultipliesExact) {
                chain.multiply(multiplier, selected.get(multiplier.id()));
            }
        }
        boolean first = true;
        for (Multiplier multiplier : multipliersOn(rule)) {
            if (multiplier.effect() instanceof Effect.MultipliesRounded rounded) {
                if (first) {
                    chain.startFromRounded();
                    first = false;
                }
                chain.roundedAs(rounded);
                chain.multiply(multiplier, selected.get(multiplier.id()));
            }
        }
        return chain;
    }

    private List<Multiplier> multipliersOn(EarnRule rule) {
        return program.purchaseRules().stream()
                .filter(Multiplier.class::isInstance)
                .map(Multiplier.class::cast)
                .filter(multiplier -> multiplier.effect().rule().equals(rule.id()))
                .filter(multiplier -> selected.containsKey(multiplier.id()))
                .filter(multiplier ->
                        selected.get(multiplier.id()).stream().anyMatch(selected.get(rule.id())::contains))
                .toList();
    }

    private void earn(PlainPayments payments) {
        Instant at = purchase.occurredAt();
        if (counts()) {
            account.active(Expiry.Activity.PURCHASE, at);
            account.firstPurchase =
                    account.firstPurchase == null || at.isBefore(account.firstPurchase) ? at : account.firstPurchase;
        }
        List<PlainChain> chains = new ArrayList<>();
        for (PurchaseRule rule : program.purchaseRules()) {
            if (rule instanceof EarnRule earns && selected.containsKey(rule.id())) {
                PlainChain chain = PlainRefusal.ask(() -> chain(earns));
                for (int i = 1; i < chain.givers.size(); i++) {
                    chain.trim(i, allowed(chain.givers.get(i)));
                }
                chain.trimTo(allowed(rule));
                chains.add(chain);
            }
        }
        program.caps().forEach(cap -> trimAll(chains, cap));
        List<PlainPurchase.Line> lines = lines();
        List<PlainAward> awards = credit(chains);
        List<PlainCounts.Counted> counted =
                counts() ? account.counts.ofPurchase(facts, lines, order.partPaidInMoney(), awards) : List.of();
        Set<String> sums = account.counts.write(counted, purchase.id(), at);
        for (Cap cap : program.caps()) {
            long points =
                    of(chains, cap).stream().mapToLong(chain -> chain.points).sum();
            long amount = cap instanceof UseCap ? Math.min(1, points) : points;
            account.caps.count(PlainCaps.nameOfProgram(cap), cap, at, amount);
        }
        account.points.settle();
        PlainPurchase bought = new PlainPurchase(
                at,
                at.atZone(account.zone).toLocalDate(),
                lines,
                basket.shipping(),
                false,
                order.partPaidInMoney(),
                awards,
                payments.paidFor(purchase.id()),
                Map.of(),
                program.caps(),
                counted);
        SortedMap<String, TierStanding> before = account.held();
        account.tiers.follow(sums, at);
        account.noteTiers(before, false);
        account.purchases.put(purchase.id(), bought);
    }

    private long allowed(PurchaseRule rule) {
        return rule.caps().stream()
                .mapToLong(cap -> allowed(rule.id(), cap))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private long allowed(String name, Cap cap) {
        if (cap.window() instanceof Dates dates
                && !dates.contains(purchase.occurredAt().atZone(account.zone).toLocalDate())) {
            return Long.MAX_VALUE;
        }
        long left = Math.max(0, PlainCaps.limitOf(cap) - account.caps.counted(name, cap, purchase.occurredAt()));
        return cap instanceof PointCap || left == 0 ? left : Long.MAX_VALUE;
    }

    /** What a cap of the program is about: what is awarded in its currency; of one on uses, all. */
    private List<PlainChain> of(List<PlainChain> chains, Cap cap) {
        return chains.stream()
                .filter(chain -> !(cap instanceof PointCap points)
                        || currencyOf(chain.rule)
                                .equals(points.most().currency().id()))
                .toList();
    }

    /** Takes what a cap of the program does not allow from the rule with the highest id, then from the next. */
    private void trimAll(List<PlainChain> chains, Cap cap) {
        long allowed = allowed(PlainCaps.nameOfProgram(cap), cap);
        if (allowed == Long.MAX_VALUE) {
            return;
        }
        List<PlainChain> capped = of(chains, cap);
        List<PurchaseRule> fromTheHighest = new ArrayList<>(program.purchaseRules());
        Collections.reverse(fromTheHighest);
        for (PurchaseRule rule : fromTheHighest) {
            BigInteger all = BigInteger.ZERO;
            for (PlainChain chain : capped) {
                all = all.add(BigInteger.valueOf(chain.points));
            }
            BigInteger over = all.subtract(BigInteger.valueOf(allowed)).max(BigInteger.ZERO);
            for (PlainChain chain : capped) {
                int place = chain.givers.indexOf(rule);
                if (place >= 0) {
                    BigInteger given = BigInteger.valueOf(chain.given.get(place));
                    chain.trim(place, given.subtract(over.min(given)).longValueExact());
                }
            }
        }
    }

    /** Where awards go that share a lot. */
    private record LotDates(String currency, Instant available, Instant expires, boolean isOwn) {}

    private LotDates datesOf(EarnRule rule) {
        Instant at = purchase.occurredAt();
        Instant from = rule.available() == null ? at : account.instantOf(rule.available(), at);
        Expiry own = rule.expiry();
        PlainWallet wallet = account.wallet(currencyOf(rule));
        return new LotDates(
                wallet.currency,
                from.isAfter(account.asOf) ? from : account.asOf,
                own == null
                        ? wallet.expiryOf(at, from)
                        : account.instantOf(own.date(), own.isFromAvailability() ? from : at),
                own != null);
    }

    /** All that is awarded with the same dates goes into one lot. */
    private List<PlainAward> credit(List<PlainChain> chains) {
        Map<LotDates, Long> points = new LinkedHashMap<>();
        for (PlainChain chain : chains) {
            if (chain.points > 0) {
                points.merge(datesOf(chain.rule), chain.points, Math::addExact);
            }
        }
        for (PlainWallet wallet : account.wallets.values()) {
            wallet.requireModest(chains.stream()
                    .filter(chain -> currencyOf(chain.rule).equals(wallet.currency))
                    .mapToLong(chain -> chain.points)
                    .reduce(0, Math::addExact));
        }
        Map<LotDates, Long> lots = new HashMap<>();
        points.forEach((dates, sum) -> {
            PlainWallet wallet = account.wallet(dates.currency);
            wallet.count(PlainWallet.Total.EARNED, sum);
            PlainLot lot = dates.isOwn
                    ? account.points.open(wallet, sum, purchase.occurredAt(), dates.available, dates.expires, true)
                    : account.points.open(wallet, sum, purchase.occurredAt(), dates.available, dates.expires);
            wallet.active(Expiry.Activity.EARNING, purchase.occurredAt());
            lots.put(dates, lot.number);
        });
        List<PlainAward> awards = new ArrayList<>();
        for (PlainChain chain : chains) {
            if (chain.points > 0) {
                awards.add(written(chain, lots.get(datesOf(chain.rule))));
            }
        }
        return awards;
    }

    private PlainAward written(PlainChain chain, long lot) {
        PlainWallet wallet = account.wallet(currencyOf(chain.rule));
        for (int i = 0; i < chain.givers.size(); i++) {
            PurchaseRule giver = chain.givers.get(i);
            long points = chain.given.get(i);
            if (points > 0) {
                List<LotUse> uses = List.of(new LotUse(lot, points));
                account.points.writeJudged(EntryKind.EARN, wallet, points, uses, giver.id(), null);
            }
            // The caps of the rule count what its multipliers add too.
            count(giver, i == 0 ? chain.points : points);
        }
        return chain.award(wallet.currency, lot);
    }

    private void count(PurchaseRule rule, long points) {
        for (Cap cap : rule.caps()) {
            long amount = cap instanceof UseCap ? Math.min(1, points) : points;
            account.caps.count(rule.id(), cap, purchase.occurredAt(), amount);
        }
    }

    private String currencyOf(EarnRule rule) {
        PointCurrency named = rule.currency();
        return (named == null ? program.points().get(0).currency() : named).id();
    }

    /** What counts for the tier is rounded after each line, so that the lines add up. */
    private List<PlainPurchase.Line> lines() {
        List<PlainPurchase.Line> lines = new ArrayList<>();
        Ratio counting = Ratio.ZERO;
        long before = 0;
        for (PurchaseLine line : basket.lines()) {
            counting = order.covered.contains(line) ? counting.plus(facts.cost(line)) : counting;
            long counted = order.partPaidInMoney()
                    .times(counting)
                    .times(Ratio.of(1_000_000))
                    .rounded(Rounding.DOWN);
            lines.add(new PlainPurchase.Line(
                    line,
                    line.id(),
                    line.quantity(),
                    line.net(),
                    line.tax(),
                    facts.cost(line),
                    order.costsSomething(line),
                    counted - before,
                    Ratio.ONE));
            before = counted;
        }
        return lines;
    }
}
