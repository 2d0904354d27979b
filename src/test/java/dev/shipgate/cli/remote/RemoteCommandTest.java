package dev.shipgate.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask a service, and the output and exit code that they make of its answers. */
class RemoteCommandTest {

    private static final String ID = "01a20acd-13ab-70cf-8a68-4f10e244d9d5";
    private static final String HEAD = "{\"decision_id\":\"" + ID + "\",\"ruleset\":{\"version\":\"sha256:97\"},";
    private static final String SHIPS = HEAD
            + "\"verdict\":\"pass\",\"ship\":true,\"failures\":[],\"checks\":[{\"route\":\"a\",\"outcome\":\"pass\"}]}";

    @TempDir
    private Path folder;

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandRun run(String... command) {
        String[] arguments = new String[command.length + 2];
        System.arraycopy(command, 0, arguments, 0, command.length);
        arguments[command.length] = "--url";
        arguments[command.length + 1] = server.url();
        return CommandRun.of(arguments);
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("request.json"), content).toString();
    }

    @Test
    void aClearYesOfTheServicePasses() throws IOException {
        server.answer(200, SHIPS);
        CommandRun run = run("check", file("{\"routes\": {}}"), "--service", "a", "--idempotency-key", "job-1");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(ID);
        assertThat(server.asked()).containsExactly("POST /v1/load-gate {\"service\":\"a\",\"routes\": {}}");
        assertThat(server.lastHeader("Idempotency-key")).containsExactly("job-1");
    }

    @Test
    void aNoBlocks() throws IOException {
        server.answer(
                200,
                HEAD
                        + "\"verdict\":\"block\",\"ready\":false,\"blockers\":[{\"part\":\"a\",\"reason\":\"b\",\"detail\":\"c\"}]}");
        assertThat(run("ready", file("{}")).exitCode()).isEqualTo(1);
        assertThat(server.asked()).containsExactly("POST /v1/release-readiness {}");
    }

    @Test
    void theVerdictAloneDecidesTheExitCode() throws IOException {
        String calm = HEAD + "\"verdict\":\"%s\",\"alerts\":[],\"not_evaluated\":[]}";
        server.answer(200, calm.formatted("block")).answer(200, calm.formatted("pass"));
        assertThat(run("retry-storms", file("{\"points\": []}"), "--points", "--firings")
                        .exitCode())
                .isEqualTo(1);
        assertThat(run("retry-storms", file("{\"points\": [{\"minute\": 0}]}")).exitCode())
                .isZero();
        assertThat(server.asked().get(0)).startsWith("POST /v1/retry-storms?include=points,firings ");
    }

    @Test
    void whatIsUnclearIsNoVerdict() throws IOException {
        for (String unclear : new String[] {"", "{}", "yes", HEAD + "\"ship\":true,\"failures\":[]}", "[1"}) {
            server.answer(200, unclear);
            CommandRun run = run("check", file("{}"));
            assertThat(run.exitCode()).as(unclear).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("The answer has no clear verdict.");
        }
    }

    @Test
    void aProblemOfTheRequestAndOneOfTheServiceHaveTheirExitCodes() throws IOException {
        server.problem(400, "invalid-request", "There is 1 problem.\\u001b[2J")
                .problem(401, "unauthenticated", "No key.");
        CommandRun wrong = run("capacity", file("{}"));
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).isEqualTo("The service answered 400: There is 1 problem.\uFFFD[2J\n");
        assertThat(run("capacity", file("{}")).exitCode()).isEqualTo(3);
        server.close();
        assertThat(run("capacity", file("{}")).exitCode()).isEqualTo(3);
    }

    @Test
    void rulesThatFailedAreShownWithTheirPlaceAndFacts() throws IOException {
        server.answer(500, """
                {"type": "urn:shipgate:problem:policy-evaluation-failed", "status": 500, "title": "The rules failed",
                 "detail": "A rule failed.", "decision_id": "%s", "failed": {"rule": "latency", "line": 12,
                  "file": "load-gate/conditions.drl", "part": "condition", "text": "p95Ms * 2 > 800",
                  "cause": "p95Ms is null.", "facts": {"$limit": 800, "$name": "find"}}}""".formatted(ID));

        CommandRun run = run("check", file("{}"));

        assertThat(run.err()).isEqualTo("""
                The service answered 500: A rule failed.
                load-gate/conditions.drl:12: rule "latency": p95Ms * 2 > 800
                  p95Ms is null.
                  $limit = 800
                  $name = find
                Decision %s
                """.formatted(ID));
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void decisionsAreListedALineEach() {
        server.answer(200, """
                {"decisions": [{"decision_id": "%s", "evaluated_at": "2026-11-25T10:00:00Z", "kind": "load_gate",
                  "service": "a\\tb", "environment": null, "verdict": "block"}], "next_cursor": "c-1"}""".formatted(ID));
        CommandRun list = run("decisions", "list", "--service", "a&b ü", "--release-version", "7", "--limit", "1");
        assertThat(list.out()).isEqualTo("2026-11-25T10:00:00Z\tblock\tload_gate\ta b\t-\t-\t" + ID + "\n");
        assertThat(list.err()).isEqualTo("There are more: --cursor c-1\n");
        assertThat(list.exitCode()).isZero();
        assertThat(server.asked()).containsExactly("GET /v1/decisions?service=a%26b+%C3%BC&version=7&limit=1");
    }

    @Test
    void aListThatIsNoneIsNoAnswer() {
        server.answer(200, "{\"items\": []}");
        CommandRun list = run("decisions", "list", "--json");
        assertThat(list.err()).startsWith("The answer has no decisions.");
        assertThat(list.exitCode()).isEqualTo(3);
    }

    @Test
    void aRecordIsShown() {
        server.answer(200, "{\"decision_id\": \"" + ID + "\", \"verdict\": \"block\"}")
                .problem(404, "not-found", "There is no decision.");
        assertThat(run("decisions", "show", ID).json().path("verdict").asText()).isEqualTo("block");
        assertThat(server.asked()).containsExactly("GET /v1/decisions/" + ID);
        assertThat(run("decisions", "show", ID).exitCode()).isEqualTo(2);
        assertThat(run("decisions", "show", "../rulesets").err())
                .contains("must be the id of a decision, such as 01a20acd");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aReplayIsTheSameOrSaysWhatDiffers() {
        server.answer(200, """
                        {"identical": true, "exact": true, "ruleset": {"version": "sha256:97"}, "masked": [],
                         "differences": []}""").answer(200, """
                        {"identical": false, "exact": true, "ruleset": {"version": "sha256:98"}, "masked": [],
                         "differences": [{"pointer": "/ship", "recorded": true, "replayed": false},
                                         {"pointer": "/x", "replayed": 1}]}""").answer(200, """
                        {"identical": true, "exact": false, "ruleset": {"version": "sha256:97"},
                         "masked": ["/labels/user"], "differences": []}""");
        assertThat(run("decisions", "replay", ID))
                .isEqualTo(new CommandRun(0, "The same answer under sha256:97\n", ""));
        assertThat(run("decisions", "replay", ID, "--ruleset", "sha256:98")).isEqualTo(new CommandRun(1, """
                Not the same answer under sha256:98
                /ship: recorded true, replayed false
                /x: recorded nothing, replayed 1
                """, ""));
        assertThat(run("decisions", "replay", ID)).isEqualTo(new CommandRun(1, """
                Not the same answer under sha256:97
                /labels/user: was masked in the record
                """, ""));
        assertThat(server.asked().get(1)).isEqualTo("POST /v1/decisions/" + ID + "/replay?ruleset=sha256%3A98");
    }

    @Test
    void anExportIsWrittenWholeOrNotAtAll() throws IOException {
        Path file = folder.resolve("all.ndjson");
        server.answer(200, "{\"a\":1}\n{\"b\":2}\n");
        assertThat(run("decisions", "export", "--file", file.toString()).exitCode())
                .isZero();
        assertThat(file).hasContent("{\"a\":1}\n{\"b\":2}\n");
        assertThat(server.lastHeader("Accept")).containsExactly("application/x-ndjson");
        server.answer(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });
        Path broken = folder.resolve("broken.ndjson");
        CommandRun run = run("decisions", "export", "--file", broken.toString());
        assertThat(run.err()).startsWith("The export is not complete: ");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("all.ndjson");
    }

    @Test
    void anExportLeavesALinkALinkAndADeviceADevice() throws IOException {
        Path file = Files.writeString(folder.resolve("all.ndjson"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.ndjson"), file);
        server.answer(200, "{\"a\":1}\n");
        server.answer(200, "{\"a\":1}\n");

        assertThat(run("decisions", "export", "--file", link.toString()).exitCode())
                .isZero();
        assertThat(run("decisions", "export", "--file", "/dev/null").exitCode()).isZero();

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("{\"a\":1}\n");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void theKeyIsOverwrittenByNoVerdictAndNoExport() throws IOException {
        Path key = Files.writeString(folder.resolve("key.txt"), "secret");

        CommandRun verdict = run("ready", file("{}"), "--key-file", key.toString(), "--output", "json=" + key);
        CommandRun export = run("decisions", "export", "--key-file", key.toString(), "--file", key.toString());

        assertThat(verdict.err())
                .isEqualTo("--output would overwrite " + key + ", which is read. Give it another file.\n");
        assertThat(export.err())
                .isEqualTo("--file would overwrite " + key + ", which is read. Give it another file.\n");
        assertThat(verdict.exitCode()).isEqualTo(2);
        assertThat(export.exitCode()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
        assertThat(key).hasContent("secret");
    }

    @Test
    void aCommandForAServiceAsksWhich() {
        CommandRun run = CommandRun.of("decisions", "list");
        assertThat(run.err()).startsWith("Which service? Give its address with --url.\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
