package dev.shipgate.policy.live;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The packaged application starts on rules that were compiled before: by its build, and by an earlier start. */
class RestartIT {

    private static final String BODY = """
            {"service":"voice-agent","environment":"production","routes":{
              "book_table":{"p95_ms":900,"error_rate":0.004,"cost_per_success":0.041,"task_success_delta":0.01}}}""";

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Path data = DataFolder.fresh();
    private final Path rules = LiveRules.copyWithTests(DataFolder.fresh().resolve("rules"));
    private final ServiceProcess service = services.onRulesOfItsOwn(data, rules);

    @Test
    void aFirstStartOnTheShippedRulesCompilesNothing() throws Exception {
        startedDecision();
        assertThat(loaded()).contains("(folders compiled: 0, kept from before: 4, unchanged: 0; tests ");
        // The build ran them on its Java; any other Java runs them once.
        assertThat(loaded()).contains(packagedBy(Runtime.version().feature()) ? "tests passed before" : "tests run");
        assertThat(service.log()).doesNotContain(" WARN  [");
    }

    private static boolean packagedBy(int java) {
        return Files.isDirectory(Path.of("target", "quarkus-app", "compiled", Integer.toString(java)));
    }

    @Test
    void aRestartAfterAnEditCompilesOnlyWhatIsDamaged() throws Exception {
        Path edited = rules.resolve("load-gate/budgets.drl");
        Files.writeString(edited, Files.readString(edited) + "// Edited\n");
        JsonNode first = startedDecision();
        assertThat(loaded()).contains("(folders compiled: 1, kept from before: 3, unchanged: 0; tests run)");

        service.stop();
        JsonNode second = startedDecision();
        assertThat(loaded()).contains("(folders compiled: 0, kept from before: 4, unchanged: 0; tests passed before)");
        assertThat(second).isEqualTo(first);
        assertThat(service.log()).doesNotContain(" WARN  [");

        service.stop();
        Path damaged = largest();
        Files.write(damaged, new byte[] {1});
        JsonNode third = startedDecision();
        assertThat(loaded()).contains("(folders compiled: 1, kept from before: 3, unchanged: 0; tests passed before)");
        assertThat(third).isEqualTo(first);
        assertThat(service.log()).contains(damaged + " cannot be used, so these rules are compiled or checked again");
        assertThat(Files.size(damaged)).isGreaterThan(1_000);
    }

    /** The decision that it makes after a start, without the fields that are different each time. */
    private JsonNode startedDecision() throws IOException, InterruptedException {
        service.start();
        HttpResponse<byte[]> response = service.post("/v1/load-gate", BODY, Map.of());
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode decision = json(new String(response.body(), StandardCharsets.UTF_8));
        assertThat(decision.get("ship").asBoolean()).isFalse();
        ((ObjectNode) decision).remove(List.of("decision_id", "evaluated_at"));
        return decision;
    }

    private String loaded() throws IOException {
        return service.log()
                .lines()
                .filter(line -> line.contains("Loaded "))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private Path largest() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("compiled"))) {
            return files.max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }
}
