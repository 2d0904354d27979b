package dev.shipgate.audit.store.record;

import dev.shipgate.audit.store.database.Select;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The marks of the last releases of a scope, with which later ones are compared. However often one release is marked,
 * it does not push another one out: releases are counted, and not marks.
 */
public final class RememberedMarks {

    /** The newest marks of a release and a kind that count, such as those of gates for some routes each. */
    private static final int MARKS_OF_RELEASE = 5;

    /** So many older marks are looked at for more marks of the releases that were found. */
    private static final int MAX_LOOKED_FURTHER = 1_000;

    private static final int PAGE = 500;

    private final int releases;
    private final Set<Object> found = new HashSet<>();
    private final Map<List<Object>, Integer> ofRelease = new HashMap<>();
    private final List<byte[]> decisions = new ArrayList<>();
    private int lookedFurther;

    private RememberedMarks(int releases) {
        this.releases = releases;
    }

    /**
     * The ids of the decisions that are marked, the last one first.
     *
     * @param scope as its column has it
     * @param releases how many releases count, 1 or more
     */
    public static List<byte[]> decisions(Connection connection, byte[] scope, int releases) throws SQLException {
        RememberedMarks marks = new RememberedMarks(releases);
        List<Mark> page = page(connection, scope, null);
        while (!page.isEmpty() && page.stream().allMatch(marks::look)) {
            page = page(connection, scope, page.get(page.size() - 1));
        }
        return marks.decisions;
    }

    /** A mark, and its place in the order of marks. */
    private record Mark(
            byte[] decision, String kind, @Nullable String version, long sequence, long chain, long position) {

        static Mark read(ResultSet row) throws SQLException {
            return new Mark(
                    row.getBytes(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6));
        }

        /** Equal for marks of one release: one without a version is a release by itself. */
        Object release() {
            return version == null ? List.of(sequence, chain, position) : version;
        }
    }

    private static List<Mark> page(Connection connection, byte[] scope, @Nullable Mark after) throws SQLException {
        String columns =
                "SELECT decision_id, kind, version, sequence, chain, position FROM shipped_release WHERE scope = ? ";
        String order = ShippedScope.NEWEST_FIRST + " LIMIT ?";
        Select select = after == null
                ? Select.of(columns + order, scope, PAGE)
                : Select.of(
                        columns + "AND (sequence, chain, position) < (?, ?, ?) " + order,
                        scope,
                        after.sequence(),
                        after.chain(),
                        after.position(),
                        PAGE);
        return select.all(connection, Mark::read);
    }

    /** Looks at the next older mark; false when no further one is to be looked at. */
    private boolean look(Mark mark) {
        boolean isFull = found.size() == releases;
        if (isFull && ++lookedFurther > MAX_LOOKED_FURTHER) {
            return false;
        }
        if (!isFull) {
            found.add(mark.release());
        }
        if (found.contains(mark.release())
                && ofRelease.merge(List.of(mark.kind(), mark.release()), 1, Integer::sum) <= MARKS_OF_RELEASE) {
            decisions.add(mark.decision());
        }
        return true;
    }
}
