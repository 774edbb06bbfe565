package dev.laurel.jdbc;

import com.google.common.collect.Iterables;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.service.AccountKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, set one after the other. */
final class Parameters {
    private final Dialect dialect;
    private final PreparedStatement statement;
    private int last;

    Parameters(Dialect dialect, PreparedStatement statement) {
        this.dialect = dialect;
        this.statement = statement;
    }

    @CanIgnoreReturnValue
    Parameters id(String id) throws SQLException {
        dialect.setId(statement, ++last, id);
        return this;
    }

    /** The program and the customer. */
    @CanIgnoreReturnValue
    Parameters key(AccountKey key) throws SQLException {
        return id(key.program()).id(key.customer());
    }

    @CanIgnoreReturnValue
    Parameters text(String text) throws SQLException {
        statement.setString(++last, text);
        return this;
    }

    @CanIgnoreReturnValue
    Parameters number(long number) throws SQLException {
        statement.setLong(++last, number);
        return this;
    }

    @CanIgnoreReturnValue
    Parameters numberOrNull(@Nullable Long number) throws SQLException {
        if (number == null) {
            statement.setNull(++last, Types.BIGINT);
            return this;
        }
        return number(number);
    }

    @CanIgnoreReturnValue
    Parameters bytes(byte[] bytes) throws SQLException {
        statement.setBytes(++last, bytes);
        return this;
    }

    // --- arrays, of PostgreSQL alone ---

    @CanIgnoreReturnValue
    Parameters ids(Iterable<String> ids) throws SQLException {
        return array("text", Iterables.toArray(ids, String.class));
    }

    @CanIgnoreReturnValue
    Parameters numbers(List<Long> numbers) throws SQLException {
        return array("bigint", numbers.toArray(Long[]::new));
    }

    @CanIgnoreReturnValue
    Parameters allBytes(List<byte[]> bytes) throws SQLException {
        return array("bytea", bytes.toArray(byte[][]::new));
    }

    private Parameters array(String type, Object[] elements) throws SQLException {
        statement.setArray(++last, statement.getConnection().createArrayOf(type, elements));
        return this;
    }

    // --- batches ---

    /** What is set is one of a batch; the next is set from the first parameter on. */
    void addToBatch() throws SQLException {
        statement.addBatch();
        last = 0;
    }
}
