/**
 * Civil time: the instants that events may carry, the windows in which something counts, the moments that are worked out from an instant,
 * and a table of the changes of a zone's clocks. May depend on {@code money} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.time;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
