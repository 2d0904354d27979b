package dev.shipgate.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to the way in that no page of the console sends. */
@QuarkusTest
@TestProfile(Keys.Profile.class)
class ForgedLoginTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/console/",
                "//evil.example/console/",
                "/\\evil.example/console/",
                "javascript:alert(1)",
                "/console/../../q/metrics",
                "/console/login/end",
                "/elsewhere",
                "/console%2f..%2fx",
                "\r\nSet-Cookie: a=b"
            })
    void neverLeadsElsewhere(String next) {
        given().redirects()
                .follow(false)
                .header("Origin", LoginPageTest.origin())
                .formParam("key", Keys.text(Roles.AUDIT))
                .formParam("next", next)
                .post("/console/login")
                .then()
                .statusCode(303)
                .header("Location", "/console");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key=%zz", "key=sg_0123456789ab_secret%"})
    void aFormThatCannotBeReadIsRefusedAndNotRepeated(String form) {
        given().header("Origin", LoginPageTest.origin())
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/console/login")
                .then()
                .statusCode(400)
                .body(containsString("The form cannot be read"))
                .body(not(containsString("secret")));
    }

    @ParameterizedTest
    @CsvSource({"POST, /console/login", "POST, /console/login/end", "GET, /", "GET, /console/login", "GET, /q/health"})
    void whoIsNotKnownHoldsNoMemory(String method, String path) {
        given().redirects()
                .follow(false)
                .header("Origin", LoginPageTest.origin())
                .contentType("application/x-www-form-urlencoded")
                .body("key=" + "a".repeat(20_000))
                .request(method, path)
                .then()
                .statusCode(413);
    }

    @Test
    void aPlantedCookieBesideTheOwnOneCountsForNobody() {
        given().header(
                        "Cookie",
                        "shipgate_session=x; shipgate_session=" + LoginPageTest.session(Keys.text(Roles.AUDIT)))
                .get("/console/decisions")
                .then()
                .statusCode(401);
    }

    @Test
    void aWrongKeyIsCountedOnPagesToo() {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .header("Authorization", "Bearer sg_wrong")
                .get("/console/decisions")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void nothingIsChangedThatNoPageOfTheConsoleSent(String site) {
        given().header("Sec-Fetch-Site", site)
                .post("/console/login/end")
                .then()
                .statusCode(403)
                .body(containsString("so a page of another site sent this."));
    }

    @Test
    void nothingIsChangedThatSaysNotWhereItComesFrom() {
        given().cookie("shipgate_session", LoginPageTest.session(Keys.text(Roles.AUDIT)))
                .post("/console/login/end")
                .then()
                .statusCode(403)
                .body(containsString("Neither Origin nor Sec-Fetch-Site says"));
    }

    @Test
    void nothingIsChangedByReading() {
        given().cookie("shipgate_session", LoginPageTest.session(Keys.text(Roles.AUDIT)))
                .get("/console/login/end")
                .then()
                .statusCode(405);
    }

    @Test
    void theContractOfErrorsOfTheApiIsAsItWas() {
        given().get("/v1/decisions")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:shipgate:problem:unauthenticated"));
    }
}
