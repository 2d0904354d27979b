package dev.shipgate.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.CommandRun;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.Lengthy;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.StoreBeforeVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rules backtest} over an export. */
@BesideOthers
@Lengthy
class RulesBacktestCommandTest {

    private static final String REQUEST = """
            {"service":"%s","environment":"staging","version":"%d",\
            "routes":{"find":{"p95_ms":%d,"error_rate":0,"cost_per_success":0.01,"task_success_delta":0}},\
            "budgets":{"find":{"p95_ms":400,"error_rate":0.01,"cost_per_success":1}}}""";

    @TempDir
    private Path folder;

    private Path rules;
    private Path export;

    @BeforeEach
    void rulesThatFreezeSearch() throws IOException {
        rules = LiveRules.untestedCopyIn(folder.resolve("rules"));
        Files.writeString(rules.resolve("load-gate/freeze.drl"), """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.Failure
                rule "search is frozen" when Release(service == "search") then
                    insert(new Failure(null, "freeze", "Nothing ships this week."));
                end
                """);
        export = folder.resolve("export.ndjson");
    }

    /** A line of an export, as much of it as a backtest reads, and of the form that the service writes. */
    private static String line(int number, String service, String verdict, int p95Ms) {
        UUID id = new UUID(0x01a20acd13ab7000L + number, 0x8a684f10e244d9d5L);
        return """
                {"decision_id":"%s","form":2,"evaluated_at":"2026-11-25T10:%02d:00.000Z","kind":"load_gate",\
                "service":"%s","environment":"staging","version":"%d","verdict":"%s",\
                "ruleset":{"version":"sha256:0"},"include":null,"context":{"time":{"instant":"2026-11-25T10:00:00Z",\
                "date":"2026-11-25","day_of_week":"wednesday","hour":10}},"rules_fired":["latency is within budget"],\
                "masked":[],"request":%s,"response":{"verdict":"%s","failures":[],"warnings":[],"checks":[]},\
                "firings":[],"chain":"c","position":%d}""".formatted(
                id, number, service, number, verdict, REQUEST.formatted(service, number, p95Ms), verdict, number);
    }

    private void export(String... lines) throws IOException {
        Files.write(export, List.of(lines));
    }

    private CommandRun backtest(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("rules", "backtest", rules.toString(), "--decisions", export.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void tellsWhichDecisionsFlipAndWhy() throws IOException {
        export(line(3, "search", "pass", 300), line(2, "other", "pass", 300), line(1, "other", "block", 500));
        CommandRun run = backtest();
        assertThat(run.out()).isEqualTo("""
                1 of 3 decisions flips: 1 from pass to block.

                By service: pass to block, block to pass, to error, from error, of all
                  search: 1, 0, 0, 0, of 1

                By rule: flips in which it newly fires, and no longer fires
                  a budget from the caller counts beside those of the policy: 1, 0
                  a measured route is held against its budget: 1, 0
                  cost is within budget: 1, 0
                  errors are within budget: 1, 0
                  only the caller gave limits: 1, 0
                  search is frozen: 1, 0

                Flips, newest first
                  01a20acd-13ab-7003-8a68-4f10e244d9d5 load_gate of search 3 in staging: pass -> block
                    + freeze: Nothing ships this week.
                    + warning: only_caller_budgets: The policy has no budget for this release: only the caller gave limits.
                """);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatItFailsOnIsSaid() throws IOException {
        export(line(3, "search", "pass", 300), line(2, "other", "block", 300));
        assertThat(backtest("--fail-on", "block-to-pass").exitCode()).isEqualTo(1);
        assertThat(backtest("--fail-on", "pass-to-block,to-error").exitCode()).isEqualTo(1);
        assertThat(backtest("--fail-on", "to-error", "--fail-on", "not-evaluable")
                        .exitCode())
                .isZero();
        assertThat(backtest("--fail-on", "block-to-pass", "--service", "search").exitCode())
                .isZero();
        assertThat(backtest("--fail-on", "flips").err()).contains("must be one of pass-to-block, block-to-pass");
    }

    @Test
    void aBacktestOfNothingIsNoPass() throws IOException {
        export(line(3, "search", "pass", 300));
        CommandRun none = backtest("--service", "serach", "--fail-on", "block-to-pass");
        assertThat(none.out()).isEqualTo("No decision fits, so nothing is known of these rules.\n");
        assertThat(none.err()).startsWith("No decision could be evaluated, so nobody knows.");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(backtest("--service", "serach").exitCode()).isZero();
    }

    @Test
    void theNewestAreTakenInWhateverOrderTheyStand() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= 9; number++) {
            lines.add(line(number, "search", "pass", 300));
        }
        long seed = new Random().nextLong();
        Collections.shuffle(lines, new Random(seed));
        export(lines.toArray(String[]::new));
        JsonNode result = backtest("--last", "3", "--format", "json").json();
        assertThat(result.path("flips")
                        .valueStream()
                        .map(flip -> flip.path("version").asText()))
                .as("seed " + seed)
                .containsExactly("9", "8", "7");
        assertThat(result.path("total").asInt()).isEqualTo(3);
        assertThat(backtest("--from", "2026-11-25T10:03:00Z", "--to", "2026-11-25T10:05:00Z", "--format", "json")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anExportThatBrokeOffIsRefusedWhereverItDid() throws IOException {
        String whole = line(3, "search", "pass", 300);
        for (int end : new int[] {whole.indexOf("\"response\""), whole.indexOf(",\"checks\""), whole.length() - 1}) {
            export(line(2, "search", "pass", 300), whole.substring(0, end));
            CommandRun run = backtest();
            assertThat(run.err()).contains("line 2, is no whole record.").contains("Maybe it broke off?");
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void maskedDecisionsAreCountedApart() throws IOException {
        export(line(3, "search", "pass", 300).replace("\"masked\":[]", "\"masked\":[\"/labels/a\"]"));
        CommandRun run = backtest();
        assertThat(run.out()).isEqualTo("""
                None of 1 decision flips.
                1 could not be evaluated again, as they had values masked, such as 01a20acd-13ab-7003-8a68-4f10e244d9d5.
                """);
        assertThat(backtest("--fail-on", "not-evaluable").exitCode()).isEqualTo(1);
    }

    @Test
    void recordsOfTheFirstFormAndEventsAreRead() throws IOException {
        export = Path.of("src/test/resources/stores/before-verdict/records.ndjson");
        JsonNode result = backtest("--format", "json").json();
        assertThat(result.path("total").asInt())
                .isEqualTo(StoreBeforeVerdict.decisions().size());
        assertThat(result.path("state").asText()).isEqualTo("done");
        assertThat(result.path("evaluated")).isEqualTo(result.path("total"));
    }

    @Test
    void writesACommentForAChange() throws IOException {
        export(line(3, "search", "pass", 300));
        Path comment = folder.resolve("backtest.md");
        assertThat(backtest("--output", "markdown=" + comment).exitCode()).isZero();
        assertThat(Files.readString(comment))
                .startsWith("## 1 of 1 decision flips: 1 from pass to block.\n")
                .contains("| <code>search</code> | 1 | 1 | 0 | 0 | 0 |\n")
                .contains("| <code>search is frozen</code> | 1 | 0 |\n")
                .contains("load_gate of search 3 in staging | pass → block | added freeze: Nothing ships this week.");
        assertThat(backtest("--output", "markdown=" + export).exitCode()).isEqualTo(2);
        assertThat(backtest("--output", "markdown=" + rules.resolve("a.md")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void rulesThatCannotDecideAreRefused() throws IOException {
        export(line(3, "search", "pass", 300));
        Files.writeString(
                rules.resolve("load-gate/broken.drl"),
                "package shipgate.loadgate\nrule \"a\" when Nothing() then end\n");
        CommandRun run = backtest();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("load-gate/broken.drl:2").contains("There is no kind of fact Nothing here.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void wrongArgumentsAreToldBeforeAnythingIsRead() throws IOException {
        assertThat(CommandRun.of("rules", "backtest", rules.toString()).err())
                .startsWith("Which decisions? Give either a service, with --url, or an export, with --decisions.");
        assertThat(backtest().err()).startsWith("There is no file " + export);
        export("{}", "no JSON");
        CommandRun wrong = backtest();
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).startsWith(export + ", line 2, is no whole record.");
        assertThat(backtest("--last", "0").err()).startsWith("--last must be 1 to 1000000, but is 0.");
        assertThat(backtest("--kind", "gate").err()).startsWith("--kind must be one of ");
        assertThat(backtest("--from", "today").err()).startsWith("--from must be an instant such as");
        assertThat(backtest("--url", "http://localhost:1").err()).startsWith("Which decisions?");
    }
}
