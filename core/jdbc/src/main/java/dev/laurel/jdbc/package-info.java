/**
 * A store of accounts in PostgreSQL, H2 or MariaDB: {@link dev.laurel.jdbc.JdbcAccountStore}. It knows bytes, ids and
 * instants, and nothing of points.
 */
@NullMarked
@CheckReturnValue
package dev.laurel.jdbc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
