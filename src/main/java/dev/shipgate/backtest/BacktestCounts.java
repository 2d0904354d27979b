package dev.shipgate.backtest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a backtest, so far.
 *
 * @param evaluated how many decisions were looked at, also those that are not evaluable
 * @param total how many it is about
 * @param summary of all of them
 * @param notEvaluable why decisions are not evaluable, the most frequent reason first
 * @param byService a row for each service, first those of the most flips; at most {@value #MAX_ROWS}
 * @param byRule a row for each rule that fires on one side of a flip alone, first those of the most flips; at most
 *     {@value #MAX_ROWS}
 * @param flipsLeftOut how many flips are counted and not kept, as there are too many
 */
public record BacktestCounts(
        long evaluated,
        long total,
        BacktestSummary summary,
        List<ObstacleRow> notEvaluable,
        List<ServiceRow> byService,
        List<RuleRow> byRule,
        long flipsLeftOut) {

    /** The most rows of each sort that are told. */
    public static final int MAX_ROWS = 500;

    /**
     * A reason for which decisions are not evaluable.
     *
     * @param decisions how many
     * @param example one of them; null when its record could not be read
     */
    public record ObstacleRow(
            Obstacle because, long decisions, @Nullable UUID example) {}

    /**
     * The decisions on one service.
     *
     * @param service its name; null for decisions that name none, or whose record cannot be read
     */
    public record ServiceRow(
            @Nullable String service,
            long evaluated,
            @JsonUnwrapped BacktestSummary summary) {}

    /**
     * A rule of either ruleset. Rules of one name in two folders are counted together.
     *
     * @param newlyFired the flips in which it fires and did not
     * @param noLongerFired the flips in which it fired and does not now
     */
    public record RuleRow(String rule, long newlyFired, long noLongerFired) {}
}
