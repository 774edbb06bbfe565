/**
 * What points buy and what members may claim or have without paying: rewards, offers, benefits.
 * May depend on {@code rule} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.reward;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
