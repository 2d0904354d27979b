package dev.shipgate.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.admission.AdmissionCheck;
import dev.shipgate.policy.compile.RulesetCompiler;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policytest.PolicyTestRunner;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesetValidatorTest {

    private static final RulesetFiles RULES = RulesetFiles.of(List.of(TestRules.file("load-gate/one.drl", """
            package shipgate.loadgate
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.Failure
            rule "one" @owner("team") when Release(service == "x") then insert(new Failure(null, "a", "b")); end
            """)));

    private static ValidationReport validation(AdmissionCheck check) {
        return new RulesetValidator(
                        new RulesetCompiler(List.of(new LoadGate()), List.of()),
                        new PolicyTestRunner(new Evaluations(List.of(new LoadGate())), new ObjectMapper()),
                        List.of(check),
                        new TestRules.Limits(1_000, Duration.ofSeconds(10)))
                .validate(RULES);
    }

    @Test
    void rulesThatFailAnyAdmissionCheckAreNotValid() {
        ValidationReport refused = validation(rules -> List.of(Diagnostic.error(null, "too-bold", "It fails.")));
        assertThat(refused.valid()).isFalse();
        assertThat(refused.diagnostics()).extracting(Diagnostic::code).containsExactly("too-bold", "untested");
        assertThat(validation(rules -> List.of()).valid()).isTrue();
    }
}
