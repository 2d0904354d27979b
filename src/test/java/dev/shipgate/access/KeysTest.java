package dev.shipgate.access;

import static dev.shipgate.http.ProblemClient.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Keys.Profile.class)
class KeysTest {

    private static final String GATE = "/v1/load-gate";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ApiKeys before = Keys.stored();

    @AfterEach
    void putBack() {
        Keys.write(before);
        awaitStatus(Keys.text("evaluate"), 200);
    }

    private static void awaitStatus(String credential, int status) {
        await().atMost(SOON).until(() -> decide(credential, "x").statusCode() == status);
    }

    private static Response decide(String credential, String service) {
        return Keys.with(credential)
                .contentType("application/json")
                .body("{\"service\":\"" + service + "\"}")
                .post(GATE);
    }

    @Test
    void theNameOfTheKeyIsInTheAudit() {
        decide(Keys.text("evaluate"), "named").then().statusCode(200);
        Keys.with(Keys.text("audit"))
                .get("/v1/decisions?service=named")
                .then()
                .statusCode(200)
                .body("decisions[0].caller", equalTo("key:evaluate"));
    }

    @Test
    void withoutAKeyThereIsAProblemThatSaysHowToSendOne() {
        isProblem(decide("", "x").then(), 401, GATE)
                .header("WWW-Authenticate", "Bearer")
                .body("type", endsWith("unauthenticated"))
                .body("detail", containsString("Authorization: Bearer sg_..."));
    }

    @Test
    void aKeyWithoutTheRoleIsToldWhichItTakes() {
        isProblem(decide(Keys.text("audit"), "x").then(), 403, GATE)
                .body("type", endsWith("forbidden"))
                .body("detail", containsString("This needs the role evaluate,"));
    }

    @Test
    void aNewKeyIsAcceptedAndARevokedOneRefusedWhileTheServiceRuns() {
        String key = Keys.add("new", Roles.EVALUATE);
        awaitStatus(key, 200);
        Keys.write(before);
        awaitStatus(key, 401);
        decide(Keys.text("evaluate"), "x").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\":[{\"name\":\"x\"}]}", "{\"keys\":[],\"more\":1}", "null"})
    void aFileThatIsNoFileOfKeysLetsNobodyInAndTheServiceIsNotReady(String content) throws IOException {
        Files.writeString(Keys.file(), content);
        awaitStatus(Keys.text("evaluate"), 401);
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                        "checks.find { it.name == 'access' }.data.reason",
                        equalTo("The file of keys is missing or cannot be used."));
    }

    @Test
    void aFileThatIsGoneLetsNobodyIn() throws IOException {
        Files.delete(Keys.file());
        awaitStatus(Keys.text("evaluate"), 401);
        given().get("/q/health/ready").then().statusCode(503);
    }

    @Test
    void aFileThatItsGroupMayWriteLetsNobodyIn() throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(Keys.file());
        Files.setPosixFilePermissions(Keys.file(), PosixFilePermissions.fromString("rw-rw----"));
        try {
            awaitStatus(Keys.text("evaluate"), 401);
            given().get("/q/health/ready").then().statusCode(503);
        } finally {
            Files.setPosixFilePermissions(Keys.file(), permissions);
        }
        awaitStatus(Keys.text("evaluate"), 200);
    }

    @Test
    void healthIsForWhoHasARevokedKeyToo() {
        Keys.with(ApiKey.random().text()).get("/q/health/live").then().statusCode(200);
    }

    @Test
    void anotherSecretUnderAKnownIdIsRefused() {
        String key = Keys.text("evaluate");
        char last = key.charAt(key.length() - 2) == 'A' ? 'B' : 'A';
        String other = key.substring(0, key.length() - 2) + last + key.substring(key.length() - 1);
        isProblem(decide(other, "x").then(), 401, GATE).body("detail", containsString("is not accepted"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sg_",
                "sg_0123456789ab_",
                "nonsense",
                "sg_0123456789ab_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNoKeyIsRefused(String credential) {
        isProblem(decide(credential, "x").then(), 401, GATE).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void anIdempotencyKeyIsThatOfItsCallerAlone() {
        String other = Keys.add("other", Roles.EVALUATE);
        awaitStatus(other, 200);
        String first = keyed(Keys.text("evaluate")).path("decision_id");
        assertThat(keyed(Keys.text("evaluate")).<String>path("decision_id")).isEqualTo(first);
        assertThat(keyed(other).<String>path("decision_id")).isNotEqualTo(first);
    }

    private static Response keyed(String credential) {
        return Keys.with(credential)
                .contentType("application/json")
                .header("Idempotency-Key", "of-two-callers")
                .body("{}")
                .post(GATE);
    }
}
