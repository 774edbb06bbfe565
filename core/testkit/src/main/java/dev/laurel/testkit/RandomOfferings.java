package dev.laurel.testkit;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Choice;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Content;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Rewards, offers and benefits of every kind. */
final class RandomOfferings {
    /** The id of a reward that needs nothing but points, though now and then it is limited. */
    static final String PLAIN = "reward-0";

    /** The id of a reward by which points pay orders, which needs nothing but points; most programs have it. */
    static final String PAYS = "pays";

    final List<Reward> rewards = new ArrayList<>();
    final List<Offer> offers = new ArrayList<>();
    final List<Benefit> benefits = new ArrayList<>();

    private final Draw draw;
    private final RandomTimes times;
    private final RandomConditions conditions;
    private final List<List<Tier>> tiers;

    RandomOfferings(Draw draw, RandomConditions conditions, List<List<Tier>> tiers, boolean awardsStatus) {
        this.draw = draw;
        times = new RandomTimes(draw);
        this.conditions = conditions;
        this.tiers = tiers;
        // One that is easily had, so that there is much to cancel.
        Reward plain = Reward.costing(PLAIN, 1 + draw.below(20));
        rewards.add(draw.chance(20) ? plain.capped(UseCap.of(1 + draw.below(2), times.any())) : plain);
        if (draw.chance(85)) {
            rewards.add(pays());
        }
        for (int i = 1; i < 4; i++) {
            Reward reward = Reward.costing("reward-" + i, 1 + draw.below(90));
            rewards.add(restricted(draw.chance(60) ? reward.giving(discount()) : reward));
        }
        for (int i = draw.below(3); i > 0; i--) {
            rewards.add(restricted(payment("payment-" + i)));
        }
        if (awardsStatus) {
            rewards.add(restricted(
                    Reward.costing("for-status", PointCurrency.of("status").points(20))));
        }
        if (draw.chance(10)) {
            rewards.add(Reward.costing("rogue-reward", 1 + draw.below(20)).where(RogueRules.condition(draw)));
        }
        for (int i = draw.below(3); i >= 0; i--) {
            offers.add(offer("gift-" + i));
        }
        for (int i = draw.below(3); i > 0; i--) {
            Benefit benefit = Benefit.of("benefit-" + i);
            benefit = draw.chance(70) ? benefit.where(conditions.ofMember(2)) : benefit;
            benefits.add(draw.chance(40) ? benefit.where(conditions.condition(2)) : benefit);
        }
    }

    private Reward pays() {
        long step = draw.chance(60) ? 1 : 1 + draw.below(10);
        PointsAsPayment payment = PointsAsPayment.of(
                draw.chance(85)
                        ? draw.money(1 + draw.below(60))
                        : Money.ofMillionths(draw.currency(), 100_000 + draw.below(900_000)),
                draw.chance(70) ? 1 : 1 + draw.below(7));
        return Reward.costing(PAYS, new ChosenPrice(step, step, null)).giving(payment);
    }

    /** Points as a payment, mostly in whole cents; of some the fewest are worth nothing, which a program refuses. */
    private Reward payment(String id) {
        long step = draw.chance(50) ? 1 : 1 + draw.below(40);
        Price price = draw.chance(90)
                ? new ChosenPrice(step, step * (1 + draw.below(3)), null)
                : FixedPrice.of(step * (1 + draw.below(3)));
        PointsAsPayment payment = PointsAsPayment.of(
                draw.chance(80)
                        ? draw.money(1 + draw.below(300))
                        : Money.ofMillionths(draw.currency(), 1 + draw.below(90_000)),
                draw.chance(60) ? 1 : 1 + draw.below(7));
        payment = draw.chance(40) ? payment.upToPercentOfOrder(Ratio.of(1 + draw.below(300), 3)) : payment;
        return Reward.costing(id, price).giving(payment);
    }

    private Reward restricted(Reward reward) {
        // Two conditions of one kind could exclude each other, which a program refuses.
        Reward restricted = draw.chance(40)
                ? reward.where(draw.chance(50) ? conditions.condition(1) : conditions.ofMember(1))
                : reward;
        restricted = draw.chance(15)
                ? restricted.where(Conditions.orderOfAtLeast(draw.money(draw.below(9_000))))
                : restricted;
        restricted = draw.chance(40) ? restricted.capped(UseCap.of(1 + draw.below(2), times.any())) : restricted;
        return draw.chance(25) ? restricted.valid(validity()) : restricted;
    }

    private Dates validity() {
        LocalDate from = draw.date();
        LocalDate to = from.plusDays(draw.below(400));
        return new Dates(draw.chance(70) ? from : null, draw.chance(70) ? to : null);
    }

    private Content discount() {
        return switch (draw.below(4)) {
            case 0 -> new AmountOff(draw.money(1 + draw.below(8_000)), lines());
            case 1 -> PercentageOff.of(Ratio.of(1 + draw.below(1000), 10)).of(lines());
            case 2 ->
                PercentageOff.of(Ratio.of(1 + draw.below(100))).of(lines()).upTo(draw.money(1 + draw.below(3_000)));
            default -> new FreeItem(draw.chance(20) ? Selectors.everything() : conditions.selector(1));
        };
    }

    private Selector lines() {
        return draw.chance(50) ? Selectors.everything() : conditions.selector(1);
    }

    private Offer offer(String id) {
        BirthdayOccasion occasion = BirthdayOccasion.onTheDay().open(window());
        if (!tiers.isEmpty() && draw.chance(50)) {
            List<Tier> ladder = draw.pick(tiers);
            occasion = occasion.from(ladder.get(1), window());
            occasion = ladder.size() > 2 && draw.chance(50) ? occasion.from(ladder.get(2), window()) : occasion;
        }
        occasion = draw.chance(30) ? occasion.knownFor(Period.ofDays(draw.below(20))) : occasion;
        occasion = draw.chance(30) ? occasion.purchasedFor(Period.ofDays(1 + draw.below(30))) : occasion;
        Offer offer = Offer.of(id, occasion, new Item("sample"));
        offer = draw.chance(75)
                ? offer.alsoGiving(Choice.of(new Bonus(
                        PointCurrency.of("points").points(draw.chance(3) ? draw.manyPoints() : 1 + draw.below(300)))))
                : offer;
        offer = draw.chance(30)
                ? offer.alsoFor(
                        conditions.ofMember(1),
                        new Bonus(PointCurrency.of("status").points(1 + draw.below(30))))
                : offer;
        offer = draw.chance(30)
                ? offer.where(
                        PurchaseCounter.purchases("bought").per(Window.EVER).isAtLeast(1))
                : offer;
        offer = draw.chance(35) ? offer.where(Conditions.enrolledFor(Period.ofDays(draw.below(20)))) : offer;
        return draw.chance(20) ? offer.where(conditions.ofMember(1)) : offer;
    }

    private Opening window() {
        return switch (draw.below(5)) {
            case 0 -> Opening.until(Moment.after(Period.ofDays(draw.chance(40) ? 1 : 1 + draw.below(20))));
            case 1 -> Opening.inItsMonth();
            case 2 -> Opening.until(Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(draw.below(4))));
            default -> Opening.until(Moment.after(Period.ofDays(BirthdayOccasion.MOST_DAYS_OPEN - draw.below(80))));
        };
    }
}
