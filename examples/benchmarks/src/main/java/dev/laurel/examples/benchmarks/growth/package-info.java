/**
 * What an event costs Laurel by what an account or a program holds; JMH benchmarks, and a table of them.
 * May depend on {@code shop}, {@code contender} and {@code report}.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.benchmarks.growth;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
