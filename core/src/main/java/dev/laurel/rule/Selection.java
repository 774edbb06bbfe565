package dev.laurel.rule;

import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import java.util.List;

/**
 * What an amount is worked out from: some lines together, one line, or one piece of a line, as the rule rounds.
 *
 * @param lines the lines; for a piece, the line that it is of
 * @param money what of them was paid in money, exactly, in units of the purchase's currency; without tax unless the program
 *     includes it
 * @param quantity how many pieces, or how much, of which the same part counts that was paid in money
 */
public record Selection(List<PurchaseLine> lines, Ratio money, Ratio quantity) {}
