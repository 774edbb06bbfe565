/**
 * What is counted in windows: the sums by counter.
 * May depend on {@code time} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.counter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
