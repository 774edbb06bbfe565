package dev.laurel.simulation;

import dev.laurel.condition.Condition;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.customer.Birthday;
import dev.laurel.event.Basket;
import dev.laurel.event.Claim;
import dev.laurel.event.Hold;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Choice;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Discount;
import dev.laurel.reward.Offer;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Expiry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** What customers get for points and for their birthdays. */
final class PlainRewards {
    private PlainRewards() {}

    static void requireValid(PlainAccount account, String id, Long points, Basket basket) {
        account.judging.reward(id).ifPresent(reward -> {
            boolean isChosen = reward.price() instanceof ChosenPrice;
            PlainRefusal.unless(points != null || !isChosen, "INVALID");
            PlainRefusal.unless(points == null || isAllowed(reward.price(), points), "INVALID");
            PlainRefusal.unless(basket != null || !reward.needsOrder(), "INVALID");
        });
    }

    static boolean isAllowed(Price price, long points) {
        if (price instanceof ChosenPrice chosen) {
            return points >= chosen.least() && points % chosen.step() == 0;
        }
        return points == price.least();
    }

    static void redeem(PlainAccount account, Redemption event) {
        Instant at = event.occurredAt();
        Reward reward = allowed(account, event.reward(), at, event.basket());
        long points = event.points() == null ? reward.price().least() : event.points();
        requireUsable(account, reward, at, points, event.basket());
        account.active(Expiry.Activity.REDEMPTION, at);
        PlainWallet wallet = payable(account, reward, points);
        List<LotUse> uses = wallet.take(points);
        wallet.count(PlainWallet.Total.REDEEMED, points);
        account.points.writeJudged(EntryKind.REDEEM, wallet, -points, uses, reward.id(), null);
        PlainSpending redeemed = PlainSpending.redeemed(event.id(), reward, wallet.currency, at, account.written, uses);
        account.caps.countUse(redeemed, 1);
        account.spendings.put(redeemed.id, redeemed);
    }

    static void hold(PlainAccount account, Hold event) {
        Instant at = event.occurredAt();
        Reward reward = allowed(account, event.reward(), at, event.basket());
        long points = event.points() == null ? reward.price().least() : event.points();
        requireUsable(account, reward, at, points, event.basket());
        PlainHolds.requireRoom(account);
        PlainWallet wallet = payable(account, reward, points);
        List<LotUse> uses = wallet.take(points);
        wallet.held += points;
        account.points.writeJudged(EntryKind.HOLD, wallet, points, uses, reward.id(), event.id());
        PlainSpending held =
                PlainSpending.held(event.id(), reward, wallet.currency, at, account.written, uses, event.until());
        account.caps.countUse(held, 1);
        account.spendings.put(held.id, held);
        account.advance(account.asOf);
    }

    /** The reward of an id, if the customer can have it at that time. */
    private static Reward allowed(PlainAccount account, String id, Instant at, Basket basket) {
        PlainRefusal.unless(basket == null || basket.currency().equals(account.program.money()), "WRONG_CURRENCY");
        Reward reward = account.judging.reward(id).orElseThrow(() -> new PlainRefusal("UNKNOWN_REWARD"));
        LocalDate date = LocalDate.ofInstant(at, account.zone);
        LocalDate from = reward.validity().from();
        LocalDate to = reward.validity().to();
        PlainRefusal.unless((from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to)), "NOT_OPEN");
        return reward;
    }

    private static PlainWallet payable(PlainAccount account, Reward reward, long points) {
        PointCurrency named = reward.price().currency();
        PlainWallet wallet =
                account.wallet((named == null ? account.judging.points().get(0).currency() : named).id());
        requireSpendable(wallet, points);
        if (reward.content() instanceof PointsAsPayment payment) {
            PlainRefusal.unless(
                    payment.worth()
                                    .toRatio()
                                    .times(points)
                                    .dividedBy(Ratio.of(payment.points()))
                                    .compareTo(Ratio.of(Money.MAX_MILLIONTHS, 1_000_000))
                            <= 0,
                    "OVERFLOW");
        }
        return wallet;
    }

    static void requireSpendable(PlainWallet wallet, long points) {
        PlainRefusal.unless(wallet.debt == 0, "IN_DEBT");
        PlainRefusal.unless(wallet.available() >= points, "INSUFFICIENT_POINTS");
        wallet.requireModest(points);
    }

    private static void requireUsable(PlainAccount account, Reward reward, Instant at, long points, Basket basket) {
        if (basket != null) {
            PlainOrder.requireFits(basket);
        }
        requireMet(account, account.judging, reward.conditions(), at, basket);
        if (basket != null && reward.content() instanceof Discount discount) {
            PlainRefusal.unless(PlainCheckout.isUsable(account.judging, discount, basket), "CONDITION_NOT_MET");
        } else if (basket != null && reward.content() instanceof PointsAsPayment payment) {
            PlainRefusal.unless(PlainCheckout.isPayable(account.judging, payment, points, basket), "CONDITION_NOT_MET");
        }
        for (UseCap limit : reward.limits()) {
            PlainRefusal.unless(account.caps.counted(reward.id(), limit, at) < limit.most(), "LIMIT_REACHED");
        }
    }

    private static void requireMet(
            PlainAccount account,
            LoyaltyProgram of,
            List<? extends PurchaseCondition> conditions,
            Instant at,
            Basket basket) {
        Basket covered = basket == null ? null : new PlainOrder(of, basket).covered();
        requireMet(conditions, PlainAccrual.facts(account, of, at, covered));
    }

    private static void requireMet(List<? extends PurchaseCondition> conditions, PlainFacts facts) {
        for (PurchaseCondition condition : conditions) {
            PlainRefusal.unless(PlainRefusal.ask(() -> condition.check(facts)).met(), "CONDITION_NOT_MET");
        }
    }

    // --- benefits ---

    /** The ids of the benefits with an order, or without one. */
    static List<String> benefits(PlainAccount account, Instant at, Basket basket) {
        Basket covered = basket == null ? null : new PlainOrder(account.program, basket).covered();
        PlainFacts facts = PlainAccrual.facts(account, account.program, at, covered);
        return account.program.benefits().stream()
                .filter(benefit -> benefit.conditions().stream()
                        .allMatch(condition -> (basket != null || condition instanceof Condition)
                                && condition.check(facts).met()))
                .map(Benefit::id)
                .toList();
    }

    // --- birthday gifts ---

    static void requireValid(PlainAccount account, Claim event) {
        account.program
                .offer(event.offer())
                .ifPresent(offer -> PlainRefusal.unless(chosen(offer, event) != null, "INVALID"));
    }

    private static Choice chosen(Offer offer, Claim event) {
        if (event.choice() == null) {
            return offer.choices().size() == 1 ? offer.choices().get(0) : null;
        }
        return offer.choices().stream()
                .filter(choice -> choice.id().equals(event.choice()))
                .findFirst()
                .orElse(null);
    }

    static void claim(PlainAccount account, Claim event) {
        Offer offer = account.program.offer(event.offer()).orElseThrow(() -> new PlainRefusal("UNKNOWN_GIFT"));
        Choice choice = chosen(offer, event);
        Instant at = event.occurredAt();
        BirthdayOccasion occasion = (BirthdayOccasion) offer.occasion();
        LocalDate birthday = requireOpen(account, occasion, offer.id(), at);
        PlainFacts opened = PlainAccrual.facts(account, account.program, at, null)
                .ofOfferOpenedAt(openedAt(account, opening(account, occasion, at), birthday));
        requireMet(offer.conditions(), opened);
        requireMet(choice.conditions(), opened);
        PlainClaim claim = new PlainClaim(offer.id(), birthday, at, null, 0, 0, false);
        if (choice.content() instanceof Bonus bonus) {
            PlainWallet wallet = account.wallet(bonus.points().currency().id());
            long points = bonus.points().count();
            wallet.requireModest(points);
            wallet.count(PlainWallet.Total.EARNED, points);
            Instant expires = wallet.expiryOf(at, at);
            PlainLot lot = account.points.open(wallet, points, at, account.asOf, expires);
            wallet.active(Expiry.Activity.EARNING, at);
            account.points.write(
                    EntryKind.EARN, wallet, points, List.of(new LotUse(lot.number, points)), offer.id(), null);
            account.points.settle();
            PlainFacts facts = PlainAccrual.facts(account, account.judging, at, null);
            List<PlainCounts.Counted> counted = account.counts.ofClaim(facts, wallet.currency, points);
            Set<String> sums = account.counts.write(counted, event.id(), at);
            SortedMap<String, TierStanding> before = account.held();
            account.tiers.follow(sums, at);
            account.noteTiers(before, false);
            claim = new PlainClaim(offer.id(), birthday, at, wallet.currency, points, lot.number, false);
        }
        account.claims.put(event.id(), claim);
    }

    private static LocalDate requireOpen(PlainAccount account, BirthdayOccasion occasion, String offer, Instant at) {
        Birthday birthday = account.profile.birthday();
        PlainRefusal.unless(birthday != null, "CONDITION_NOT_MET");
        Opening opening = opening(account, occasion, at);
        LocalDate claimed = null;
        int present = at.atZone(account.zone).getYear();
        for (int year = present - 1; year <= present; year++) {
            LocalDate date = birthday.inYear(year, account.program.leapDay());
            claimed = isOpen(account, opening, date, at) ? date : claimed;
        }
        PlainRefusal.unless(claimed != null, "NOT_OPEN");
        for (LocalDate other : account.claimed(offer)) {
            // Those that are claimed lie at least so many days apart.
            PlainRefusal.unless(Math.abs(ChronoUnit.DAYS.between(other, claimed)) >= 365, "ALREADY_CLAIMED");
        }
        requireSince(account, account.birthdayOnFile, occasion.knownFor(), at);
        if (occasion.purchasedFor() != null) {
            requireSince(account, account.firstPurchase, occasion.purchasedFor(), openedAt(account, opening, claimed));
        }
        return claimed;
    }

    private static Opening opening(PlainAccount account, BirthdayOccasion occasion, Instant at) {
        PlainFacts facts = PlainAccrual.facts(account, account.program, at, null);
        Opening opening = occasion.opening();
        for (BirthdayOccasion.TierOpening other : occasion.tierOpenings()) {
            opening = facts.holdsAtLeast(other.tier()) ? other.opening() : opening;
        }
        return opening;
    }

    private static Instant openedAt(PlainAccount account, Opening opening, LocalDate birthday) {
        LocalDate first = opening.until() == null ? birthday.withDayOfMonth(1) : birthday;
        return first.atStartOfDay(account.zone).toInstant();
    }

    private static boolean isOpen(PlainAccount account, Opening opening, LocalDate birthday, Instant at) {
        if (opening.until() == null) {
            return YearMonth.from(at.atZone(account.zone)).equals(YearMonth.from(birthday));
        }
        Instant start = birthday.atStartOfDay(account.zone).toInstant();
        Instant end = PlainMoments.from(opening.until(), start, account.zone, account.memberSince());
        return !at.isBefore(start) && at.isBefore(end);
    }

    private static void requireSince(PlainAccount account, Instant since, Period period, Instant at) {
        PlainRefusal.unless(
                since != null
                        && !since.atZone(account.zone).plus(period).toInstant().isAfter(at),
                "CONDITION_NOT_MET");
    }
}
