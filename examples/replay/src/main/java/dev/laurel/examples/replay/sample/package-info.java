/**
 * Makes up the history of a cosmetics shop from a seed, so that programs can be tried on many customers without anybody's data.
 * Knows the format of histories, but neither the library nor the tool.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.replay.sample;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
