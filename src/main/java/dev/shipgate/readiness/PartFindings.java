package dev.shipgate.readiness;

import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.evidence.Contradiction;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.readiness.ReadinessAnswer.BlockerRow;
import java.util.ArrayList;
import java.util.List;

/** The findings of rules about the parts of a release, held against the results of the parts. */
final class PartFindings {

    private final List<Finding<PartPassed>> passed;
    private final List<Finding<Blocker>> blockers;

    PartFindings(RuleRun run) {
        this.passed = run.findings(PartPassed.class);
        this.blockers = run.findings(Blocker.class);
    }

    /** The blockers beside the rules' own: that no rule judged a part, or that rules judged it as it is not. */
    List<BlockerRow> moreBlockers(String part, Verdict verdict) {
        List<Finding<PartPassed>> claims = passed.stream()
                .filter(finding -> part.equals(finding.fact().part()))
                .toList();
        List<Finding<Blocker>> denials = blockers.stream()
                .filter(finding -> part.equals(finding.fact().part()))
                .toList();
        List<BlockerRow> more = new ArrayList<>();
        if (claims.isEmpty() && denials.isEmpty()) {
            more.add(BlockerRow.ofNoRule(part, "not_judged", "No rule judged what came out of this part."));
        }
        if (claims.isEmpty()) {
            return more;
        }
        if (!denials.isEmpty()) {
            more.add(BlockerRow.ofNoRule(
                    part,
                    Contradiction.REASON,
                    Contradiction.between(claims, "the part passed", denials, "it blocks")
                            .detail()));
        }
        if (denials.isEmpty() && verdict != Verdict.PASS) {
            more.add(BlockerRow.ofNoRule(
                    part,
                    Contradiction.REASON,
                    "The rule \"" + claims.get(0).rule().rule() + "\" says that the part passed, and its verdict is "
                            + verdict.lowerCase() + "."));
        }
        return more;
    }
}
