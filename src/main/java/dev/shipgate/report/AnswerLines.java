package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Notice.Level;
import java.util.List;

/** The lines that answers have. A kind of evaluation declares which of them its answers consist of. */
public enum AnswerLines {

    /** Checks of routes in {@code checks}, with {@code failures} and {@code warnings}. */
    CHECKS {
        @Override
        void add(Told told) {
            new CheckRows(told).addTo(told.rows(), told.findings());
        }

        @Override
        public List<Column> columns(List<Row> rows) {
            return Column.ofChecks(rows);
        }
    },

    /** Minutes of traffic: {@code windows}, {@code alerts}, {@code not_evaluated}, {@code warnings}, {@code points}. */
    POINTS {
        @Override
        void add(Told told) {
            new PointRows(told).addTo(told.rows(), told.findings());
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
        void add(Told told) {
            new StepRows(told).addTo(told.rows(), told.findings());
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

    /** Reasons alone, in {@code blockers} and {@code warnings}: {@code part}, {@code reason}, {@code detail}, {@code rule}. */
    REASONS {
        @Override
        void add(Told told) {
            told.addReasons("blockers");
            new Warnings(told.kind().name(), "part", "", told.rules()).add(told.said(), told.rows(), told.findings());
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
     * What an answer, or a part of one, says, and where its lines go.
     *
     * @param level of what holds a release back
     */
    record Told(
            ReportedKind kind, JsonNode said, FiredRules rules, Level level, List<Row> rows, List<Notice> findings) {

        private void addReasons(String field) {
            for (JsonNode reason : JsonText.elements(said.path(field))) {
                Notice finding = new Notice(
                        level,
                        kind.name(),
                        JsonText.of(reason, "part"),
                        JsonText.of(reason, "reason"),
                        JsonText.of(reason, "detail"),
                        rules.named(kind.name(), JsonText.of(reason, "rule")));
                findings.add(finding);
                rows.add(Row.of(kind.name(), finding.item(), finding.reason(), Row.Outcome.FAIL, "", finding));
            }
        }
    }

    /** What is said of an answer that is not a pass and names no reason. */
    record Unexplained(String reason, String detail) {}

    abstract void add(Told told);

    /** The columns of their table. */
    public abstract List<Column> columns(List<Row> rows);

    /** Whether people get a table of them: reasons have a list, and would be told twice. */
    public boolean haveTable() {
        return true;
    }

    /** What a line is about, as a place in a tree of results. */
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
