/**
 * What points buy and what members may claim or have without paying: rewards, offers, benefits.
 * May depend on {@code rule}, {@code tier}, {@code ledger}, {@code event}, {@code customer} and {@code money}.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.reward;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
