/**
 * The words in which a program reads like its terms, all of them static members of {@link dev.laurel.dsl.Laurel}.
 * May depend on {@code dsl.syntax} and the core, which does not know it.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.dsl;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
