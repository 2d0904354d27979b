package dev.shipgate.rulesets;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class LiveReloadTest {

    private static final String BUDGETS = "load-gate/budgets.drl";
    private static final String BROKEN =
            "package shipgate.loadgate\nrule \"broken\" @owner(\"sre\") when Nope() then toString(); end\n";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    /** The limit that the answer gives for booking a table in production, which says which rules decided. */
    private static float bookingLimit() {
        return given().contentType("application/json")
                .body("{\"service\":\"voice-agent\",\"environment\":\"production\",\"routes\":{\"book_table\":"
                        + "{\"p95_ms\":100,\"error_rate\":0,\"cost_per_success\":0,\"task_success_delta\":0}}}")
                .post("/v1/load-gate")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getFloat("checks[0].limit");
    }

    private static double reloads(String outcome) {
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("shipgate_ruleset_reloads_total{outcome=\"" + outcome + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void anEditDecidesWithoutARestart() {
        assertThat(bookingLimit()).isEqualTo(800);
        LiveRules.write(BUDGETS, LiveRules.read(BUDGETS).replace("p95Ms(800)", "p95Ms(801)"));
        await().atMost(Duration.ofMinutes(1)).until(() -> bookingLimit() == 801);
    }

    @Test
    void anEditByRenamingDecides() throws IOException {
        Path edited = LiveRules.folder().resolve("load-gate/.budgets.drl.tmp");
        Files.writeString(edited, LiveRules.read(BUDGETS).replace("p95Ms(800)", "p95Ms(802)"));
        Files.move(edited, LiveRules.folder().resolve(BUDGETS), StandardCopyOption.ATOMIC_MOVE);
        await().atMost(Duration.ofMinutes(1)).until(() -> bookingLimit() == 802);
    }

    @Test
    void anEditThatKeepsSizeAndTimestampDecides() throws IOException {
        Path file = LiveRules.folder().resolve(BUDGETS);
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, Files.readString(file).replace("p95Ms(800)", "p95Ms(803)"));
        Files.setLastModifiedTime(file, before);
        await().atMost(Duration.ofMinutes(1)).until(() -> bookingLimit() == 803);
    }

    @Test
    void aBurstOfSavesIsOneReload() {
        double before = reloads("activated");
        for (int i = 1; i <= 20; i++) {
            LiveRules.write(
                    "load-gate/file" + i + ".drl",
                    "package shipgate.loadgate\nrule \"burst " + i + "\" when then end\n");
        }
        LiveRules.save("load-gate/last.drl", "package shipgate.loadgate\nrule \"last of the burst\" when then end\n");
        assertThat(reloads("activated") - before).isEqualTo(1);
    }

    @Test
    void aBrokenEditLeavesTheLastGoodRulesDecidingAndIsShown() {
        String good = LiveRules.activeVersion();
        double refusedBefore = reloads("refused");
        LiveRules.save("load-gate/broken.drl", BROKEN);

        assertThat(bookingLimit()).isEqualTo(800);
        assertThat(reloads("refused") - refusedBefore).isEqualTo(1);
        get("/v1/rulesets/active")
                .then()
                .body("version", equalTo(good))
                .body("attempted.outcome", equalTo("refused"))
                .body("attempted.version", startsWith("sha256:"))
                .body("attempted.diagnostics.code", contains("compile"))
                .body("attempted.diagnostics[0].file", equalTo("load-gate/broken.drl"))
                .body("attempted.diagnostics[0].line", equalTo(2))
                .body("attempted.diagnostics[0].column", equalTo(34))
                .body("attempted.diagnostics[0].rule", equalTo("broken"))
                .body("attempted.diagnostics[0].severity", equalTo("error"))
                .body(
                        "attempted.diagnostics[0].message",
                        equalTo("There is no kind of fact Nope here. Maybe it is misspelt, or its import is missing?"));
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'ruleset' }.data.state", equalTo("DEGRADED"))
                .body(
                        "checks.find { it.name == 'ruleset' }.data.refused",
                        equalTo(
                                "load-gate/broken.drl:2:34: There is no kind of fact Nope here. Maybe it is misspelt, or its import is missing? [in rule \"broken\"]"));
    }

    @Test
    void undoingABrokenEditEndsTheDegradedState() {
        LiveRules.save("load-gate/broken.drl", BROKEN);
        LiveRules.delete("load-gate/broken.drl");
        get("/v1/rulesets/active")
                .then()
                .body("attempted.outcome", equalTo("activated"))
                .body("attempted.diagnostics.severity", not(hasItem("error")));
        get("/q/health/ready").then().body("checks.find { it.name == 'ruleset' }.data.state", nullValue());
    }

    @Test
    void aFolderThatNoEvaluationUsesIsRefused() {
        LiveRules.save("loadgate/budgets.drl", "package shipgate.loadgate\nrule \"a\" when then end\n");
        get("/v1/rulesets/active")
                .then()
                .body("attempted.outcome", equalTo("refused"))
                .body("attempted.diagnostics[0].file", equalTo("loadgate/budgets.drl"))
                .body("attempted.diagnostics[0].code", equalTo("unknown-folder"))
                .body(
                        "attempted.diagnostics[0].message",
                        equalTo("No evaluation uses the rules of this folder. Maybe the file belongs into capacity,"
                                + " load-gate, readiness, retry-storm?"));
    }

    @Test
    void aRuleInTheFolderOfAnotherPackageIsRefused() {
        LiveRules.save("load-gate/freeze.drl", """
                package shipgate.readiness
                import dev.shipgate.decision.Release
                import dev.shipgate.readiness.Blocker
                rule "nothing ships today" when Release() then
                    insert(new Blocker("release", "freeze", "Nothing ships today."));
                end
                """);
        get("/v1/rulesets/active")
                .then()
                .body("attempted.outcome", equalTo("refused"))
                .body("attempted.diagnostics.code", contains("foreign-kind", "wrong-folder", "no-owner"))
                .body("attempted.diagnostics[1].file", equalTo("load-gate/freeze.drl"))
                .body("attempted.diagnostics[1].line", equalTo(4))
                .body("attempted.diagnostics[1].rule", equalTo("nothing ships today"))
                .body("attempted.diagnostics[1].code", equalTo("wrong-folder"))
                .body(
                        "attempted.diagnostics[1].message",
                        equalTo(
                                "The package shipgate.readiness is that of rules/readiness. Maybe the file belongs there?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"a\" agenda-group \"g\" when then end",
                "rule \"a\" activation-group \"g\" when then end",
                "rule \"a\" timer(int: 50ms) when then end",
                "rule \"a\" date-effective \"1-Jan-2030\" when then end",
                "rule \"a\" when String() from entry-point \"x\" then end",
                "rule \"uses C:\\\\temp\" when then end"
            })
    void whatCouldKeepARuleFromBeingHeardIsRefused(String rule) {
        String good = LiveRules.activeVersion();
        LiveRules.save("load-gate/own.drl", "package shipgate.loadgate\n" + rule + "\n");
        get("/v1/rulesets/active").then().body("version", equalTo(good)).body("attempted.outcome", equalTo("refused"));
    }

    @Test
    void deletingAllRulesIsRefused() {
        String good = LiveRules.activeVersion();
        LiveRules.delete("load-gate", "retry-storm", "capacity", "readiness");
        get("/v1/rulesets/active")
                .then()
                .body("version", equalTo(good))
                .body("attempted.outcome", equalTo("refused"))
                .body("attempted.diagnostics[0].code", equalTo("no-rules"));
        assertThat(bookingLimit()).isEqualTo(800);
    }

    @Test
    void rulesMayBeSplitIntoFilesAndFolders() {
        String text = LiveRules.read(BUDGETS);
        LiveRules.delete(BUDGETS);
        LiveRules.save("load-gate/teams/voice/budgets.drl", text);
        assertThat(bookingLimit()).isEqualTo(800);
        get("/v1/rulesets/active")
                .then()
                .body(
                        "rules.find { it.rule == 'voice-agent in production: booking a table' }.file",
                        equalTo("load-gate/teams/voice/budgets.drl"));
    }

    @Test
    void theActiveRulesetTellsItsFilesRulesAndFirings() {
        bookingLimit();
        String rule = "rules.find { it.rule == 'voice-agent in production: booking a table' }";
        get("/v1/rulesets/active")
                .then()
                .body("activated_by", equalTo("file"))
                .body("files", hasSize(28))
                .body("files[0].path", equalTo("capacity/break.drl"))
                .body(rule + ".package", equalTo("shipgate.loadgate"))
                .body(rule + ".file", equalTo(BUDGETS))
                .body(rule + ".line", equalTo(18))
                .body(rule + ".metadata.owner", equalTo("booking-team"));
        assertThat(get("/v1/rulesets/active").<Integer>path(rule + ".fired")).isPositive();
        assertThat(get("/v1/rulesets/active").<String>path(rule + ".last_fired"))
                .endsWith("Z");
    }
}
