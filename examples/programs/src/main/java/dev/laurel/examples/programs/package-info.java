/**
 * Loyalty programs of the kinds that shops run, each declared in a file that reads like its terms.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.programs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
