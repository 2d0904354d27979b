package dev.shipgate.report.format;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.shipgate.report.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The link to the page of the decision, in each form. */
class LinkedReportTest {

    private static final String PAGE =
            "https://shipgate.example.org/console/decisions/01a20acd-13ab-70cf-8a68-4f10e244d9d5";

    private static String calm(ReportFormat format) {
        return Answers.text(format, "retry_storms", Answers.calm(), PAGE);
    }

    @Test
    void textEndsWithIt() {
        assertThat(calm(ReportFormat.TEXT)).isEqualTo("""
                NO RETRY STORM  search 1.2 in staging

                decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5, rules sha256:9716d6bdb908, 2026-11-23T23:45:41.803Z
                Details: https://shipgate.example.org/console/decisions/01a20acd-13ab-70cf-8a68-4f10e244d9d5
                """);
    }

    @Test
    void markdownHasItBeforeItsLastLine() {
        assertThat(calm(ReportFormat.MARKDOWN)).isEqualTo("""
                ## ✅ search 1.2 in staging: no retry storm

                [Details](<https://shipgate.example.org/console/decisions/01a20acd-13ab-70cf-8a68-4f10e244d9d5>)

                <sub>Retry storms · decision <code>01a20acd-13ab-70cf-8a68-4f10e244d9d5</code> · rules <code>sha256:9716d6bdb908</code> · 2026-11-23T23:45:41.803Z</sub>
                """);
    }

    @Test
    void gitHubShowsItWithTheDecision() {
        assertThat(calm(ReportFormat.GITHUB)).isEqualTo("""
                ::notice title=Shipgate::search 1.2 in staging: no retry storm
                ::notice title=Shipgate::Decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5 by the rules sha256:9716d6bdb908 at 2026-11-23T23:45:41.803Z. Details: https://shipgate.example.org/console/decisions/01a20acd-13ab-70cf-8a68-4f10e244d9d5
                """);
    }

    @Test
    void jUnitHasItAsAPropertyOfEachSuite() {
        assertThat(calm(ReportFormat.JUNIT_XML))
                .contains("<properties>"
                        + "<property name=\"decision_id\" value=\"01a20acd-13ab-70cf-8a68-4f10e244d9d5\"/>"
                        + "<property name=\"ruleset\""
                        + " value=\"sha256:9716d6bdb908598a582f35cb8f7c63a773783bad41dca23a0dd38e55e75c8c0c\"/>"
                        + "<property name=\"decision_url\" value=\"" + PAGE + "\"/></properties>");
    }

    @Test
    void sarifHasItAtTheRunAndAtEachResult() {
        JsonNode run = json(Answers.text(ReportFormat.SARIF, "load_gate", Answers.blockedGate(), PAGE))
                .at("/runs/0");

        assertThat(run.at("/properties/decision_url").textValue()).isEqualTo(PAGE);
        assertThat(run.path("results").findValuesAsText("hostedViewerUri")).containsExactly(PAGE, PAGE, PAGE);
    }

    @ParameterizedTest
    @MethodSource("dev.shipgate.report.format.ReportFormatTest#answers")
    void sarifWithItIsValidByTheSchemaOfTheStandard(String kind, JsonNode answer) {
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V7)
                        .getSchema(LinkedReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))
                        .validate(json(Answers.text(ReportFormat.SARIF, kind, answer, PAGE))))
                .isEmpty();
    }

    /** A table has a line for each check, and JSON is the answer itself. */
    @ParameterizedTest
    @EnumSource(names = {"CSV", "JSON"})
    void tablesAndTheAnswerItselfHaveNone(ReportFormat format) {
        assertThat(Answers.text(format, "load_gate", Answers.blockedGate(), PAGE))
                .isEqualTo(Answers.text(format, "load_gate", Answers.blockedGate()));
    }

    @ParameterizedTest
    @EnumSource
    void addressesThatAreNoWebPageAreNotLinkedTo(ReportFormat format) {
        assertThat(Answers.text(format, "load_gate", Answers.blockedGate(), "javascript:alert(1)"))
                .isEqualTo(Answers.text(format, "load_gate", Answers.blockedGate()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/b&c/x", "https://a.example/%25/x"})
    void charactersOfItAreEscapedAsInTheRestOfAForm(String page) {
        assertThat(Answers.text(ReportFormat.MARKDOWN, "retry_storms", Answers.calm(), page))
                .contains("[Details](<" + page.replace("&", "&amp;") + ">)\n");
        assertThat(Answers.text(ReportFormat.GITHUB, "retry_storms", Answers.calm(), page))
                .endsWith(". Details: " + page.replace("%", "%25") + "\n");
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "retry_storms", Answers.calm(), page))
                .contains("value=\"" + page.replace("&", "&amp;") + "\"/></properties>");
    }
}
