package dev.shipgate.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.CommandRun;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.Lengthy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Results that are easily misread, given to the command as people do. Each lies in a folder of its own, with the
 * budgets and the quality that belong to it.
 */
@BesideOthers
@Lengthy
class PitfallsTest {

    private static final Path PITFALLS = Path.of("src/test/resources/pitfalls");
    private static final Path GATLING_LOGS = Path.of("src/test/resources/samples/gatling/3.5.1");

    private static CommandRun check(String folder, String result, String... more) {
        return check(PITFALLS.resolve(folder), PITFALLS.resolve(folder).resolve(result), more);
    }

    private static CommandRun check(Path folder, Path result, String... more) {
        List<String> arguments = new ArrayList<>(List.of("check", result.toString(), "--service", "kiosk"));
        addIfThere(arguments, "--request", folder.resolve("request.json"));
        addIfThere(arguments, "--quality", folder.resolve("quality.csv"));
        addIfThere(arguments, "--mapping", folder.resolve("mapping.yaml"));
        arguments.addAll(List.of("--format", "json"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static void addIfThere(List<String> arguments, String option, Path file) {
        if (Files.exists(file)) {
            arguments.addAll(List.of(option, file.toString()));
        }
    }

    private static List<String> texts(CommandRun run, String list, String field) {
        return StreamSupport.stream(run.json().path(list).spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }

    /** The 95th percentile and the error rate of the first route, as its checks show them. */
    private static List<Double> observed(CommandRun run) {
        JsonNode checks = run.json().path("checks");
        return List.of(
                checks.at("/0/observed").doubleValue(), checks.at("/1/observed").doubleValue());
    }

    @Test
    void aRequestNamedAsAPartOfItsTransactionCounts() {
        CommandRun run = check("parts-named-like-their-parent", "loop.jtl");
        assertThat(run.json().at("/checks/0/route").asText()).isEqualTo("Basket-0");
        assertThat(observed(run)).containsExactly(800.0, 0.5);
        assertThat(texts(run, "failures", "reason")).containsExactly("latency", "errors");
        assertThat(texts(run, "warnings", "detail"))
                .contains(
                        "Measured with 120 requests. With fewer than 300, latency and errors are only roughly known.",
                        "120 requests, 60 of them failed, are left out as they are rows of transaction controllers, whose "
                                + "requests have rows of their own (the mapping may name them): Basket.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aBudgetInsideABucketIsNotKnownToBeKept() {
        CommandRun run = check("estimate-inside-a-wide-bucket", "default-buckets.json");
        assertThat(texts(run, "failures", "detail"))
                .containsExactly("p95 latency is between 1000 and 2500 ms, and the budget of 2000 ms is too, so that "
                        + "nobody knows whether it is kept. Measure it with a bucket that ends at the budget.");
        assertThat(run.json().at("/checks/0/outcome").asText()).isEqualTo("not_evaluated");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"jmeter.jtl, 300, 137", "jmeter-no-response.jtl, 60, 5"})
    void successesWithAFailingStatusHoldTheReleaseBack(String result, int requests, double p95) {
        CommandRun run = check("success-beside-a-failing-status", result);
        assertThat(observed(run)).containsExactly(p95, 0.0);
        assertThat(texts(run, "failures", "detail"))
                .containsExactly(
                        requests + " of " + requests + " requests are called a success by the tool, but their "
                                + "status is 400 or more, or there was no response. That is more than the error budget of 0.01.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aTotalOfOtherFailuresThanItsRowsIsRefused() {
        CommandRun run = check("totals-that-contradict-the-rows", "locust_stats.csv");
        assertThat(run.err())
                .isEqualTo("Line 3: Aggregated has 400 failures, but the rows before have 2. Is the file whole?\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void whatAMappingLeavesOutIsTold() {
        CommandRun run = check("mapping-that-leaves-failures-out", "run.jtl");
        assertThat(texts(run, "warnings", "detail"))
                .contains("300 requests, 300 of them failed, are left out by the mapping: order.");
        assertThat(observed(run)).containsExactly(137.0, 0.0);
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-trailing-blanks.log", "assertion-in-words.log", "error-of-two-lines.log"})
    void aLogOfGatlingWithOddLinesIsRead(String log) {
        CommandRun run = check(PITFALLS.resolve("gatling-log-with-odd-lines"), GATLING_LOGS.resolve(log));
        assertThat(observed(run)).containsExactly(194.95, 0.02);
        assertThat(texts(run, "failures", "reason")).containsExactly("errors");
        assertThat(texts(run, "warnings", "detail"))
                .contains(
                        "Measured with 100 requests. With fewer than 300, latency and errors are only roughly known.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aGroupOfK6ThatNearlyFitsIsHintedAt() {
        CommandRun run = check("name-that-nearly-fits", "summary.json");
        assertThat(texts(run, "failures", "detail"))
                .containsExactly(
                        "Not measured: cost_per_success, task_success_delta.",
                        "Neither the policy nor the caller has a budget for this route. Maybe it is \"pay\", which has a "
                                + "budget? Name it so in a mapping, under routes.",
                        "The route has a budget and was not measured. Maybe it was measured as \"::pay\"? Name it so in "
                                + "a mapping, under routes.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "blank-line.jtl, quote, 102, 0",
        "no-declaration.jtl, quote, 102, 0",
        "k6-out.csv, /quote, 156.95, 0.05",
        "ghz.json, quote, 57, 0"
    })
    void eachFormOfAKnownToolIsRead(String result, String route, double p95, double errorRate) {
        String[] onRoute = result.equals("ghz.json") ? new String[] {"--route", route} : new String[0];
        CommandRun run = check("known-forms", result, onRoute);
        assertThat(run.json().at("/checks/0/route").asText()).isEqualTo(route);
        assertThat(observed(run)).containsExactly(p95, errorRate);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gatling2.log | Line 1: The log is of Gatling 2.0, and logs are read of 3.0 to 3.12 (text) and of 3.13 to 3.15 (binary).",
                "hey.txt | This is hey's printed summary: run hey with -o csv.",
                "ghz.json | The file measures the test as a whole and names no route. Say which route it is: route=... in the request, --route on the command line, or route in the mapping."
            })
    void aFormThatIsNotReadIsNamed(String result, String told) {
        CommandRun run = check("known-forms", result);
        assertThat(run.err()).isEqualTo(told + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aTableOfStepsWithSemicolonsAndDecimalCommasIsNamed() {
        CommandRun run = CommandRun.of(
                "capacity", PITFALLS.resolve("known-forms/steps-semicolons.csv").toString(), "--service", "kiosk");
        assertThat(run.err())
                .isEqualTo("This is a table whose columns are separated by semicolons or tabs, as a spreadsheet does "
                        + "where decimals have a comma: separate them by commas, and write decimals with a point.\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aTableThatASpreadsheetChangedIsRefused() {
        CommandRun run = check("saved-by-a-spreadsheet", "upper-case.jtl");
        assertThat(run.err())
                .isEqualTo(
                        "Line 2: success is \"FALSE\". A spreadsheet has changed the file: it writes TRUE and FALSE, "
                                + "and times as 1.76E+12. Give it as JMeter wrote it.\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void trendsOfATestsOwnAreRoutesWithoutAnErrorRate() {
        CommandRun run = check("trends-as-routes", "summary.json");
        String missing = "Not measured: error_rate, cost_per_success, task_success_delta.";
        assertThat(texts(run, "failures", "route")).containsExactly("search", "search", "order", "order");
        assertThat(texts(run, "failures", "detail")).contains(missing);
        assertThat(texts(run, "warnings", "detail"))
                .containsExactly(
                        "950 requests, 7 of them failed, are left out as they are of HTTP, for which the mapping has no "
                                + "route.",
                        "The mapping takes p(98) of search_time, order_time, which is an upper bound of p95.",
                        "Nothing says which requests of search_time, order_time failed, so the error rate is missing. "
                                + "The mapping may name a rate of the test's own that is true for those: failed: ...");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"290, pass, 290", "289, not_evaluated, null"})
    void aTrendIsWithinABudgetFromItsUpperBoundOn(int budget, String outcome, String p95, @TempDir Path folder)
            throws IOException {
        Path budgets = Files.writeString(
                folder.resolve("budgets.json"), "{\"budgets\": {\"search\": {\"p95_ms\": " + budget + "}}}");
        CommandRun run = check("trends-as-routes", "summary.json", "--request", budgets.toString());
        assertThat(run.json().at("/checks/0/outcome").asText()).isEqualTo(outcome);
        assertThat(run.json().at("/checks/0/observed").asText()).isEqualTo(p95);
    }

    @Test
    void aColdFirstStepIsHintedAt() {
        CommandRun run = CommandRun.of(
                "capacity", PITFALLS.resolve("cold-first-step/steps.json").toString());
        assertThat(run.out())
                .contains("No step passed before the break.")
                .contains("step of 50: cold_first_step: Only the first step failed before 2 that passed, up to 150 "
                        + "concurrent requests. Maybe the service was cold? Warm it up before the test, or send "
                        + "sustained_steps 2: then one failing step is no break, and up to 150 may be supported.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    /** Readers of such reports refuse suites and cases that lack one of these attributes. */
    @Test
    void readersOfJunitXmlFindAllThatTheyAskFor() {
        CommandRun run = CommandRun.of(
                "check", PITFALLS.resolve("junit-attributes/request.json").toString(), "--format", "junit-xml");
        assertThat(run.out())
                .containsPattern(
                        "<testsuite name=\"load_gate\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0\" "
                                + "timestamp=\"[-0-9]{10}T[:0-9]{8}\">")
                .contains(
                        "<testcase name=\"latency\" classname=\"load_gate.quote\" time=\"0\"><failure message=\"p95 latency "
                                + "in ms is 400, over the limit of 250 by 60 %.\" type=\"latency\">");
        assertThat(run.exitCode()).isEqualTo(1);
    }
}
