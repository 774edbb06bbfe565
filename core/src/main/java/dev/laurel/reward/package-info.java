/**
 * What points buy.
 * May depend on {@code ledger} and {@code money}.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.reward;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
