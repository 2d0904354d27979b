package dev.shipgate.audit.http;

import dev.shipgate.audit.store.read.DecisionFilter;
import dev.shipgate.http.QueryParameters;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list or an export of decisions.
 *
 * @param limit the most decisions
 */
record DecisionQuery(DecisionFilter filter, int limit) {

    private static final List<String> VERDICTS = List.of("pass", "block", "error");
    private static final List<String> FLAGS = List.of("true", "false");
    private static final Pattern RULESET = Pattern.compile("sha256:.+");

    /**
     * @param kinds the kinds of evaluation
     * @throws dev.shipgate.json.InvalidBodyException when anything is wrong, with all that is
     */
    static DecisionQuery read(QueryParameters parameters, List<String> kinds, int maxLimit, int defaultLimit) {
        TimeRange range = TimeRange.read(parameters);
        DecisionFilter filter = new DecisionFilter(
                parameters.oneOf("kind", kinds),
                parameters.text("service"),
                parameters.text("environment"),
                parameters.text("version"),
                parameters.text("route"),
                parameters.text("rule"),
                parameters.oneOf("verdict", VERDICTS),
                parameters.matching("ruleset", RULESET, "a version, which begins with sha256:"),
                flag(parameters, "waived"),
                range.from(),
                range.to(),
                parameters.parsed("cursor", UUID::fromString, "the next_cursor of an earlier answer"));
        Integer limit = parameters.upTo("limit", maxLimit);
        parameters.throwIfAnyIsWrong();
        return new DecisionQuery(filter, Objects.requireNonNullElse(limit, defaultLimit));
    }

    private static @Nullable Boolean flag(QueryParameters parameters, String name) {
        String value = parameters.oneOf(name, FLAGS);
        return value == null ? null : value.equals("true");
    }
}
