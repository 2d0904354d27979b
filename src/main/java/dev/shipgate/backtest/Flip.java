package dev.shipgate.backtest;

import dev.shipgate.decision.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision whose verdict other rules turn.
 *
 * @param from the recorded verdict
 * @param to the verdict of the other rules
 * @param added the findings of the other rules alone, at most {@value #MAX_FINDINGS} of them
 * @param gone the recorded findings that the other rules do not have, at most as many
 * @param findingsCut whether there are more findings, or the answers are too large to be compared
 * @param newlyFired the names of the rules that fire now and did not, in the order of their first firing
 * @param noLongerFired the names of the rules that fired and do not now
 */
public record Flip(
        UUID decisionId,
        Instant evaluatedAt,
        String kind,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        Verdict from,
        Verdict to,
        List<BacktestFinding> added,
        List<BacktestFinding> gone,
        boolean findingsCut,
        List<String> newlyFired,
        List<String> noLongerFired) {

    /** The most findings that are told of each sort. */
    public static final int MAX_FINDINGS = 10;
}
