package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;

import dev.laurel.condition.Condition;
import dev.laurel.decision.Decision;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Rule;
import java.util.List;

/** Shops whose programs ask for what a member has done. */
final class CountingShops {
    static final PurchaseCounter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    static final PurchaseCounter<CountSum> VISITS = PurchaseCounter.purchases("visits");

    private CountingShops() {}

    /** A hundred points for each purchase before which a condition holds. */
    static EarnRule bonus(Condition condition) {
        return EarnRule.earning("bonus", Amounts.fixed(100)).where(condition);
    }

    static Shop shop(Rule... rules) {
        return new Shop(program().earn(rules).build());
    }

    static Shop shop(Condition condition) {
        return shop(bonus(condition));
    }

    /** Gives back parts of a purchase at noon, or all that is left of it, and holds the account against its ledger. */
    static void returns(Shop shop, String date, String purchase, ReturnedLine... lines) {
        String id = "return of " + purchase + " on " + date;
        shop.submit(
                lines.length == 0
                        ? Return.ofAll(id, CUSTOMER, noon(date), purchase)
                        : new Return(id, CUSTOMER, noon(date), purchase, List.of(lines)));
        shop.verify();
    }

    static long earned(Decision decision) {
        return decision.earned("points");
    }
}
