/** Bytes that are written once and read once: in memory as long as they are few, else in temporary files. Depends on the JDK alone. */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.replay.scratch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
