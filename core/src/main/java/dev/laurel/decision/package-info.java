/**
 * What the engine answers: a decision with what it writes, or a refusal, and what became of each rule. Values without effects.
 * May depend on {@code account}, {@code receipt} and what they may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.decision;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
