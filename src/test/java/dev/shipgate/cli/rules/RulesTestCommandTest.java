package dev.shipgate.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.cli.CommandRun;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.Lengthy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** {@code rules test}, and the expectations that policy tests can have. */
@BesideOthers
@Lengthy
class RulesTestCommandTest {

    private static final String FREEZE = """
            package shipgate.loadgate
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.Failure
            rule "search is frozen"
            when
                Release(service == "search")
            then
                insert(new Failure(null, "freeze", "Nothing ships before 0.40."));
            end
            rule "nobody tests this"
            when
                Release(service == "forgotten")
            then
            end
            """;

    @TempDir
    private Path rules;

    private String out = "";
    private String err = "";

    @BeforeEach
    void aRuleset() throws IOException {
        save("load-gate/freeze.drl", FREEZE);
    }

    private void save(String path, String text) throws IOException {
        Path file = rules.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void saveTest(String expect) throws IOException {
        save("load-gate/freeze.test.yaml", """
                tests:
                  - name: search does not ship
                    evaluation: load_gate
                    request: {service: search}
                    expect: %s
                """.formatted(expect));
    }

    private int rulesTest(String... more) {
        CommandRun run = CommandRun.of(Stream.concat(Stream.of("rules", "test", rules.toString()), Stream.of(more))
                .toArray(String[]::new));
        out = run.out();
        err = run.err();
        return run.exitCode();
    }

    @Test
    void aReportDoesNotOverwriteAFileOfTheRules() throws IOException {
        saveTest("{verdict: block}");
        String test = rules.resolve("load-gate/freeze.test.yaml").toString();
        String before = Files.readString(Path.of(test));

        CommandRun run = CommandRun.of("rules", "test", rules.toString(), "--junit-xml", test);
        assertThat(run.err())
                .isEqualTo("--junit-xml would overwrite " + test + ", which is read. Give it another file.\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(Path.of(test)).hasContent(before);
    }

    @Test
    void aReportInTheFolderOfTheRulesIsReplacedAsAnywhereElse() throws IOException {
        saveTest("{verdict: block}");
        String report = rules.resolve("report.xml").toString();

        assertThat(rulesTest("--junit-xml", report)).isZero();
        assertThat(rulesTest("--junit-xml", report)).isZero();
    }

    @Test
    void theShippedRulesPassTheirTestsWhichReachEveryRule() {
        CommandRun run = CommandRun.of("rules", "test", "rules");

        assertThat(run.out())
                .containsPattern("\\d+ passed, 0 failed; (\\d+) of \\1 rules fire in a test")
                .doesNotContain("never fires");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aTestThatPassesIsToldAndSoIsARuleThatNoTestReaches() throws IOException {
        saveTest("{verdict: block, answer: {ship: false, failures: [{reason: freeze}]}, fires: [search is frozen]}");

        assertThat(rulesTest()).isZero();
        assertThat(out).isEqualTo("""
                load-gate/freeze.test.yaml
                  ok    search does not ship
                1 passed, 0 failed; 1 of 2 rules fire in a test
                  fires in no test: nobody tests this
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {verdict: pass}                                       | verdict: expected pass, but was block
            {answer: {ship: true}}                                | /ship: expected true, but was false
            {answer: {shipped: true}}                             | /shipped: expected true, but was no such field. Maybe ship?
            {answer: {failures: []}}                              | /failures/0: expected nothing, but was {"route":null
            {answer: {failures: [{reason: frozen}]}}              | /failures/0/reason: expected "frozen", but was "freeze"
            {fires: [nobody tests this]}                          | fires: expected "nobody tests this", but was not fired
            {fires: [search is frosen]}                           | fires: expected "search is frosen", but was no rule of this name. Maybe "search is frozen"?
            {does_not_fire: [search is frozen]}                   | does_not_fire: expected "search is frozen", but was fired
            {does_not_fire: [search is frosen]}                   | does_not_fire: expected "search is frosen", but was no rule of this name
            """)
    void whatIsNotAsExpectedFailsTheTest(String expected, String difference) throws IOException {
        saveTest(expected);

        assertThat(rulesTest()).isEqualTo(1);
        assertThat(out).contains("  FAIL  search does not ship\n        " + difference);
    }

    @Test
    void numbersAreEqualHoweverTheyAreWritten() throws IOException {
        save("load-gate/freeze.test.yaml", """
                tests:
                  - name: a route is held against the budget of its caller
                    evaluation: load_gate
                    request:
                      service: search
                      routes: {find: {p95_ms: 240.00, error_rate: 0, cost_per_success: 0, task_success_delta: 0}}
                      budgets: {find: {p95_ms: 250, error_rate: 0.40, cost_per_success: 1}}
                    expect: {answer: {checks: [{observed: 2.4e2}, {observed: 0.0}, {observed: 0}]}}
                """);

        assertThat(rulesTest()).as(out).isZero();
    }

    @Test
    void aRequestThatNoCallerCouldSendFailsTheTest() throws IOException {
        save("load-gate/freeze.test.yaml", """
                tests:
                  - name: search does not ship
                    evaluation: load_gate
                    request: {servcie: search}
                    expect: {verdict: block}
                """);

        assertThat(rulesTest()).isEqualTo(1);
        assertThat(out)
                .contains(
                        "request: expected one that can be evaluated, but was /servcie: There is no such field here.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p95_ms:20     | /routes/find/p95_ms:20 must be a number, but is the string "". Maybe a blank is missing after the colon?
            p95_ms: 20,5  | /routes/find/5 must be a number, but is the string "". Maybe a decimal comma? A number has a point.
            """)
    void whatYamlMadeOfANumberIsToldWithWhatIsMissing(String metric, String problem) throws IOException {
        save("load-gate/freeze.test.yaml", """
                tests:
                  - name: search does not ship
                    evaluation: load_gate
                    request: {service: search, routes: {find: {%s}}}
                    expect: {verdict: block}
                """.formatted(metric));

        assertThat(rulesTest()).isEqualTo(1);
        assertThat(out).contains("but was " + problem);
    }

    @Test
    void aVersionThatYamlTakesForANumberIsToldToNeedQuotationMarks() throws IOException {
        save("load-gate/freeze.test.yaml", """
                tests:
                  - name: search does not ship
                    evaluation: load_gate
                    request: {service: search, version: 1.10}
                    expect: {verdict: block}
                """);

        assertThat(rulesTest()).isEqualTo(1);
        assertThat(out)
                .contains(
                        "but was /version must be a string, but is 1.1. Maybe it lacks quotation marks? Without them, YAML "
                                + "takes 1.10 for the number 1.1.");
    }

    @Test
    void rulesThatFailFailTheTest() throws IOException {
        save("load-gate/freeze.drl", FREEZE.replace("insert(", "int nothing = 0; int broken = 1 / nothing; insert("));
        saveTest("{verdict: block}");

        assertThat(rulesTest()).isEqualTo(1);
        assertThat(out)
                .contains("answer: expected one, but was none: The rules failed; the last rule to fire was "
                        + "\"search is frozen\".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {verdict: block, verdict: x} | 5:37: The name "verdict" is there twice. Leave one of them out.
            [                            | 6:1: The text ends where a value is missing. Maybe a bracket is never closed?
            {verdict: blocked}           | 5:23: /tests/0/expect/verdict must be one of pass, block, but is the string "blocked".
            """)
    void aTestFileThatIsWrongIsRefusedWithItsPlace(String expected, String refusal) throws IOException {
        saveTest(expected);

        assertThat(rulesTest()).isEqualTo(1);
        assertThat(err).startsWith("load-gate/freeze.test.yaml:" + refusal);
    }

    @Test
    void rulesThatReachOutOfTheEvaluationAreRefused() throws IOException {
        save("load-gate/freeze.drl", FREEZE.replace("insert(", "System.exit(0); insert("));

        assertThat(rulesTest()).isEqualTo(1);
        assertThat(err)
                .startsWith("load-gate/freeze.drl:8:12: Rules must not use java.lang.System.exit. A rule sees "
                        + "facts, and nothing of the machine. [in rule \"search is frozen\"]\n"
                        + "warning: capacity: There is no rule in this folder, ");
    }

    @Test
    void pipelinesGetTheOutcomeAsJunitXml() throws IOException, SAXException, ParserConfigurationException {
        saveTest("{verdict: pass}");
        Path report = rules.resolve("policy.xml");

        assertThat(rulesTest("--junit-xml", report.toString())).isEqualTo(1);

        Element suite = suiteOf(report);
        assertThat(suite.getAttribute("name")).isEqualTo("load-gate/freeze.test.yaml");
        assertThat(suite.getAttribute("tests")).isEqualTo("1");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element test = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(test.getAttribute("name")).isEqualTo("search does not ship");
        assertThat(test.getAttribute("classname")).isEqualTo("load-gate.freeze");
        assertThat(test.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("""
                        verdict: expected pass, but was block
                        because freeze: Nothing ships before 0.40. (rule "search is frozen")
                        load-gate/freeze.test.yaml:2""");
    }

    @Test
    void pipelinesGetARefusalAsJunitXmlToo() throws IOException, SAXException, ParserConfigurationException {
        save("load-gate/freeze.drl", "package shipgate.loadgate rule \"x\uFFFE\" when Nope() then end");
        Path report = rules.resolve("policy.xml");

        assertThat(rulesTest("--junit-xml", report.toString())).isEqualTo(1);
        assertThat(suiteOf(report).getAttribute("failures")).isEqualTo("1");
    }

    private static Element suiteOf(Path report) throws IOException, SAXException, ParserConfigurationException {
        return (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testsuite")
                .item(0);
    }

    @Test
    void aFolderThatIsNotThereIsAWrongCommand() {
        CommandRun run = CommandRun.of("rules", "test", rules.resolve("nowhere").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("There is no folder ");
    }

    @Test
    void theFolderOfOneEvaluationIsNotTheRules() {
        CommandRun run = CommandRun.of("rules", "test", "rules/load-gate");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "rules/load-gate has the rules of one evaluation alone, and all are read together. Maybe rules?");
    }
}
