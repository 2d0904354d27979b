package dev.shipgate.loadgate;

import static dev.shipgate.ingest.request.ImportedFile.file;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.decision.Release;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.otlp.Otlp;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.json.StrictJson;
import dev.shipgate.loadgate.Check.Outcome;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A histogram of the usual buckets, whose 95th percentile is somewhere between 1000 and 2500 ms; in truth it is 2400.
 */
class HistogramBudgetsTest {

    @RegisterExtension
    static final TestRules RULES = TestRules.shipped("load-gate");

    private static final Release RELEASE = new Release("kiosk", null, null, Map.of());

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "999,  false, FAIL,          1000, latency",
                "1000, false, NOT_EVALUATED, 1750, latency_not_known",
                "2000, false, NOT_EVALUATED, 1750, latency_not_known",
                "2499, false, NOT_EVALUATED, 1750, latency_not_known",
                "2500, true,  PASS,          2500, none"
            })
    void aBudgetIsOverWithinOrNotKnownToBeKept(
            int budget, boolean ships, Outcome outcome, Double observed, String reason) throws IOException {
        LoadGateAnswer answer = answer(budget);

        assertThat(answer.ship()).isEqualTo(ships);
        assertThat(answer.checks())
                .filteredOn(row -> row.check().equals(Check.LATENCY))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.outcome()).isEqualTo(outcome);
                    assertThat(row.observed()).isEqualTo(observed);
                    assertThat(row.limit()).isEqualTo(budget);
                });
        assertThat(answer.failures())
                .extracting(LoadGateAnswer.FailureRow::reason)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    private static LoadGateAnswer answer(int p95Budget) throws IOException {
        LoadTestResult test =
                read(new Otlp(), Mapping.none(), file(null, SampleFiles.read("otlp/default-buckets.json")));
        ObjectNode measured = Objects.requireNonNull(test.routes().get("/quote"));
        measured.put("cost_per_success", 0.01).put("task_success_delta", 0);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("routes").set("/quote", measured);
        body.putObject("budgets")
                .putObject("/quote")
                .put("p95_ms", p95Budget)
                .put("error_rate", 0.01)
                .put("cost_per_success", 1);
        LoadGateRequest request =
                LoadGateRequest.read(StrictJson.object(body.toString().getBytes(StandardCharsets.UTF_8)), RELEASE);
        List<Object> facts = new ArrayList<>(request.routes());
        facts.add(RELEASE);
        facts.addAll(request.budgets());
        return GateAnswers.of(request, RULES.evaluate(facts.toArray()));
    }
}
