/**
 * What may be an id: the ids that a host chooses and the ids that a program declares.
 * Depends on nothing else of Laurel.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.id;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
