/**
 * A made-up cosmetics shop: what it promises its members, its campaigns, and who bought what and when.
 * May depend on nothing but the JDK, so that no contender gets its data in a form of its own.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.benchmarks.shop;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
