package dev.shipgate.loadgate;

import dev.shipgate.decision.evidence.Contradiction;
import dev.shipgate.decision.evidence.OpposedFindings;
import dev.shipgate.loadgate.Check.Outcome;
import dev.shipgate.loadgate.LoadGateAnswer.FailureRow;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks that one rule says pass, and another that they do not. */
final class ContradictingChecks {

    private final Map<String, OpposedFindings<String>> checksByRoute = new LinkedHashMap<>();

    private ContradictingChecks(RuleRun run) {
        for (Finding<Check> finding : run.findings(Check.class)) {
            Check check = finding.fact();
            OpposedFindings<String> checks = checks(check.route());
            if (check.outcome() == Outcome.PASS) {
                checks.claim(subject(check), finding);
            } else {
                checks.deny(subject(check), finding);
            }
        }
        for (Finding<Failure> finding : run.findings(Failure.class)) {
            if (finding.fact().route() != null) {
                checks(finding.fact().route()).deny(finding.fact().reason(), finding);
            }
        }
    }

    /** One metric may have a lower limit and a higher one, and be beyond one of them only. */
    private static String subject(Check check) {
        return check.lowerLimit() ? check.check() + " against its lower limit" : check.check();
    }

    private OpposedFindings<String> checks(String route) {
        return checksByRoute.computeIfAbsent(route, unseen -> new OpposedFindings<>());
    }

    /** A failure for each of them, which names the rules. */
    static List<FailureRow> failures(RuleRun run) {
        List<FailureRow> rows = new ArrayList<>();
        new ContradictingChecks(run)
                .checksByRoute.forEach((route, checks) -> checks.forEachContradiction(
                        check -> "the check " + check + " passes",
                        "it does not",
                        (check, found) -> rows.add(failure(route, found))));
        return rows;
    }

    private static FailureRow failure(String route, Contradiction found) {
        return new FailureRow(route, Contradiction.REASON, null, null, List.of(), null, found.detail());
    }
}
