/**
 * What a member would see: one page of text about an account, its rewards and its last entries.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.examples.replay.member;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
