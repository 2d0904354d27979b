package dev.shipgate.decision.http;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same decision in the form that its caller asks for. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class FormattedAnswersTest {

    private static final String SLOW = """
            {"service": "search", "environment": "production", "version": "1.2",
             "routes": {"find": {"p95_ms": 300, "error_rate": 0.0005, "cost_per_success": 0.002, "task_success_delta": 0}},
             "budgets": {"find": {"p95_ms": 250, "error_rate": 0.01, "cost_per_success": 0.002}}}""";

    private static final String RULE = "latency is over budget";
    private static final String DOC = "https://runbooks.example.com/shipgate/latency";
    private static final String WARNING =
            "only_caller_budgets: The policy has no budget for this release: only the caller gave limits.";
    private static final String WARNING_DOC = "https://runbooks.example.com/shipgate/budgets#callers";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static Response gate(String accept) {
        return given().contentType("application/json").accept(accept).body(SLOW).post("/v1/load-gate");
    }

    private static String told(Response response) {
        return response.asString()
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("sha256:[0-9a-f]{12,64}", "VERSION")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?", "TIME");
    }

    @Test
    void asMarkdown() {
        Response response = gate("text/markdown");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("text/markdown;charset=UTF-8");
        assertThat(told(response))
                .isEqualTo("""
                ## ❌ search 1.2 in production: do not ship

                | outcome | route | check | observed | limit | margin | budget |
                | --- | --- | --- | --: | --: | --: | --- |
                | ❌ fail | <code>find</code> | latency | 300 | 250 | -20 % | caller |
                | ✅ pass | <code>find</code> | errors | 0.0005 | 0.01 | 95 % | caller |
                | ✅ pass | <code>find</code> | cost_without_quality_gain | 0.002 | 0.002 | 0 % | caller |

                **Held back by**

                - <code>find</code> latency: p95 latency in ms is 300, over the limit of 250 by 20 %. Rule: \
                <code>latency is over budget</code>, owner <code>sre</code>, [doc](<DOC>)

                **Warnings**

                - WARNING Rule: <code>only the caller gave limits</code>, owner <code>sre</code>, [doc](<CALLERS>)

                <sub>Load gate · decision <code>ID</code> · rules <code>VERSION</code> · TIME</sub>
                """.replace("DOC", DOC).replace("WARNING", WARNING).replace("CALLERS", WARNING_DOC));
    }

    @Test
    void asText() {
        Response response = gate("text/plain");

        assertThat(response.contentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(told(response))
                .isEqualTo("""
                DO NOT SHIP  search 1.2 in production

                Load gate
                  outcome  route  check                      observed  limit  margin  budget
                  fail     find   latency                         300    250   -20 %  caller
                  pass     find   errors                       0.0005   0.01    95 %  caller
                  pass     find   cost_without_quality_gain     0.002  0.002     0 %  caller

                Held back by
                  find: latency: p95 latency in ms is 300, over the limit of 250 by 20 %.
                    rule latency is over budget, owner sre, DOC

                Warnings
                  WARNING
                    rule only the caller gave limits, owner sre, CALLERS

                decision ID, rules VERSION, TIME
                """.replace("DOC", DOC).replace("WARNING", WARNING).replace("CALLERS", WARNING_DOC));
    }

    @Test
    void asCsv() {
        Response response = gate("text/csv");

        assertThat(response.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(told(response).replace("\r\n", "\n")).isEqualTo("""
                part,item,check,outcome,observed,limit,margin,budget_source,rule,owner,detail
                load_gate,find,latency,fail,300,250,-0.2,caller,latency is over budget,sre,\
                "p95 latency in ms is 300, over the limit of 250 by 20 %."
                load_gate,find,errors,pass,0.0005,0.01,0.95,caller,,,
                load_gate,find,cost_without_quality_gain,pass,0.002,0.002,0,caller,,,
                load_gate,,only_caller_budgets,warning,,,,,only the caller gave limits,sre,\
                The policy has no budget for this release: only the caller gave limits.
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/junit+xml", "application/xml", "text/xml"})
    void asJunitXml(String accept) {
        Response response = gate(accept);

        assertThat(response.contentType()).startsWith(accept);
        assertThat(told(response))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?><testsuites>\
                <testsuite name="load_gate" tests="3" failures="1" errors="0" skipped="0" time="0" timestamp="TIME">\
                <properties><property name="decision_id" value="ID"/><property name="ruleset" value="VERSION"/></properties>\
                <testcase name="latency" classname="load_gate.find" time="0">\
                <failure message="p95 latency in ms is 300, over the limit of 250 by 20 %." type="latency">\
                p95 latency in ms is 300, over the limit of 250 by 20 %.
                Rule: RULE
                Owner: sre
                See: DOC</failure></testcase>\
                <testcase name="errors" classname="load_gate.find" time="0"></testcase>\
                <testcase name="cost_without_quality_gain" classname="load_gate.find" time="0"></testcase>\
                <system-out>search 1.2 in production: do not ship
                warning: WARNING</system-out></testsuite></testsuites>""".replace("RULE", RULE).replace("DOC", DOC).replace("WARNING", WARNING));
    }

    @Test
    void asSarif() {
        Response response = gate("application/sarif+json");

        assertThat(response.contentType()).isEqualTo("application/sarif+json");
        JsonNode run = json(told(response)).at("/runs/0");
        assertThat(run.path("tool"))
                .isEqualTo(json("""
                        {"driver": {"name": "Shipgate", "rules": [
                          {"id": "RULE", "shortDescription": {"text": "RULE"}, "helpUri": "DOC",
                           "properties": {"owner": "sre"}},
                          {"id": "only the caller gave limits",
                           "shortDescription": {"text": "only the caller gave limits"}, "helpUri": "CALLERS",
                           "properties": {"owner": "sre"}}]}}
                        """.replace("RULE", RULE).replace("DOC", DOC).replace("CALLERS", WARNING_DOC)));
        assertThat(run.path("results").findValuesAsText("level")).containsExactly("error", "warning");
        assertThat(run.path("results").get(0)).isEqualTo(json("""
                        {"ruleId": "RULE", "ruleIndex": 0, "level": "error",
                          "message": {"text": "find: latency: p95 latency in ms is 300, over the limit of 250 by 20 %."},
                          "locations": [{"physicalLocation": {
                            "artifactLocation": {"uri": "rules/load-gate/conditions.drl"}, "region": {"startLine": 25}}}],
                          "partialFingerprints": {"primaryLocationLineHash":
                            "ad4fc6bf139267110ba1be4b8ab762263c804feb616cadd740aee804dba6ebb0"}}]
                        """.replace("RULE", RULE)));
    }

    @Test
    void asWorkflowCommands() {
        Response response = gate("text/x-github-workflow-commands");

        assertThat(response.contentType()).isEqualTo("text/x-github-workflow-commands;charset=UTF-8");
        assertThat(told(response))
                .isEqualTo("""
                ::error title=Shipgate::search 1.2 in production: do not ship
                ::error title=Shipgate%3A Load gate::find: latency: p95 latency in ms is 300, over the limit of 250 by \
                20 %25. Rule: latency is over budget, owner sre, DOC
                ::warning title=Shipgate%3A Load gate::WARNING Rule: only the caller gave limits, owner sre, CALLERS
                ::notice title=Shipgate::Decision ID by the rules VERSION at TIME
                """.replace("DOC", DOC).replace("WARNING", WARNING).replace("CALLERS", WARNING_DOC));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                                     | application/json
            application/*                                           | application/json
            text/*                                                  | text/markdown
            text/csv;q=0.5, text/markdown;q=0.9                     | text/markdown
            application/json;q=0, */*                               | text/markdown
            application/json;q=0.1, application/sarif+json          | application/sarif+json
            text/html, application/xml;q=0.9, */*;q=0.8             | application/json
            """)
    void theMostWelcomeFormIsTaken(String accept, String type) {
        assertThat(gate(accept).contentType()).startsWith(type);
    }

    @Test
    void anEmptyAcceptHeaderIsNone() {
        assertThat(gate("").contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", ";", "text/markdown, ;", "image/*", "*/*;q=0", "application/json;q=0.0"})
    void anAcceptHeaderThatNamesNoFormIsRefused(String accept) {
        gate(accept).then().statusCode(406).contentType("application/problem+json");
    }

    @Test
    void aRecordIsToldAsItsAnswerWas() {
        Response markdown = gate("text/markdown");
        String id = markdown.asString().replaceAll("(?s).*decision <code>([^<]+)</code>.*", "$1");

        assertThat(given().accept("text/markdown").get("/v1/decisions/" + id).asString())
                .isEqualTo(markdown.asString());
        assertThat(given().get("/v1/decisions/" + id).contentType()).isEqualTo("application/json");
        given().accept("text/html").get("/v1/decisions/" + id).then().statusCode(406);
    }

    @Test
    void anIdempotentAnswerIsTheSameInEveryForm() {
        String key = "reports-" + System.nanoTime();
        Response first = withKey(key, "text/markdown");
        Response again = withKey(key, "text/markdown");
        Response json = withKey(key, "application/json");

        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(first.asString()).contains(json.<String>path("decision_id"));
    }

    private static Response withKey(String key, String accept) {
        return given().contentType("application/json")
                .accept(accept)
                .header("Idempotency-Key", key)
                .body(SLOW)
                .post("/v1/load-gate");
    }

    @Test
    void aProblemIsAProblemWhateverFormWasAskedFor() {
        given().contentType("application/json")
                .accept("text/markdown")
                .body("{\"ship\": true}")
                .post("/v1/load-gate")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void stormsWithoutAPointAreToldAsTheBlockThatTheyAre() {
        String report = given().contentType("application/json")
                .accept("text/markdown")
                .body("{\"points\": []}")
                .post("/v1/retry-storms")
                .asString();

        assertThat(report).startsWith("## ❌ Retry storms: do not ship\n");
    }
}
