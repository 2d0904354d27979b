package dev.shipgate.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A column of the tables that people read.
 *
 * @param heading its name
 * @param isNumber whether it is read from the right
 * @param text the text that it has for a line
 */
public record Column(String heading, boolean isNumber, Function<Row, String> text) {

    public static final Column OUTCOME =
            new Column("outcome", false, row -> row.outcome().words());

    private static final Column CHECK = new Column("check", false, Row::check);
    private static final Column DETAIL = new Column("detail", false, Row::detail);

    /** A line that did not pass has its details below the table. */
    private static final Column BECAUSE = new Column("because", false, row -> row.isSettled() ? row.detail() : "");

    private static final Column BECAUSE_RULE = new Column(
            "because of rule",
            false,
            row -> row.becauseRule() == null ? "" : row.becauseRule().nameAndOwner());

    private static final List<Column> CHECKS = List.of(
            OUTCOME,
            new Column("route", false, Row::item),
            CHECK,
            new Column("observed", true, Row::observed),
            new Column("limit", true, Row::limit),
            new Column("margin", true, Row::marginPercent),
            new Column("budget", false, Row::budgetOwner));

    public static final List<Column> POINTS = List.of(
            OUTCOME, new Column("minute", false, Row::item), new Column("attempt ratio", true, Row::observed), DETAIL);

    public static final List<Column> STEPS =
            List.of(OUTCOME, new Column("concurrency", true, Row::item), CHECK, DETAIL);

    public static final List<Column> REASONS =
            List.of(OUTCOME, new Column("about", false, Row::item), new Column("reason", false, Row::check), DETAIL);

    public boolean hasSentences() {
        return equals(DETAIL) || equals(BECAUSE);
    }

    /** Those of checks. The reason why something is excused or does not apply has columns only if there is one. */
    public static List<Column> ofChecks(List<Row> rows) {
        return rows.stream().anyMatch(row -> !BECAUSE.text().apply(row).isEmpty())
                ? Stream.concat(CHECKS.stream(), Stream.of(BECAUSE, BECAUSE_RULE))
                        .toList()
                : CHECKS;
    }
}
