package dev.shipgate.console.edit;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.policytest.PolicyTestReport.Coverage;
import dev.shipgate.policytest.PolicyTestReport.Tests;
import dev.shipgate.rulesets.ValidationReport;
import dev.shipgate.rulesets.ValidationReport.ValidationBacktest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of trying a change.
 *
 * @param valid whether the rules could decide
 * @param here the faults of the file that is changed
 * @param elsewhere the faults of other files
 * @param more how many problems are not shown
 * @param failed the tests that fail
 * @param passed those that do not
 */
record CheckView(
        boolean valid,
        List<Diagnostic> here,
        List<Diagnostic> elsewhere,
        int more,
        @Nullable Tests tests,
        List<Case> failed,
        List<Case> passed,
        @Nullable Coverage coverage,
        @Nullable ValidationBacktest backtest) {

    private static final int MAX_PROBLEMS = 100;
    private static final int MAX_PASSED = 300;

    static CheckView of(ValidationReport report, String path) {
        Tests tests = report.tests();
        List<Case> cases = tests == null ? List.of() : tests.cases();
        return of(
                report.valid(),
                // Those of tests are told case by case.
                report.diagnostics().stream()
                        .filter(problem -> !problem.code().equals("test-failed"))
                        .toList(),
                path,
                tests,
                cases,
                report);
    }

    private static CheckView of(
            boolean valid,
            List<Diagnostic> problems,
            String path,
            @Nullable Tests tests,
            List<Case> cases,
            @Nullable ValidationReport report) {
        return new CheckView(
                valid,
                problems.stream()
                        .filter(problem -> path.equals(problem.file()))
                        .limit(MAX_PROBLEMS)
                        .toList(),
                problems.stream()
                        .filter(problem -> !path.equals(problem.file()))
                        .limit(MAX_PROBLEMS)
                        .toList(),
                Math.max(0, problems.size() - 2 * MAX_PROBLEMS),
                tests,
                cases.stream().filter(one -> !one.passed()).toList(),
                cases.stream().filter(Case::passed).limit(MAX_PASSED).toList(),
                report == null ? null : report.coverage(),
                report == null ? null : report.backtest());
    }

    /** Of rules that were refused when they were to be published. */
    static CheckView ofRefused(List<Diagnostic> problems, String path) {
        return of(false, problems, path, null, List.of(), null);
    }
}
