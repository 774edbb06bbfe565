/** Replays a purchase history through a loyalty program and shows what comes of it. */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.replay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
