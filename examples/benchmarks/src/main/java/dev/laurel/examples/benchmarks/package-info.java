/**
 * The command line of the benchmarks.
 * May depend on the packages below it.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.benchmarks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
