package dev.shipgate.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.cli.CommandRun;
import dev.shipgate.testing.Lengthy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for verdicts, with the shipped rules and without a service. */
@Lengthy
class EvaluateCommandTest {

    /** The search service has no budgets of its own. */
    private static final String CALM = """
            {"service": "search", "routes": {
              "find": {"p95_ms": 100, "error_rate": 0.001, "cost_per_success": 0.01, "task_success_delta": 0.0}},
             "budgets": {"find": {"p95_ms": %d, "error_rate": 0.01, "cost_per_success": 0.02}}}""";

    @TempDir
    private Path folder;

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "request", ".json"), content)
                .toString();
    }

    private Path rules() {
        return folder.resolve("rules");
    }

    private void rule(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(rules().resolve("load-gate")).resolve(name), text);
    }

    private CommandRun check(String content, String... more) throws IOException {
        return CommandRun.ofCheck(file(content), more);
    }

    @Test
    void aReleaseWithinItsBudgetsPassesAndIsToldAsNotRecorded() throws IOException {
        CommandRun run = check(CALM.formatted(100), "--format", "json");
        assertThat(run.err()).isEqualTo("Evaluated here with the rules in rules. Nothing was recorded.\n");
        assertThat(run.json().path("ship").booleanValue()).isTrue();
        assertThat(run.json().path("recorded").isBoolean()).isTrue();
        assertThat(run.json().path("recorded").booleanValue()).isFalse();
        assertThat(run.json().has("decision_id")).isFalse();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aLabelHasOneValue() throws IOException {
        CommandRun two = check(CALM.formatted(100), "--label", "a=b", "--label", "a=c");
        assertThat(two.err()).isEqualTo("--label gives a twice, as \"b\" and as \"c\". Which one is meant?\n");
        assertThat(two.exitCode()).isEqualTo(2);
        assertThat(check(CALM.formatted(100), "--label", "a=b", "--label", "a=b")
                        .exitCode())
                .isZero();
    }

    @Test
    void aReleaseOverABudgetIsBlocked() throws IOException {
        CommandRun run = check(CALM.formatted(99), "--format", "json");
        assertThat(run.json().at("/failures/0/reason").asText()).isEqualTo("latency");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void firingsAreToldWhereTheyAreAskedFor() throws IOException {
        String slow = CALM.formatted(99);
        assertThat(check(slow, "--format", "json").json().has("firings")).isFalse();
        assertThat(check(slow, "--format", "json", "--firings")
                        .json()
                        .path("firings")
                        .findValuesAsText("rule"))
                .contains("latency is over budget");
    }

    @Test
    void aReleaseOfWhichNothingIsKnownIsBlocked() throws IOException {
        assertThat(check("{}").exitCode()).isEqualTo(1);
        assertThat(CommandRun.of("retry-storms", file("{\"points\": []}")).exitCode())
                .isEqualTo(1);
        assertThat(CommandRun.of("ready", file("{}")).exitCode()).isEqualTo(1);
    }

    @Test
    void trafficAndStepsAndAWholeReleaseAreJudgedToo() throws IOException {
        CommandRun traffic = CommandRun.of("retry-storms", "--points", "--format", "json", file("""
                {"points": [{"minute": 0, "user_turns": 100, "service_attempts": 104, "dependency_error_rate": 0.01}]}"""));
        assertThat(traffic.json().at("/points/0/storm").isBoolean()).isTrue();
        assertThat(traffic.exitCode()).isZero();
        CommandRun steps = CommandRun.of("capacity", "--format", "json", file("""
                {"steps": [{"concurrency": 50, "p95_ms": 420, "error_rate": 0.001}],
                 "p95_budget_ms": 500, "error_budget": 0.01}"""));
        assertThat(steps.json().path("outcome").asText()).isEqualTo("at_least");
        assertThat(steps.exitCode()).isZero();
        CommandRun release = CommandRun.of("ready", "--format", "json", file("{\"load_gate\": {\"routes\": {}}}"));
        assertThat(release.json().path("ready").isBoolean()).isTrue();
        assertThat(release.exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsWrongWithARequestIsToldALineEach() throws IOException {
        CommandRun run = check("{\"routes\": {\"find\": {\"p95_ms\": \"640\", \"error_rate\": 1.5}}}");
        assertThat(run.err()).isEqualTo("""
                /routes/find/p95_ms must be a number, 0 or more, but is the string "640".
                /routes/find/error_rate must be a number between 0 and 1, but is 1.5. Maybe it is a percentage?
                """);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aBudgetThatNobodyGivesIsAWrongRequest() throws IOException {
        CommandRun run = CommandRun.of("capacity", file("{\"steps\": []}"));
        assertThat(run.err()).contains("/p95_budget_ms").contains("/error_budget");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void rulesThatDoNotCompileDecideNothing() throws IOException {
        rule("broken.drl", "package shipgate.loadgate\nrule");
        CommandRun run = check(CALM.formatted(100), "--rules", rules().toString());
        assertThat(run.err()).contains("cannot decide:").contains("load-gate/broken.drl:2:");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void rulesThatFailTheirOwnTestsDecideNothing() throws IOException {
        rule("freeze.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "nothing" when Release(service == "x") then end
                """);
        rule("freeze.test.yaml", """
                tests:
                  - name: ships
                    evaluation: load_gate
                    request: {service: search}
                    expect: {verdict: pass}
                """);
        CommandRun run = check(CALM.formatted(100), "--rules", rules().toString());
        assertThat(run.err()).contains("verdict: expected pass, but was block");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void rulesThatThrowGiveNoVerdict() throws IOException {
        rule("throws.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "throws" when $r : Release() then int broken = $r.version().length(); end
                """);
        CommandRun run = check(CALM.formatted(100), "--rules", rules().toString());
        assertThat(run.err()).isEqualTo("""
                The rules failed: The rules failed; the last rule to fire was "throws".
                load-gate/throws.drl:3: rule "throws"
                  A value is null.
                  r = {"service":"search","environment":null,"version":null,"labels":{}}
                """);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void theCommandLineSaysWhatTheFileDoesNot() throws IOException {
        CommandRun contradiction = check("{\"service\": \"search\"}", "--service", "chat");
        assertThat(contradiction.err())
                .isEqualTo("/service is \"search\" in the file, and \"chat\" on the command line. "
                        + "Leave one of them out.\n");
        assertThat(contradiction.exitCode()).isEqualTo(2);

        String budgetedForProduction = """
                {"routes": {"book_table": {"p95_ms": 640, "error_rate": 0.004, "cost_per_success": 0.041,
                                           "task_success_delta": 0.01}}}""";
        CommandRun filled = check(
                budgetedForProduction, "--service", "voice-agent", "--environment", "production", "--format", "json");
        assertThat(filled.json().at("/checks/0/limit").asInt()).isEqualTo(800);
    }

    @Test
    void theVerdictIsToldInEachFormThatIsAskedFor() throws IOException {
        Path junit = folder.resolve("verdict.xml");
        Path markdown = folder.resolve("verdict.md");
        CommandRun run = check(
                CALM.formatted(99),
                "--output",
                "junit-xml=" + junit,
                "--output",
                "markdown=" + markdown,
                "--label",
                "a=b");
        assertThat(run.out()).startsWith("DO NOT SHIP").contains("search").doesNotContain("\u001b");
        assertThat(junit).content().contains("<failure");
        assertThat(markdown).content().contains("do not ship");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aReportForReadersOfTestsHasEveryAttributeThatTheyLookFor() throws IOException {
        CommandRun run = check("""
                {"service": "kiosk", "routes": {"quote": {
                  "p95_ms": 400, "error_rate": 0.0005, "cost_per_success": 0.002, "task_success_delta": 0}},
                 "budgets": {"quote": {"p95_ms": 250, "error_rate": 0.01, "cost_per_success": 0.01}}}""", "--format", "junit-xml");

        assertThat(run.out())
                .containsPattern("<testsuite name=\"load_gate\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"0\""
                        + " time=\"0\" timestamp=\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\">")
                .contains(
                        "<testcase name=\"latency\" classname=\"load_gate.quote\" time=\"0\">"
                                + "<failure message=\"p95 latency in ms is 400, over the limit of 250 by 60 %.\" type=\"latency\">");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whoTestsAColdServiceIsToldHowToTestItAgain() throws IOException {
        CommandRun run = CommandRun.of("capacity", file("""
                {"service": "kiosk", "p95_budget_ms": 800, "error_budget": 0.01, "steps": [
                  {"concurrency": 50, "p95_ms": 1900, "error_rate": 0.001},
                  {"concurrency": 100, "p95_ms": 510, "error_rate": 0.002},
                  {"concurrency": 150, "p95_ms": 720, "error_rate": 0.006},
                  {"concurrency": 200, "p95_ms": 910, "error_rate": 0.02}]}"""));

        assertThat(run.out())
                .startsWith("DO NOT SHIP  kiosk\n")
                .contains("  step of 50: cold_first_step: Only the first step failed before 2 that passed, up to 150 "
                        + "concurrent requests. Maybe the service was cold? Warm it up before the test, or send "
                        + "sustained_steps 2: then one failing step is no break, and up to 150 may be supported.\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aRequestCanComeFromStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(CALM.formatted(100).getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(CommandRun.of("check", "-").exitCode()).isZero();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aWrongCommandSaysWhatWouldBeRight() throws IOException {
        String file = file("{}");
        assertThat(CommandRun.of("check", "nowhere.json"))
                .isEqualTo(new CommandRun(2, "", "There is no file nowhere.json.\n"));
        assertThat(CommandRun.of("check", folder.toString()).err()).contains("is a folder. It must be a file.");
        assertThat(CommandRun.of("check", file, "--rules", "nowhere").err())
                .contains("There is no folder of rules nowhere.");
        assertThat(CommandRun.of("check", file, "--rules", "rules", "--url", "http://localhost:1"))
                .returns(2, CommandRun::exitCode)
                .extracting(CommandRun::err)
                .asString()
                .contains("--rules and --url are both given.");
        assertThat(CommandRun.of("check", file, "--idempotency-key", "job-1").err())
                .contains("--idempotency-key is for a service. Maybe --url is missing?");
        assertThat(CommandRun.of("check", file, "--url", "http://me:secret@localhost"))
                .returns(2, CommandRun::exitCode)
                .extracting(CommandRun::err)
                .asString()
                .contains("must not have a user or a password in it")
                .doesNotContain("secret");
        assertThat(CommandRun.of("check", file, "--url", "localhost:8080").err())
                .contains("--url must be an address such as http://localhost:8080, but is \"localhost:8080\".");
    }
}
