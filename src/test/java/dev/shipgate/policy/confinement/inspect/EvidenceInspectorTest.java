package dev.shipgate.policy.confinement.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.loadgate.Failure;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.compile.FolderCompiler;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.session.CompiledRules;
import dev.shipgate.testing.BesideOthers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules add evidence and take none away, however they are written. */
@BesideOthers
class EvidenceInspectorTest {

    private static final String FILE = """
            package test
            import dev.shipgate.capacity.*
            import dev.shipgate.decision.*
            import dev.shipgate.loadgate.*
            import dev.shipgate.readiness.*
            import dev.shipgate.retrystorm.*
            import java.util.List
            %s
            rule "own"
            when
                %s
            then
                %s
            end
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Check",
                "Failure",
                "Warning",
                "BudgetedRoute",
                "RouteMetrics",
                "CallerBudget",
                "StormAlert",
                "CalmPoint",
                "Amplifier",
                "Baseline",
                "NoBaseline",
                "TrafficPoint",
                "PassingStep",
                "FailingStep",
                "StepViolation",
                "SupportedStep",
                "SustainedViolation",
                "Break",
                "CapacityOutcome",
                "ConfirmedCapacity",
                "StepLimits",
                "Step",
                "Blocker",
                "PartPassed",
                "LoadGateResult",
                "CapacityResult",
                "RetryStormResult",
                "MeasurementSource",
                "Release"
            })
    void noEvidenceIsDeleted(String type) {
        assertThat(refusal("", "$it : " + type + "()", "delete($it);").message())
                .startsWith("This deletes a " + type + ". What was measured, what the caller asked for and what rules"
                        + " found is evidence, and stays. Maybe another condition in the rule that inserts the "
                        + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Budget", "MetricLimit", "CapacityBudget", "SustainedSteps", "FailureRun", "Thresholds"})
    void whatThePolicySetsMayBeReplaced(String type) throws RulesetRefusedException {
        compile("", "$it : " + type + "()", "delete($it);");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete($it);                                           | This deletes a Failure.",
                "retract($it);                                          | This deletes a Failure.",
                "update($it);                                           | This changes a Failure.",
                "modify($it) { };                                       | This changes a Failure.",
                "Failure same = $it; delete(same);                      | This deletes a Failure.",
                "Object any = $it; delete(any);                         | This deletes a Failure.",
                "delete((Object) $it);                                  | This deletes a Failure.",
                "drools.delete($it);                                    | This deletes a Failure.",
                "for (Object one : List.of($it)) { delete(one); }       | What this deletes could be any kind of fact",
                "Object any = $it; if ($it.missing().isEmpty()) { any = \"\"; } delete(any); "
                        + "| What this deletes could be any kind of fact",
                "insertLogical(new Failure(null, \"own\", \"Own.\"));   | This inserts, until its reason ends, a Failure.",
                "Object any = List.of($it).get(0); insertLogical(any);  "
                        + "| What this inserts, until its reason ends, could be any kind of fact"
            })
    void noWayOfWritingItHidesWhatIsLost(String consequence, String message) {
        Diagnostic refusal = refusal("", "$it : Failure()", consequence);

        assertThat(refusal.message()).startsWith(message);
        assertThat(refusal.file()).isEqualTo("test/test.drl");
        assertThat(refusal.line()).isEqualTo(13);
        assertThat(refusal.rule()).isEqualTo("own");
        assertThat(refusal.code()).isEqualTo("evidence-lost");
    }

    @Test
    void noPatternThatTakesAnyFactHidesIt() {
        assertThat(refusal("", "$it : Object()", "delete($it);").message())
                .isEqualTo("What this deletes could be any kind of fact, also a finding. What was measured, what the"
                        + " caller asked for and what rules found is evidence, and stays."
                        + " Maybe give the fact its kind, such as $budget : Budget()?");
    }

    @Test
    void noFunctionHidesIt() {
        Diagnostic refusal = refusal(
                "function void drop(org.drools.model.Drools drools, Object any) { drools.delete(any); }",
                "$it : Failure()",
                "drop(drools, $it);");

        assertThat(refusal.message()).startsWith("What this deletes could be any kind of fact");
        assertThat(refusal.line()).isEqualTo(8);
    }

    @Test
    void whatAuthorsDeclareThemselvesIsTheirs() throws RulesetRefusedException {
        String note = "declare Note text : String end";

        compile(note, "$it : Note()", "delete($it); insertLogical(new Note(\"again\"));");
        compile(note, "$it : Note()", "modify($it) { setText(\"again\") }");
    }

    /** The decisions that came of them can still be replayed. */
    @Test
    void rulesThatDecidedBeforeCanStillBeEvaluated() throws RulesetRefusedException {
        CompiledRules rules = FolderCompiler.compile(
                List.of(TestRules.file("test/test.drl", FILE.formatted("", "$it : Failure()", "delete($it);"))));
        try {
            RuleRun run = rules.evaluate(
                    List.of(new Failure(null, "own", "Own.")), new TestRules.Limits(10, Duration.ofSeconds(10)));
            assertThat(run.firings()).extracting(firing -> firing.rule().rule()).containsExactly("own");
        } finally {
            rules.references().release();
        }
    }

    private static Diagnostic refusal(String outside, String condition, String consequence) {
        RulesetRefusedException refused =
                catchThrowableOfType(RulesetRefusedException.class, () -> compile(outside, condition, consequence));
        assertThat(refused.diagnostics()).hasSize(1);
        return refused.diagnostics().get(0);
    }

    private static void compile(String outside, String condition, String consequence) throws RulesetRefusedException {
        CompiledRules rules = FolderCompiler.compile(
                List.of(TestRules.file("test/test.drl", FILE.formatted(outside, condition, consequence))));
        try {
            rules.requireEvidenceKept();
        } finally {
            rules.references().release();
        }
    }
}
