package dev.shipgate.docs;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.docs.Markdown.Block;
import dev.shipgate.docs.Script.Outcome;
import dev.shipgate.testing.Commands;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import dev.shipgate.testing.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scripts that the page gives to auditors, as a shell runs them: each finds the result that the page states. */
class AuditPageIT {

    private static final Markdown PAGE = Markdown.read("docs/audit.md");

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Path data = DataFolder.fresh();
    private final Path here = DataFolder.fresh();
    private ServiceProcess service = services.onSqlite(data);

    @BeforeEach
    void start() {
        Commands.require("bash", "-c", "curl --version && jq --version && python3 --version");
        service = services.onSqlite(data).start();
    }

    private static List<String> scripts(String heading) {
        return Script.of(PAGE, heading);
    }

    private Outcome run(String script) throws IOException, InterruptedException {
        String here = script.replace("localhost:8080", "localhost:" + service.port())
                .replace("shipgate:8080", "localhost:" + service.port())
                .replace("/var/lib/audit-heads", this.here.toString());
        return Script.run(here, this.here, Map.of());
    }

    private String decide(String path, String body) throws IOException, InterruptedException {
        return json(new String(service.post(path, body, Map.of()).body(), StandardCharsets.UTF_8))
                .path("decision_id")
                .asText();
    }

    private String explained(String id) throws IOException, InterruptedException {
        String script = scripts("One decision, from question to proof").get(0);
        Outcome outcome = run(script.replaceAll("decisions/[0-9a-f-]{36}", "decisions/" + id));
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        return outcome.out();
    }

    @Test
    void aDecisionIsExplainedAsShown() throws Exception {
        List<Block> blocks =
                PAGE.section("One decision, from question to proof").blocks();
        CurlCommand question = CurlCommand.parse(blocks.get(0).text());
        String shown = blocks.stream()
                .filter(block -> block.language().isEmpty())
                .map(Block::text)
                .findFirst()
                .orElseThrow();
        assertThat(explained(decide(question.path(), String.valueOf(question.body()))))
                .isEqualTo(shown + "\n");
    }

    @Test
    void everyKindOfBlockIsExplained() throws Exception {
        String storm =
                "{\"points\":[{\"minute\":0,\"user_turns\":1,\"service_attempts\":3,\"dependency_error_rate\":0.2}]}";
        assertThat(explained(decide("/v1/retry-storms", storm)))
                .startsWith("retry_storms: block\n  rule: a storm is at the thresholds where nothing is known ")
                .contains("  rule: retries amplify a failing dependency, in ", "\"minute\":0");
        assertThat(explained(decide("/v1/release-readiness", "{\"retry_storms\":" + storm + "}")))
                .startsWith("release_readiness: block\n")
                .contains("load_gate: ", "retry_storms: Points at which retries amplified a failing dependency: 1.")
                .contains("  rule: there was a retry storm, in readiness/blockers.drl");
        assertThat(explained("01a2124e-d556-7785-af7b-f95f1cca7979")).startsWith("There is no decision \"01a2124e-");
    }

    @Test
    void anExportIsCheckedLineByLine() throws Exception {
        for (int i = 0; i < 5; i++) {
            decide("/v1/load-gate", "{\"service\":\"s" + i + "\"}");
        }
        String decisions = scripts("One decision, from question to proof").get(1);
        assertThat(run(decisions)).isEqualTo(new Outcome(0, ""));
        assertThat(Files.readAllLines(here.resolve("decisions.ndjson"))).hasSize(5);
        assertThat(run(scripts("Check it without Shipgate").get(0))).isEqualTo(new Outcome(0, ""));
        String check = scripts("Check it without Shipgate").get(1);
        Path file = here.resolve("records.ndjson");
        String whole = Files.readString(file);
        // The first record is that the rules became active.
        assertThat(run(check)).isEqualTo(new Outcome(0, "6 records have their hash, gaps: 0\n"));

        Files.writeString(file, whole.substring(0, whole.length() - 100));
        assertThat(run(check)).isEqualTo(new Outcome(1, "line 6 is cut off\n"));
        Files.writeString(file, "");
        assertThat(run(check)).isEqualTo(new Outcome(1, "0 records have their hash, gaps: 0\n"));
        Files.writeString(file, whole.replace("\"s2\"", "\"s9\""));
        assertThat(run(check).out()).startsWith("line 4 does not have its hash: 01");
        Files.writeString(file, whole.replace("\"ruleset_activated\"", "\"ruleset_refused\""));
        assertThat(run(check).out()).startsWith("line 1 does not have its hash: ruleset_refused");
        List<String> lines = new ArrayList<>(whole.lines().toList());
        lines.remove(3);
        lines.remove(0);
        Files.writeString(file, String.join("\n", lines) + "\n");
        assertThat(run(check).exitCode()).isEqualTo(1);
        assertThat(run(check).out())
                .contains("missing: 1 to 1 of ", "missing: 4 to 4 of ", "4 records have their hash, gaps: 2");
        lines.add(lines.get(0));
        Files.writeString(file, String.join("\n", lines) + "\n");
        assertThat(run(check).out()).contains("does not follow the one before it: 2 of ");
    }

    @Test
    void whoNotesHeadsLearnsThatAnEndWasCutOffAndKeepsTheEvidence() throws Exception {
        List<String> scripts = scripts("What the chain proves, and what not");
        String note = scripts.get(0);
        String allIntact = scripts.get(1);
        assertThat(run(note)).as("with nothing decided yet").isEqualTo(new Outcome(0, "true\n"));
        decide("/v1/load-gate", "{}");
        decide("/v1/load-gate", "{}");
        assertThat(run(note)).isEqualTo(new Outcome(0, "true\n"));
        assertThat(run(allIntact)).isEqualTo(new Outcome(0, "true\n"));

        service.stop();
        assertThat(run(note).exitCode()).as("nobody answers").isNotZero();
        // The first record is that the rules became active.
        execute("DELETE FROM record WHERE position = 3");
        service.start();
        decide("/v1/load-gate", "{}");
        assertThat(run(note)).isEqualTo(new Outcome(1, "false\n"));
        assertThat(run(note)).isEqualTo(new Outcome(0, "true\n"));
        assertThat(run(allIntact)).isEqualTo(new Outcome(1, "false\n"));
        assertThat(Files.readString(here.resolve("heads.ndjson"))).contains("\"reason\":\"removed\"");
    }

    private void execute(String sql) throws SQLException {
        assertThat(Sql.update("jdbc:sqlite:" + data.resolve("audit.db"), sql)).isEqualTo(1);
    }
}
