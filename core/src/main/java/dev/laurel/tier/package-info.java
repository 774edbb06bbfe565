/**
 * Tiers: the ladder, the windows in which its measure is summed, a member's standing and progress.
 * May depend on {@code ledger} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.tier;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
