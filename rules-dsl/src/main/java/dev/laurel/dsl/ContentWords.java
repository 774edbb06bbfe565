package dev.laurel.dsl;

import dev.laurel.condition.Selector;
import dev.laurel.dsl.syntax.PaymentRate;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Choice;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.Gift;
import dev.laurel.reward.Item;
import dev.laurel.reward.PercentageOff;

/** The words for what a reward costs, and for what a reward or an offer gives. */
public abstract class ContentWords extends ConditionWords {
    ContentWords() {}

    /**
     * An amount off an order of at least that much; with {@code of}, off the lines that a selector chooses.
     *
     * <pre>{@code
     * Reward cash = reward("cash-10").costing(POINTS.points(500)).gives(amountOff(usd(10)));
     * Reward scent = reward("scent-10").costing(POINTS.points(400)).gives(amountOff(usd(10)).of(category("fragrance")));
     * }</pre>
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static AmountOff amountOff(Money amount) {
        return new AmountOff(amount);
    }

    /**
     * So many per cent of an order off, as a decimal or a fraction; with {@code of}, of the lines that a selector chooses.
     *
     * <pre>{@code
     * Reward tenth = reward("tenth-off").costing(POINTS.points(800)).gives(percentageOff("10"));
     * Reward capped = reward("fifth-off").costing(POINTS.points(900)).gives(percentageOff("20").upTo(usd(50)));
     * Reward skin = reward("skin-fifth").costing(POINTS.points(700)).gives(percentageOff("20").of(category("skin")));
     * }</pre>
     *
     * @throws IllegalArgumentException if it is no number, or not more than 0 and at most 100
     */
    public static PercentageOff percentageOff(String percentage) {
        return PercentageOff.of(Ratio.of(percentage));
    }

    /**
     * One piece of the lines that the selector chooses for nothing: the dearest that is still paid.
     *
     * <pre>{@code
     * Reward drink = reward("free-drink").costing(STAMPS.points(9)).gives(freeItem(category("drink")));
     * }</pre>
     */
    public static FreeItem freeItem(Selector selector) {
        return new FreeItem(selector);
    }

    /**
     * As many points as the customer likes; with {@code inStepsOf} and {@code atLeast}, as many as that leaves.
     *
     * <pre>{@code
     * Reward pay = reward("points").costing(anyNumberOf(POINTS)).gives(paymentOf(usd("0.01")).perPoint());
     * Reward blocks = reward("blocks").costing(anyNumberOf(POINTS).inStepsOf(100).atLeast(500))
     *         .gives(paymentOf(usd("0.01")).perPoint());
     * }</pre>
     */
    public static ChosenPrice anyNumberOf(PointCurrency currency) {
        return ChosenPrice.ofAnyNumber(currency);
    }

    /**
     * Points that pay for an order, or a part of it.
     *
     * <pre>{@code
     * Reward pay = reward("points").costing(anyNumberOf(POINTS)).gives(paymentOf(usd("0.01")).perPoint());
     * Reward half = reward("half").costing(anyNumberOf(POINTS)).gives(paymentOf(usd(5)).perPoints(400).upToPercentOfOrder(50));
     * }</pre>
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static PaymentRate paymentOf(Money worth) {
        return new PaymentSentence(worth);
    }

    /**
     * A thing or a service that the host hands out.
     *
     * <pre>{@code
     * Reward flight = reward("flight").costing(POINTS.points(10_000)).gives(item("one-way-flight"));
     * }</pre>
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static Item item(String id) {
        return new Item(id);
    }

    /**
     * Points.
     *
     * <pre>{@code
     * Offer birthday = offer("birthday").on(birthday()).openInItsMonth().gives(bonus(POINTS.points(250)));
     * }</pre>
     */
    public static Bonus bonus(Points points) {
        return new Bonus(points);
    }

    /**
     * One of the things that an offer gives; with {@code where}, to those for whom conditions hold.
     *
     * <pre>{@code
     * Offer birthday = offer("birthday").on(birthday()).openInItsMonth().choiceOf(
     *         choice(item("mini-lipstick")).where(not(memberIsAtLeast(VIB))),
     *         choice(item("lipstick")).where(memberIsAtLeast(VIB)));
     * }</pre>
     */
    public static Choice choice(Gift content) {
        return Choice.of(content);
    }
}
