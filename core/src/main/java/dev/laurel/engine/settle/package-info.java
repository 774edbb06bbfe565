/**
 * What each kind of event does: one settlement a kind, all in one table. Not exported.
 * May depend on the other rooms of the engine, but not on {@code engine} itself.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.engine.settle;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
