package dev.shipgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Test cases for pipelines. */
class JunitReportTest {

    @Test
    void eachCheckIsACaseAndSoIsEachOtherFailure() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "load_gate", Answers.blockedGate()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="load_gate" tests="4" failures="3">\
                <testcase name="errors" classname="book_table"></testcase>\
                <testcase name="latency" classname="book_table">\
                <failure message="p95 latency in ms is 900, over the limit of 800 by 12.5 %.">p95 latency in ms is 900, over the limit of 800 by 12.5 %.
                Rule: latency is over budget
                Owner: sre
                See: https://runbooks.example.com/load-gate?a=1&amp;b=2#latency</failure></testcase>\
                <testcase name="latency" classname="find">\
                <failure message="The check latency was not evaluated.">The check latency was not evaluated.</failure></testcase>\
                <testcase name="missing_metrics" classname="find">\
                <failure message="Not measured: p95_ms.">Not measured: p95_ms.</failure></testcase>\
                <system-out>search 1.2 in staging: do not ship
                warning: book_table cost_excused: Costs more, and is better.</system-out></testsuite></testsuites>""");
    }

    @Test
    void namesAreTextAndWhatXmlCannotHoldIsReplaced() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "load_gate", Answers.hostileGate()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="load_gate" tests="1" failures="1">\
                <testcase name="=cmd()" classname="a|b`c`&lt;/details&gt; ## ✅ ship @everyone [x](http://evil.example) ]]&gt;\uFFFD\uFFFD">\
                <failure message="www.evil.example #1, 100 % ::error::&lt;script&gt;&amp;amp; $x$">www.evil.example #1, 100 % ::error::&lt;script&gt;&amp;amp; $x$
                Rule: @team|**rule**</failure></testcase>\
                <system-out>search 1.2 in staging: do not ship</system-out></testsuite></testsuites>""");
    }

    @Test
    void aReleaseHasASuiteForItselfAndForEachPart() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "release_readiness", Answers.notReady()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="release_readiness" tests="1" failures="1">\
                <testcase name="retry_storm" classname="retry_storms">\
                <failure message="1 minute is a storm.">1 minute is a storm.</failure></testcase>\
                <system-out>search 1.2 in staging: do not ship</system-out></testsuite>\
                <testsuite name="load_gate" tests="1" failures="0">\
                <testcase name="latency" classname="book_table"></testcase>\
                <system-out>search 1.2 in staging: do not ship</system-out></testsuite>\
                <testsuite name="retry_storms" tests="2" failures="2">\
                <testcase name="retry_storm" classname="7">\
                <failure message="Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback.">Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback.</failure></testcase>\
                <testcase name="retry_storm" classname="9">\
                <failure message="Not measured: dependency_error_rate.">Not measured: dependency_error_rate.</failure></testcase>\
                <system-out>search 1.2 in staging: do not ship</system-out></testsuite>\
                <testsuite name="capacity" tests="1" failures="0">\
                <testcase name="step" classname="50"></testcase>\
                <system-out>search 1.2 in staging: do not ship
                fail: 100 step: break: latency, errors</system-out></testsuite></testsuites>""");
    }

    @Test
    void whatPolicyLetsPassFailsNoCase() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "release_readiness", Answers.readyInAStorm()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="load_gate" tests="1" failures="0">\
                <testcase name="latency" classname="book_table"></testcase>\
                <system-out>search 1.2 in staging: can ship</system-out></testsuite>\
                <testsuite name="retry_storms" tests="0" failures="0">\
                <system-out>search 1.2 in staging: can ship
                fail: 7 retry_storm: Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback.
                not evaluated: 9 retry_storm: Not measured: dependency_error_rate.</system-out></testsuite>\
                <testsuite name="capacity" tests="1" failures="0">\
                <testcase name="step" classname="50"></testcase>\
                <system-out>search 1.2 in staging: can ship
                fail: 100 step: break: latency, errors</system-out></testsuite>\
                <testsuite name="release_readiness" tests="1" failures="0">\
                <testcase name="can ship" classname="release_readiness"></testcase>\
                <system-out>search 1.2 in staging: can ship</system-out></testsuite></testsuites>""");
    }

    @Test
    void calmIsACaseThatPasses() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "retry_storms", Answers.calm()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="retry_storms" tests="1" failures="0">\
                <testcase name="no retry storm" classname="retry_storms"></testcase>\
                <system-out>search 1.2 in staging: no retry storm</system-out></testsuite></testsuites>""");
    }

    @Test
    void aProblemFails() {
        assertThat(Answers.text(ReportFormat.JUNIT_XML, "load_gate", Answers.problem()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <testsuites>\
                <testsuite name="load_gate" tests="2" failures="2">\
                <testcase name="invalid-request" classname="load_gate">\
                <failure message="There is 1 problem.">There is 1 problem.</failure></testcase>\
                <testcase name="invalid-request" classname="/routes/find">\
                <failure message="must be an object.">must be an object.</failure></testcase>\
                <system-out>search 1.2 in staging: no verdict, do not ship</system-out></testsuite></testsuites>""");
    }

    @ParameterizedTest
    @MethodSource("dev.shipgate.report.ReportFormatTest#answers")
    void aCaseFailsIfAndOnlyIfTheVerdictIsNotAPass(String kind, JsonNode answer)
            throws IOException, SAXException, ParserConfigurationException {
        Document report = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ReportFormat.JUNIT_XML.write(kind, answer)));

        int failures = report.getElementsByTagName("failure").getLength();
        assertThat(failures == 0).isEqualTo(AnswerVerdict.of(kind, answer) == AnswerVerdict.PASS);
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
}
