/**
 * A program compiled: which rules can match a purchase, and what is worked out once. Not exported.
 * Of the rooms of the engine it may depend on {@code guard}.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.engine.plan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
