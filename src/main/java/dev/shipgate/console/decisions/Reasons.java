package dev.shipgate.console.decisions;

import dev.shipgate.audit.http.ShownDecision;
import dev.shipgate.report.Notice;
import dev.shipgate.report.Row;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The reasons of one sort, by how far each is beyond its limit: the farthest first, and those without a number last.
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
                .sorted(Comparator.comparing(Reasons::margin, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<Reason> shown = rows.stream()
                .limit(MAX_SHOWN)
                .map(row -> Reason.of(decision, row))
                .toList();
        int inSight = Math.min(IN_SIGHT, shown.size());
        return new Reasons(shown.subList(0, inSight), shown.subList(inSight, shown.size()), rows.size() - shown.size());
    }

    /** The room that is left, as a part of the limit; null without a number. */
    static @Nullable Double margin(Row row) {
        try {
            return row.margin().isEmpty() ? null : Double.valueOf(row.margin());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public boolean isEmpty() {
        return first.isEmpty();
    }

    public int count() {
        return first.size() + folded.size() + more;
    }
}
