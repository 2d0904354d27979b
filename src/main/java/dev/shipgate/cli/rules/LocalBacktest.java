package dev.shipgate.cli.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.backtest.Backtest;
import dev.shipgate.backtest.Backtest.BacktestState;
import dev.shipgate.backtest.BacktestCounts;
import dev.shipgate.backtest.BacktestTally;
import dev.shipgate.backtest.CandidateRules;
import dev.shipgate.backtest.Flip;
import dev.shipgate.backtest.StandaloneBacktest;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.command.CommandLog;
import dev.shipgate.cli.command.CommandTime;
import dev.shipgate.decision.DecisionResponse.RulesetVersion;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.session.RulesetLease;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A backtest here, over an export of decisions. */
final class LocalBacktest {

    private static final Duration LOOK = Duration.ofMillis(200);

    private LocalBacktest() {}

    /** The members of a service's answer that a backtest here has, with all flips that are kept. */
    private record Result(
            BacktestState state,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String failure,

            RulesetVersion ruleset,
            @JsonUnwrapped BacktestCounts counts,
            List<Flip> flips) {}

    /**
     * Runs it to its end.
     *
     * @throws RulesetRefusedException when the rules could not decide
     * @throws CommandFailure when the export is none, or its decisions could not be evaluated
     */
    static JsonNode run(RulesetFiles files, Path export, DecisionSelection selection, BacktestProgress progress)
            throws IOException, InterruptedException, RulesetRefusedException {
        CommandLog.onStandardError();
        List<Evaluation> evaluations = StandaloneEvaluations.all();
        ObjectMapper json = CommandJson.mapper();
        try (DecisionsFile decisions = DecisionsFile.open(export, selection);
                RulesetLease rules = StandaloneRules.of(evaluations, json).admitted(files)) {
            CandidateRules candidate = new CandidateRules(rules, new Evaluations(evaluations), CommandTime.of(), json);
            int threads = Runtime.getRuntime().availableProcessors();
            try (StandaloneBacktest running = new StandaloneBacktest(rules, candidate, decisions, threads)) {
                Backtest backtest = running.backtest();
                while (!backtest.awaitEnd(LOOK)) {
                    BacktestCounts counts = backtest.tally().counts();
                    progress.show(
                            counts.evaluated(), counts.total(), counts.summary().flips());
                }
                return json.valueToTree(result(backtest));
            }
        }
    }

    private static Result result(Backtest backtest) {
        BacktestTally tally = backtest.tally();
        return new Result(
                backtest.progress().state(),
                backtest.progress().failure(),
                new RulesetVersion(backtest.ruleset()),
                tally.counts(),
                tally.flips(null, BacktestTally.MAX_FLIPS));
    }
}
