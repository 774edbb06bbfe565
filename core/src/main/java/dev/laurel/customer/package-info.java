/**
 * Who takes part: a customer's profile, and the birthday in it.
 * May depend on {@code time} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.customer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
