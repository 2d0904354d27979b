package dev.shipgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.decision.Verdict;
import dev.shipgate.policy.Findings;
import dev.shipgate.readiness.ReadinessAnswer.BlockerRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A part speaks for the release only if rules say so, none denies it, and it did pass. */
class PartFindingsTest {

    private static final PartPassed PASSED = new PartPassed("capacity");
    private static final Blocker BLOCKS = new Blocker("capacity", "too_small", "Too small.");

    @Test
    void aPartThatPassedAndOfWhichRulesSaySoBlocksNothing() {
        assertThat(moreBlockers(new Findings().by("enough", PASSED), Verdict.PASS))
                .isEmpty();
    }

    @Test
    void aPartThatRulesSayBlocksNeedsNoMore() {
        assertThat(moreBlockers(new Findings().by("small", BLOCKS), Verdict.PASS))
                .isEmpty();
        assertThat(moreBlockers(new Findings().by("small", BLOCKS), Verdict.BLOCK))
                .isEmpty();
    }

    @Test
    void aPartThatNoRuleJudgedBlocks() {
        assertThat(moreBlockers(new Findings().by("other", new PartPassed("load_gate")), Verdict.PASS))
                .extracting(BlockerRow::reason)
                .containsExactly("not_judged");
    }

    @Test
    void aPartThatPassedAndBlocksBlocksOnceMoreAndNamesBothRules() {
        assertThat(moreBlockers(new Findings().by("enough", PASSED).by("small", BLOCKS), Verdict.PASS))
                .containsExactly(BlockerRow.ofNoRule(
                        "capacity",
                        "contradicting_findings",
                        "The rule \"enough\" says that the part passed, and the rule \"small\" says that it blocks."));
    }

    @Test
    void noRuleMakesAPartPassThatDidNot() {
        assertThat(moreBlockers(new Findings().by("wishful", PASSED), Verdict.BLOCK))
                .containsExactly(BlockerRow.ofNoRule(
                        "capacity",
                        "contradicting_findings",
                        "The rule \"wishful\" says that the part passed, and its verdict is block."));
    }

    private static List<BlockerRow> moreBlockers(Findings findings, Verdict verdict) {
        return new PartFindings(findings.run()).moreBlockers("capacity", verdict);
    }
}
