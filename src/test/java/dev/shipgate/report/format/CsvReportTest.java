package dev.shipgate.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.report.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table for spreadsheets. */
class CsvReportTest {

    @Test
    void eachCheckIsALineAndSoIsEachOtherFinding() {
        assertThat(lines("load_gate", Answers.blockedGate())).isEqualTo("""
                part,item,check,outcome,observed,limit,margin,budget_source,rule,owner,detail
                load_gate,book_table,errors,pass,0.004,0.01,0.6,caller,,,
                load_gate,book_table,latency,fail,900,800,-0.125,policy,latency is over budget,sre,"p95 latency in ms is 900, over the limit of 800 by 12.5 %."
                load_gate,find,latency,not_evaluated,,250,,policy,,,The check latency was not evaluated.
                load_gate,find,missing_metrics,fail,,,,,,,Not measured: p95_ms.
                load_gate,book_table,cost_excused,warning,,,,,better may cost more,,"Costs more, and is better."
                """);
    }

    @Test
    void theRuleThatLetsAFailurePassIsTheRuleOfItsLine() {
        assertThat(lines("load_gate", Answers.excusedGate())).isEqualTo("""
                part,item,check,outcome,observed,limit,margin,budget_source,rule,owner,detail
                load_gate,ping,latency,pass,100,200,0.5,caller,,,
                load_gate,ping,cost,not_applicable,,,,,no model,,It calls no model.
                load_gate,quote,kb,pass,200,100,-1,policy,pilots may be large,kiosk-team,It is a pilot.
                """);
    }

    @Test
    void namesAreNoFormulasAndEndNoCell() {
        assertThat(lines("load_gate", Answers.hostileGate())).isEqualTo("""
                part,item,check,outcome,observed,limit,margin,budget_source,rule,owner,detail
                load_gate,a|b`c`</details> ## ✅ ship @everyone [x](http://evil.example) ]]>\uFFFD\uFFFD,'=cmd(),fail,'+1;1,1E+300,,"a, ""b\""",'@team|**rule**,,"www.evil.example #1, 100 % ::error::<script>&amp; $x$"
                """);
    }

    @Test
    void aMinuteIsALine() {
        assertThat(lines("retry_storms", Answers.storm())).isEqualTo("""
                part,item,check,outcome,observed,limit,margin,budget_source,rule,owner,detail
                retry_storms,7,retry_storm,fail,2.31,,,,,,"Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback."
                retry_storms,9,retry_storm,not_evaluated,,,,,,,Not measured: dependency_error_rate.
                """);
    }

    @Test
    void aStepIsALine() {
        assertThat(lines("capacity", Answers.capacity())).isEqualTo("""
                part,item,check,outcome,observed,limit,margin,budget_source,rule,owner,detail
                capacity,50,step,pass,,,,,,,supported
                capacity,100,step,fail,,,,,,,"break: latency, errors"
                """);
    }

    @Test
    void aReleaseHasItsBlockersAndTheLinesOfItsParts() {
        assertThat(lines("release_readiness", Answers.notReady())).isEqualTo("""
                part,item,check,outcome,observed,limit,margin,budget_source,rule,owner,detail
                release_readiness,retry_storms,retry_storm,fail,,,,,,,1 minute is a storm.
                load_gate,book_table,latency,pass,640,800,0.2,policy,,,
                retry_storms,7,retry_storm,fail,2.31,,,,,,"Attempt ratio 2.31 at a dependency error rate of 0.22, amplified by service. Action: cap_retries_and_enable_fallback."
                retry_storms,9,retry_storm,not_evaluated,,,,,,,Not measured: dependency_error_rate.
                capacity,50,step,pass,,,,,,,supported
                capacity,100,step,fail,,,,,,,"break: latency, errors"
                """);
    }

    @Test
    void aProblemIsALineThatFails() {
        assertThat(lines("load_gate", Answers.problem())).isEqualTo("""
                part,item,check,outcome,observed,limit,margin,budget_source,rule,owner,detail
                load_gate,,invalid-request,fail,,,,,,,There is 1 problem.
                load_gate,/routes/find,invalid-request,fail,,,,,,,must be an object.
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+a", "-a", "@a", "\t=1", " =1", "＝1", "-1+1"})
    void whatSpreadsheetsTakeForAFormulaIsText(String name) {
        assertThat(cellOf(name)).isEqualTo("'" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.5", "-1e-9", "1-1", "a=b", ""})
    void numbersAndWhatOnlyHoldsASignStayAsTheyAre(String name) {
        assertThat(cellOf(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n::error::b", "a\r::error::b", "a\r\n::error::b", "a\f::error::b", "a\u2028::error::b"})
    void noNameBeginsALine(String name) {
        assertThat(cellOf(name)).isEqualTo("a ::error::b");
    }

    @Test
    void noNameIsACommandToAPipelineThatPrintsIt() {
        assertThat(cellOf("##vso[task.complete result=Succeeded;]"))
                .isEqualTo("# #vso[task.complete result=Succeeded;]");
        assertThat(cellOf("::checkout::pay ## x")).isEqualTo("::checkout::pay ## x");
    }

    /** With line ends as in these texts; they are compared with those of the form below. */
    private static String lines(String kind, JsonNode answer) {
        return Answers.text(ReportFormat.CSV, kind, answer).replace("\r\n", "\n");
    }

    @Test
    void linesEndAsTheFormSays() {
        assertThat(Answers.text(ReportFormat.CSV, "retry_storms", Answers.calm()))
                .isEqualTo("part,item,check,outcome,observed,limit,margin,budget_source,rule,owner,detail\r\n");
    }

    private static String cellOf(String route) {
        ObjectNode answer = (ObjectNode) Answers.passingGate();
        ((ObjectNode) answer.path("checks").path(0)).put("route", route);
        String line = Answers.text(ReportFormat.CSV, "load_gate", answer).split("\r\n", 3)[1];
        return line.substring("load_gate,".length(), line.indexOf(",latency,"));
    }
}
