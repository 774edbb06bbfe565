/**
 * What a program awards for purchases: amounts, the rules that earn them, those that multiply these, and the caps on both.
 * The types to implement for an amount of one's own. May depend on {@code condition} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
