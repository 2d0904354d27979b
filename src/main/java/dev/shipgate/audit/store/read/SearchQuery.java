package dev.shipgate.audit.store.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A statement that finds ids of decisions, and its parameters. */
final class SearchQuery {

    private final List<String> conditions;
    private final List<Object> values;
    private String sql = "";

    SearchQuery(SearchRange range) {
        this.conditions = new ArrayList<>(range.conditions());
        this.values = new ArrayList<>(range.values());
    }

    /** Whose index is to be walked. */
    void walking(SearchCondition condition) {
        add(condition.column() + condition.comparison(), condition.value());
    }

    /** Whose index is to be walked, by a value of its column. */
    void walking(String column, long value) {
        add(column + " = ?", value);
    }

    /** What is to be checked of each decision on the way. */
    void checking(SearchCondition condition) {
        add(condition.unindexed() + condition.comparison(), condition.value());
    }

    /** Of one chain only, by its number. */
    void checkingChain(long chain) {
        add("(chain + 0) = ?", chain);
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    /** Completes it. */
    SearchQuery newest(int count) {
        sql = "SELECT decision_id FROM record WHERE " + String.join(" AND ", conditions)
                + " ORDER BY decision_id DESC LIMIT ?";
        values.add(count);
        return this;
    }

    /** The newest of what complete ones find. */
    static SearchQuery newestOf(List<SearchQuery> parts, int count) {
        SearchQuery all = new SearchQuery(new SearchRange(List.of(), List.of()));
        List<String> selects = new ArrayList<>();
        for (SearchQuery part : parts) {
            selects.add("SELECT decision_id FROM (" + part.sql + ") AS part");
            all.values.addAll(part.values);
        }
        all.sql = String.join(" UNION ALL ", selects) + " ORDER BY decision_id DESC LIMIT ?";
        all.values.add(count);
        return all;
    }

    List<byte[]> run(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            try (ResultSet found = select.executeQuery()) {
                List<byte[]> ids = new ArrayList<>();
                while (found.next()) {
                    ids.add(found.getBytes(1));
                }
                return ids;
            }
        }
    }

    /** How many records fit one condition, up to a few. */
    static int count(Connection connection, SearchCondition condition, int max) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM (SELECT 1 FROM record WHERE "
                + condition.column() + condition.comparison() + " LIMIT ?) AS some_records")) {
            bind(select, List.of(condition.value(), max));
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, values.get(i));
            }
        }
    }
}
