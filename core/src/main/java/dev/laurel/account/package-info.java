/**
 * One customer in one program, as an immutable bounded value: wallets, open holds, standing, counters, milestones. It is kept packed:
 * a header of numbers, and chunks that versions of it share.
 * May depend on {@code receipt} and what that may depend on; rules and programs do not know it.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
