package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import dev.shipgate.docs.Markdown.Block;
import dev.shipgate.testing.Commands;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The story and the policy test of the page on waivers, as they are shown. */
@QuarkusTest
@TestProfile(Keys.Profile.class)
class WaiversPageTest {

    /** The command line of this build, as the page calls it. */
    private static final String SHIPGATE_COMMAND = """
            #!/bin/sh
            exec "%s" -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp "%s" dev.shipgate.cli.Main "$@"
            """;

    private final Path here = DataFolder.fresh();

    @AfterEach
    void withoutAKey() {
        RestAssured.authentication = RestAssured.DEFAULT_AUTH;
    }

    private String run(String script) throws IOException, InterruptedException {
        Script.Outcome outcome = Script.run(
                "set -euo pipefail\n" + script,
                here,
                Map.of(
                        "SHIPGATE",
                        "http://localhost:" + RestAssured.port,
                        "KEY",
                        Keys.text(Roles.EVALUATE),
                        "OPS",
                        Keys.text(Roles.WAIVE),
                        "PATH",
                        here + ":" + System.getenv("PATH")));
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        return outcome.out();
    }

    private void makeTheCommand() throws IOException {
        Path command = here.resolve("shipgate");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(command, SHIPGATE_COMMAND.formatted(java, System.getProperty("java.class.path")));
        assertThat(command.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aBlockBecomesAPassAndABlockAgain() throws Exception {
        Commands.require("bash", "-c", "curl --version && jq --version");
        makeTheCommand();
        String last = "";
        int compared = 0;
        for (Block block : Markdown.read("docs/waivers.md")
                .section("From a block to a pass")
                .blocks()) {
            if (block.language().equals("sh")) {
                last = run(block.text());
            } else if (block.language().equals("json")) {
                JsonNode shown = ShownJson.parse(block.text());
                assertThat(ShownJson.differences(shown, ShownJson.tree(last)))
                        .as(last)
                        .isEmpty();
                compared++;
            }
        }
        assertThat(compared).isEqualTo(3);
        assertThat(last.lines().toList()).endsWith("block");
    }

    @Test
    void theShownPolicyTestPassesAndFailsWithoutItsWaiver() {
        RestAssured.authentication = RestAssured.oauth2(Keys.text(Roles.AUTHOR));
        List<Block> tests =
                Markdown.read("docs/waivers.md").section("What can be waived").blocks();
        assertThat(outcome(tests.get(0).text())).isEqualTo("activated");
        assertThat(outcome(tests.get(0).text().replace("reason: latency", "reason: errors")))
                .isEqualTo("refused");
    }

    private static String outcome(String tests) {
        LiveRules.resetWithTests();
        LiveRules.save("load-gate/shown.test.yaml", tests + "\n");
        return ShownJson.tree(RestAssured.get("/v1/rulesets/active").asString())
                .at("/attempted/outcome")
                .asText();
    }
}
