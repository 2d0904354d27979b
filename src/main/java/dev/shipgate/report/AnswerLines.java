package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Notice.Level;
import dev.shipgate.report.Row.RowOutcome;
import java.util.List;
import java.util.function.Function;

/** The lines that answers have. A kind of evaluation declares which of them its answers consist of. */
public enum AnswerLines {

    /** Checks of routes in {@code checks}, with {@code failures} and {@code warnings}. */
    CHECKS {
        @Override
        void add(Section section) {
            new CheckRows(section).addTo(section.rows(), section.notices());
        }

        @Override
        public List<Column> columns(List<Row> rows) {
            return Column.ofChecks(rows);
        }
    },

    /** Minutes of traffic: {@code windows}, {@code alerts}, {@code not_evaluated}, {@code warnings}, {@code points}. */
    POINTS {
        @Override
        void add(Section section) {
            new PointRows(section).addTo(section.rows(), section.notices());
        }

        @Override
        public List<Column> columns(List<Row> rows) {
            return Column.POINTS;
        }

        @Override
        public String about(String item) {
            return item.isEmpty() ? "" : "minute " + item;
        }

        @Override
        String passed(JsonNode answer) {
            return "no retry storm";
        }

        /** Every other block names its points. */
        @Override
        Unexplained unexplained() {
            return new Unexplained("no_points", "There was no point, so nothing was judged.");
        }
    },

    /** Steps of a step-load test in {@code steps}, with their {@code outcome} and {@code warnings}. */
    STEPS {
        @Override
        void add(Section section) {
            new StepRows(section).addTo(section.rows(), section.notices());
        }

        @Override
        public List<Column> columns(List<Row> rows) {
            return Column.STEPS;
        }

        @Override
        public String about(String item) {
            return item.isEmpty() ? "" : "concurrency " + item;
        }

        @Override
        String passed(JsonNode answer) {
            String atLeast = JsonText.of(answer, "outcome").equals("at_least") ? "at least " : "";
            return "supports " + atLeast + JsonText.of(answer, "max_supported_concurrency") + " concurrent requests";
        }
    },

    /**
     * Reasons alone, in {@code blockers} and {@code warnings}: {@code part}, {@code reason}, {@code detail},
     * {@code rule}.
     */
    REASONS {
        @Override
        void add(Section section) {
            section.addReasons("blockers", section.level(), blocker -> "");
            section.addReasons(WaivedRows.FIELD, Level.WAIVED, waived -> " " + WaivedRows.sentence(waived));
            new Warnings(section.kind().name(), "part", "", section.rules())
                    .add(section.answer(), section.rows(), section.notices());
        }

        @Override
        public List<Column> columns(List<Row> rows) {
            return Column.REASONS;
        }

        @Override
        public boolean haveTable() {
            return false;
        }
    };

    /**
     * The content of an answer, or of a part of one, and the place for its lines.
     *
     * @param level the level of the reasons against the release
     */
    record Section(
            ReportedKind kind, JsonNode answer, FiredRules rules, Level level, List<Row> rows, List<Notice> notices) {

        private void addReasons(String field, Level ofReasons, Function<JsonNode, String> more) {
            for (JsonNode reason : JsonText.elements(answer.path(field))) {
                Notice notice = new Notice(
                        ofReasons,
                        kind.name(),
                        JsonText.of(reason, "part"),
                        JsonText.of(reason, "reason"),
                        JsonText.of(reason, "detail") + more.apply(reason),
                        rules.named(kind.name(), JsonText.of(reason, "rule")));
                notices.add(notice);
                rows.add(Row.of(kind.name(), notice.item(), notice.reason(), RowOutcome.FAIL, "", notice));
            }
        }
    }

    /** The reason to give for an answer that is not a pass and names none. */
    record Unexplained(String reason, String detail) {}

    abstract void add(Section section);

    /** The columns of their table. */
    public abstract List<Column> columns(List<Row> rows);

    /** Whether people get a table of them: reasons have a list, and would be told twice. */
    public boolean haveTable() {
        return true;
    }

    /** The item that a line is about, as a place in a tree of results. */
    public String about(String item) {
        return item;
    }

    /** A pass in words. */
    String passed(JsonNode answer) {
        return "can ship";
    }

    Unexplained unexplained() {
        return new Unexplained("not_passed", "The answer is not a pass, and names no reason.");
    }
}
