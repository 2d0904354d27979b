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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands that the page of the API shows for publishing rules and for going back. */
@QuarkusTest
@TestProfile(AllRoles.Profile.class)
@ExtendWith(AllRoles.class)
class PublishingPageTest {

    private final Path here = DataFolder.fresh();

    private String run(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "set -euo pipefail\n" + script)
                .directory(here.toFile())
                .redirectErrorStream(true);
        builder.environment().put("SHIPGATE", "http://localhost:" + RestAssured.port);
        builder.environment().put("KEY", AllRoles.key());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    @Test
    void publishAFolderOfRulesAndGoBack() throws Exception {
        Commands.require("bash", "-c", "curl --version && jq --version");
        List<String> scripts = Markdown.read("docs/api.md").section("Publishing rules").blocks().stream()
                .filter(block -> block.language().equals("bash"))
                .map(Markdown.Block::text)
                .toList();
        assertThat(scripts).hasSize(2);
        LiveRules.resetWithTests();
        String before = LiveRules.activeVersion();
        Commands.require(
                "cp", "-r", LiveRules.folder().toString(), here.resolve("rules").toString());
        Path budgets = here.resolve("rules/load-gate/budgets.drl");
        Files.writeString(budgets, Files.readString(budgets).replace("p95Ms(800)", "p95Ms(950)"));

        String published = run(scripts.get(0));
        assertThat(published).contains("\"activated_by\":\"" + AllRoles.NAME + "\"");
        assertThat(LiveRules.read("load-gate/budgets.drl")).contains("p95Ms(950)");

        run("active=" + before + "\n" + scripts.get(1));
        get("/v1/rulesets")
                .then()
                .body("rulesets[0].version", equalTo(before))
                .body("rulesets[0].message", equalTo("Bookings got slow"))
                .body("rulesets[1].message", equalTo("More time for bookings"));
        assertThat(LiveRules.read("load-gate/budgets.drl")).contains("p95Ms(800)");
    }
}
