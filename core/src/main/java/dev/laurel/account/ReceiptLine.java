package dev.laurel.account;

import dev.laurel.money.Money;
import dev.laurel.money.Quantity;

/**
 * A line of a purchase, as a later return needs it.
 *
 * @param id the line's id
 * @param quantity how many were bought
 * @param net what the whole line cost
 * @param qualifying how much of it counted for the tier
 * @param quantityLeft how many have not been returned
 * @param netLeft how much of the net has not been returned
 */
public record ReceiptLine(
        String id, Quantity quantity, Money net, Money qualifying, Quantity quantityLeft, Money netLeft) {}
