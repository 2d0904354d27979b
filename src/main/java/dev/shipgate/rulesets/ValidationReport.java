package dev.shipgate.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shipgate.backtest.Backtest;
import dev.shipgate.backtest.Backtest.BacktestState;
import dev.shipgate.backtest.BacktestCounts;
import dev.shipgate.backtest.BacktestSummary;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policytest.PolicyTestReport.Coverage;
import dev.shipgate.policytest.PolicyTestReport.Tests;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of trying rules without activating them.
 *
 * @param valid whether they could decide: they compile, use nothing that they may not, and pass their tests and every
 *     other admission check
 * @param version the version that they would have
 * @param diagnostics everything that is wrong with them, and warnings
 * @param tests the results of their tests; null when they could not be run
 * @param coverage which rules the tests reach; null when they could not be run
 * @param backtest the verdicts that the rules would turn; absent when that was not asked for, or they could not
 *     decide
 */
public record ValidationReport(
        boolean valid,
        String version,
        List<Diagnostic> diagnostics,
        @Nullable Tests tests,
        @Nullable Coverage coverage,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ValidationBacktest backtest) {

    /**
     * A backtest in short.
     *
     * @param state {@code done}, unless the service stopped or could not go on
     * @param evaluated how many decisions were evaluated again
     * @param total how many there are, as many as were asked for at most
     */
    public record ValidationBacktest(BacktestState state, long evaluated, long total, BacktestSummary summary) {

        static ValidationBacktest of(Backtest backtest) {
            BacktestCounts counts = backtest.tally().counts();
            return new ValidationBacktest(
                    backtest.progress().state(), counts.evaluated(), counts.total(), counts.summary());
        }
    }

    ValidationReport with(Backtest ended) {
        return new ValidationReport(valid, version, diagnostics, tests, coverage, ValidationBacktest.of(ended));
    }
}
