/**
 * Civil time: the instants that events may carry, the calendar windows in which something counts, a table of the changes of a zone's clocks, and the dates between which
 * something is open. May depend on {@code money} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.time;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
