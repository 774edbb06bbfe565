/**
 * The words in which a program reads like its terms. So far those for values; sentences for rules are to follow.
 * May depend on the core, which does not know it.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.dsl;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
