package dev.shipgate.cli.rules;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.cli.CommandRun;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rules backtest} over the decisions of a service, and over an export of the same. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class BacktestOfServiceTest {

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void serviceAndExportAgree(@TempDir Path folder) throws IOException {
        String service = "service-" + UUID.randomUUID();
        for (int p95Ms : new int[] {300, 350, 500}) {
            given().contentType("application/json")
                    .body("""
                            {"service":"%s","environment":"staging","version":"%d",
                             "routes":{"find":{"p95_ms":%d,"error_rate":0,"cost_per_success":0.01,"task_success_delta":0}},
                             "budgets":{"find":{"p95_ms":400,"error_rate":0.01,"cost_per_success":1}}}""".formatted(service, p95Ms, p95Ms))
                    .post("/v1/load-gate")
                    .then()
                    .statusCode(200);
        }
        Path export = folder.resolve("export.ndjson");
        Files.writeString(
                export,
                given().accept("application/x-ndjson")
                        .get("/v1/decisions?service=" + service)
                        .asString());
        Path rules = LiveRules.untestedCopyIn(folder.resolve("rules"));
        Files.writeString(rules.resolve("load-gate/strict.drl"), """
                package shipgate.loadgate
                import dev.shipgate.loadgate.Failure
                import dev.shipgate.loadgate.RouteMetrics
                rule "fast is below 320 ms" when $r : RouteMetrics(p95Ms > 320) then
                    insert(new Failure($r.route(), "slow", "Too slow."));
                end
                """);
        String url = "http://localhost:" + RestAssured.port;
        CommandRun remote = CommandRun.of("rules", "backtest", rules.toString(), "--url", url, "--service", service);
        CommandRun local = CommandRun.of("rules", "backtest", rules.toString(), "--decisions", export.toString());
        assertThat(remote.err()).isEmpty();
        assertThat(remote.out())
                .startsWith("1 of 3 decisions flips: 1 from pass to block.\n")
                .contains("load_gate of " + service + " 350 in staging: pass -> block\n    + find: slow: Too slow.\n")
                .isEqualTo(local.out());
        assertThat(remote.exitCode()).isZero();
    }
}
