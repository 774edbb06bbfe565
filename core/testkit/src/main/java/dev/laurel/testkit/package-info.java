/**
 * For tests of hosts and of stores: programs and histories that are made up from a seed, and what every store promises.
 * Needs no test framework, and nothing depends on it. May depend on everything but other shells around {@code service}.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.testkit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
