package dev.shipgate.rulesets;

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
 */
public record ValidationReport(
        boolean valid,
        String version,
        List<Diagnostic> diagnostics,
        @Nullable Tests tests,
        @Nullable Coverage coverage) {}
