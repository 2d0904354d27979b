package dev.shipgate.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.drl.ParsedDrl;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule without an owner is no mistake to the compiler. */
class MissingOwnersTest {

    @Test
    void aRuleThatNobodyOwns() {
        String drl = "package shipgate.loadgate\nrule \"nobody's\" when then insert(1); end\n";
        assertThat(MissingOwners.warnings(List.of(ParsedDrl.parse(TestRules.file("load-gate/linted.drl", drl)))))
                .extracting(Diagnostic::toString)
                .containsExactly("load-gate/linted.drl:2:1: Nobody is named who could be asked about this rule. "
                        + "Maybe @owner(\"...\")? [in rule \"nobody's\"]");
    }
}
