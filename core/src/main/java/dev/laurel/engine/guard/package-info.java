/**
 * The border of an evaluation: how it ends in a refusal, and how code that is not ours is asked. Not exported.
 * Depends on no other room of the engine.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.engine.guard;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
