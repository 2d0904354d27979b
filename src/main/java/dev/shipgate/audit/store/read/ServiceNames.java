package dev.shipgate.audit.store.read;

import dev.shipgate.audit.store.database.Select;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names of services in the records. To ask for the next greater name of an index takes one step for each name,
 * where to ask for different ones takes one for each decision.
 */
final class ServiceNames {

    private static final String FIRST =
            "SELECT service FROM record WHERE service IS NOT NULL AND decision_id IS NOT NULL "
                    + "ORDER BY service LIMIT 1";
    private static final String NEXT =
            "SELECT service FROM record WHERE service > ? AND decision_id IS NOT NULL ORDER BY service LIMIT 1";

    private ServiceNames() {}

    static List<String> find(Connection connection, @Nullable String after, int count) throws SQLException {
        List<String> names = new ArrayList<>();
        Optional<String> next = next(connection, after);
        while (next.isPresent() && names.size() < count) {
            names.add(next.get());
            next = next(connection, next.get());
        }
        return names;
    }

    private static Optional<String> next(Connection connection, @Nullable String after) throws SQLException {
        Select select = after == null ? Select.of(FIRST) : Select.of(NEXT, after);
        return select.first(connection, found -> found.getString(1));
    }
}
