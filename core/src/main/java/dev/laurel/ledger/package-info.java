/**
 * Points as an append-only ledger: currencies, entries, lots, balances, and their fold.
 * Knows dates, never the policies that set them. May depend on {@code event} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
