package dev.shipgate.rulesets;

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

/** Tries rules without letting them decide anything: compiles, checks and tests them. */
@ApplicationScoped
public class RulesetValidator {

    private final RulesetCompiler compiler;
    private final PolicyTestRunner tests;
    private final List<AdmissionCheck> otherChecks;
    private final EvaluationConfig limits;

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

    ValidationReport validate(RulesetFiles files) {
        try (RulesetLease rules = compiler.compileForOneUse(files, limits)) {
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
                    report.coverage());
        } catch (RulesetRefusedException e) {
            return new ValidationReport(false, files.version(), e.diagnostics(), null, null);
        }
    }
}
