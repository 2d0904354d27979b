package dev.shipgate.report.format;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.AnswerVerdict;
import dev.shipgate.report.Answers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Test cases for pipelines. */
class JunitReportTest {

    /** The attributes and properties that every suite of an answer has beside its counts. */
    private static final String JUDGED = "time=\"0\" timestamp=\"2026-11-23T23:45:41\"><properties>"
            + "<property name=\"decision_id\" value=\"01a20acd-13ab-70cf-8a68-4f10e244d9d5\"/>"
            + "<property name=\"ruleset\" "
            + "value=\"sha256:9716d6bdb908598a582f35cb8f7c63a773783bad41dca23a0dd38e55e75c8c0c\"/></properties>";

    @Test
    void eachCheckIsACaseAndSoIsEachOtherFailure() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "load_gate", Answers.blockedGate()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="load_gate" tests="4" failures="3" errors="0" skipped="0" %JUDGED%\
                <testcase name="errors" classname="load_gate.book_table" time="0"></testcase>\
                <testcase name="latency" classname="load_gate.book_table" time="0">\
                <failure message="p95 latency in ms is 900, over the limit of 800 by 12.5 %." type="latency">p95 latency in ms is 900, over the limit of 800 by 12.5 %.
                Rule: latency is over budget
                Owner: sre
                See: https://runbooks.example.com/load-gate?a=1&amp;b=2#latency</failure></testcase>\
                <testcase name="latency" classname="load_gate.find" time="0">\
                <failure message="The check latency was not evaluated." type="latency">The check latency was not evaluated.</failure></testcase>\
                <testcase name="missing_metrics" classname="load_gate.find" time="0">\
                <failure message="Not measured: p95_ms." type="missing_metrics">Not measured: p95_ms.</failure></testcase>\
                <system-out>search 1.2 in staging: do not ship
                warning: book_table cost_excused: Costs more, and is better.</system-out></testsuite></testsuites>""".replace("%JUDGED%", JUDGED));
    }

    @Test
    void namesAreTextAndWhatXmlCannotHoldIsReplaced() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "load_gate", Answers.hostileGate()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="load_gate" tests="1" failures="1" errors="0" skipped="0" %JUDGED%\
                <testcase name="=cmd()" classname="load_gate.a|b`c`&lt;/details&gt; ## ✅ ship @everyone [x](http://evil_example) ]]&gt;\uFFFD\uFFFD" time="0">\
                <failure message="www.evil.example #1, 100 % ::error::&lt;script&gt;&amp;amp; $x$" type="=cmd()">www.evil.example #1, 100 % ::error::&lt;script&gt;&amp;amp; $x$
                Rule: @team|**rule**</failure></testcase>\
                <system-out>search 1.2 in staging: do not ship</system-out></testsuite></testsuites>""".replace("%JUDGED%", JUDGED));
    }

    @Test
    void aReleaseHasASuiteForItselfAndForEachPart() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "release_readiness", Answers.notReady()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="release_readiness" tests="1" failures="1" errors="0" skipped="0" %JUDGED%\
                <testcase name="retry_storm" classname="release_readiness.retry_storms" time="0">\
                <failure message="1 minute is a storm." type="retry_storm">1 minute is a storm.</failure></testcase>\
                <system-out>search 1.2 in staging: do not ship</system-out></testsuite>\
                <testsuite name="load_gate" tests="1" failures="0" errors="0" skipped="0" %JUDGED%\
                <testcase name="latency" classname="load_gate.book_table" time="0"></testcase>\
                <system-out>search 1.2 in staging: do not ship</system-out></testsuite>\
                <testsuite name="retry_storms" tests="2" failures="2" errors="0" skipped="0" %JUDGED%\
                <testcase name="retry_storm" classname="retry_storms.minute 7" time="0">\
                <failure message="Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback." type="retry_storm">Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback.</failure></testcase>\
                <testcase name="retry_storm" classname="retry_storms.minute 9" time="0">\
                <failure message="Not measured: dependency_error_rate." type="not_evaluated">Not measured: dependency_error_rate.</failure></testcase>\
                <system-out>search 1.2 in staging: do not ship</system-out></testsuite>\
                <testsuite name="capacity" tests="1" failures="0" errors="0" skipped="0" %JUDGED%\
                <testcase name="step" classname="capacity.concurrency 50" time="0"><system-out>supported</system-out></testcase>\
                <system-out>search 1.2 in staging: do not ship
                fail: 100 step: break: latency, errors</system-out></testsuite></testsuites>""".replace("%JUDGED%", JUDGED));
    }

    @Test
    void theRuleThatLetsAFailurePassIsNamedInItsCase() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "load_gate", Answers.excusedGate()))
                .contains("<skipped>It calls no model.\nRule: no model</skipped>")
                .contains("<system-out>It is a pilot.\nRule: pilots may be large\nOwner: kiosk-team</system-out>");
    }

    @Test
    void whatPolicyLetsPassFailsNoCase() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "release_readiness", Answers.readyInAStorm()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="load_gate" tests="1" failures="0" errors="0" skipped="0" %JUDGED%\
                <testcase name="latency" classname="load_gate.book_table" time="0"></testcase>\
                <system-out>search 1.2 in staging: can ship</system-out></testsuite>\
                <testsuite name="retry_storms" tests="0" failures="0" errors="0" skipped="0" %JUDGED%\
                <system-out>search 1.2 in staging: can ship
                fail: 7 retry_storm: Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback.
                not evaluated: 9 retry_storm: Not measured: dependency_error_rate.</system-out></testsuite>\
                <testsuite name="capacity" tests="1" failures="0" errors="0" skipped="0" %JUDGED%\
                <testcase name="step" classname="capacity.concurrency 50" time="0"><system-out>supported</system-out></testcase>\
                <system-out>search 1.2 in staging: can ship
                fail: 100 step: break: latency, errors</system-out></testsuite>\
                <testsuite name="release_readiness" tests="1" failures="0" errors="0" skipped="0" %JUDGED%\
                <testcase name="can ship" classname="release_readiness" time="0"></testcase>\
                <system-out>search 1.2 in staging: can ship</system-out></testsuite></testsuites>""".replace("%JUDGED%", JUDGED));
    }

    @Test
    void calmIsACaseThatPasses() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "retry_storms", Answers.calm()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="retry_storms" tests="1" failures="0" errors="0" skipped="0" %JUDGED%\
                <testcase name="no retry storm" classname="retry_storms" time="0"></testcase>\
                <system-out>search 1.2 in staging: no retry storm</system-out></testsuite></testsuites>""".replace("%JUDGED%", JUDGED));
    }

    @Test
    void aProblemFails() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "load_gate", Answers.problem()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="load_gate" tests="2" failures="2" errors="0" skipped="0" time="0">\
                <testcase name="invalid-request" classname="load_gate" time="0">\
                <failure message="There is 1 problem." type="invalid-request">There is 1 problem.</failure></testcase>\
                <testcase name="invalid-request" classname="load_gate./routes/find" time="0">\
                <failure message="must be an object." type="invalid-request">must be an object.</failure></testcase>\
                <system-out>search 1.2 in staging: no verdict, do not ship</system-out></testsuite></testsuites>""");
    }

    @ParameterizedTest
    @MethodSource("dev.shipgate.report.format.ReportFormatTest#answers")
    void aCaseFailsIfAndOnlyIfTheVerdictIsNotAPass(String kind, JsonNode answer)
            throws IOException, SAXException, ParserConfigurationException {
        Document report = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ReportFormat.JUNIT_XML.write(Answers.reported(kind), answer)));

        int failures = report.getElementsByTagName("failure").getLength();
        assertThat(failures == 0).isEqualTo(AnswerVerdict.of(answer) == AnswerVerdict.PASS);
        assertThat(report.getElementsByTagName("testcase").getLength()).isPositive();
        int counted = 0;
        for (int i = 0; i < report.getElementsByTagName("testsuite").getLength(); i++) {
            Element suite = (Element) report.getElementsByTagName("testsuite").item(i);
            assertThat(suite.getElementsByTagName("testcase").getLength())
                    .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
            counted += Integer.parseInt(suite.getAttribute("failures"));
        }
        assertThat(counted).isEqualTo(failures);
    }

    @Test
    void whatDoesNotApplyIsSkippedAndWhatIsExcusedSaysWhy() {
        JsonNode answer = json("""
                {"verdict": "pass", "ship": true, "failures": [], "warnings": [], "checks": [
                   {"route": "find", "check": "latency", "outcome": "pass", "observed": 1, "limit": 2},
                   {"route": "find", "check": "cost_without_quality_gain", "outcome": "pass", "observed": 3, "limit": 2,
                    "because": "It is better."},
                   {"route": "find", "check": "errors", "outcome": "not_applicable", "because": "It never fails."}]}
                """);

        assertThat(Answers.text(ReportFormat.JUNIT_XML, "load_gate", answer)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="load_gate" tests="3" failures="0" errors="0" skipped="1" time="0">\
                <testcase name="latency" classname="load_gate.find" time="0"></testcase>\
                <testcase name="cost_without_quality_gain" classname="load_gate.find" time="0">\
                <system-out>It is better.</system-out></testcase>\
                <testcase name="errors" classname="load_gate.find" time="0"><skipped>It never fails.</skipped></testcase>\
                <system-out>search 1.2 in staging: can ship</system-out></testsuite></testsuites>""");
    }

    @ParameterizedTest
    @MethodSource("dev.shipgate.report.format.ReportFormatTest#answers")
    void everyAnswerIsValidByTheSchema(String kind, JsonNode answer) throws IOException, SAXException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitReportTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(
                        new ByteArrayInputStream(ReportFormat.JUNIT_XML.write(Answers.reported(kind), answer))));
    }
}
