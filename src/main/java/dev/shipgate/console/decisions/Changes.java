package dev.shipgate.console.decisions;

import dev.shipgate.audit.http.ShownDecision;
import dev.shipgate.report.Row;
import dev.shipgate.rulesets.RulesetDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changes since the decision before, of the same kind, service and environment.
 *
 * @param before the decision before
 * @param numbers the lines that differ, those whose outcome changed first
 * @param more how many further lines differ
 * @param rules the differences of the rules; null when they are the same, or a version is not kept
 * @param rulesChanged whether other rules decided
 */
record Changes(
        ShownDecision before,
        List<Change> numbers,
        int more,
        @Nullable RulesetDifference rules,
        boolean rulesChanged) {

    private static final int MAX_LINES = 100;

    /**
     * A line that differs. A line that was not there has empty texts.
     *
     * @param about the thing that was looked at
     * @param check the question that was asked of it
     */
    record Change(
            String about,
            String check,
            String observedBefore,
            String observed,
            String limitBefore,
            String limit,
            String outcomeBefore,
            String outcome) {

        /** Whether it came out otherwise. */
        public boolean isTurned() {
            return !outcomeBefore.equals(outcome);
        }
    }

    static Changes between(ShownDecision before, ShownDecision now, @Nullable RulesetDifference rules) {
        List<Change> all = lines(before, now);
        return new Changes(
                before,
                all.stream().limit(MAX_LINES).toList(),
                Math.max(0, all.size() - MAX_LINES),
                rules,
                !before.ruleset().equals(now.ruleset()));
    }

    private static List<Change> lines(ShownDecision before, ShownDecision now) {
        Map<String, Row> earlier = new HashMap<>();
        before.report().rows().forEach(row -> earlier.putIfAbsent(key(row), row));
        List<Change> changes = new ArrayList<>();
        for (Row row : now.report().rows()) {
            Row was = earlier.remove(key(row));
            if (was == null || differ(was, row)) {
                changes.add(change(was, row));
            }
        }
        earlier.values().forEach(gone -> changes.add(change(gone, null)));
        changes.sort(Comparator.comparing(Change::isTurned)
                .reversed()
                .thenComparing(Change::about)
                .thenComparing(Change::check));
        return changes;
    }

    private static String key(Row row) {
        return row.part() + "\n" + row.item() + "\n" + row.check();
    }

    private static boolean differ(Row was, Row row) {
        return !was.observed().equals(row.observed())
                || !was.limit().equals(row.limit())
                || was.outcome() != row.outcome();
    }

    private static Change change(@Nullable Row was, @Nullable Row row) {
        Row one = row == null ? Objects.requireNonNull(was) : row;
        return new Change(
                one.item(),
                one.check().replace('_', ' '),
                was == null ? "" : was.observed(),
                row == null ? "" : row.observed(),
                was == null ? "" : was.limit(),
                row == null ? "" : row.limit(),
                was == null ? "" : was.outcome().words(),
                row == null ? "" : row.outcome().words());
    }
}
