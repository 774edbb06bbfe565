/**
 * The thin shell for a host: load, evaluate, commit once, tell listeners; what a store promises; and one door to a member.
 * The one place with a clock, a log and a retry. May depend on {@code engine} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.service;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
