/**
 * The thin shell for a host: load, evaluate, commit once, tell listeners.
 * The one place with a clock, a log, a lock and a retry. May depend on {@code engine} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.service;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
