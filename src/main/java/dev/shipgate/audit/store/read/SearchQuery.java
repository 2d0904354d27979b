package dev.shipgate.audit.store.read;

import dev.shipgate.audit.store.database.Select;
import java.sql.Connection;
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

    /** A condition that is to be checked of each decision on the way. */
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

    /** The query for the newest of all decisions that some completed queries find. */
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
        return new Select(sql, values).all(connection, found -> found.getBytes(1));
    }

    /** How many decisions a completed query finds. */
    int count(Connection connection) throws SQLException {
        return new Select("SELECT COUNT(*) FROM (" + sql + ") AS found", values)
                .first(connection, found -> found.getInt(1))
                .orElseThrow();
    }

    /** How many records fit one condition, up to a few. */
    static int count(Connection connection, SearchCondition condition, int max) throws SQLException {
        Select count = Select.of(
                "SELECT COUNT(*) FROM (SELECT 1 FROM record WHERE " + condition.column() + condition.comparison()
                        + " LIMIT ?) AS some_records",
                condition.value(),
                max);
        return count.first(connection, found -> found.getInt(1)).orElseThrow();
    }
}
