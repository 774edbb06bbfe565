/**
 * Turns the invoices of an online shop, as the Online Retail history lists them, into purchases and returns. Knows the format of
 * histories, but neither the library nor the tool.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.replay.retail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
