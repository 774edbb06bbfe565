package dev.laurel.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Connections that fail at one call that goes to the database, where a test says so. For one thread. */
final class FaultyDriver {
    private static final Set<String> CALLS = Set.of(
            "executeQuery",
            "executeUpdate",
            "executeBatch",
            "execute",
            "commit",
            "rollback",
            "setAutoCommit",
            "setSavepoint",
            "releaseSavepoint");

    /** What goes wrong at a call. */
    enum Fault {
        BEFORE("58030", true, false),
        AFTER("58030", false, false),
        /** And the next rollback too. */
        BEFORE_AND_ROLLBACK("58030", true, false),
        RACE_BEFORE("40001", true, false),
        RACE_AFTER("40001", false, false),
        BREAK_BEFORE("08006", true, true),
        BREAK_AFTER("08006", false, true);

        private final String state;
        private final boolean isBefore;
        private final boolean isForGood;

        Fault(String state, boolean isBefore, boolean isForGood) {
            this.state = state;
            this.isBefore = isBefore;
            this.isForGood = isForGood;
        }

        boolean isBefore() {
            return isBefore;
        }

        boolean isRace() {
            return this == RACE_BEFORE || this == RACE_AFTER;
        }

        private SQLException toThrow() {
            return new SQLException("injected: " + this, state);
        }
    }

    private final List<String> calls = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Fault fault;
    private int last;
    private boolean hasStruck;
    private boolean isNextRollbackHit;

    /** From now on calls are counted, and nothing fails. */
    void count() {
        calls.clear();
        fault = null;
    }

    /** From now on calls are counted, and one of them fails. */
    void failAt(int call, Fault how) {
        calls.clear();
        fault = how;
        last = call;
        hasStruck = false;
        isNextRollbackHit = false;
    }

    /** The calls that were counted, as the database saw them. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    boolean hasStruck() {
        return hasStruck;
    }

    /** What was wrong with connections that were given back since this was asked last. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** The connections of a pool. Each must come back as it was taken out, unless it is broken. */
    DataSource over(DataSource pool) {
        return Passing.by(DataSource.class, (method, arguments) -> {
            Object result = Passing.on(pool, method, arguments);
            return result instanceof Connection real ? over(real) : result;
        });
    }

    /** A connection. If it is closed, it must be as it was by now, unless it is broken. */
    Connection over(Connection real) throws SQLException {
        Line line = new Line(real);
        return Passing.by(Connection.class, line::handle);
    }

    /** A line to the database. */
    private final class Line {
        private final Connection real;
        private final boolean autocommit;
        private boolean isBroken;

        Line(Connection real) throws SQLException {
            this.real = real;
            autocommit = real.getAutoCommit();
        }

        Object handle(Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    giveBack();
                    return null;
                }
                case "abort" -> {
                    breakDown();
                    return null;
                }
                default -> {
                    if (CALLS.contains(method.getName())) {
                        String what =
                                method.getName() + (method.getName().equals("setAutoCommit") ? " " + arguments[0] : "");
                        return call(what, real, method, arguments);
                    }
                    requireWhole();
                    Object result = Passing.on(real, method, arguments);
                    return result instanceof Statement statement ? over(statement, method, arguments) : result;
                }
            }
        }

        private Object over(Statement statement, Method made, Object[] by) {
            String sql = by == null ? "" : " " + by[0];
            return Passing.by(made.getReturnType().asSubclass(Statement.class), (method, arguments) -> {
                if (CALLS.contains(method.getName())) {
                    return call(method.getName() + sql, statement, method, arguments);
                }
                if (!method.getName().equals("close")) {
                    requireWhole();
                }
                return Passing.on(statement, method, arguments);
            });
        }

        private void requireWhole() throws SQLException {
            if (isBroken) {
                throw new SQLException("injected: the connection is broken", "08003");
            }
        }

        private Object call(String what, Object on, Method method, Object[] arguments) throws Throwable {
            requireWhole();
            calls.add(what);
            if (isNextRollbackHit && method.getName().equals("rollback")) {
                isNextRollbackHit = false;
                throw fault.toThrow();
            }
            boolean isHit = fault != null && calls.size() == last;
            if (isHit && fault.isBefore) {
                strike();
            }
            Object result = Passing.on(on, method, arguments);
            if (isHit) {
                if (result instanceof ResultSet rows) {
                    rows.close();
                }
                strike();
            }
            return result;
        }

        private void strike() throws SQLException {
            hasStruck = true;
            isNextRollbackHit = fault == Fault.BEFORE_AND_ROLLBACK;
            if (fault.isForGood) {
                breakDown();
            }
            throw fault.toThrow();
        }

        /** The database takes back what is open on a line that is gone. */
        private void breakDown() throws SQLException {
            if (!isBroken) {
                isBroken = true;
                restore();
            }
        }

        private void restore() throws SQLException {
            if (!real.getAutoCommit()) {
                real.rollback();
                real.setAutoCommit(autocommit);
            }
        }

        private void giveBack() throws SQLException {
            if (!isBroken) {
                if (real.getAutoCommit() != autocommit) {
                    complaints.add("a connection came back with autocommit " + real.getAutoCommit());
                } else if (isInTransaction()) {
                    complaints.add("a connection came back with an open transaction");
                }
                restore();
            }
            real.close();
        }

        private boolean isInTransaction() throws SQLException {
            if (real.isWrapperFor(BaseConnection.class)) {
                return real.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
            }
            // What the autocommit of these says is what they do.
            return !autocommit && isInTransactionByItsWord();
        }

        private boolean isInTransactionByItsWord() throws SQLException {
            String sql = real.getMetaData().getDatabaseProductName().equals("H2")
                    ? "select contains_uncommitted from information_schema.sessions where session_id = session_id()"
                    : "select @@in_transaction";
            try (Statement statement = real.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
