package dev.shipgate.policy.admission;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.cache.RulesetCache;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.Ruleset;
import dev.shipgate.policy.session.RulesetLease;
import java.util.List;
import java.util.Optional;

/** All trials that a ruleset must stand before it decides, or has stood before under the same limits. */
public final class AdmissionChecks {

    private final List<AdmissionCheck> trials;
    private final RulesetCache kept;
    private final EvaluationConfig limits;

    public AdmissionChecks(List<AdmissionCheck> trials, RulesetCache kept, EvaluationConfig limits) {
        this.trials = trials;
        this.kept = kept;
        this.limits = limits;
    }

    /**
     * How a ruleset passed.
     *
     * @param before whether it had passed earlier, and was not tried again
     * @param warnings those of the ruleset and of its trials
     */
    public record Passed(boolean before, List<Diagnostic> warnings) {}

    /**
     * Runs all checks on a ruleset.
     *
     * @throws RulesetRefusedException when the ruleset fails any; it is the caller who lets go of it
     */
    public Passed pass(Ruleset ruleset) throws RulesetRefusedException {
        Optional<List<Diagnostic>> before = kept.passed(ruleset, limits);
        List<Diagnostic> warnings = before.isPresent() ? before.get() : run(ruleset);
        return new Passed(before.isPresent(), Diagnostic.sorted(ruleset.warnings(), warnings));
    }

    private List<Diagnostic> run(Ruleset ruleset) throws RulesetRefusedException {
        RulesetLease rules = new RulesetLease(ruleset, limits);
        List<Diagnostic> diagnostics = trials.stream()
                .flatMap(trial -> trial.diagnostics(rules).stream())
                .toList();
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new RulesetRefusedException(Diagnostic.sorted(diagnostics, ruleset.warnings()));
        }
        kept.keepPassed(ruleset, limits, diagnostics);
        return diagnostics;
    }
}
