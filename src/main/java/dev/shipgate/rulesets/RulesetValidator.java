package dev.shipgate.rulesets;

import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.admission.AdmissionCheck;
import dev.shipgate.policy.compile.RulesetCompiler;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.policytest.PolicyTestReport;
import dev.shipgate.policytest.PolicyTestRunner;
import dev.shipgate.policytest.PolicyTestsPass;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries rules without letting them decide anything: compiles, checks and tests them. */
@ApplicationScoped
public class RulesetValidator {

    private final RulesetCompiler compiler;
    private final PolicyTestRunner tests;
    private final List<AdmissionCheck> otherChecks;
    private final EvaluationConfig limits;

    /** One compiler runs at a time, and an edit of the active rules may wait for it. */
    private final Bulkhead validating = new Bulkhead(1, "Validations");

    RulesetValidator(
            RulesetCompiler compiler,
            PolicyTestRunner tests,
            @All List<AdmissionCheck> checks,
            EvaluationConfig limits) {
        this.compiler = compiler;
        this.tests = tests;
        // The outcome of the tests is told case by case, so they are run by their runner, once.
        this.otherChecks = checks.stream()
                .filter(check -> !(check instanceof PolicyTestsPass))
                .toList();
        this.limits = limits;
    }

    /**
     * Rules that were tried.
     *
     * @param report everything about them
     * @param rules to be closed by the caller; null when they could not decide
     */
    record Tried(ValidationReport report, @Nullable RulesetLease rules) {}

    /**
     * Tells everything about rules.
     *
     * @throws dev.shipgate.http.limit.TooManyRequestsException while other rules are tried
     */
    ValidationReport validate(RulesetFiles files) {
        Tried tried = tryOut(files);
        if (tried.rules() != null) {
            tried.rules().close();
        }
        return tried.report();
    }

    /**
     * Rules that could decide, for one use.
     *
     * @throws RulesetRefusedException when they could not, with everything that a validation tells of them
     * @throws dev.shipgate.http.limit.TooManyRequestsException while other rules are tried
     */
    public RulesetLease admitted(RulesetFiles files) throws RulesetRefusedException {
        Tried tried = tryOut(files);
        if (tried.rules() == null) {
            throw new RulesetRefusedException(tried.report().diagnostics());
        }
        return tried.rules();
    }

    /**
     * Tells everything about rules, and keeps those that could decide.
     *
     * @throws dev.shipgate.http.limit.TooManyRequestsException while other rules are tried
     */
    Tried tryOut(RulesetFiles files) {
        return validating.run(() -> {
            try {
                return tried(compiler.compileForOneUse(files, limits));
            } catch (RulesetRefusedException e) {
                return new Tried(new ValidationReport(false, files.version(), e.diagnostics(), null, null, null), null);
            }
        });
    }

    private Tried tried(RulesetLease rules) {
        boolean kept = false;
        try {
            ValidationReport report = report(rules);
            kept = report.valid();
            return new Tried(report, kept ? rules : null);
        } finally {
            if (!kept) {
                rules.close();
            }
        }
    }

    private ValidationReport report(RulesetLease rules) {
        PolicyTestReport report = tests.run(rules);
        List<Diagnostic> found = Stream.concat(
                        report.diagnostics().stream(),
                        otherChecks.stream().flatMap(check -> check.diagnostics(rules).stream()))
                .toList();
        return new ValidationReport(
                found.stream().noneMatch(Diagnostic::isError),
                rules.version(),
                Diagnostic.sorted(found, rules.warnings()),
                report.tests(),
                report.coverage(),
                null);
    }
}
