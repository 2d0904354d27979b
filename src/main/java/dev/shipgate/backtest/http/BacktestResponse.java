package dev.shipgate.backtest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shipgate.backtest.Backtest;
import dev.shipgate.backtest.Backtest.BacktestState;
import dev.shipgate.backtest.BacktestCounts;
import dev.shipgate.backtest.BacktestCounts.ObstacleRow;
import dev.shipgate.backtest.BacktestCounts.RuleRow;
import dev.shipgate.backtest.BacktestCounts.ServiceRow;
import dev.shipgate.backtest.BacktestSummary;
import dev.shipgate.backtest.Flip;
import dev.shipgate.decision.DecisionResponse.RulesetVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as callers see it.
 *
 * @param ruleset the rules that are tried
 * @param endedAt null while it runs
 * @param keptUntil when the result is gone; null while it runs
 * @param failure why it could not go on; absent when it could
 * @param evaluated how many decisions were looked at so far
 * @param total how many it is about
 * @param notEvaluable why decisions are not evaluable
 * @param flips those of this page, newest first
 * @param flipsLeftOut how many flips are counted above and not kept, as there are too many
 * @param nextCursor asks for the page after this; null on the last one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BacktestResponse(
        UUID backtestId,
        BacktestState state,
        RulesetVersion ruleset,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant keptUntil,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure,

        long evaluated,
        long total,
        BacktestSummary summary,
        List<ObstacleRow> notEvaluable,
        List<ServiceRow> byService,
        List<RuleRow> byRule,
        List<Flip> flips,
        long flipsLeftOut,
        @Nullable String nextCursor) {

    /**
     * The backtest of this moment.
     *
     * @param before the cursor: only flips of decisions older than this one; null for the first page
     * @param keptUntil null while it runs
     */
    static BacktestResponse of(
            Backtest backtest,
            Backtest.Progress progress,
            @Nullable Instant keptUntil,
            @Nullable UUID before,
            int limit) {
        BacktestCounts counts = backtest.tally().counts();
        List<Flip> flips = backtest.tally().flips(before, limit + 1);
        List<Flip> page = flips.subList(0, Math.min(limit, flips.size()));
        return new BacktestResponse(
                backtest.id(),
                progress.state(),
                new RulesetVersion(backtest.ruleset()),
                backtest.startedAt(),
                progress.endedAt(),
                keptUntil,
                progress.failure(),
                counts.evaluated(),
                counts.total(),
                counts.summary(),
                counts.notEvaluable(),
                counts.byService(),
                counts.byRule(),
                page,
                counts.flipsLeftOut(),
                flips.size() > limit ? page.get(limit - 1).decisionId().toString() : null);
    }
}
