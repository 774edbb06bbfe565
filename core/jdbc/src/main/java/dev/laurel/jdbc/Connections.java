package dev.laurel.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * How a store gets at a connection where the host keeps it: in a transaction of plain JDBC, of jOOQ, Hibernate or Jdbi.
 *
 * <pre>{@code
 * JdbcAccountStore.on(work -> work.accept(connection));
 * jooq.transaction(c -> ... JdbcAccountStore.on(work -> c.dsl().connection(work::accept)) ...);
 * }</pre>
 *
 * <p>A service also reads when it is made, and wherever it is asked for something outside a transaction. So one that is made once for all
 * transactions wants a connection also where there is none of them:
 *
 * <pre>{@code
 * JdbcAccountStore.on(work -> {
 *     Connection mine = PRESENT.get(); // a ThreadLocal that the transaction sets and removes
 *     if (mine != null) {
 *         work.accept(mine);
 *     } else {
 *         try (Connection own = dataSource.getConnection()) {
 *             work.accept(own);
 *         }
 *     }
 * });
 * }</pre>
 */
@FunctionalInterface
public interface Connections {
    /**
     * Lends a connection for some work. The work runs once, in the calling thread, before this returns. What it throws is passed on. It
     * is an {@link IllegalStateException} if the connection is null.
     *
     * @throws SQLException if there is no connection
     */
    void lend(Consumer<Connection> work) throws SQLException;
}
