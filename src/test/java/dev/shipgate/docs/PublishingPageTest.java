package dev.shipgate.docs;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.shipgate.access.AllRoles;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands that the page of the API shows for publishing rules and for going back. */
@QuarkusTest
@TestProfile(AllRoles.Profile.class)
@ExtendWith(AllRoles.class)
class PublishingPageTest {

    private final Path here = DataFolder.fresh();

    private String run(String script) throws IOException, InterruptedException {
        Script.Outcome outcome = Script.run(
                "set -euo pipefail\n" + script,
                here,
                Map.of("SHIPGATE", "http://localhost:" + RestAssured.port, "KEY", AllRoles.key()));
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        return outcome.out();
    }

    @Test
    void publishAFolderOfRulesAndGoBack() throws Exception {
        Commands.require("bash", "-c", "curl --version && jq --version");
        List<String> scripts = Script.of(Markdown.read("docs/api.md"), "Publishing rules");
        assertThat(scripts).hasSize(3);
        LiveRules.resetWithTests();
        String before = LiveRules.activeVersion();
        Commands.require(
                "cp", "-r", LiveRules.folder().toString(), here.resolve("rules").toString());
        Path budgets = here.resolve("rules/load-gate/budgets.drl");
        Files.writeString(budgets, Files.readString(budgets).replace("p95Ms(800)", "p95Ms(950)"));

        String published = run(scripts.get(0));
        assertThat(published).contains("\"activated_by\":\"" + AllRoles.NAME + "\"");
        assertThat(LiveRules.read("load-gate/budgets.drl")).contains("p95Ms(950)");

        assertThat(published).contains("\"files\":[{\"path\":\"load-gate/budgets.drl\",\"change\":\"changed\"}]");

        assertThat(run("active=" + before + "\n" + scripts.get(1)))
                .contains("\"rule\":\"voice-agent in production: booking a table\"");

        run("active=" + before + "\n" + scripts.get(2));
        get("/v1/rulesets")
                .then()
                .body("rulesets[0].version", equalTo(before))
                .body("rulesets[0].message", equalTo("Bookings got slow"))
                .body("rulesets[1].message", equalTo("More time for bookings"));
        assertThat(LiveRules.read("load-gate/budgets.drl")).contains("p95Ms(800)");
    }
}
