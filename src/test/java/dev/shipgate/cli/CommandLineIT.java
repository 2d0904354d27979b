package dev.shipgate.cli;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.access.ApiKey;
import dev.shipgate.access.ApiKeys;
import dev.shipgate.access.KeyFile;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.Launcher;
import dev.shipgate.testing.Launcher.Run;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The packaged program, started by its script: verdicts found here and by a service. */
class CommandLineIT {

    private static final String CALM = """
            {"service": "search", "routes": {
              "find": {"p95_ms": 100, "error_rate": 0.001, "cost_per_success": 0.01, "task_success_delta": 0.0}},
             "budgets": {"find": {"p95_ms": 100, "error_rate": 0.01, "cost_per_success": 0.02}}}""";

    private static final String SLOW = CALM.replace("\"p95_ms\": 100,", "\"p95_ms\": 101,");

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Map<String, String> environment = Launcher.environment();
    private final Path script = Launcher.SCRIPT;

    private Run shipgate(String input, String... arguments) throws IOException, InterruptedException {
        return Launcher.run(script, environment, input, arguments);
    }

    @Test
    void aReleaseIsJudgedHere() throws Exception {
        Run calm = shipgate(CALM, "check", "-");
        assertThat(calm.err()).isEqualTo("Evaluated here with the rules in rules. Nothing was recorded.\n");
        assertThat(calm.out()).startsWith("CAN SHIP");
        assertThat(calm.exitCode()).isZero();
        assertThat(shipgate(SLOW.replace("{\"find\": {\"p95_ms\": 101", "{\"find\": {\"p95_ms\": 100"), "check", "-")
                        .exitCode())
                .isEqualTo(1);
        Run wrong = shipgate("{\"service\": \"find\", \"rotes\": {}}", "check", "-");
        assertThat(wrong.err()).startsWith("/rotes: There is no such field here.");
        assertThat(wrong.exitCode()).isEqualTo(2);
        Path noRules = Files.createDirectories(DataFolder.fresh().resolve("rules"));
        Run refused = shipgate(CALM, "check", "-", "--rules", noRules.toString());
        assertThat(refused.err()).contains("There is no .drl file.");
        assertThat(refused.exitCode()).isEqualTo(3);
    }

    @Test
    void aServiceDecidesForWhoHasAKeyAndOnceForEachIdempotencyKey() throws Exception {
        Path keys = DataFolder.fresh().resolve("keys.json");
        ApiKey key = ApiKey.random();
        KeyFile.change(keys, before -> new ApiKeys(List.of(key.stored("ci", List.of("evaluate", "audit")))));
        ServiceProcess service = services.onKeys(DataFolder.fresh(), keys).start();
        String url = "http://localhost:" + service.port();

        assertThat(shipgate(CALM, "check", "-", "--url", url).exitCode())
                .as("without a key")
                .isEqualTo(3);
        environment.put("SHIPGATE_KEY", ApiKey.random().text());
        Run unknown = shipgate(CALM, "check", "-", "--url", url);
        assertThat(unknown.err()).startsWith("The service answered 401: ");
        assertThat(unknown.exitCode()).isEqualTo(3);

        environment.put("SHIPGATE_KEY", key.text());
        Run calm = shipgate(CALM, "check", "-", "--url", url, "--idempotency-key", "job-1", "--format", "json");
        assertThat(calm.exitCode()).isZero();
        JsonNode answer = json(calm.out());
        Run again = shipgate(CALM, "check", "-", "--url", url, "--idempotency-key", "job-1", "--format", "json");
        assertThat(again.out()).isEqualTo(calm.out());
        Run reused = shipgate(SLOW, "check", "-", "--url", url, "--idempotency-key", "job-1");
        assertThat(reused.err()).contains("was used before for another request");
        assertThat(reused.exitCode()).isEqualTo(2);
        Run wrong = shipgate("{\"service\": \"find\", \"rotes\": {}}", "check", "-", "--url", url);
        assertThat(wrong.err()).contains("answered 400: /rotes: There is no such field here.");
        assertThat(wrong.exitCode()).isEqualTo(2);

        String id = answer.path("decision_id").asText();
        Run list = shipgate("", "decisions", "list", "--url", url);
        assertThat(list.out())
                .isEqualTo(answer.path("evaluated_at").asText() + "\tpass\tload_gate\tsearch\t-\t-\t" + id + "\n");
        Run record = shipgate("", "decisions", "show", id, "--url", url);
        assertThat(json(record.out()).at("/caller").asText()).isEqualTo("key:ci");
        assertThat(shipgate("", "decisions", "replay", id, "--url", url).exitCode())
                .isZero();
        Run export = shipgate("", "decisions", "export", "--url", url);
        assertThat(json(export.out()).path("decision_id").asText()).isEqualTo(id);

        service.stop();
        Run gone = shipgate(CALM, "check", "-", "--url", url);
        assertThat(gone.err()).contains("nobody listens there");
        assertThat(gone.out()).isEmpty();
        assertThat(gone.exitCode()).isEqualTo(3);
    }

    @Test
    void aVerdictIsTheSameWhereverTheScriptIsCalledFrom() throws Exception {
        Path link = Files.createSymbolicLink(DataFolder.fresh().resolve("gate"), script);
        Run verdict = Launcher.run(link, environment, CALM, "check", "-");
        assertThat(verdict.out()).startsWith("CAN SHIP");
        assertThat(verdict.exitCode()).isZero();
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        Path alone = Files.copy(script, DataFolder.fresh().resolve("shipgate"));
        Run notBuilt = Launcher.run(alone, environment, "", "help");
        assertThat(notBuilt.err()).startsWith("shipgate: It is not built yet. Build it with: mvn ");
        assertThat(notBuilt.exitCode()).isEqualTo(3);
        environment.put("JAVA_HOME", "/nowhere");
        assertThat(shipgate("", "help").err()).startsWith("shipgate: JAVA_HOME is /nowhere, but");
        Path old = DataFolder.fresh();
        Files.createDirectories(old.resolve("bin"));
        Files.createSymbolicLink(old.resolve("bin/java"), Path.of("/bin/false"));
        environment.put("JAVA_HOME", old.toString());
        assertThat(shipgate("", "help").err()).contains("is of version unknown. It must be 17 or newer.");
    }

    /** From it comes the archive of classes, which without a verdict of a service would lack the service. */
    @Test
    void aTrainingGetsVerdictsHereAndFromAService() throws Exception {
        environment.put("SHIPGATE_AUDIT_JDBC_URL", "jdbc:postgresql://nowhere/shipgate");
        Run refused = shipgate("", "train", Launcher.FOLDER.resolve("rules").toString());
        assertThat(refused.err()).startsWith("shipgate.audit.jdbc-url is set, and a training has a store of its own.");
        assertThat(refused.exitCode()).isEqualTo(2);
        environment.remove("SHIPGATE_AUDIT_JDBC_URL");
        Run trained = shipgate("", "train", Launcher.FOLDER.resolve("rules").toString());
        assertThat(trained.err()).doesNotContain("failed");
        assertThat(trained.out()).contains("DO NOT SHIP");
        assertThat(trained.exitCode()).isZero();
    }

    @Test
    void theScriptBecomesTheServiceSoThatASignalStopsIt() throws Exception {
        Path log = DataFolder.fresh().resolve("log");
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "serve")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("SHIPGATE_DATA_DIR", DataFolder.fresh().toString());
        Process service = builder.start();
        try {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.readString(log).contains("Listening on"));
            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(log)).contains("stopped in");
        } finally {
            service.destroyForcibly();
        }
    }

    @Test
    void aServiceWhoseMemoryRunsOutEnds() throws Exception {
        // Too little to start with.
        environment.put("SHIPGATE_JAVA_MEMORY", "-Xmx12m");
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("SHIPGATE_DATA_DIR", DataFolder.fresh().toString());
        Run service = shipgate("", "serve");
        assertThat(service.out()).contains("Terminating due to java.lang.OutOfMemoryError");
        assertThat(service.exitCode()).isEqualTo(3);
    }
}
