/**
 * The pure evaluation: an account and an event become a decision, with its explanation.
 * No clock, no store, no state. The rooms inside, which are not exported, do the work. May depend on {@code decision}, {@code
 * codec} and what they may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.engine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
