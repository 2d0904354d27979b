package dev.shipgate.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.cli.CommandRun;
import dev.shipgate.testing.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people and tools leave them, with the shipped rules and without a service. */
@BesideOthers
class ImportCommandTest {

    private static final String STEPS = "concurrency,p95_ms,error_rate\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void budgetsOfSteps() throws IOException {
        file("request.json", "{\"p95_budget_ms\": 800, \"error_budget\": 0.01}");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private CommandRun capacity(String steps, String... more) throws IOException {
        return run(
                new String[] {
                    "capacity",
                    file("steps.csv", steps),
                    "--service",
                    "kiosk",
                    "--request",
                    folder.resolve("request.json").toString()
                },
                more);
    }

    private static CommandRun run(String[] arguments, String... more) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return CommandRun.of(all);
    }

    private static void isRefused(CommandRun run, String told) {
        assertThat(run.err()).contains(told);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aThousandsSeparatorThatReadsAsADecimalPointIsRefused() throws IOException {
        isRefused(
                capacity(STEPS + "50,420,0.001\n100,1.240,0.002\n150,1.910,0.004\n"),
                "Line 3: p95_ms is 1.240, and in line 2 it is 420. Is that 1240 with a thousands separator, or a decimal "
                        + "fraction? Write 1240, or 1.2400.");
        CommandRun written = capacity(STEPS + "50,420,0.001\n100,1240,0.002\n150,1910,0.004\n", "--format", "json");
        assertThat(written.json().path("max_supported_concurrency").intValue()).isEqualTo(50);
        assertThat(written.json().path("first_failing_concurrency").intValue()).isEqualTo(100);
    }

    @Test
    void aFileOfAnotherToolIsToldAsThat() throws IOException {
        String k6 = "src/test/resources/samples/k6/summary-export.json";
        isRefused(
                CommandRun.of("check", k6, "--from", "jmeter"),
                "The file looks like k6, and is read as jmeter. Maybe name no format? As jmeter it cannot be read: ");
        String jmeter = file("jmeter.csv", "timeStamp,elapsed,label,success\n1795470000000,12,GET /tts,true\n");
        String hey = "src/test/resources/samples/hey/responses-tts.csv";
        isRefused(
                CommandRun.of("check", jmeter, hey),
                "responses-tts.csv looks like hey, and is read as jmeter. Give files of one tool. As jmeter it cannot ");
    }

    @Test
    void aMappingThatIsAnotherFileIsToldAsThat() throws IOException {
        isRefused(
                CommandRun.of(
                        "check",
                        "src/test/resources/samples/hey/responses-tts.csv",
                        "--mapping",
                        file("quality.csv", "route,cost_per_success\njoin,1\n")),
                "/mapping is not a mapping in YAML, such as route: join. Maybe it is another file?");
    }

    @Test
    void tablesWithoutALastLineEndAreRead() throws IOException {
        CommandRun steps = capacity(STEPS + "50,420,0.001\n100,600,0.002", "--format", "json");
        assertThat(steps.json().path("outcome").asText()).isEqualTo("at_least");
        assertThat(steps.json().path("max_supported_concurrency").intValue()).isEqualTo(100);
        CommandRun traffic = CommandRun.of(
                "retry-storms",
                file(
                        "traffic.csv",
                        "minute,user_turns,service_attempts,dependency_error_rate\n0,100,104,0.01\n1,100,110,0.01"),
                "--service",
                "kiosk",
                "--points",
                "--format",
                "json");
        assertThat(traffic.json().path("alerts")).isEmpty();
        assertThat(traffic.json().path("points")).hasSize(2);
        assertThat(traffic.exitCode()).isZero();
    }

    @Test
    void aTableWhoseLastNumberIsCutOffIsRefused() throws IOException {
        isRefused(
                capacity(STEPS + "50,420,0.001\n100,600,0."), "Line 3: \"0.\" must be a number with digits after its");
        isRefused(
                CommandRun.of(
                        "retry-storms",
                        file(
                                "traffic.csv",
                                "minute,user_turns,service_attempts,dependency_error_rate\n0,100,104,0.01\n1,100,231,0.")),
                "Line 3: \"0.\" must be a number with digits after its point");
    }

    @Test
    void allMissingColumnsAndAMappingInVainAreToldAtOnce() throws IOException {
        String table = "load,tput,latency_p95,errors\n1,65,120,0\n18,996,180,0\n36,1652,420,0.001\n72,1853,1900,0.03\n";
        String missing =
                "The table has no concurrency (users at once), no p95_ms (latency), no error_rate (errors). Its "
                        + "columns are load, tput, latency_p95, errors.";
        CommandRun named = capacity(table, "--from", "csv", "--mapping", file("mapping.yaml", "by: load\n"));
        isRefused(named, missing);
        isRefused(named, "/mapping has no effect: such a file names no routes.");
        isRefused(capacity(table), missing);
        isRefused(
                capacity("load,throughput\n1,65\n18,996\n"),
                "The table has no concurrency (users at once), no p95_ms (latency), no error_rate (errors). Its columns are "
                        + "load, throughput.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_turns", "service_attempts", "dependency_error_rate"})
    void aFailedQueryIsNamedWhereverItStands(String failed) throws IOException {
        String[] arguments = {"retry-storms", "", "", "", "--service", "kiosk"};
        int next = 1;
        for (String field : new String[] {"user_turns", "service_attempts", "dependency_error_rate"}) {
            String answer = field.equals(failed)
                    ? "{\"status\": \"error\", \"errorType\": \"bad_data\", \"error\": \"1:9: parse error: unexpected end of "
                            + "input\"}"
                    : "{\"status\": \"success\", \"data\": {\"resultType\": \"matrix\", \"result\": [{\"metric\": {}, "
                            + "\"values\": [[1760000000, \"100\"], [1760000060, \"210\"]]}]}}";
            arguments[next++] = field + "=" + file(field + ".json", answer);
        }
        isRefused(
                CommandRun.of(arguments),
                failed + ".json: The query has failed: bad_data: 1:9: parse error: unexpected end of input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "junit-xml", "json", "sarif"})
    void aNameThatNearlyFitsIsHintedAtInEveryForm(String form) throws IOException {
        StringBuilder table =
                new StringBuilder("timeStamp,elapsed,label,responseCode,responseMessage,threadName,success\n");
        for (int request = 0; request < 300; request++) {
            table.append(1_760_000_000_000L + 50L * request)
                    .append(",100,Pay,200,OK,Visitors 1-")
                    .append(request)
                    .append(",true\n");
        }
        CommandRun run = CommandRun.of(
                "check",
                file("case.jtl", table.toString()),
                "--service",
                "kiosk",
                "--request",
                file(
                        "budgets.json",
                        "{\"budgets\": {\"pay\": {\"p95_ms\": 250, \"error_rate\": 0.01, \"cost_per_success\": 1}}}"),
                "--format",
                form);
        String told = run.out().replace("&quot;", "\"").replace("&#34;", "\"").replace("\\\"", "\"");
        assertThat(told)
                .contains("Maybe it was measured as \"Pay\"? Name it so in a mapping, under routes.")
                .contains("Maybe it is \"pay\", which has a budget? Name it so in a mapping, under routes.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theHelpListsWhatIsReadAndAMessageDoesNot() throws IOException {
        assertThat(CommandRun.of("check", "--help").out())
                .contains("Tools and forms that are read:", "k6", "gatling", "locust", "otlp");
        CommandRun unknown = CommandRun.of("check", file("notes.txt", "hello\nworld\n"));
        isRefused(unknown, "What is read is in shipgate check --help and in docs/imports.md.");
        assertThat(unknown.err()).doesNotContain("gatling").hasSizeLessThan(400);
    }
}
