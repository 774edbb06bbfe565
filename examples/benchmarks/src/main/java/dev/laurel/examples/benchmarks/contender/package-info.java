/**
 * Those who are compared: each runs the shop's program over the shop's orders, in a way of its own.
 * May depend on {@code shop} and on what it is made of; contenders do not know each other.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.benchmarks.contender;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
