package dev.shipgate.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.decision.Release;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RuleFailure;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.compile.TestRules.Limits;
import dev.shipgate.policy.session.RulesetLease;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that only the evaluation gives, made by rules in ways that their text does not show. */
class ForgedEvidenceTest {

    private static final LoadGate LOAD_GATE = new LoadGate();
    private static final Limits LIMITS = new Limits(1_000, Duration.ofSeconds(10));

    private static RuleRun run(String then) throws RulesetRefusedException {
        String drl = """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.Budget
                import dev.shipgate.loadgate.RouteMetrics
                function Object measured() {
                    return new RouteMetrics("small_talk", 1.0, 0.0, 0.0, 0.0, new java.util.HashMap(), java.util.List.of());
                }
                function Object budget() {
                    return new Budget("small_talk").p95Ms(5);
                }
                rule "small talk is measured" @owner("sre") when $release : Release() then
                    %s
                end
                """.formatted(then);
        RulesetCompiler compiler = new RulesetCompiler(List.of(LOAD_GATE), List.of());
        RulesetFiles files = RulesetFiles.of(List.of(TestRules.file("load-gate/a.drl", drl)));
        try (RulesetLease rules = compiler.compileForOneUse(files, LIMITS)) {
            return rules.evaluate(LOAD_GATE, List.of(new Release("search", null, null, Map.of())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"insert(measured());", "for (Object one : java.util.List.of(measured())) { drools.insert(one); }"
            })
    void giveNoVerdict(String then) {
        PolicyEvaluationException failure = catchThrowableOfType(PolicyEvaluationException.class, () -> run(then));

        assertThat(failure)
                .hasMessage(
                        "The rule \"small talk is measured\" found what cannot be put into an answer. It inserts a fact "
                                + "of the kind RouteMetrics, which no rule may insert: it is evidence, and only the evaluation gives it.");
        assertThat(failure.failed())
                .extracting(RuleFailure::place)
                .isEqualTo("load-gate/a.drl:11: the consequence of \"small talk is measured\"");
        assertThat(failure.lastFirings()).hasSize(1);
    }

    @Test
    void areNotWhatRulesAreThereToInsert() throws RulesetRefusedException {
        assertThat(run("insert(budget());").inserted()).hasSize(1);
    }
}
