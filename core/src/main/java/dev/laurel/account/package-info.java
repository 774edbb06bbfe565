/**
 * One customer in one program, as an immutable bounded value; the receipts beside it; digests of both.
 * May depend on {@code rule} and what that may depend on; rules and programs do not know it.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
