/** The rules to which the modules of Laurel are held by their tests. */
@NullMarked
@CheckReturnValue
package dev.laurel.architecture;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
