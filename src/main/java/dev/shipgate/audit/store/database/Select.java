package dev.shipgate.audit.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that reads.
 *
 * @param sql with a question mark for each value
 * @param values texts, numbers and bytes, in the order of their question marks
 */
public record Select(String sql, List<?> values) {

    /** The same, of values one by one. */
    public static Select of(String sql, Object... values) {
        return new Select(sql, List.of(values));
    }

    /** Reads the row at which a result stands. */
    public interface ResultReader<T> {

        T read(ResultSet row) throws SQLException;
    }

    /** All rows that it finds; they are in memory together. */
    public <T> List<T> all(Connection connection, ResultReader<T> row) throws SQLException {
        return run(connection, found -> {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row.read(found));
            }
            return rows;
        });
    }

    /** The first row that it finds; empty when it finds none. */
    public <T> Optional<T> first(Connection connection, ResultReader<T> row) throws SQLException {
        return run(connection, found -> found.next() ? Optional.of(row.read(found)) : Optional.empty());
    }

    /** Whether it finds any row. */
    public boolean isAny(Connection connection) throws SQLException {
        return run(connection, ResultSet::next);
    }

    /** Hands over the result, which stands before its first row and is closed afterwards. */
    public <T> T run(Connection connection, ResultReader<T> result) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) instanceof byte[] bytes) {
                    select.setBytes(i + 1, bytes);
                } else {
                    select.setObject(i + 1, values.get(i));
                }
            }
            try (ResultSet found = select.executeQuery()) {
                return result.read(found);
            }
        }
    }
}
