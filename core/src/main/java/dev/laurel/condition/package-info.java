/**
 * What a program asks of an order, a member and the time: selectors, conditions, and the facts that they are asked about.
 * The types to implement for a selector or a condition of one's own. May depend on {@code tier} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.condition;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
