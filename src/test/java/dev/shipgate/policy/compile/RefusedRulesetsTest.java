package dev.shipgate.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.capacity.Capacity;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.admission.AdmissionCheck;
import dev.shipgate.policy.admission.AdmissionChecks;
import dev.shipgate.policy.cache.RulesetCache;
import dev.shipgate.policy.compile.TestRules.Limits;
import dev.shipgate.policy.session.Ruleset;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.readiness.Readiness;
import dev.shipgate.retrystorm.RetryStorms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that is told of a ruleset that is refused. */
class RefusedRulesetsTest {

    private static final Limits LIMITS = new Limits(1_000, Duration.ofSeconds(10));

    private static final RulesetCompiler COMPILER = new RulesetCompiler(
            List.of(new LoadGate(), new RetryStorms(), new Capacity(), new Readiness(List.of())), List.of());

    private static final String PERCENT = """
            package shipgate.loadgate
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.Budget
            rule "search: finding" @owner("sre") when
                Release(service == "search")
            then
                insert(new Budget("find").p95Ms(250).errorRate(5));
            end
            """;

    private static RulesetFiles files(Map<String, String> texts) {
        return RulesetFiles.of(texts.entrySet().stream()
                .map(file -> TestRules.file(file.getKey(), file.getValue()))
                .toList());
    }

    private static List<String> codes(RulesetRefusedException refusal) {
        return refusal.diagnostics().stream()
                .map(found -> found.severity() + " " + found.code() + " " + found.file())
                .filter(found -> !found.contains("no-rules"))
                .toList();
    }

    private static RulesetRefusedException refusal(Map<String, String> texts) {
        return catchThrowableOfType(
                RulesetRefusedException.class, () -> COMPILER.compileForOneUse(files(texts), LIMITS));
    }

    @Test
    void warningsAreToldBesideAnErrorOfTheCompilerAndAfterIt() {
        assertThat(codes(refusal(Map.of(
                        "load-gate/a.drl",
                        PERCENT,
                        "readiness/b.drl",
                        "package shipgate.readiness\nrule \"b\" @owner(\"sre\") when Nope() then insert(1); end\n"))))
                .containsExactly(
                        "ERROR foreign-kind readiness/b.drl",
                        "ERROR compile readiness/b.drl",
                        "WARNING out-of-range load-gate/a.drl");
    }

    @Test
    void warningsAreToldBesideATestThatFails(@TempDir Path folder) throws RulesetRefusedException {
        AdmissionCheck fails = rules -> List.of(Diagnostic.error("load-gate/z.test.yaml", "test-failed", "It fails."));
        AdmissionChecks trials = new AdmissionChecks(List.of(fails), new RulesetCache(folder, null, () -> {}), LIMITS);
        Ruleset ruleset = COMPILER.compile(files(Map.of("load-gate/a.drl", PERCENT)), null);

        assertThat(codes(catchThrowableOfType(RulesetRefusedException.class, () -> trials.pass(ruleset))))
                .containsExactly("ERROR test-failed load-gate/z.test.yaml", "WARNING out-of-range load-gate/a.drl");
        ruleset.references().release();
    }

    @ParameterizedTest
    @CsvSource({
        "load-gate/budgets.yaml, load-gate/budgets.test.yaml",
        "load-gate/x.DRL, load-gate/x.drl",
        "Imports/k6.yaml, imports/k6.yaml"
    })
    void filesThatWouldBePassedOverAreTold(String path, String meant) {
        assertThat(refusal(Map.of("load-gate/a.drl", PERCENT, path, "tests: []"))
                        .diagnostics())
                .contains(Diagnostic.error(
                        path, "file-name", "A file of this name would be passed over. Maybe " + meant + "?"));
    }

    @Test
    void yamlOfAFolderThatNoEvaluationReadsIsToldForBoth() {
        assertThat(codes(refusal(Map.of("load-gate/a.drl", PERCENT, "loadgate/b.yaml", "tests: []"))))
                .containsExactly("ERROR file-name loadgate/b.yaml", "ERROR unknown-folder loadgate/b.yaml");
    }

    @Test
    void queriesAreNoRules() throws RulesetRefusedException {
        String query = "query \"all\" Release() end\n";
        try (RulesetLease rules =
                COMPILER.compileForOneUse(files(Map.of("load-gate/a.drl", PERCENT + query)), LIMITS)) {
            assertThat(rules.rules()).extracting(RuleInfo::rule).containsExactly("search: finding");
        }
    }
}
