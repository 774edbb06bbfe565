/**
 * Runs the contenders, first against each other and then against the clock, and shows what came of it.
 * May depend on {@code shop} and {@code contender}.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.benchmarks.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
