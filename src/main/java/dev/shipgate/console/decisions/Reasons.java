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
 * @param first those that are in sight
 * @param folded those that the page shows when it is asked to
 * @param more how many further ones there are
 */
record Reasons(List<Reason> first, List<Reason> folded, int more) {

    private static final int IN_SIGHT = 12;

    /** Nobody reads more than that; the download has all. */
    private static final int MAX_SHOWN = 200;

    static Reasons of(ShownDecision decision, Predicate<Notice> asked) {
        List<Row> rows = decision.report().rows().stream()
                .filter(row -> row.notice() != null && asked.test(row.notice()))
                .sorted(Comparator.comparingDouble(Reasons::margin))
                .toList();
        List<Reason> shown = rows.stream()
                .limit(MAX_SHOWN)
                .map(row -> Reason.of(decision, row))
                .toList();
        int inSight = Math.min(IN_SIGHT, shown.size());
        return new Reasons(
                shown.subList(0, inSight), shown.subList(inSight, shown.size()), rows.size() - shown.size());
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
        return first.size() + folded.size() + more;
    }
}
