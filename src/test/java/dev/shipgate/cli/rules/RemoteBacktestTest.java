package dev.shipgate.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.CommandRun;
import dev.shipgate.cli.remote.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rules backtest} with a service that answers as it is told. */
class RemoteBacktestTest {

    private static final String ID = "5b1c8f1e-3f0e-4a57-9f53-2f3c8a4f9f10";
    private static final String FIRST = "01a20acd-13ab-7003-8a68-4f10e244d9d5";
    private static final String SECOND = "01a20acd-13ab-7002-8a68-4f10e244d9d5";

    private final ScriptedServer server = new ScriptedServer();

    @TempDir
    private Path rules;

    RemoteBacktestTest() throws IOException {}

    @BeforeEach
    void aRuleset() throws IOException {
        Files.createDirectories(rules.resolve("load-gate"));
        Files.writeString(rules.resolve("load-gate/a.drl"), "package shipgate.loadgate\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandRun backtest(String... more) {
        List<String> arguments = new ArrayList<>(List.of("rules", "backtest", rules.toString(), "--url", server.url()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static String answer(String state, int passToBlock, String flip, String nextCursor) {
        return """
                {"backtest_id":"%s","state":"%s","ruleset":{"version":"sha256:0"},"evaluated":2,"total":2,
                 "summary":{"unchanged":%d,"pass_to_block":%d,"block_to_pass":0,"to_error":0,"from_error":0,
                 "not_evaluable":0},"not_evaluable":[],"by_service":[],"by_rule":[],"flips":[%s],"flips_left_out":0,
                 "next_cursor":%s}""".formatted(ID, state, 2 - passToBlock, passToBlock, flip, nextCursor);
    }

    private static String flip(String id) {
        return "{\"decision_id\":\"%s\",\"kind\":\"load_gate\",\"from\":\"pass\",\"to\":\"block\",\"added\":[],\"gone\":[]}"
                .formatted(id);
    }

    @Test
    void sendsTheFilesAndWaitsForTheEndAndReadsAllPages() {
        server.answer(202, answer("running", 0, "", "null"), "Location", "/v1/backtests/" + ID)
                .answer(200, answer("running", 1, flip(FIRST), "null"))
                .answer(200, answer("done", 2, flip(FIRST), "\"" + FIRST + "\""))
                .answer(200, answer("done", 2, flip(FIRST), "\"" + FIRST + "\""))
                .answer(200, answer("done", 2, flip(SECOND), "null"));
        CommandRun run =
                backtest("--format", "json", "--service", "search", "--last", "1000", "--from", "2026-11-25T10:00:00Z");
        assertThat(run.exitCode()).isZero();
        JsonNode result = run.json();
        assertThat(result.path("flips")
                        .valueStream()
                        .map(flip -> flip.path("decision_id").asText()))
                .containsExactly(FIRST, SECOND);
        assertThat(result.path("next_cursor").isNull()).isTrue();
        assertThat(server.asked())
                .containsExactly(
                        "POST /v1/backtests {\"files\":{\"load-gate/a.drl\":\"package shipgate.loadgate\\n\"},"
                                + "\"kind\":null,\"service\":\"search\",\"environment\":null,"
                                + "\"from\":\"2026-11-25T10:00:00Z\",\"to\":null,\"last\":1000}",
                        "GET /v1/backtests/" + ID + "?limit=1",
                        "GET /v1/backtests/" + ID + "?limit=1",
                        "GET /v1/backtests/" + ID + "?limit=500",
                        "GET /v1/backtests/" + ID + "?limit=500&cursor=" + FIRST);
    }

    @Test
    void aFlipThatItFailsOnIsANo() {
        server.answer(202, answer("done", 1, "", "null"))
                .answer(200, answer("done", 1, flip(FIRST), "null"))
                .answer(200, answer("done", 1, flip(FIRST), "null"));
        CommandRun run = backtest("--fail-on", "pass-to-block");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("1 of 2 decisions flips: 1 from pass to block.\n");
    }

    @Test
    void oneThatWasCancelledIsNoAnswer() {
        server.answer(202, answer("cancelled", 0, "", "null"))
                .answer(200, answer("cancelled", 0, "", "null"))
                .answer(200, answer("cancelled", 0, "", "null"));
        CommandRun run = backtest();
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("The backtest is cancelled, so not all decisions were evaluated.");
    }

    @Test
    void refusedRulesAreANoWithTheirDiagnostics() {
        server.answer(422, """
                {"type":"urn:shipgate:problem:ruleset-refused","status":422,"detail":"Nothing has changed.",
                 "diagnostics":[{"file":"load-gate/a.drl","line":3,"message":"There is no method p95 in Budget."}]}""");
        CommandRun run = backtest();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""
                The service answered 422: Nothing has changed.
                load-gate/a.drl:3: There is no method p95 in Budget.
                """);
    }

    @Test
    void problemsHaveTheirExitCodes() {
        server.problem(400, "invalid-request", "/last must be a whole number, 1 to 100000, but is 200000.");
        assertThat(backtest("--last", "200000").exitCode()).isEqualTo(2);
        server.problem(403, "forbidden", "This needs the roles author and audit together.");
        assertThat(backtest().exitCode()).isEqualTo(3);
        server.problem(429, "too-many-requests", "As many run already.", "Retry-After", "0")
                .answer(202, "{}");
        CommandRun unclear = backtest();
        assertThat(unclear.err()).contains("The answer is not that of a backtest.");
        assertThat(unclear.exitCode()).isEqualTo(3);
    }
}
