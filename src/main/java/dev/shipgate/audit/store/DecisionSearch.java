package dev.shipgate.audit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the ids of decisions, newest first. */
final class DecisionSearch {

    /** SQLite allows 500 parts of a compound statement. */
    private static final int MAX_PARTS = 250;

    private static final Comparator<byte[]> NEWEST_FIRST = (one, other) -> java.util.Arrays.compareUnsigned(other, one);

    private final Connection connection;
    private final List<String> conditions = new ArrayList<>(List.of("decision_id IS NOT NULL"));
    private final List<Object> values = new ArrayList<>();

    DecisionSearch(Connection connection) {
        this.connection = connection;
    }

    /** The newest decisions that fit, as many as asked for. */
    List<byte[]> find(DecisionFilter filter, int count) throws SQLException {
        equal("kind = ?", filter.kind());
        equal("service = ?", filter.service());
        equal("environment = ?", filter.environment());
        equal("version = ?", filter.version());
        equal("verdict = ?", filter.verdict());
        equal("ruleset = (SELECT id FROM ruleset WHERE version = ?)", filter.ruleset());
        equal("decision_id >= ?", filter.from() == null ? null : Ids.first(filter.from()));
        equal("decision_id < ?", filter.to() == null ? null : Ids.first(filter.to()));
        equal("decision_id < ?", filter.before() == null ? null : Ids.bytes(filter.before()));
        if (filter.rule() != null) {
            String member = "routes IN (SELECT name_set FROM name_set_member WHERE name_sha256 = ?)";
            equal(member, filter.route() == null ? null : Sha256.of(filter.route()));
            return findInSets("rules", filter.rule(), count);
        }
        if (filter.route() != null) {
            return findInSets("routes", filter.route(), count);
        }
        return run(part(""), values, count);
    }

    private void equal(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private String part(String further) {
        return "SELECT decision_id FROM record WHERE " + String.join(" AND ", conditions) + further
                + " ORDER BY decision_id DESC LIMIT ?";
    }

    /**
     * The newest of each set of names that holds the name, and of those the newest: no database would find
     * that out by itself, and without it a name that is in most decisions means to sort them all.
     */
    private List<byte[]> findInSets(String column, String name, int count) throws SQLException {
        List<Long> sets = setsWith(name);
        List<byte[]> newest = new ArrayList<>();
        String part = "SELECT decision_id FROM (" + part(" AND " + column + " = ?") + ") AS part";
        for (int from = 0; from < sets.size(); from += MAX_PARTS) {
            List<Long> some = sets.subList(from, Math.min(sets.size(), from + MAX_PARTS));
            List<Object> all = new ArrayList<>();
            for (Long set : some) {
                all.addAll(values);
                all.add(set);
                all.add(count);
            }
            newest.addAll(run(
                    String.join(" UNION ALL ", Collections.nCopies(some.size(), part))
                            + " ORDER BY decision_id DESC LIMIT ?",
                    all,
                    count));
        }
        newest.sort(NEWEST_FIRST);
        return newest.subList(0, Math.min(count, newest.size()));
    }

    private List<Long> setsWith(String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT name_set FROM name_set_member WHERE name_sha256 = ?")) {
            select.setBytes(1, Sha256.of(name));
            try (ResultSet found = select.executeQuery()) {
                List<Long> sets = new ArrayList<>();
                while (found.next()) {
                    sets.add(found.getLong(1));
                }
                return sets;
            }
        }
    }

    private List<byte[]> run(String sql, List<Object> parameters, int count) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int column = 1;
            for (Object parameter : parameters) {
                set(select, column++, parameter);
            }
            select.setInt(column, count);
            try (ResultSet found = select.executeQuery()) {
                List<byte[]> ids = new ArrayList<>();
                while (found.next()) {
                    ids.add(found.getBytes(1));
                }
                return ids;
            }
        }
    }

    private static void set(PreparedStatement statement, int column, Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            statement.setBytes(column, bytes);
        } else {
            statement.setObject(column, value);
        }
    }
}
