/**
 * What an event leaves behind for later ones that name it: what was bought and awarded, redeemed, set
 * aside, claimed or closed, and what of it is left. May depend on {@code program} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.receipt;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
