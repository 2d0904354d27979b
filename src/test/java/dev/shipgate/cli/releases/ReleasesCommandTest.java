package dev.shipgate.cli.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.cli.CommandRun;
import dev.shipgate.cli.remote.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that mark and list releases, and what they make of the answers of a service. */
class ReleasesCommandTest {

    private static final String ID = "01a20acd-13ab-70cf-8a68-4f10e244d9d5";
    private static final String ROW =
            "{\"decision_id\":\"" + ID + "\",\"kind\":\"load_gate\",\"service\":\"voice\\tagent\","
                    + "\"environment\":null,\"version\":\"1.0\",\"shipped_at\":\"2026-12-01T08:00:00Z\",\"shipped_by\":\"key:ci\","
                    + "\"source\":\"marked\",\"measurements\":{}}";
    private static final String LINE =
            "2026-12-01T08:00:00Z\tmarked\tload_gate\tvoice agent\t-\t1.0\tkey:ci\t" + ID + "\n";

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMarkIsPrintedWhetherItIsNewOrNot() {
        for (int status : new int[] {201, 200}) {
            server.answer(status, ROW);
            CommandRun run = CommandRun.of("releases", "mark", ID, "--url", server.url());
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo(LINE);
        }
        assertThat(server.asked()).containsOnly("POST /v1/releases/shipped {\"decision_id\":\"" + ID + "\"}");
    }

    @Test
    void aReleaseThatCannotBeMarkedIsAWrongCommand() {
        server.problem(409, "release-not-markable", "The verdict is block.");
        CommandRun run = CommandRun.of("releases", "mark", ID, "--url", server.url());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("The service answered 409: The verdict is block.\n");
    }

    @Test
    void whatIsNoIdIsNotSent() {
        CommandRun run = CommandRun.of("releases", "mark", "../1", "--url", server.url());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("must be the id of a decision");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void releasesAreListedWithALineForEach() {
        server.answer(200, "{\"releases\":[" + ROW + "],\"next_cursor\":\"" + ID + "\"}");
        CommandRun run = CommandRun.of(
                "releases",
                "list",
                "--service",
                "a b",
                "--environment",
                "staging",
                "--limit",
                "1",
                "--cursor",
                ID,
                "--url",
                server.url());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(LINE);
        assertThat(run.err()).isEqualTo("There are more: --cursor " + ID + "\n");
        assertThat(server.asked())
                .containsExactly("GET /v1/releases/shipped?service=a+b&environment=staging&limit=1&cursor=" + ID);
    }

    @Test
    void theAnswerOfTheApiIsPrintedWhereItIsAskedFor() {
        server.answer(200, "{\"releases\":[" + ROW + "],\"next_cursor\":null}").answer(201, ROW);
        assertThat(CommandRun.of("releases", "list", "--json", "--url", server.url())
                        .json()
                        .at("/releases/0/shipped_by")
                        .asText())
                .isEqualTo("key:ci");
        assertThat(CommandRun.of("releases", "mark", ID, "--json", "--url", server.url())
                        .json()
                        .path("source")
                        .asText())
                .isEqualTo("marked");
    }

    @Test
    void anAnswerOfSomethingElseIsNoAnswer() {
        server.answer(200, "{}");
        CommandRun run = CommandRun.of("releases", "list", "--url", server.url());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("The answer has no releases.");
    }
}
