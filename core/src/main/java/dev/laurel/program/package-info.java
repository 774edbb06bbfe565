/**
 * A loyalty program as one immutable, checked value: rules, tiers, rewards, expiry; its stable text and fingerprint.
 * May depend on {@code reward} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.program;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
