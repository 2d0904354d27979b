package dev.shipgate.backtest.http;

import dev.shipgate.audit.RecordedRules;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.ProblemTypes;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.live.ReplayRulesets;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.rulesets.RefusedRules;
import dev.shipgate.rulesets.RulesetValidator;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that a backtest is asked to try. */
@ApplicationScoped
class TriedRules {

    private final RulesetValidator validator;
    private final ReplayRulesets versions;
    private final RecordedRules recorded;

    TriedRules(RulesetValidator validator, ReplayRulesets versions, RecordedRules recorded) {
        this.validator = validator;
        this.versions = versions;
        this.recorded = recorded;
    }

    /**
     * Takes them into use.
     *
     * @throws HttpProblem when there are none, or they could not decide
     */
    RulesetLease lease(BacktestRequest request) {
        RulesetFiles files = request.files();
        return files == null ? ofVersion(request.ruleset()) : ofFiles(files);
    }

    private RulesetLease ofFiles(RulesetFiles files) {
        try {
            return validator.admitted(files);
        } catch (RulesetRefusedException e) {
            throw RefusedRules.problem(files.version(), e.diagnostics());
        }
    }

    private RulesetLease ofVersion(@Nullable String asked) {
        String version = asked == null || asked.equals(BacktestRequest.ACTIVE) ? versions.activeVersion() : asked;
        try {
            return versions.lease(version, recorded::files)
                    .orElseThrow(() -> NotFoundProblem.of("There is no ruleset \"" + version
                            + "\". A version begins with sha256: (or is active) and is known here once it was active."
                            + " GET /v1/rulesets lists them."));
        } catch (RulesetRefusedException e) {
            throw notAcceptedAnyMore(e.diagnostics());
        }
    }

    private static HttpProblem notAcceptedAnyMore(List<Diagnostic> diagnostics) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("ruleset-refused"))
                .withStatus(409)
                .withTitle("The ruleset is not accepted any more")
                .withDetail("The ruleset was accepted once, but is not by this version of Shipgate.")
                .with("diagnostics", diagnostics)
                .build();
    }
}
