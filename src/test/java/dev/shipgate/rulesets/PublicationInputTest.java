package dev.shipgate.rulesets;

import static dev.shipgate.rulesets.Publisher.FREEZE;
import static dev.shipgate.rulesets.Publisher.FREEZE_ONLY;
import static dev.shipgate.rulesets.Publisher.PATH;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.shipgate.access.AllRoles;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form that a publication may have. */
@QuarkusTest
@TestProfile(AllRoles.Profile.class)
@ExtendWith(AllRoles.class)
class PublicationInputTest {

    private static final String DIGITS = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "\\u001b[2Jall is well, U+001B",
        "\\u0007, U+0007",
        "\\u0085, U+0085",
        "for \\u202egnitset, U+202E",
        "\\u2066hidden, U+2066"
    })
    void aMessageThatReadsOtherwiseThanItWasWrittenIsRefused(String message, String character) {
        Publisher.request()
                .body("{\"message\":\"" + message + "\",\"files\":{\"" + PATH + "\":\"\"}}")
                .post("/v1/rulesets")
                .then()
                .statusCode(400)
                .body(
                        "detail",
                        equalTo("/message must be a text that people can read, but has the hidden character "
                                + character + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/rulesets", "/v1/rulesets/sha256:" + DIGITS + "/activation"})
    void anUnknownQueryParameterIsRefused(String path) {
        Publisher.request()
                .body("{\"files\":{\"" + PATH + "\":\"\"}}")
                .post(path + "?dry-run=true")
                .then()
                .statusCode(400)
                .body("detail", equalTo("The query parameter dry-run is not known here. There is none."));
    }

    @Test
    void aMessageMayHaveLinesAndSmileys() {
        String message = "Holidays\r\n\tfor all \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67, à bientôt";

        Publisher.publish(FREEZE_ONLY, message, null).then().statusCode(201).body("message", equalTo(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "sha256:", "SHA256:" + DIGITS, "sha256:" + DIGITS + "0"})
    void anExpectedVersionIsAVersion(String version) {
        Publisher.publish(FREEZE_ONLY, null, version)
                .then()
                .statusCode(400)
                .body(
                        "detail",
                        startsWith(
                                "/expected_version must be sha256: and 64 hexadecimal digits in small letters, but is "
                                        + "the string \""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | /files must be an object, but is an array.",
                "{} | /files must be an object of texts by path, with at least one.",
                "null | /files must be an object of texts by path, with at least one."
            })
    void filesThatAreNoneAreToldOnce(String files, String detail) {
        Publisher.request()
                .body("{\"files\":" + files + "}")
                .post("/v1/rulesets")
                .then()
                .statusCode(400)
                .body("detail", equalTo(detail));
    }

    @Test
    void namesThatNoFolderCanHoldTogetherAreRefused() {
        Publisher.publish(
                        Map.of("load-gate/a.drl", FREEZE, "load-gate/A.drl", FREEZE, "load-gate/a.drl/b.drl", FREEZE),
                        null,
                        null)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/files/load-gate~1a.drl", "/files/load-gate~1a.drl~1b.drl")));
    }
}
