/**
 * What checks of a store need and a seed does not give: threads, and names that nobody had before.
 * The one place of the test kit with both; not exported. Depends on nothing of Laurel.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.testkit.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
