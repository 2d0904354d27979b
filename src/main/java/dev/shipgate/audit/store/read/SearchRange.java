package dev.shipgate.audit.store.read;

import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.record.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Between which ids decisions are asked for. Ids begin with the time, or with a later one after a clock was set back;
 * then the time stands beside them.
 */
record SearchRange(List<String> conditions, List<Object> values) {

    private static final String EVALUATED_AT = "evaluated_at_ms";

    static SearchRange of(DecisionFilter filter, Connection connection) throws SQLException {
        // An event of the log itself has no id, and is no decision.
        SearchRange range = new SearchRange(new ArrayList<>(List.of("decision_id IS NOT NULL")), new ArrayList<>());
        boolean anyTime = filter.from() == null && filter.to() == null;
        byte[] lastWithTime = anyTime ? null : lastWithTimeBesideIt(connection);
        if (filter.from() != null) {
            range.add("decision_id >= ?", Ids.first(filter.from()));
            if (lastWithTime != null) {
                range.add(
                        "(" + EVALUATED_AT + " IS NULL OR " + EVALUATED_AT + " >= ?)", Ids.firstMillis(filter.from()));
            }
        }
        if (filter.to() != null) {
            range.addEnd(filter.to(), lastWithTime);
        }
        if (Boolean.FALSE.equals(filter.waived())) {
            range.conditions.add("waived IS NULL");
        }
        UUID before = filter.before();
        if (before != null) {
            range.add("decision_id < ?", Ids.bytes(before));
        }
        return range;
    }

    private void addEnd(Instant to, byte @Nullable [] lastWithTime) {
        byte[] end = Ids.first(to);
        if (lastWithTime == null || Arrays.compareUnsigned(lastWithTime, end) < 0) {
            add("decision_id < ?", end);
            return;
        }
        // The first condition is for the index: nothing beyond it can fit.
        add("decision_id <= ?", lastWithTime);
        add("(decision_id < ? OR " + EVALUATED_AT + " IS NOT NULL)", end);
        add("(" + EVALUATED_AT + " IS NULL OR " + EVALUATED_AT + " < ?)", Ids.firstMillis(to));
    }

    /** The highest id that does not say the time itself; null when all do. */
    private static byte @Nullable [] lastWithTimeBesideIt(Connection connection) throws SQLException {
        return Select.of("SELECT decision_id FROM record WHERE " + EVALUATED_AT
                        + " IS NOT NULL ORDER BY decision_id DESC LIMIT 1")
                .first(connection, found -> found.getBytes(1))
                .orElse(null);
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }
}
