package dev.shipgate.console.decisions;

import dev.shipgate.audit.http.ShownDecision;
import dev.shipgate.report.Notice;
import dev.shipgate.report.Row;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The reasons of one sort, by how far each is beyond its limit: the farthest first.
 *
 * @param first those that a page shows
 * @param more how many further ones there are
 */
record Reasons(List<Reason> first, int more) {

    /** Nobody reads more than that; the download has all. */
    private static final int MAX_IN_SIGHT = 200;

    static Reasons of(ShownDecision decision, Predicate<Notice> asked) {
        List<Row> rows = decision.report().rows().stream()
                .filter(row -> row.notice() != null && asked.test(row.notice()))
                .sorted(Comparator.comparingDouble(Reasons::margin))
                .toList();
        return new Reasons(
                rows.stream()
                        .limit(MAX_IN_SIGHT)
                        .map(row -> Reason.of(decision, row))
                        .toList(),
                Math.max(0, rows.size() - MAX_IN_SIGHT));
    }

    /** Those without a number come last. */
    private static double margin(Row row) {
        try {
            return Double.parseDouble(row.margin());
        } catch (NumberFormatException e) {
            return Double.MAX_VALUE;
        }
    }

    public boolean isEmpty() {
        return first.isEmpty();
    }

    public int count() {
        return first.size() + more;
    }
}
