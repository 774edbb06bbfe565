package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.NEW_YORK;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.usd;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.Balance;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Rule;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;

/**
 * One member who buys, redeems and brings things back, each at noon of a date: what they do reads as a list. After each event the
 * account is held against its ledger.
 */
final class Member {
    /** A point for each dollar. */
    static final EarnRule PER_DOLLAR = EarnRule.earning("per-dollar", Amounts.proportional(1, usd("1")));

    /** Any number of points pays a cent each. */
    static final Reward PAYS =
            Reward.costing("pays", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("0.01"), 1));

    /** Any number of points pays five cents each, for mugs. */
    static final Reward MUG =
            Reward.costing("mug", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("0.05"), 1));

    final Shop shop;
    private int events;

    Member(LoyaltyProgram program) {
        shop = new Shop(program);
    }

    /** A member of a program in which points pay and buy mugs. */
    static Member of(PointTerms policy, Rule... rules) {
        return new Member(declared(policy, rules).build());
    }

    static LoyaltyProgram.Builder declared(PointTerms policy, Rule... rules) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(NEW_YORK)
                .money(Shop.USD)
                .points(POINTS, policy)
                .earn(rules.length == 0 ? new EarnRule[] {PER_DOLLAR} : rules)
                .redeem(PAYS, MUG)
                .holdsAtMost(Period.ofYears(1));
    }

    private String next() {
        return "n" + ++events;
    }

    @CanIgnoreReturnValue
    Decision does(LoyaltyEvent event) {
        Decision decision = shop.submit(event);
        shop.verify();
        return decision;
    }

    String isRefused(LoyaltyEvent event) {
        return shop.refused(event).code();
    }

    Refusal refusal(LoyaltyEvent event) {
        return shop.refused(event);
    }

    Balance balance() {
        return shop.account().balance(POINTS.id());
    }

    long available() {
        return balance().available();
    }

    long debt() {
        return balance().debt();
    }

    // --- buying ---

    @CanIgnoreReturnValue
    Decision buys(String id, String date, String net) {
        return buys(id, date, Basket.ofTotal(usd(net)));
    }

    @CanIgnoreReturnValue
    Decision buys(String id, String date, Basket basket) {
        return does(purchase(id, date, basket));
    }

    static Purchase purchase(String id, String date, Basket basket) {
        return new Purchase(id, CUSTOMER, noon(date), basket);
    }

    /** An order of one line, a part of which is paid with points of a redemption or hold. */
    static Basket paid(String net, String amount, String redemption) {
        return Basket.ofTotal(usd(net)).paidBy(Payment.withPoints(usd(amount), redemption));
    }

    // --- bringing back ---

    @CanIgnoreReturnValue
    Decision returns(String purchase, String date, ReturnedLine... lines) {
        return does(returned(purchase, date, lines));
    }

    Return returned(String purchase, String date, ReturnedLine... lines) {
        return new Return(next(), CUSTOMER, noon(date), purchase, Arrays.asList(lines));
    }

    static ReturnedLine worth(String line, String net) {
        return ReturnedLine.of(line, usd(net));
    }

    // --- spending ---

    @CanIgnoreReturnValue
    Decision redeems(String id, String date, String reward, long points) {
        return does(Redemption.of(id, CUSTOMER, noon(date), reward, points));
    }

    @CanIgnoreReturnValue
    Decision cancels(String redemption, String date) {
        return does(new Cancellation(next(), CUSTOMER, noon(date), redemption, null));
    }

    @CanIgnoreReturnValue
    Decision cancels(String redemption, String date, long points) {
        return does(new Cancellation(next(), CUSTOMER, noon(date), redemption, points));
    }

    /** Sets points aside for ninety days. */
    @CanIgnoreReturnValue
    Decision holds(String id, String date, String reward, long points) {
        Instant until = noon(date).plusSeconds(90L * 86_400);
        return does(new Hold(id, CUSTOMER, noon(date), reward, until, points, null));
    }

    @CanIgnoreReturnValue
    Decision captures(String id, String hold, String date) {
        return does(new Capture(id, CUSTOMER, noon(date), hold, null));
    }

    @CanIgnoreReturnValue
    Decision captures(String id, String hold, String date, long points) {
        return does(new Capture(id, CUSTOMER, noon(date), hold, points));
    }

    @CanIgnoreReturnValue
    Decision releases(String hold, String date) {
        return does(new Release(next(), CUSTOMER, noon(date), hold));
    }

    // --- by hand ---

    @CanIgnoreReturnValue
    Decision isGiven(long points, String date) {
        return does(new Adjustment(next(), CUSTOMER, noon(date), POINTS.id(), points, "goodwill", "agent-1"));
    }

    @CanIgnoreReturnValue
    Decision waits(Instant until) {
        return does(new TimePassed(CUSTOMER, until));
    }

    /** Each entry of a decision as kind and points. */
    static List<String> brief(Decision decision) {
        return Shop.brief(decision.entries());
    }
}
