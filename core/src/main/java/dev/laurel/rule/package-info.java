/**
 * What a program asks and awards: selectors, conditions, amounts and the earn rules made of them.
 * The types to implement for a rule type of one's own. May depend on {@code tier} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
