/**
 * What a host may give: the ids that it chooses and the ids that a program declares, and collections of a bounded size.
 * Depends on nothing else of Laurel.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.id;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
