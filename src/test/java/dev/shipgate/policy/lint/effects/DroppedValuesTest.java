package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;

/** Facts that are made and dropped. */
class DroppedValuesTest {

    @Test
    void warnsOfALimitThatIsSetInNoFact() {
        assertThat(Slips.ofConsequence(
                        "$b : Budget(route == \"find\")",
                        "$b.p95Ms(800);\n    insert(new Budget(\"find\").p95Ms(900));"))
                .containsExactly(
                        "WARNING no-effect load-gate/a.drl:13 This makes another Budget, and nobody sees it: no fact "
                                + "changes. Maybe $b = $b.p95Ms(800), or insert($b.p95Ms(800))?");
    }
}
