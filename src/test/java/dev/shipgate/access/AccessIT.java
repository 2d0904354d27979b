package dev.shipgate.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.Launcher;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The packaged application: its commands make keys that it accepts, and it does not start where it must not. */
class AccessIT {

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Path data = DataFolder.fresh();
    private final Path keys = data.resolve("keys.json");

    private record Outcome(int exitCode, String out) {}

    private static Outcome run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Launcher.SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out.strip());
    }

    private int decide(ServiceProcess service, String key) throws Exception {
        return service.post("/v1/load-gate", "{}", Map.of("Authorization", "Bearer " + key))
                .statusCode();
    }

    @Test
    void aKeyIsMadeUsedAndRevokedByCommand() throws Exception {
        String key = run(Map.of(), "keys", "add", "ci", "--role", "evaluate", "--file", keys.toString())
                .out();
        ServiceProcess service = services.onKeys(data, keys).start();
        assertThat(decide(service, key)).isEqualTo(200);
        assertThat(decide(service, key + "x")).isEqualTo(401);
        assertThat(run(Map.of("SHIPGATE_ACCESS_KEYS_FILE", keys.toString()), "keys", "revoke", "ci")
                        .exitCode())
                .isZero();
        await().atMost(Duration.ofMinutes(1)).until(() -> decide(service, key) == 401);
        assertThat(service.readiness().toString()).contains("The file of keys has none, so nobody can call.");
    }

    @Test
    void keysThatAreMadeAtOnceAreAllThere() throws Exception {
        List<String> names = List.of("ci", "nightly", "release-bot", "on-call");
        List<CompletableFuture<Outcome>> added = names.stream()
                .map(name -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return run(Map.of(), "keys", "add", name, "--role", "evaluate", "--file", keys.toString());
                    } catch (IOException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                }))
                .toList();
        for (CompletableFuture<Outcome> one : added) {
            assertThat(one.join().exitCode()).isZero();
        }

        assertThat(KeyFile.read(keys).keys()).extracting(StoredKey::name).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void itNeedsKeysToStartForOthersAndTheFileThatIsNamed() throws Exception {
        Map<String, String> own = Map.of("SHIPGATE_DATA_DIR", data.toString());
        Map<String, String> open = new HashMap<>(own);
        open.put("QUARKUS_HTTP_HOST", "0.0.0.0");
        Outcome refused = run(open);
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.out())
                .contains("The service is to listen on 0.0.0.0, where others reach it")
                .doesNotContain("Listening on");
        Map<String, String> missing = new HashMap<>(own);
        missing.put("SHIPGATE_ACCESS_KEYS_FILE", keys.toString());
        Outcome noFile = run(missing);
        assertThat(noFile.exitCode()).isNotZero();
        assertThat(noFile.out())
                .contains("There is no file " + keys + " of keys. Maybe make a first key")
                .doesNotContain("Listening on");
    }

    @Test
    void aSettingThatIsEmptyOrHalfOfOneEndsTheStart() throws Exception {
        assertRefused(
                Map.of("SHIPGATE_ACCESS_KEYS_FILE", ""),
                "The setting SHIPGATE_ACCESS_KEYS_FILE is there and empty. Give it a value, or remove it.");
        assertRefused(
                Map.of("QUARKUS_OIDC_TOKEN_AUDIENCE", "shipgate"),
                "are for tokens, but no issuer is set whose tokens are accepted.");
        assertRefused(
                Map.of("SHIPGATE_AUDIT_USERNAME", "shipgate", "SHIPGATE_AUDIT_PASSWORD", "hidden"),
                "are for PostgreSQL, but no database is set");
    }

    private void assertRefused(Map<String, String> settings, String why) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("SHIPGATE_DATA_DIR", data.toString());
        Outcome refused = run(all);
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.out()).contains(why).doesNotContain("Listening on", "hidden");
    }
}
