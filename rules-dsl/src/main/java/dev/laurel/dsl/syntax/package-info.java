/**
 * The stages of a sentence: what may be said next. They are immutable, so half a sentence can be kept and continued twice,
 * and not to be implemented. May depend on the core.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.dsl.syntax;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
