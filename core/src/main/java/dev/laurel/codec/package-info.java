/**
 * Accounts, receipts, events and journals as bytes, which a store keeps and reads again, and the digests of these bytes. May depend on
 * {@code decision} and what that may depend on.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.codec;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
