package dev.laurel.jdbc;

import java.sql.SQLException;

/**
 * The database refused to work, for a reason that trying again at once does not mend. Its message is in the cause, which can name ids
 * but holds no bytes.
 *
 * <p>If it comes from a commit, nobody knows whether that is stored: submit the same event again, which is answered as a repetition if
 * it is.
 */
public final class JdbcStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What could not be done, and what the database said. */
    JdbcStoreException(String what, SQLException cause) {
        super(
                what + ": the database answered with SQL state " + cause.getSQLState() + ", error "
                        + cause.getErrorCode(),
                cause);
    }
}
