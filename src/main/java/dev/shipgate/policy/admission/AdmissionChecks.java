package dev.shipgate.policy.admission;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.cache.RulesetCache;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.Ruleset;
import dev.shipgate.policy.session.RulesetLease;
import java.util.List;
import java.util.Optional;

/** All checks that a ruleset must pass before it decides, or has passed before under the same limits. */
public final class AdmissionChecks {

    private final List<AdmissionCheck> checks;
    private final RulesetCache cache;
    private final EvaluationConfig limits;

    public AdmissionChecks(List<AdmissionCheck> checks, RulesetCache cache, EvaluationConfig limits) {
        this.checks = checks;
        this.cache = cache;
        this.limits = limits;
    }

    /**
     * How a ruleset passed.
     *
     * @param before whether it had passed earlier, and was not checked again
     * @param warnings those of the ruleset and of its checks
     */
    public record Passed(boolean before, List<Diagnostic> warnings) {}

    /**
     * Runs all checks on a ruleset.
     *
     * @throws RulesetRefusedException when the ruleset fails any; the caller disposes of it
     */
    public Passed pass(Ruleset ruleset) throws RulesetRefusedException {
        Optional<List<Diagnostic>> before = cache.passed(ruleset, limits);
        List<Diagnostic> warnings = before.isPresent() ? before.get() : run(ruleset);
        return new Passed(before.isPresent(), Diagnostic.sorted(ruleset.warnings(), warnings));
    }

    private List<Diagnostic> run(Ruleset ruleset) throws RulesetRefusedException {
        RulesetLease rules = new RulesetLease(ruleset, limits);
        List<Diagnostic> diagnostics = checks.stream()
                .flatMap(check -> check.diagnostics(rules).stream())
                .toList();
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new RulesetRefusedException(Diagnostic.sorted(diagnostics, ruleset.warnings()));
        }
        cache.putPassed(ruleset, limits, diagnostics);
        return diagnostics;
    }
}
