package dev.laurel.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * In whose transaction work is done: in one of the host, which is never ended here, or in one of its own. Whether autocommit is on tells
 * which, unless all are its own.
 */
final class Transactions {
    private final Connections connections;
    private final boolean areOwn;

    /**
     * Transactions over connections.
     *
     * @param areOwn whether all are own ones, also where autocommit is off
     */
    Transactions(Connections connections, boolean areOwn) {
        this.connections = connections;
        this.areOwn = areOwn;
    }

    /** Work with a connection. */
    interface Work<T> {
        T on(Connection connection, boolean isJoined) throws SQLException;
    }

    /** What to throw in place of an exception of the database. */
    interface Translation {
        RuntimeException of(SQLException thrown);
    }

    /** Whether work that is done now is part of a transaction of the host. */
    boolean isJoined(Translation translation) {
        return !areOwn && with(translation, (connection, isJoined) -> isJoined);
    }

    /** Does work that is one statement, or reads only. */
    <T> T with(Translation translation, Work<T> work) {
        return lent(translation, connection -> {
            boolean autocommit = connection.getAutoCommit();
            if (autocommit || !areOwn) {
                return work.on(connection, !autocommit);
            }
            return ended(connection, false, work);
        });
    }

    /** Does work that is several statements, of which all are done or none is. */
    <T> T together(Translation translation, Work<T> work) {
        return lent(translation, connection -> {
            boolean autocommit = connection.getAutoCommit();
            return autocommit || areOwn ? ended(connection, autocommit, work) : undoable(connection, work);
        });
    }

    /** Ends the transaction, whatever becomes of the work, and leaves autocommit as it was. */
    private static <T> T ended(Connection connection, boolean autocommit, Work<T> work) throws SQLException {
        try {
            if (autocommit) {
                connection.setAutoCommit(false);
            }
            T result = work.on(connection, false);
            connection.commit();
            if (autocommit) {
                connection.setAutoCommit(true);
            }
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            takeBack(e, connection, autocommit);
            throw e;
        }
    }

    /** Autocommit is only switched on after a rollback, since that commits what is open. Without one, the connection is given up. */
    private static void takeBack(Throwable reason, Connection connection, boolean autocommit) {
        try {
            connection.rollback();
            if (autocommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException e) {
            reason.addSuppressed(e);
            undo(reason, () -> connection.abort(Runnable::run));
        }
    }

    /** In a transaction of the host, which goes on: what was done of the work is taken back if it fails. */
    private static <T> T undoable(Connection connection, Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        T result;
        try {
            result = work.on(connection, true);
        } catch (SQLException | RuntimeException | Error e) {
            undo(e, () -> connection.rollback(before));
            throw e;
        }
        connection.releaseSavepoint(before);
        return result;
    }

    private interface Undoing {
        void undo() throws SQLException;
    }

    private static void undo(Throwable reason, Undoing undoing) {
        try {
            undoing.undo();
        } catch (SQLException | RuntimeException e) {
            // A deadlock has ended the transaction already; where the connection is broken, the database ends it.
            reason.addSuppressed(e);
        }
    }

    private interface Lent<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T lent(Translation translation, Lent<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        Consumer<Connection> once = connection -> {
            if (connection == null) {
                throw new IllegalStateException("the host lent no connection: Connections.lend gave null to its work;"
                        + " where no transaction is under way it must open a connection");
            }
            try {
                result.set(work.on(connection));
            } catch (SQLException e) {
                throw translation.of(e);
            }
        };
        try {
            connections.lend(once);
        } catch (SQLException e) {
            throw translation.of(e);
        }
        T given = result.get();
        if (given == null) {
            throw new IllegalStateException("the host lent no connection: Connections.lend must do its work once");
        }
        return given;
    }
}
