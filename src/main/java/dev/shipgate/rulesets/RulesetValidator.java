package dev.shipgate.rulesets;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.compile.RulesetCompiler;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.policytest.PolicyTestReport;
import dev.shipgate.policytest.PolicyTestRunner;
import jakarta.enterprise.context.ApplicationScoped;

/** Tries rules without letting them decide anything: compiles, checks and tests them. */
@ApplicationScoped
public class RulesetValidator {

    private final RulesetCompiler compiler;
    private final PolicyTestRunner tests;
    private final EvaluationConfig limits;

    RulesetValidator(RulesetCompiler compiler, PolicyTestRunner tests, EvaluationConfig limits) {
        this.compiler = compiler;
        this.tests = tests;
        this.limits = limits;
    }

    ValidationReport validate(RulesetFiles files) {
        try (RulesetLease rules = compiler.compileForOneUse(files, limits)) {
            PolicyTestReport report = tests.run(rules);
            return new ValidationReport(
                    report.refusals().isEmpty(),
                    rules.version(),
                    Diagnostic.sorted(report.diagnostics(), rules.warnings()),
                    report.tests(),
                    report.coverage());
        } catch (RulesetRefusedException e) {
            return new ValidationReport(false, files.version(), e.diagnostics(), null, null);
        }
    }
}
