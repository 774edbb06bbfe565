package dev.laurel.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * How a store gets at a connection where the host keeps it: in a transaction of plain JDBC, of jOOQ, Hibernate or Jdbi.
 *
 * <pre>{@code
 * JdbcAccountStore.on(work -> work.accept(connection));
 * JdbcAccountStore.on(work -> jooq.connection(work::accept));
 * }</pre>
 */
@FunctionalInterface
public interface Connections {
    /**
     * Lends a connection for some work. The work runs once, in the calling thread, before this returns. What it throws is passed on.
     *
     * @throws SQLException if there is no connection
     */
    void lend(Consumer<Connection> work) throws SQLException;
}
