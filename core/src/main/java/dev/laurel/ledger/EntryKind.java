package dev.laurel.ledger;

import static dev.laurel.ledger.Movement.Trait.FINDS_OVERDUE;
import static dev.laurel.ledger.Movement.Trait.FINDS_PENDING;
import static dev.laurel.ledger.Movement.Trait.MAY_FALL_SHORT;
import static dev.laurel.ledger.Movement.Trait.OPENS_LOTS;
import static dev.laurel.ledger.Movement.Trait.SHARES_LOTS;
import static dev.laurel.ledger.Movement.Trait.SPENDS;
import static dev.laurel.ledger.Movement.Trait.STARTS_TIMER;

import dev.laurel.ledger.Movement.Place;
import dev.laurel.ledger.Movement.Total;

/**
 * What an entry did to the points of an account. Each kind says all of it: between which places points move, in which total they
 * count, and what else holds of its entries. Balances, the fold and the engine ask here, so that a new kind is one line.
 */
public enum EntryKind {
    /** Points brought over from another system. */
    OPEN(Movement.in(Total.OPENED, OPENS_LOTS, STARTS_TIMER)),
    /** Points awarded by a rule. */
    EARN(Movement.in(Total.EARNED, OPENS_LOTS, SHARES_LOTS, STARTS_TIMER)),
    /** Points paid for a reward. */
    REDEEM(Movement.out(Total.REDEEMED, SPENDS)),
    /** Points set aside for a reward; they only move, so they are not signed. */
    HOLD(Movement.inside(Place.LOTS, Place.HOLD, SPENDS)),
    /** Points that were held, taken for good. */
    CAPTURE(Movement.outOfHold(Total.REDEEMED)),
    /** Points that were held and went back to their lots; they only move, so they are not signed. */
    RELEASE(Movement.inside(Place.HOLD, Place.LOTS)),
    /**
     * Points that ended unused: at their date, or because the account was closed, what was on hold then out of its hold. When a closed
     * account is opened again, points that came back to where they were.
     */
    EXPIRE(
            Movement.in(Total.EXPIRED),
            Movement.out(Total.EXPIRED, FINDS_PENDING),
            Movement.intoHold(Total.EXPIRED),
            Movement.outOfHold(Total.EXPIRED)),
    /** Points taken back for a return, or for a claim that was cancelled. */
    CLAWBACK(Movement.out(Total.CLAWED_BACK, SPENDS, FINDS_PENDING, FINDS_OVERDUE, MAY_FALL_SHORT)),
    /** Points of a redemption that went back to the lots that they came from. */
    RESTORE(Movement.in(Total.REDEEMED)),
    /** Points added or taken by hand. */
    ADJUST(
            Movement.in(Total.ADJUSTED_UP, OPENS_LOTS, STARTS_TIMER),
            Movement.out(Total.ADJUSTED_DOWN, SPENDS, FINDS_OVERDUE, MAY_FALL_SHORT)),
    /** Points given to another account. */
    SEND(Movement.out(Total.SENT, SPENDS)),
    /** Points that came from another account. */
    RECEIVE(Movement.in(Total.RECEIVED, OPENS_LOTS)),
    /** Points that paid a debt as soon as they were available; they only move, so they are not signed. */
    DEBT_PAID(Movement.inside(Place.LOTS, Place.DEBT, FINDS_OVERDUE)),
    /**
     * Lots get another date. If it lists lots, they have the date of the entry from now on, or none. If it lists none, a tier suspends the
     * dates of the currency's lots from now on, if the entry has no date; else it does so no more, and each of them keeps its date, but
     * gets that of the entry if it is later. So do those that points may still come back to. It moves no points.
     */
    REDATE(Movement.NONE);

    private final Movement up;
    private final Movement down;
    private final Movement upOfHold;
    private final Movement downOfHold;

    EntryKind(Movement movement) {
        this(movement, movement);
    }

    EntryKind(Movement up, Movement down) {
        this(up, down, up, down);
    }

    EntryKind(Movement up, Movement down, Movement upOfHold, Movement downOfHold) {
        this.up = up;
        this.down = down;
        this.upOfHold = upOfHold;
        this.downOfHold = downOfHold;
    }

    /** What an entry of this kind with these points does, if it names a hold or not. */
    Movement movement(long points, boolean ofHold) {
        if (ofHold) {
            return points > 0 ? upOfHold : downOfHold;
        }
        return points > 0 ? up : down;
    }

    /** Whether credits of this kind by one event share a lot where its dates are the same. */
    public boolean sharesLots() {
        return up.has(SHARES_LOTS);
    }

    /** Whether a credit of this kind that has no date starts a timer of inactivity that is not running. */
    public boolean startsTimer() {
        return up.has(STARTS_TIMER);
    }
}
