/** How much Laurel's engine costs, and what that depends on; measured with JMH, to be read as ratios of one run. */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.benchmarks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
