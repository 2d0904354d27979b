package dev.shipgate.audit.store.read;

import dev.shipgate.hash.Sha256;
import java.util.ArrayList;
import java.util.List;

/** One thing that decisions are asked to be. */
sealed interface SearchCondition {

    /** The column that it is about. */
    String column();

    /** The text that comes behind the column, with a parameter for the value. */
    String comparison();

    /** The column in a form that has no index, for a condition that is only to be checked. */
    String unindexed();

    Object value();

    /** A text. */
    record Text(String column, String value) implements SearchCondition {

        @Override
        public String comparison() {
            return " = ?";
        }

        @Override
        public String unindexed() {
            return "(" + column + " || '')";
        }
    }

    /** A waiver covers something. */
    record IsWaived() implements SearchCondition {

        @Override
        public String column() {
            return "waived";
        }

        @Override
        public String comparison() {
            return " = ?";
        }

        @Override
        public String unindexed() {
            return "(waived + 0)";
        }

        @Override
        public Object value() {
            return 1L;
        }
    }

    /** The ruleset that decided. */
    record DecidedByRuleset(String value) implements SearchCondition {

        @Override
        public String column() {
            return "ruleset";
        }

        @Override
        public String comparison() {
            return " = (SELECT id FROM ruleset WHERE version = ?)";
        }

        @Override
        public String unindexed() {
            return "(ruleset + 0)";
        }
    }

    /** A name among rules or routes; the value is its hash. */
    record ContainsName(String column, byte[] value) implements SearchCondition {

        @Override
        public String comparison() {
            return " IN (SELECT name_set FROM name_set_member WHERE name_sha256 = ?)";
        }

        @Override
        public String unindexed() {
            return "(" + column + " + 0)";
        }
    }

    /** The conditions that a filter asks for, first those that most often fit few. */
    static List<SearchCondition> of(DecisionFilter filter) {
        List<SearchCondition> conditions = new ArrayList<>();
        if (filter.version() != null) {
            conditions.add(new Text("version", filter.version()));
        }
        if (filter.service() != null) {
            conditions.add(new Text("service", filter.service()));
        }
        if (Boolean.TRUE.equals(filter.waived())) {
            conditions.add(new IsWaived());
        }
        if (filter.ruleset() != null) {
            conditions.add(new DecidedByRuleset(filter.ruleset()));
        }
        if (filter.route() != null) {
            conditions.add(new ContainsName("routes", Sha256.of(filter.route())));
        }
        if (filter.rule() != null) {
            conditions.add(new ContainsName("rules", Sha256.of(filter.rule())));
        }
        if (filter.verdict() != null) {
            conditions.add(new Text("verdict", filter.verdict()));
        }
        if (filter.environment() != null) {
            conditions.add(new Text("environment", filter.environment()));
        }
        if (filter.kind() != null) {
            conditions.add(new Text("kind", filter.kind()));
        }
        return conditions;
    }
}
