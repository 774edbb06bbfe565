/**
 * Exact numbers: money, quantities, ratios, and how a ratio becomes whole points.
 * Never binary floating point. May depend on {@code id} only.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.money;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
