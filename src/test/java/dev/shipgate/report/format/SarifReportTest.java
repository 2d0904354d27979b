package dev.shipgate.report.format;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.shipgate.report.Answers;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The requirements of code scanning on SARIF 2.1.0. */
class SarifReportTest {

    private static JsonNode run(String kind, JsonNode answer) {
        JsonNode log = json(Answers.text(ReportFormat.SARIF, kind, answer));
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        assertThat(log.path("$schema").asText()).isEqualTo("https://json.schemastore.org/sarif-2.1.0.json");
        assertThat(log.path("runs")).hasSize(1);
        return log.path("runs").path(0);
    }

    @Test
    void eachFindingIsAResultOfTheRuleThatFoundItAtTheFileOfTheRule() {
        assertThat(Answers.text(ReportFormat.SARIF, "load_gate", Answers.blockedGate()))
                .isEqualTo("""
                {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0",\
                "runs":[{"tool":{"driver":{"name":"Shipgate","rules":[\
                {"id":"latency is over budget","shortDescription":{"text":"latency is over budget"},"helpUri":"https://runbooks.example.com/load-gate?a=1&b=2#latency","properties":{"owner":"sre"}},\
                {"id":"load_gate/missing_metrics","shortDescription":{"text":"load_gate/missing_metrics"}},\
                {"id":"better may cost more","shortDescription":{"text":"better may cost more"}}]}},\
                "automationDetails":\
                {"id":"shipgate/load_gate/"},"invocations":[{"executionSuccessful":true}],\
                "results":[\
                {"ruleId":"latency is over budget","ruleIndex":0,"level":"error","message":{"text":"book_table: latency: p95 latency in ms is 900, over the limit of 800 by 12.5 %."},\
                "locations":[{"physicalLocation":{"artifactLocation":{"uri":"rules/load-gate/conditions.drl"},"region":{"startLine":15}}}],\
                "partialFingerprints":{"primaryLocationLineHash":"f8f8bfc336cbd70f40065da6f69416ae2314d0297016561f328d8568257c94f3"}},\
                {"ruleId":"load_gate/missing_metrics","ruleIndex":1,"level":"error","message":{"text":"find: missing_metrics: Not measured: p95_ms."},\
                "locations":[{"physicalLocation":{"artifactLocation":{"uri":"rules/load-gate"},"region":{"startLine":1}}}],\
                "partialFingerprints":{"primaryLocationLineHash":"fa7d5e3052c08aba6eb68e9a928adc2f745bf379e2eafbace65518eceb2f7a0c"}},\
                {"ruleId":"better may cost more","ruleIndex":2,"level":"warning","message":{"text":"book_table: cost_excused: Costs more, and is better."},\
                "locations":[{"physicalLocation":{"artifactLocation":{"uri":"rules/load-gate"},"region":{"startLine":1}}}],\
                "partialFingerprints":{"primaryLocationLineHash":"750f90aac1e5ee4098eaf6831147261c325a02f526d32c5539e64e1f25b442f1"}}],\
                "properties":{"verdict":"block","subject":"search 1.2 in staging","decision_id":"01a20acd-13ab-70cf-8a68-4f10e244d9d5","ruleset":"sha256:9716d6bdb908598a582f35cb8f7c63a773783bad41dca23a0dd38e55e75c8c0c","evaluated_at":"2026-11-23T23:45:41.803Z"}}]}""");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyResultHasWhatCodeScanningAsksFor(String kind, JsonNode answer) {
        JsonNode run = run(kind, answer);
        JsonNode rules = run.at("/tool/driver/rules");
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> assertThat(ids.add(rule.path("id").asText())).isTrue());
        assertThat(run.at("/tool/driver/name").asText()).isEqualTo("Shipgate");
        for (JsonNode result : run.path("results")) {
            assertThat(result.at("/message/text").asText()).isNotEmpty();
            assertThat(result.path("level").asText()).isIn("error", "warning");
            assertThat(rules.path(result.path("ruleIndex").asInt()).path("id")).isEqualTo(result.path("ruleId"));
            JsonNode location = result.at("/locations/0/physicalLocation");
            assertThat(URI.create(location.at("/artifactLocation/uri").asText()))
                    .hasNoHost()
                    .asString()
                    .startsWith("rules/");
            assertThat(location.at("/region/startLine").asInt()).isPositive();
            assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText())
                    .matches("[0-9a-f]{64}");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.shipgate.report.format.ReportFormatTest#answers")
    void everyAnswerIsValidByTheSchemaOfTheStandard(String kind, JsonNode answer) {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));

        assertThat(schema.validate(json(Answers.text(ReportFormat.SARIF, kind, answer))))
                .isEmpty();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("load_gate", Answers.blockedGate()),
                Arguments.of("load_gate", Answers.hostileGate()),
                Arguments.of("load_gate", Answers.problem()),
                Arguments.of("retry_storms", Answers.storm()),
                Arguments.of("capacity", Answers.capacity("none", "block")),
                Arguments.of("release_readiness", Answers.notReady()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            load_gate         | load-gate   | "verdict": "block", "ship": false, "failures": [{"route": "find", "reason": "latency", "rule": "it"}]
            load_gate         | load-gate   | "verdict": "block", "ship": false, "failures": [], "warnings": [{"reason": "x", "rule": "it"}]
            retry_storms      | retry-storm | "verdict": "block", "alerts": [{"minute": 7, "action": "x", "rule": "it"}]
            retry_storms      | retry-storm | "verdict": "pass", "alerts": [], "baseline": {"source": "none", "rule": "it"}
            capacity          | capacity    | "verdict": "block", "outcome": "none", "outcome_rule": "it", "steps": []
            capacity          | capacity    | "verdict": "block", "outcome": "none", "warnings": [{"reason": "x", "rule": "it"}]
            release_readiness | readiness   | "verdict": "block", "ready": false, "blockers": [{"part": "x", "reason": "x", "rule": "it"}]
            """)
    void aFindingOfEveryKindLeadsToTheLineOfItsRule(String kind, String folder, String said) {
        JsonNode answer = json("""
                {%s, "rules_fired": [{"rule": "it", "file": "%s/own.drl", "line": 42, "metadata": {"owner": "sre"}}]}
                """.formatted(said, folder));

        assertThat(run(kind, answer).path("results"))
                .filteredOn(result -> result.path("ruleId").asText().equals("it"))
                .singleElement()
                .extracting(result -> result.at("/locations/0/physicalLocation").toString())
                .isEqualTo("{\"artifactLocation\":{\"uri\":\"rules/" + folder
                        + "/own.drl\"},\"region\":{\"startLine\":42}}");
    }

    @Test
    void aHostileNameMakesNoLinkAndLeadsToNoOtherFile() {
        JsonNode result = run("load_gate", Answers.hostileGate()).at("/results/0");

        assertThat(result.at("/message/text").asText())
                .isEqualTo(
                        "a|b`c`</details> ## ✅ ship @everyone \\[x\\](http://evil.example) \\]\\]>\uFFFD\uFFFD: =cmd(): "
                                + "www.evil.example #1, 100 % ::error::<script>&amp; $x$");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("rules/load-gate");
        assertThat(run("load_gate", Answers.hostileGate())
                        .at("/tool/driver/rules/0")
                        .toString())
                .isEqualTo("{\"id\":\"@team|**rule**\",\"shortDescription\":{\"text\":\"@team|**rule**\"}}");
    }

    @Test
    void aPassHasNoResults() {
        assertThat(run("load_gate", Answers.passingGate()).path("results")).isEmpty();
        assertThat(run("load_gate", Answers.passingGate())
                        .at("/properties/verdict")
                        .asText())
                .isEqualTo("pass");
    }

    @Test
    void aFindingIsKnownAgainByItsRouteAndReason() {
        String fingerprint = "/results/0/partialFingerprints/primaryLocationLineHash";
        ObjectNode later = (ObjectNode) Answers.blockedGate();
        later.put("decision_id", "another");
        ((ObjectNode) later.at("/failures/0")).put("observed", 1000).put("detail", "p95 latency in ms is 1000.");
        ObjectNode elsewhere = (ObjectNode) Answers.blockedGate();
        ((ObjectNode) elsewhere.at("/failures/0")).put("route", "search");

        JsonNode first = run("load_gate", Answers.blockedGate()).at(fingerprint);
        assertThat(run("load_gate", later).at(fingerprint)).isEqualTo(first);
        assertThat(run("load_gate", elsewhere).at(fingerprint)).isNotEqualTo(first);
    }
}
