/**
 * What a purchase earns: the rules that match, their exact amounts, multipliers, rounding and caps. Not exported.
 * Of the rooms of the engine it may depend on {@code guard}, {@code plan} and {@code draft}.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.engine.earn;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
