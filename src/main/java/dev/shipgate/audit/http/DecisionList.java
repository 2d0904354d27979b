package dev.shipgate.audit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shipgate.audit.store.read.DecisionRow;
import dev.shipgate.decision.DecisionResponse.RulesetVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of decisions, newest first.
 *
 * @param nextCursor asks for the page after this; null on the last one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DecisionList(
        List<DecisionSummary> decisions, @Nullable String nextCursor) {

    /**
     * A row of the list of decisions.
     *
     * @param rulesFired the names of the rules that fired, in the order of their first firing
     */
    public record DecisionSummary(
            UUID decisionId,
            Instant evaluatedAt,
            String kind,
            @Nullable String service,
            @Nullable String environment,
            @Nullable String version,
            String verdict,
            RulesetVersion ruleset,
            List<String> rulesFired,
            String caller) {

        static DecisionSummary of(DecisionRow row) {
            return new DecisionSummary(
                    row.decisionId(),
                    row.evaluatedAt(),
                    row.kind(),
                    row.service(),
                    row.environment(),
                    row.version(),
                    row.verdict(),
                    new RulesetVersion(row.ruleset()),
                    row.rules(),
                    row.caller());
        }
    }

    /** @param rows up to one more than the page holds, which shows that there is a next one */
    static DecisionList of(List<DecisionRow> rows, int limit) {
        List<DecisionSummary> page =
                rows.stream().limit(limit).map(DecisionSummary::of).toList();
        return new DecisionList(
                page, rows.size() > limit ? page.get(limit - 1).decisionId().toString() : null);
    }
}
