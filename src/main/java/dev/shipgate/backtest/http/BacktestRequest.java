package dev.shipgate.backtest.http;

import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.decision.Release;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.rulesets.SubmittedRules;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a backtest.
 *
 * @param ruleset the version of the rules to try, or {@code active}; null for those of the files
 * @param files the rules to try; null for those of a version
 */
record BacktestRequest(@Nullable String ruleset, @Nullable RulesetFiles files, DecisionSelection selection) {

    private static final String RULESET = "ruleset";
    private static final String FILES = "files";
    private static final String KIND = "kind";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String LAST = "last";

    /** Stands for the rules that decide now. */
    static final String ACTIVE = "active";

    /**
     * Reads it.
     *
     * @param kinds the kinds of evaluation
     * @param maxLast the most decisions of one backtest
     * @throws dev.shipgate.json.InvalidBodyException when anything is wrong, with all that is
     */
    static BacktestRequest read(byte[] body, List<String> kinds, int maxLast) {
        JsonObject fields = StrictJson.object(body);
        String ruleset = ruleset(fields);
        boolean hasFiles = fields.has(FILES);
        RulesetFiles files = hasFiles ? SubmittedRules.read(fields) : null;
        if (hasFiles && fields.has(RULESET)) {
            fields.contradictory(FILES, "stand beside a ruleset. Which rules are meant? Leave out one of the two.");
        } else if (!hasFiles && !fields.has(RULESET)) {
            fields.invalid(
                    RULESET,
                    "is missing. Give the version of the rules to try, active for those of now, or their files.");
        }
        DecisionSelection selection = selection(fields, kinds, maxLast);
        fields.requireNothingElse();
        return new BacktestRequest(ruleset, files, selection);
    }

    private static @Nullable String ruleset(JsonObject fields) {
        String ruleset = fields.string(RULESET);
        if (ruleset != null && !ruleset.equals(ACTIVE) && !ruleset.matches("sha256:.+")) {
            fields.wrong(RULESET, "a version, which begins with sha256:, or " + ACTIVE, ruleset);
        }
        return ruleset;
    }

    private static DecisionSelection selection(JsonObject fields, List<String> kinds, int maxLast) {
        String kind = fields.string(KIND);
        if (kind != null && !kinds.contains(kind)) {
            fields.wrong(KIND, "one of " + String.join(", ", kinds), kind);
        }
        Instant from = instant(fields, FROM);
        Instant to = instant(fields, TO);
        if (from != null && to != null && from.isAfter(to)) {
            fields.invalid(FROM, "must not be after to, but is " + from + ", and to is " + to + ".");
        }
        return new DecisionSelection(
                kind,
                fields.name("service", Release.MAX_NAME_LENGTH),
                fields.name("environment", Release.MAX_NAME_LENGTH),
                from,
                to,
                last(fields, maxLast));
    }

    private static int last(JsonObject fields, int maxLast) {
        Object given = fields.value(LAST);
        if (given == null) {
            return Math.min(DecisionSelection.DEFAULT_LAST, maxLast);
        }
        if (!(given instanceof Long last) || last < 1 || last > maxLast) {
            fields.wrong(LAST, "a whole number, 1 to " + maxLast, given);
            return 1;
        }
        return Math.toIntExact(last);
    }

    private static @Nullable Instant instant(JsonObject fields, String name) {
        String text = fields.string(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            fields.wrong(name, "an instant such as 2026-11-25T10:00:00Z", text);
            return null;
        }
    }
}
