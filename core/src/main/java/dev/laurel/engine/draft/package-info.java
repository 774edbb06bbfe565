/**
 * An account while one event is evaluated: all that ever changes it, what happens to it by itself, and what is posted for it. Not exported.
 * Of the rooms of the engine it may depend on {@code guard} and {@code plan}.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.engine.draft;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
