/**
 * Tiers: the ladder, a member's standing and progress.
 * May depend on {@code ledger}, {@code counter} and what they may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.tier;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
