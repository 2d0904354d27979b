package dev.shipgate.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.cli.CommandRun;
import dev.shipgate.cli.remote.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link to the page of a decision in the reports of commands. */
class ServiceConsoleTest {

    private static final String SETTING = "shipgate.console.url";
    private static final String ID = "01a20acd-13ab-70cf-8a68-4f10e244d9d5";
    private static final String SHIPS = "{\"decision_id\":\"" + ID + "\",\"ruleset\":{\"version\":\"sha256:97\"},"
            + "\"verdict\":\"pass\",\"ship\":true,\"failures\":[],\"warnings\":[],\"checks\":[]}";

    @TempDir
    private Path folder;

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        server.answer(200, SHIPS);
    }

    @AfterEach
    void stop() {
        server.close();
        System.clearProperty(SETTING);
    }

    private String request() throws IOException {
        return Files.writeString(folder.resolve("request.json"), "{\"routes\": {}}")
                .toString();
    }

    private CommandRun check(String... more) throws IOException {
        return CommandRun.ofCheck(request(), more);
    }

    @Test
    void theConsoleIsThatOfTheServiceWhichIsAsked() throws IOException {
        assertThat(check("--url", server.url() + "/").out())
                .isEqualTo("CAN SHIP  Load gate\n\ndecision " + ID + ", rules sha256:97\nDetails: " + server.url()
                        + "/console/decisions/" + ID + "\n");
    }

    @Test
    void theSettingSaysWherePeopleReachIt() throws IOException {
        System.setProperty(SETTING, "https://shipgate.example.org/");
        Path markdown = folder.resolve("verdict.md");
        String link = "https://shipgate.example.org/console/decisions/" + ID;

        assertThat(check("--url", server.url(), "--output", "markdown=" + markdown)
                        .out())
                .endsWith("Details: " + link + "\n");
        assertThat(markdown).content().contains("\n[Details](<" + link + ">)\n");
    }

    @Test
    void aSettingThatIsNoAddressIsToldBeforeAnythingIsSent() throws IOException {
        System.setProperty(SETTING, "shipgate.example.org");

        assertThat(check("--url", server.url()))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "The setting shipgate.console.url must be an address such as https://shipgate.example.org, "
                                + "but is \"shipgate.example.org\".\n"));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aVerdictThatIsNotRecordedHasNoLink() throws IOException {
        System.setProperty(SETTING, "https://shipgate.example.org");

        assertThat(check().out()).startsWith("DO NOT SHIP").doesNotContain("Details");
    }
}
