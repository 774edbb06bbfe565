/**
 * What happened: the events that a host reports, and the purchases and baskets in them.
 * Values without behavior of their own. May depend on {@code customer} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
