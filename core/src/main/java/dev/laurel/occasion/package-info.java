/**
 * What a member has done, as numbers: counters, their sums in windows, and the conditions on these.
 * The types to implement for a measure of one's own. May depend on {@code condition} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.occasion;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
