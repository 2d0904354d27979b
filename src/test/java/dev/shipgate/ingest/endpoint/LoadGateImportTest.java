package dev.shipgate.ingest.endpoint;

import static dev.shipgate.http.ProblemClient.isProblem;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decisions;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Submission;
import dev.shipgate.hash.Sha256;
import dev.shipgate.ingest.mapping.MappingText;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a table of JMeter of two labels, and a summary of autocannon, which measures the test as a whole. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class LoadGateImportTest {

    static final String IMPORTS = "/v1/load-gate/imports";
    static final Path SAMPLES = Path.of("src/test/resources/samples");

    static final String QUALITY = "route,cost_per_success,task_success_delta\nfind,0.001,0\n";
    private static final String BUDGETS =
            "{\"budgets\": {\"find\": {\"p95_ms\": 500, \"error_rate\": 0.01, \"cost_per_success\": 0.002}}}";

    @Inject
    ActiveRuleset rulesets;

    @Inject
    Decisions decisions;

    @Inject
    Evaluations evaluations;

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    /** Of 400 requests of 1 to 400 ms, four of which failed, and a login before them. */
    static String table() {
        StringBuilder table =
                new StringBuilder("timeStamp,elapsed,label,threadName,responseCode,responseMessage,success\n");
        table.append("1795470000000,9000,login,Visitors 1-0,200,OK,true\n");
        for (int ms = 1; ms <= 400; ms++) {
            boolean failed = ms % 100 == 0;
            table.append(1_795_470_000_000L + ms)
                    .append(',')
                    .append(ms)
                    .append(",GET /find?q=")
                    .append(ms % 7)
                    .append(",Visitors 1-")
                    .append(ms)
                    .append(',')
                    .append(failed ? "500,Internal Server Error,false\n" : "200,OK,true\n");
        }
        return table.toString();
    }

    static final String MAPPING =
            "routes: {find: [{pattern: \"GET /find.*\"}]}\nleave_out: [{name: login}]\nothers: refuse\n";

    private static ValidatableResponse table(String query) {
        return given().multiPart("file", "results.jtl", table().getBytes(UTF_8))
                .multiPart("mapping", MAPPING)
                .multiPart("quality", QUALITY)
                .multiPart("request", BUDGETS)
                .post(IMPORTS + query)
                .then();
    }

    @Test
    void aFileOfAToolIsJudgedRouteByRoute() {
        table("?service=search&environment=staging&version=7&label=track=canary")
                .statusCode(200)
                .body("ship", equalTo(true))
                .body("checks.route", equalTo(List.of("find", "find", "find")))
                .body("checks.observed", equalTo(List.of(380.95f, 0.01f, 0.001f)))
                .body("warnings.reason", equalTo(List.of("import", "only_caller_budgets")))
                .body("warnings.detail", hasItem("1 request, which did not fail, is left out by the mapping: login."));
    }

    @Test
    void whereTheNumbersComeFromIsRecordedWithTheRequestThatWasMade() {
        String id = table("?service=search&label=track=canary")
                .statusCode(200)
                .extract()
                .path("decision_id");
        given().get("/v1/decisions/" + id)
                .then()
                .statusCode(200)
                .body("request.service", equalTo("search"))
                .body("request.labels.track", equalTo("canary"))
                .body("request.routes.find.samples", equalTo(400))
                .body("request.routes.find.failed", equalTo(4))
                .body("request.routes.find.p95_low_ms", equalTo(372.0f))
                .body("request.routes.find.p95_high_ms", equalTo(389.0f))
                .body("request.source.tool", equalTo("jmeter"))
                .body("request.source.p95_method", containsString("Hyndman-Fan 6"))
                .body("request.source.files.name", equalTo(List.of("results.jtl", "mapping", "quality")))
                .body("request.source.files[0].sha256", equalTo(Sha256.hex(table().getBytes(UTF_8))));
        given().post("/v1/decisions/" + id + "/replay").then().statusCode(200).body("identical", equalTo(true));
    }

    @Test
    void whatTheMappingLeavesOutIsTold() {
        String told = "400 requests, 4 of them failed, are left out by the mapping: "
                + "GET /find?q=1, GET /find?q=2, GET /find?q=3, GET /find?q=4, GET /find?q=5, GET /find?q=6, GET /find?q=0.";
        String mapping = "leave_out: [{pattern: \"GET.*\"}]\n";
        String id = given().multiPart("file", "results.jtl", table().getBytes(UTF_8))
                .multiPart("mapping", mapping)
                .post(IMPORTS + "?service=search")
                .then()
                .statusCode(200)
                .body("warnings.detail", hasItem(told))
                .extract()
                .path("decision_id");
        given().get("/v1/decisions/" + id)
                .then()
                .body("request.source.notes", hasItem(told))
                .body("request.source.mapping", equalTo(Map.of("text", mapping)));
    }

    @Test
    void whatNoToolMeasuresIsMissingAndHoldsTheReleaseBack() throws IOException {
        given().contentType("application/json")
                .body(Files.readAllBytes(SAMPLES.resolve("autocannon/result-tts.json")))
                .post(IMPORTS + "/autocannon?service=search&route=find")
                .then()
                .statusCode(200)
                .body("ship", equalTo(false))
                .body(
                        "failures.find {it.reason == 'missing_metrics'}.missing",
                        equalTo(List.of("cost_per_success", "task_success_delta")))
                .body("warnings.reason", hasItem("import"));
    }

    @Test
    void answersOfPrometheusAreAFieldEach() throws IOException {
        given().multiPart(
                        "p95_seconds",
                        SAMPLES.resolve("prometheus/query_range-p95-by-route.json")
                                .toFile())
                .multiPart(
                        "error_rate",
                        SAMPLES.resolve("prometheus/query_range-error-rate-by-route.json")
                                .toFile())
                .multiPart("mapping", "buckets_ms: [10, 25, 100, 250, 1000]")
                .post(IMPORTS + "?service=search")
                .then()
                .statusCode(200)
                .body("checks.findAll {it.route == '/asr'}.observed", equalTo(Arrays.asList(23.62245f, 0, null)))
                .body("checks.findAll {it.route == '/tts'}.observed[0]", equalTo(null));
    }

    @Test
    void aMappingBesideTheRulesIsTakenForItsFormatOrByItsName() throws IOException {
        LiveRules.save("imports/jmeter.yaml", MAPPING);
        LiveRules.save("imports/other.yaml", MAPPING.replace("find:", "seek:"));
        for (String[] expected : new String[][] {{"", "find"}, {"?mapping=other", "seek"}}) {
            given().contentType("text/csv")
                    .body(table())
                    .post(IMPORTS + expected[0])
                    .then()
                    .statusCode(200)
                    .body("checks[0].route", equalTo(expected[1]));
        }
        isProblem(
                        given().contentType("text/csv")
                                .body(table())
                                .post(IMPORTS + "?mapping=none")
                                .then(),
                        400,
                        IMPORTS)
                .body(
                        "detail",
                        equalTo("There is no mapping \"none\": beside the rules there is no file imports/none.yaml."));
        isProblem(
                given().contentType("text/csv")
                        .body(table())
                        .post(IMPORTS + "?mapping=../x")
                        .then(),
                400,
                IMPORTS);
    }

    @Test
    void anEditOfAMappingThatCannotBeReadIsRefusedAndTheOldOneGoesOn() {
        LiveRules.save("imports/jmeter.yaml", MAPPING);
        String version = LiveRules.activeVersion();
        LiveRules.save("imports/jmeter.yaml", "routes: {find: [{pattern: \"(\"}]}\n");
        given().get("/v1/rulesets/active")
                .then()
                .body("version", equalTo(version))
                .body("files.path", hasItem("imports/jmeter.yaml"))
                .body("attempted.outcome", equalTo("refused"))
                .body("attempted.diagnostics[0].file", equalTo("imports/jmeter.yaml"))
                .body("attempted.diagnostics[0].line", equalTo(1))
                .body("attempted.diagnostics[0].code", equalTo("mapping"));
        given().contentType("text/csv")
                .body(table())
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("checks[0].route", equalTo("find"));
        given().get("/v1/rulesets/" + version)
                .then()
                .body("files.find {it.path == 'imports/jmeter.yaml'}.text", equalTo(MAPPING));
    }

    @Test
    void theRulesOfTheMappingDecideThoughOthersWerePublished() {
        LiveRules.save("imports/jmeter.yaml", MAPPING);
        String version = LiveRules.activeVersion();
        try (RulesetLease rules = rulesets.lease()) {
            LiveRules.save("imports/jmeter.yaml", MAPPING.replace("find:", "seek:"));
            MappingText mapping = Objects.requireNonNull(new LeasedMappings(rules).at("imports/jmeter.yaml"));
            Submission submission = new Submission(
                    "{\"routes\":{\"find\":{\"p95_ms\":1,\"error_rate\":0,\"samples\":400}}}".getBytes(UTF_8),
                    null,
                    "a pipeline",
                    null);
            Answered answered = decisions.decide(evaluations.ofKind("load_gate"), submission, rules);

            assertThat(new String(mapping.bytes(), UTF_8)).isEqualTo(MAPPING);
            assertThat(LiveRules.activeVersion()).isNotEqualTo(version);
            assertThat(new String(answered.body(), UTF_8)).contains("\"version\":\"" + version + "\"");
        }
    }

    @Test
    void theSameFilesUnderOneKeyAreDecidedOnce() {
        String first = null;
        for (int time = 0; time < 2; time++) {
            ValidatableResponse answer = given().header("Idempotency-Key", "import-once")
                    .multiPart("file", "results.jtl", table().getBytes(UTF_8))
                    .multiPart("mapping", MAPPING)
                    .post(IMPORTS + "/jmeter?service=search")
                    .then()
                    .statusCode(200);
            String id = answer.extract().path("decision_id");
            if (first != null) {
                answer.header("Idempotency-Replayed", "true").body("decision_id", equalTo(first));
            }
            first = id;
        }
    }

    @Test
    void theAnswerHasTheFormAndTheStatusThatAreAskedFor() {
        given().accept("text/markdown")
                .multiPart("file", table())
                .multiPart("mapping", MAPPING)
                .post(IMPORTS + "?service=search&block_status=412")
                .then()
                .statusCode(412)
                .contentType("text/markdown")
                .body(containsString("do not ship"));
    }
}
