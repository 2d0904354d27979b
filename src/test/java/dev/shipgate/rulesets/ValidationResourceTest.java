package dev.shipgate.rulesets;

import static dev.shipgate.http.ProblemClient.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/rulesets/validation}. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class ValidationResourceTest {

    private static final String PATH = "/v1/rulesets/validation";
    private static final String RULES = "load-gate/own.drl";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static ValidatableResponse validate(Map<String, String> files) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        files.forEach(body.putObject("files")::put);
        return given().contentType("application/json")
                .body(body.toString())
                .post(PATH)
                .then();
    }

    private static Map<String, String> shipped() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path folder = Path.of("rules");
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(path -> path.toString().matches(".*\\.(drl|test\\.yaml)"))
                    .toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void theShippedRulesAreValidUnderTheVersionThatTheirFolderHas() throws IOException {
        validate(shipped())
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("version", equalTo(TestRules.versionOf(Path.of("rules"))))
                .body("diagnostics", empty())
                .body("tests.failed", equalTo(0))
                .body("coverage.fired", greaterThanOrEqualTo(80))
                .body("coverage.never_fired", empty());
    }

    @Test
    void aTestThatFailsMakesThemInvalidAndIsThereInFull() throws IOException {
        Map<String, String> files = shipped();
        files.computeIfPresent(
                "load-gate/conditions.drl", (path, text) -> text.replace("p95Ms > p95Limit", "p95Ms > 3 * p95Limit"));

        validate(files)
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("diagnostics[0].code", equalTo("test-failed"))
                .body("tests.cases.find { !it.passed }.name", equalTo("one slow route holds back the release"))
                .body("tests.cases.find { !it.passed }.differences[0].at", equalTo("/failures/0/reason"))
                .body("tests.cases.find { !it.passed }.differences[0].expected", equalTo("\"latency\""))
                .body("tests.cases.find { !it.passed }.differences[0].actual", equalTo("\"not_evaluated\""));
    }

    @Test
    void rulesThatDoNotCompileAreToldWithFileLineAndRule() {
        validate(Map.of(RULES, "package shipgate.loadgate\nrule \"broken\" when Nope() then end"))
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("diagnostics.code", contains("compile", "no-rules", "no-owner", "no-rules", "no-rules"))
                .body("diagnostics[0].file", equalTo(RULES))
                .body("diagnostics[0].line", equalTo(2))
                .body("diagnostics[0].rule", equalTo("broken"))
                .body("tests", nullValue())
                .body("coverage", nullValue());
    }

    @Test
    void aCharacterThatHidesWhatTheCompilerReadsIsToldWithItsLine() {
        validate(Map.of(RULES, "package shipgate.loadgate\n// \u202E\nrule \"own\" @owner(\"us\") when then end"))
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("diagnostics.code", contains("encoding"))
                .body("diagnostics[0].file", equalTo(RULES))
                .body("diagnostics[0].line", equalTo(2))
                .body("diagnostics[0].message", containsString("the hidden character U+202E"));
    }

    @Test
    void twoRulesOfOneNameInDifferentFoldersAreRefused() {
        validate(Map.of(
                        RULES,
                        "package shipgate.loadgate\nrule \"own\" @owner(\"us\") when then end",
                        "capacity/own.drl",
                        "package shipgate.capacity\nrule \"own\" @owner(\"us\") when then end"))
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("diagnostics.findAll { it.severity == 'error' }.size()", equalTo(1))
                .rootPath("diagnostics.find { it.code == 'same-name' }")
                .body("severity", equalTo("error"))
                .body("file", equalTo(RULES))
                .body("line", equalTo(2))
                .body("rule", equalTo("own"))
                .body("message", containsString("The rule in capacity/own.drl:2 has this name too"));
    }

    @Test
    void aRuleWithoutAnOwnerIsValidAndWarnedOf() {
        validate(Map.of(RULES, "package shipgate.loadgate\nrule \"own\" when then end"))
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("diagnostics.severity.unique()", contains("warning"))
                .body("diagnostics.code", hasItem("untested"))
                .body(
                        "diagnostics.findAll { it.code == 'no-rules' }.file",
                        contains("capacity", "readiness", "retry-storm"))
                .rootPath("diagnostics.find { it.code == 'no-owner' }")
                .body("file", equalTo(RULES))
                .body("line", equalTo(2))
                .body("rule", equalTo("own"))
                .noRootPath()
                .body("coverage.never_fired", contains("own"));
    }

    @Test
    void nothingChangesByAValidation() throws IOException {
        String before = LiveRules.activeVersion();

        validate(Map.of(RULES, "package shipgate.loadgate\nrule \"own\" when then end"))
                .statusCode(200)
                .body("valid", equalTo(true));

        assertThat(LiveRules.activeVersion()).isEqualTo(before);
        assertThat(LiveRules.folder().resolve(RULES)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../load-gate/own.drl",
                "/etc/own.drl",
                "load-gate/../../own.drl",
                "load-gate\\own.drl",
                "load-gate/.own.drl",
                "load-gate/own.txt",
                "own.drl",
                "load-gate//own.drl",
                "load-gate/own\u0000.drl",
                "load-gate/own .drl",
            })
    void aPathThatLeadsElsewhereIsRefused(String path) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("files").put(path, "package shipgate.loadgate");
        isProblem(
                        given().contentType("application/json")
                                .body(body.toString())
                                .post(PATH)
                                .then(),
                        400,
                        PATH)
                .body("errors[0].detail", containsString("is no path of a rule file"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"files\":{}}",
                "{\"files\":[]}",
                "{\"files\":{\"load-gate/own.drl\":null}}",
                "{\"files\":{\"load-gate/own.drl\":5}}",
                "{\"files\":{\"load-gate/own.drl\":\"package a\"},\"message\":\"why\"}",
            })
    void aBodyThatHasNoFilesIsRefused(String body) {
        isProblem(given().contentType("application/json").body(body).post(PATH).then(), 400, PATH);
    }
}
