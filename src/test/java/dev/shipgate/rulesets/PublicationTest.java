package dev.shipgate.rulesets;

import static dev.shipgate.rulesets.Publisher.FREEZE;
import static dev.shipgate.rulesets.Publisher.FREEZE_ONLY;
import static dev.shipgate.rulesets.Publisher.PATH;
import static dev.shipgate.rulesets.Publisher.READINESS_ONLY;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.shipgate.access.AllRoles;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rules become active over HTTP, and stand in the folder. */
@QuarkusTest
@TestProfile(AllRoles.Profile.class)
@ExtendWith(AllRoles.class)
class PublicationTest {

    private static final String ACTIVE = "/v1/rulesets/active";

    private String shipped = "";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
        shipped = Objects.requireNonNull(LiveRules.activeVersion());
    }

    private static List<String> events(String path) {
        return get("/v1/audit/events?limit=1").path("events." + path);
    }

    @Test
    void aPublishedTextDecidesAndIsAllThatStandsInTheFolder() {
        String version = Publisher.publish(FREEZE_ONLY, "Holidays", null)
                .then()
                .statusCode(201)
                .body("message", equalTo("Holidays"))
                .header("Location", containsString("/v1/rulesets/sha256:"))
                .extract()
                .path("version");

        get(ACTIVE).then().body("version", equalTo(version)).body("rules.rule", equalTo(List.of("search is frozen")));
        assertThat(LiveRules.read(PATH)).isEqualTo(FREEZE);
        assertThat(Files.exists(LiveRules.folder().resolve("load-gate/budgets.drl")))
                .isFalse();
        Publisher.request()
                .body("{\"service\":\"search\"}")
                .post("/v1/load-gate")
                .then()
                .body("ruleset.version", equalTo(version))
                .body("failures.reason", hasItem("freeze"));
    }

    @Test
    void aFolderThatIsALinkIsNotWrittenThrough(@TempDir Path elsewhere) throws IOException {
        LiveRules.delete("readiness");
        Files.createSymbolicLink(LiveRules.folder().resolve("readiness"), elsewhere);

        Publisher.publish(Map.of("readiness/none.drl", READINESS_ONLY), null, null)
                .then()
                .statusCode(409)
                .body("detail", containsString("readiness is a link to another folder"));

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void whoActivatedWhatAndWhyIsKept() {
        String version = Publisher.publish(FREEZE_ONLY, "Holidays", null).path("version");

        get("/v1/rulesets")
                .then()
                .body("rulesets[0].version", equalTo(version))
                .body("rulesets[0].active", equalTo(true))
                .body("rulesets[0].activated_by", equalTo(AllRoles.NAME))
                .body("rulesets[0].source", equalTo("publication"))
                .body("rulesets[0].message", equalTo("Holidays"))
                .body("rulesets[1].version", equalTo(shipped))
                .body("rulesets[1].active", equalTo(false));
        get("/v1/rulesets/" + version)
                .then()
                .body("activations[0].message", equalTo("Holidays"))
                .body("files.path", equalTo(List.of(PATH)))
                .body("files[0].text", equalTo(FREEZE));
        assertThat(events("kind")).containsExactly("ruleset_activated");
        assertThat(events("previous")).containsExactly(shipped);
        assertThat(events("ruleset.version")).containsExactly(version);
        assertThat(events("caller")).containsExactly(AllRoles.NAME);
        get("/v1/audit/verification").then().body("intact", equalTo(true));
    }

    @Test
    void aWrongTextIsRefusedWithAllThatIsWrong() {
        Map<String, String> wrong = Map.of(PATH, FREEZE.replace("service ==", "servcie =="));
        String folder = LiveRules.read("load-gate/budgets.drl");

        Publisher.publish(wrong, "Holidays", null)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:shipgate:problem:ruleset-refused"))
                .body("diagnostics[0].line", equalTo(7))
                .body("diagnostics[0].message", equalTo("There is no field servcie in Release. Maybe service?"));

        get(ACTIVE).then().body("version", equalTo(shipped)).body("attempted.outcome", equalTo("activated"));
        assertThat(LiveRules.read("load-gate/budgets.drl")).isEqualTo(folder);
        assertThat(events("kind")).containsExactly("ruleset_refused");
        assertThat(events("message")).containsExactly("Holidays");
        assertThat(events("diagnostics[0].code")).containsExactly("compile", "no-rules", "no-rules", "no-rules");
    }

    @Test
    void aTextThatFailsItsOwnTestIsRefused() {
        String test = """
                tests:
                  - name: search ships
                    evaluation: load_gate
                    request: {service: search}
                    expect: {does_not_fire: [search is frozen]}
                """;

        Publisher.publish(Map.of(PATH, FREEZE, "load-gate/freeze.test.yaml", test), null, null)
                .then()
                .statusCode(422)
                .body("diagnostics.code", equalTo(List.of("test-failed", "no-rules", "no-rules", "no-rules")));

        get(ACTIVE).then().body("version", equalTo(shipped));
    }

    @Test
    void anEarlierVersionIsActivatedAgainWithItsFiles() {
        String budgets = LiveRules.read("load-gate/budgets.drl");
        Publisher.publish(FREEZE_ONLY, null, null).then().statusCode(201);

        Publisher.activate(shipped, "Holidays are over")
                .then()
                .statusCode(200)
                .body("version", equalTo(shipped))
                .body("message", equalTo("Holidays are over"));

        get(ACTIVE).then().body("version", equalTo(shipped));
        assertThat(LiveRules.read("load-gate/budgets.drl")).isEqualTo(budgets);
        assertThat(Files.exists(LiveRules.folder().resolve(PATH))).isFalse();
        get("/v1/rulesets").then().body("rulesets[0].source", equalTo("activation"));
    }

    @Test
    void anActivationRepairsAFolderWhoseEditWasRefused() {
        String budgets = LiveRules.read("load-gate/budgets.drl");
        LiveRules.save("load-gate/budgets.drl", "this is no rule");
        get(ACTIVE).then().body("attempted.outcome", equalTo("refused"));

        Publisher.activate(shipped, null).then().statusCode(200);

        assertThat(LiveRules.read("load-gate/budgets.drl")).isEqualTo(budgets);
        get(ACTIVE).then().body("attempted.outcome", equalTo("activated"));
        assertThat(events("source")).containsExactly("activation");
        assertThat(events("previous")).containsExactly(shipped);
    }

    @Test
    void whoExpectsToReplaceAnotherVersionChangesNothing() {
        String version = Publisher.publish(FREEZE_ONLY, null, shipped).path("version");

        Publisher.publish(Map.of(PATH, FREEZE + "// more\n"), null, shipped)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:shipgate:problem:rules-changed"))
                .body("detail", containsString("The active version is " + version + ", and not " + shipped));

        get(ACTIVE).then().body("version", equalTo(version));
    }

    @Test
    void aFolderThatCannotTakeTheFilesIsToldAndNothingChanges() {
        LiveRules.write(PATH + "/inside.txt", "A folder where the file is to be");

        Publisher.publish(FREEZE_ONLY, null, null)
                .then()
                .statusCode(409)
                .body("detail", containsString("The rules folder cannot be written"));

        get(ACTIVE).then().body("version", equalTo(shipped));
    }

    @Test
    void aVersionThatNeverWasActiveIsNotFound() {
        String unknown = "sha256:" + "0".repeat(64);
        get("/v1/rulesets/" + unknown).then().statusCode(404);
        get("/v1/rulesets/" + unknown + "/difference").then().statusCode(404);
        get("/v1/rulesets/" + shipped + "/difference?from=" + unknown).then().statusCode(404);
        Publisher.activate(unknown, null).then().statusCode(404);
    }

    @Test
    void theDifferenceTellsFilesAndRules() {
        LiveRules.edit("load-gate/budgets.drl", "book_table\").p95Ms(800)", "book_table\").p95Ms(950)");
        String edited = LiveRules.activeVersion();
        LiveRules.delete("readiness");

        get("/v1/rulesets/" + edited + "/difference?from=" + shipped)
                .then()
                .statusCode(200)
                .body("files.path", equalTo(List.of("load-gate/budgets.drl")))
                .body("files.change", equalTo(List.of("changed")))
                .body("files[0].diff", containsString("\n-    insert(new Budget(\"book_table\").p95Ms(800)"))
                .body("files[0].diff", containsString("\n+    insert(new Budget(\"book_table\").p95Ms(950)"))
                .body("rules.rule", equalTo(List.of("voice-agent in production: booking a table")));
        get("/v1/rulesets/" + edited + "/difference")
                .then()
                .body("from", equalTo(LiveRules.activeVersion()))
                .body("rules.change", hasItem("added"));
    }
}
