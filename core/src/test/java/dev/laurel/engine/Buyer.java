package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.EntryKind;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Rule;
import java.util.List;

/** A member who buys once, as p, and brings things back. */
final class Buyer {
    final Shop shop;
    private int returns;

    Buyer(LoyaltyProgram program) {
        shop = new Shop(program);
    }

    /** A member who can pay with points as {@link Shop#PAYS} says. */
    static Buyer of(Rule... rules) {
        return new Buyer(program().earn(rules).redeem(Shop.PAYS).build());
    }

    @CanIgnoreReturnValue
    Buyer buys(PurchaseLine... lines) {
        return buys("p", "2026-01-05", Basket.of(lines));
    }

    @CanIgnoreReturnValue
    Buyer buys(String id, String date, Basket basket) {
        shop.submit(new Purchase(id, CUSTOMER, noon(date), basket));
        return this;
    }

    /** Redeems points that pay so much, the day before the usual purchase. */
    Buyer redeemsToPay(String id, String amount) {
        shop.redeemsToPay(id, noon("2026-01-04"), amount);
        return this;
    }

    Return event(String date, ReturnedLine... lines) {
        return new Return("back" + ++returns, CUSTOMER, noon(date), "p", List.of(lines));
    }

    /** The points that are taken back. */
    @CanIgnoreReturnValue
    long returns(ReturnedLine... lines) {
        return returnsOn("2026-01-10", lines);
    }

    @CanIgnoreReturnValue
    long returnsOn(String date, ReturnedLine... lines) {
        Decision decision = shop.submit(event(date, lines));
        shop.verify();
        return -decision.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.CLAWBACK)
                .mapToLong(entry -> entry.points() - entry.shortfall())
                .sum();
    }

    Refusal isRefused(ReturnedLine... lines) {
        return shop.refused(event("2026-01-10", lines));
    }
}
